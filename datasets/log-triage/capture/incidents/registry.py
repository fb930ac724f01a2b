"""Incidents of the configuration registry: publisher, agent-a, agent-b -> etcd-1, etcd-2, etcd-3 (etcd-3 leads)."""

import os
import shutil
import signal
import time

from runtime import RUN, ballast
from scenarios import Run, scenario
from topologies.common import background, certificate
from topologies.registry import Registry

WHAT = "Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?"
PUBLISH = ("publisher", r"publish failed: ")
AGENT_B = ("agent-b", r"lookup failed: ")


# ---- decoys: harmless trouble before the onset ----

def restart_follower(registry):
    registry["etcd-1"].stop()
    time.sleep(0.8)
    registry["etcd-1"].start()


def restart_agent(registry):
    registry["agent-a"].stop()
    time.sleep(0.5)
    registry["agent-a"].start()


def follower_stays_down(registry):
    registry["etcd-1"].stop()


def bad_requests(registry):
    """Somebody tries the gateway by hand."""
    for body in ('{"key": "%%%"}', "not json", '{"key": ""}'):
        background(["curl", "-s", "-d", body, "http://127.0.0.1:24371/v3/kv/put"])


@scenario(
    "registry-leader-lost", Registry, fault="the leader of the cluster is killed", error_class="LEADER_LOST", root="etcd-3",
    onset=("etcd-2", r"lost leader|lost the TCP streaming connection"),
    evidence=[("etcd-2", r"lost leader"), ("etcd-2", r"elected leader|is starting a new election"), ("publisher", r"publish failed: ")],
    fetch=["publisher", "etcd-1", "etcd-2", "etcd-3"], greps=["(?i)error|lost|election"],
    runs=[Run("Publishing settings failed for a while from {time} on. " + WHAT, seed=1401, decoy=restart_agent),
          Run("Since {time} nothing can be published or read. Root service, error class, onset, evidence?", seed=1402, decoy=follower_stays_down, warm=18,
              fault="the leader is killed while another server is down for maintenance", fetch=["publisher", "agent-b", "etcd-2", "etcd-3", "etcd-1"])])
def leader_lost(registry, run):
    registry["etcd-3"].stop(signal.SIGKILL)


@scenario(
    "registry-quota", Registry, fault="a bulk import fills the database quota of the registry", error_class="DISK_FULL", root="etcd-3",
    onset=("publisher", r"database space exceeded"),
    evidence=[("publisher", r"database space exceeded"), ("etcd-3", r"alarm raised|NOSPACE")],
    fetch=["publisher", "etcd-3", "etcd-1"], greps=["(?i)error|alarm|exceeded"],
    runs=[Run("No setting can be changed since {time}, reading works. " + WHAT, seed=1411, options={"quota": 3_000_000}, decoy=bad_requests)])
def quota(registry, run):
    value = "x" * 60_000
    for turn in range(60):
        registry.ctl(3, "put", f"/import/{turn}", value, check=False)


@scenario(
    "registry-disk", Registry, fault="the disk of a server runs full", error_class="DISK_FULL", root="etcd-2",
    onset=("etcd-2", r"no space left on device"),
    evidence=[("etcd-2", r"no space left on device"), AGENT_B],
    fetch=["agent-b", "etcd-2", "etcd-1", "etcd-3"], greps=["(?i)error|fatal|panic"],
    runs=[Run("Agent b has no settings since {time}. " + WHAT, seed=1421, options={"small_disk": 140, "pace": 0.08}, decoy=restart_follower, after=16)])
def disk(registry, run):
    ballast(RUN / "etcd-2" / "disk" / "backup.db")


@scenario(
    "registry-corrupt", Registry, fault="the write-ahead log of a server is damaged, it cannot start again", error_class="CORRUPT_DATA", root="etcd-2",
    onset=("etcd-2", r"crc mismatch|failed to (read WAL|recover|find)|wal: |snap: |max entry size"),
    evidence=[("etcd-2", r"crc mismatch|failed to (read WAL|recover|find)|wal: |snap: |max entry size"), AGENT_B],
    fetch=["agent-b", "etcd-2", "etcd-3"], greps=["(?i)error|fatal|panic|refused"],
    runs=[Run("Agent b works with stale settings since {time}, a server did not come back from its restart. " + WHAT, seed=1431, decoy=restart_follower),
          Run("Half of the lookups fail since {time}. Find root service, error class, onset and evidence.", seed=1432, decoy=bad_requests, warm=18,
              fetch=["agent-a", "agent-b", "etcd-2", "etcd-1"])])
def corrupt(registry, run):
    server = registry["etcd-2"]
    server.stop(signal.SIGKILL)
    for file in sorted((RUN / "etcd-2" / "data" / "member" / "wal").glob("*.wal"))[:1]:
        with open(file, "r+b") as log:
            log.seek(20_000)
            log.write(os.urandom(20_000))
    server.start(wait=False)


@scenario(
    "registry-cluster-id", Registry, fault="a server is set up anew, as a member of another cluster", error_class="BAD_CONFIGURATION", root="etcd-2",
    onset=("etcd-2", r"request cluster ID mismatch|cluster ID mismatch|member count is unequal|member .* has already been bootstrapped"),
    evidence=[("etcd-2", r"cluster ID mismatch|member count is unequal|has already been bootstrapped"), ("etcd-3", r"cluster ID mismatch|failed to (dial|reach)|prober detected|lost the TCP|peer became inactive"), AGENT_B],
    fetch=["agent-b", "etcd-2", "etcd-3"], greps=["(?i)error|mismatch|refused"],
    runs=[Run("After the replacement of a server agent b gets nothing, since about {time}. " + WHAT, seed=1441, decoy=restart_agent)])
def cluster_id(registry, run):
    server = registry["etcd-2"]
    server.stop()
    shutil.rmtree(RUN / "etcd-2" / "data")
    server.command = registry.command(2, initial_cluster_token="registry-new")
    server.start(wait=False)


@scenario(
    "registry-auth", Registry, fault="authentication is switched on while the clients know no password", error_class="AUTHENTICATION_FAILED", root="etcd-3",
    onset=("publisher", r"user name is empty|permission denied|invalid auth"),
    evidence=[("publisher", r"user name is empty|permission denied|invalid auth"), AGENT_B],
    fetch=["publisher", "agent-b", "etcd-3", "etcd-1"], greps=["(?i)error|auth|denied"],
    runs=[Run("Neither reading nor publishing of settings works since {time}, all servers are up. " + WHAT, seed=1451, decoy=bad_requests)])
def auth(registry, run):
    registry.ctl(3, "user", "add", "root:root-demo")
    registry.ctl(3, "user", "grant-role", "root", "root", check=False)
    registry.ctl(3, "auth", "enable")


@scenario(
    "registry-cert", Registry, fault="the certificate of a server expires", error_class="CERTIFICATE_EXPIRED", root="etcd-2",
    onset=("agent-b", r"certificate has expired"),
    evidence=[("agent-b", r"lookup failed: .*certificate has expired"), ("publisher", r"publish failed: .*certificate has expired"), ("etcd-2", r"rejected connection")],
    fetch=["agent-b", "publisher", "etcd-2"], greps=["(?i)error|rejected|expired"],
    runs=[Run("Agent b cannot read its settings since {time}. " + WHAT, seed=1461, options={"tls": True}, decoy=restart_follower),
          Run("Some of the publications fail since {time}, agent a sees nothing of it. Root, class, onset, lines?", seed=1462, options={"tls": True}, decoy=restart_agent,
              warm=18, fetch=["publisher", "agent-a", "agent-b", "etcd-2", "etcd-3"])])
def cert(registry, run):
    certificate(registry.ca, "etcd-2", expired=True)


@scenario(
    "registry-protocol", Registry, fault="a server is restarted without TLS while its clients expect it", error_class="PROTOCOL_MISMATCH", root="etcd-2",
    onset=("agent-b", r"lookup failed: .*(WRONG_VERSION_NUMBER|wrong version number|EOF|UNEXPECTED|record)"),
    evidence=[("agent-b", r"lookup failed: .*(WRONG_VERSION_NUMBER|wrong version number|EOF|UNEXPECTED|record)"), ("publisher", r"publish failed: "), ("etcd-2", r"serving client (traffic|requests) insecurely")],
    fetch=["agent-b", "publisher", "etcd-2"], greps=["(?i)error|insecure|ssl"],
    runs=[Run("After a restart of one server agent b fails, since {time}. " + WHAT, seed=1471, options={"tls": True}, decoy=restart_follower)])
def protocol(registry, run):
    server = registry["etcd-2"]
    server.stop()
    server.command = registry.command(2, listen_client_urls="http://127.0.0.1:24372", advertise_client_urls="http://127.0.0.1:24372", cert_file="", key_file="")
    server.start()


@scenario(
    "registry-frozen", Registry, fault="a server is frozen and answers nobody", error_class="SLOW_DEPENDENCY", root="etcd-2",
    onset=("agent-b", r"lookup failed: .*timed out"),
    evidence=[("agent-b", r"lookup failed: .*timed out"), ("publisher", r"publish failed: .*timed out")],
    fetch=["agent-b", "publisher", "etcd-2", "etcd-3"], greps=["(?i)error|timed out|overloaded"],
    runs=[Run("Agent b hangs since {time}. " + WHAT, seed=1481, decoy=restart_agent, after=16)])
def frozen(registry, run):
    registry["etcd-2"].send(signal.SIGSTOP)
