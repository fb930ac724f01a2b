"""Incidents of the job workers that coordinate through a ZooKeeper ensemble."""

import os
import signal
import socket
import time

from runtime import ballast, wait_until
from scenarios import Run, scenario
from systems import Workers

LOST = r"(ConnectionLoss|SUSPENDED|Connection refused|connection timed out|KeeperErrorCode|ConnectionLossException)"


def restart_worker_a(workers):
    workers["worker-a"].stop()
    time.sleep(0.5)
    workers["worker-a"].start()


def restart_zk_1(workers):
    """Maintenance of a follower; the ensemble goes on with two."""
    workers["zk-1"].stop()
    time.sleep(1.5)
    workers["zk-1"].start()


def zk_1_stays_down(workers):
    """Maintenance of a follower that is not finished: still a quorum."""
    workers["zk-1"].stop()


@scenario(
    "workers-leader-lost", Workers, fault="the leader of the ensemble is killed", error_class="LEADER_LOST", root="zk-3",
    onset=("zk-2", r"(Exception when following the leader|Connection broken for id 3)"),
    evidence=[("zk-2", r"Exception when following the leader"), ("zk-2", r"(Connection broken for id 3|Interrupting SendWorker|Cannot open channel to 3)"), ("zk-2", r"LOOKING"), ("worker-b", LOST)],
    fetch=["worker-a", "worker-b", "zk-2", "zk-3"],
    runs=[
        Run("The workers stumbled at {time}: jobs failed with coordination errors. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
            seed=401, decoy=restart_zk_1),
        Run("No job has been done since {time}. Find root service, error class, onset and proof in the logs.", seed=402, warm=18, after=9,
            decoy=zk_1_stays_down, options={"pace": 110}, fault="the leader is killed while another server is down for maintenance",
            greps=["ERROR|WARN", "LOOKING|LEADING|FOLLOWING"], fetch=["worker-b", "zk-1", "zk-2", "zk-3", "worker-a"]),
    ])
def leader_lost(workers, run):
    workers["zk-3"].stop(signal.SIGKILL)


@scenario(
    "workers-corrupt", Workers, fault="snapshots and transaction logs of a server are damaged", error_class="CORRUPT_DATA", root="zk-2",
    onset=("zk-2", r"^20.*(problem reading snap file|[Ii]nvalid snapshot|Unable to load database on disk)"),
    evidence=[("zk-2", r"(problem reading snap file|[Ii]nvalid snapshot)"), ("zk-2", r"Unable to load database on disk"), ("worker-b", LOST)],
    fetch=["worker-b", "zk-2", "zk-1"],
    runs=[Run("Worker b does nothing since {time}, worker a is fine. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=411, decoy=restart_worker_a)])
def corrupt(workers, run):
    server = workers["zk-2"]
    server.stop(signal.SIGKILL)
    for file in sorted((workers.data[2] / "version-2").glob("*.*")):
        size = os.path.getsize(file)
        with open(file, "r+b") as damaged:
            damaged.seek(24)
            damaged.write(os.urandom(max(64, min(size // 2, 4096))))
    server.start(wait=False)


@scenario(
    "workers-port", Workers, fault="a restarted server finds its client port taken", error_class="PORT_IN_USE", root="zk-2",
    onset=("zk-2", r"^20.*(Address already in use|BindException|ERROR)"),
    evidence=[("zk-2", r"Address already in use"), ("worker-b", LOST)],
    fetch=["worker-b", "zk-1", "zk-2", "zk-3"],
    runs=[Run("After the patch day worker b cannot take locks any more; it began about {time}. Root service, kind of error, onset, evidence?",
              seed=421, warm=20, decoy=restart_zk_1)])
def port(workers, run):
    server = workers["zk-2"]
    server.stop()
    occupant = socket.create_server(("127.0.0.1", 29182), backlog=1)
    server.start(wait=False)
    wait_until(lambda: server.has("Address already in use"), 30, "the server complains")
    occupant.close()


@scenario(
    "workers-config", Workers, fault="a server is restarted with a configuration in which its own id is missing", error_class="BAD_CONFIGURATION", root="zk-2",
    onset=("zk-2", r"^20.*(Invalid config|not in the peer list|ERROR)"),
    evidence=[("zk-2", r"(not in the peer list|Invalid config)"), ("worker-b", LOST)],
    fetch=["worker-b", "worker-a", "zk-2"], greps=["ERROR|WARN|timeout", "refused|closed"],
    runs=[Run("Half of the job capacity is gone since {time}. Please name the root service, the error class, the onset and the lines that prove it.", seed=431,
              warm=26, decoy=restart_worker_a)])
def config(workers, run):
    server = workers["zk-2"]
    server.stop()
    (workers.data[2] / "myid").write_text("7\n")
    server.start(wait=False)


@scenario(
    "workers-connections", Workers, fault="idle clients use up the connections that a server grants one address", error_class="RESOURCE_EXHAUSTED", root="zk-2",
    onset=("zk-2", r"Too many connections from"),
    evidence=[("zk-2", r"Too many connections from"), ("worker-b", LOST)],
    fetch=["worker-a", "worker-b", "zk-2"],
    runs=[Run("Worker b was restarted and cannot work since {time}. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=441, options={"most_connections": 12}, decoy=restart_zk_1, after=14)])
def connections(workers, run):
    workers.idle = [socket.create_connection(("127.0.0.1", 29182)) for _ in range(14)]
    workers["worker-b"].stop()
    workers.idle += [socket.create_connection(("127.0.0.1", 29182)) for _ in range(2)]
    workers["worker-b"].start()


@scenario(
    "workers-disk", Workers, fault="the disk of a server runs full", error_class="DISK_FULL", root="zk-2",
    onset=("zk-2", r"^20.*(Severe unrecoverable error|ERROR)"),
    evidence=[("zk-2", r"Severe unrecoverable error"), ("zk-2", r"No space left on device"), ("worker-b", LOST)],
    fetch=["zk-1", "zk-2", "zk-3", "worker-b"], greps=["(?i)error|exception|severe"],
    runs=[Run("Jobs of worker b stopped at about {time}. Find the root service, the class of the error, the onset and the evidence.", seed=451,
              options={"small_disk": 12, "pace": 120}, after=0.6)])
def disk(workers, run):
    ballast(workers.data[2].parent / "heapdump.bin")
