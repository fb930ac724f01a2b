"""Incidents of the background jobs: intake -> rabbitmq -> worker-1, worker-2."""

import signal
import time

import runtime
from runtime import RUN
from scenarios import Run, scenario
from topologies.common import background
from topologies.tasks import Tasks

WHAT = "Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?"


# ---- decoys: harmless trouble before the onset ----

def restart_worker_1(tasks):
    tasks["worker-1"].stop()
    time.sleep(0.5)
    tasks["worker-1"].start()


def wrong_password(tasks):
    """An audit script with an old password."""
    background(["/usr/bin/python3", "-c", "import pika\nfor user in ('audit', 'worker'):\n  try: pika.BlockingConnection(pika.ConnectionParameters('127.0.0.1', 22672, "
                "credentials=pika.PlainCredentials(user, 'old')))\n  except Exception: pass"])
    time.sleep(2)


def bad_queue(tasks):
    """Somebody asks for a queue that is not there, and for one with other settings."""
    background(["/usr/bin/python3", "-c", "import pika\nfor words in ({'queue': 'nothing', 'passive': True}, {'queue': 'documents', 'durable': False}):\n"
                "  c = pika.BlockingConnection(pika.ConnectionParameters('127.0.0.1', 22672, credentials=pika.PlainCredentials('worker', 'worker-demo')))\n"
                "  try: c.channel().queue_declare(**words)\n  except Exception: pass\n  c.close()"])
    time.sleep(2)


def publish(body, count=1):
    return background(["/usr/bin/python3", "-c", "import pika\nc = pika.BlockingConnection(pika.ConnectionParameters('127.0.0.1', 22672, "
                       f"credentials=pika.PlainCredentials('intake', 'intake-demo'))).channel()\nfor n in range({count}): c.basic_publish('', 'documents', {body!r})"])


@scenario(
    "tasks-poison", Tasks, fault="a job that no worker can render kills each worker that takes it, again and again", error_class="RESTART_LOOP", root="worker-1",
    onset=("worker-1", r"fatal: rendering failed: MemoryError"),
    evidence=[("worker-1", r"fatal: rendering failed: MemoryError"), ("worker-1", r"exited with status 1; restart \d+ follows"), ("rabbitmq", r"client unexpectedly closed TCP connection|closing AMQP connection")],
    fetch=["intake", "worker-1", "worker-2", "rabbitmq"], greps=["(?i)error|fatal|exited"],
    runs=[Run("Worker 1 hardly finishes any job since {time}. " + WHAT, seed=1601, decoy=wrong_password),
          Run("Since about {time} the first worker keeps coming and going. Root service, error class, onset, evidence?", seed=1602, decoy=bad_queue, warm=18,
              fetch=["worker-1", "rabbitmq", "worker-2"])])
def poison(tasks, run):
    """Worker 2 is drained for maintenance, so that the job returns to worker 1 each time."""
    tasks["worker-2"].stop()
    time.sleep(0.5)
    publish(b"poster:900001")


@scenario(
    "tasks-permission", Tasks, fault="the workers' right to read the queue is taken away", error_class="PERMISSION_DENIED", root="rabbitmq",
    onset=("rabbitmq", r"access to queue 'documents' in vhost '/' refused for user 'worker'"),
    evidence=[("rabbitmq", r"access to queue 'documents' in vhost '/' refused for user 'worker'"), ("worker-1", r"ACCESS_REFUSED"), ("worker-2", r"ACCESS_REFUSED")],
    fetch=["worker-1", "worker-2", "rabbitmq", "intake"], greps=["(?i)error|refused|denied"],
    runs=[Run("No document has been made since {time}, orders are taken as usual. " + WHAT, seed=1611, decoy=wrong_password),
          Run("Jobs pile up since about {time}. Root service, error class, onset, evidence?", seed=1612, decoy=restart_worker_1, warm=18, fetch=["intake", "rabbitmq", "worker-1", "worker-2"])])
def permission(tasks, run):
    rabbit = tasks["rabbitmq"]
    rabbit.ctl("set_permissions", "worker", "^$", "^$", "^$")
    rabbit.ctl("close_all_connections", "rights were changed", check=False)


@scenario(
    "tasks-password", Tasks, fault="the workers' password is changed on the broker", error_class="AUTHENTICATION_FAILED", root="rabbitmq",
    onset=("rabbitmq", r"PLAIN login refused: user 'worker'|Changed password|Successfully changed password"),
    evidence=[("rabbitmq", r"PLAIN login refused: user 'worker'"), ("worker-1", r"ACCESS_REFUSED|lost the broker"), ("worker-2", r"ACCESS_REFUSED|lost the broker")],
    fetch=["worker-1", "rabbitmq", "worker-2"], greps=["(?i)error|refused|login"],
    runs=[Run("Both workers are idle since {time}. " + WHAT, seed=1621, decoy=restart_worker_1),
          Run("No label leaves the house since {time}. Root service, error class, onset and proving lines?", seed=1622, decoy=wrong_password, warm=19,
              fetch=["intake", "worker-1", "worker-2", "rabbitmq"])])
def password(tasks, run):
    rabbit = tasks["rabbitmq"]
    rabbit.ctl("change_password", "worker", "rotated-demo")
    rabbit.ctl("close_all_connections", "password was changed", check=False)


@scenario(
    "tasks-memory", Tasks, fault="the memory limit of the broker is reached, publishers are blocked", error_class="OUT_OF_MEMORY", root="rabbitmq",
    onset=("rabbitmq", r"memory resource limit alarm set"),
    evidence=[("rabbitmq", r"memory resource limit alarm set"), ("rabbitmq", r"Publishers will be blocked"), ("intake", r"the broker blocks this connection|publishing failed")],
    fetch=["intake", "rabbitmq", "worker-1"], greps=["(?i)error|warn|alarm"],
    runs=[Run("Orders are not taken since {time}; the workers are idle. " + WHAT, seed=1631, decoy=restart_worker_1, after=14)])
def memory(tasks, run):
    tasks["rabbitmq"].ctl("set_vm_memory_high_watermark", "absolute", "30MB")


@scenario(
    "tasks-disk", Tasks, fault="the free disk space of the broker falls below its limit", error_class="DISK_FULL", root="rabbitmq",
    onset=("rabbitmq", r"[Ff]ree disk space is insufficient|disk resource limit alarm set"),
    evidence=[("rabbitmq", r"[Ff]ree disk space is insufficient"), ("rabbitmq", r"disk resource limit alarm set"), ("intake", r"the broker blocks this connection|publishing failed")],
    fetch=["intake", "rabbitmq", "worker-2"], greps=["(?i)error|warn|alarm"],
    runs=[Run("Nothing can be published since {time}. " + WHAT, seed=1641, decoy=bad_queue, after=18)])
def disk(tasks, run):
    tasks["rabbitmq"].ctl("set_disk_free_limit", "900GB")


@scenario(
    "tasks-declaration", Tasks, fault="a worker is released with another setting of the queue", error_class="BAD_CONFIGURATION", root="worker-2",
    onset=("worker-2", r"worker-2 started, queue ttl"),
    evidence=[("worker-2", r"worker-2 started, queue ttl"), ("worker-2", r"PRECONDITION_FAILED"), ("rabbitmq", r"inequivalent arg 'x-message-ttl' for queue 'documents'")],
    fetch=["worker-1", "worker-2", "rabbitmq"], greps=["(?i)error|failed|inequivalent"],
    runs=[Run("Only one of the workers does anything since the release at {time}. " + WHAT, seed=1651, decoy=restart_worker_1),
          Run("We work at half speed since about {time}. Root service, error class, onset, proof?", seed=1652, decoy=wrong_password, warm=18, fetch=["worker-2", "worker-1", "rabbitmq", "intake"])])
def declaration(tasks, run):
    worker = tasks["worker-2"]
    worker.stop()
    worker.env["QUEUE_TTL"] = 60000
    worker.start()


@scenario(
    "tasks-frozen", Tasks, fault="a worker is frozen and misses its heartbeats", error_class="SLOW_DEPENDENCY", root="worker-2",
    onset=("rabbitmq", r"missed heartbeats from client"),
    evidence=[("rabbitmq", r"missed heartbeats from client")  , ("rabbitmq", r"closing AMQP connection <\S+> \(127\.0\.0\.1:\d+ -> 127\.0\.0\.1:22672(?: - worker-2)?\)")],
    fetch=["worker-1", "worker-2", "rabbitmq"], greps=["(?i)error|missed|closing"],
    runs=[Run("Some jobs were done only after a long wait, others twice, since {time}. " + WHAT, seed=1661, decoy=bad_queue, after=26)])
def frozen(tasks, run):
    for pid in runtime.family(tasks["worker-2"].process.pid):
        runtime.os.kill(pid, signal.SIGSTOP)


@scenario(
    "tasks-broker-stopped", Tasks, fault="the broker is stopped", error_class="CONNECTION_REFUSED", root="rabbitmq",
    onset=("rabbitmq", r"Closing all connections|is asked to stop|stopping|SIGTERM received"),
    evidence=[("rabbitmq", r"Closing all connections|is asked to stop|stopping|SIGTERM received"), ("intake", r"Connection ?refused|ConnectionRefused"), ("worker-1", r"Connection ?refused|ConnectionRefused"), ("worker-2", r"Connection ?refused|ConnectionRefused")],
    fetch=["intake", "worker-1", "worker-2", "rabbitmq"], greps=["(?i)error|refused|closed"],
    runs=[Run("Neither orders nor documents since {time}. " + WHAT, seed=1671, decoy=wrong_password)])
def broker_stopped(tasks, run):
    tasks["rabbitmq"].send(signal.SIGTERM)


@scenario(
    "tasks-limit", Tasks, fault="the broker grants the workers' user no further connections", error_class="RESOURCE_EXHAUSTED", root="rabbitmq",
    onset=("rabbitmq", r"connection limit \(\d+\) is reached"),
    evidence=[("rabbitmq", r"connection limit \(\d+\) is reached"), ("worker-1", r"lost the broker")],
    fetch=["worker-1", "rabbitmq", "worker-2"], greps=["(?i)error|limit|closed"],
    runs=[Run("After a restart worker 1 gets no jobs, since {time}. " + WHAT, seed=1681, decoy=wrong_password)])
def limit(tasks, run):
    tasks["rabbitmq"].ctl("set_user_limits", "worker", '{"max-connections": 1}')
    tasks["worker-1"].stop()
    time.sleep(0.5)
    tasks["worker-1"].start()
