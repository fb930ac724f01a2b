"""Incidents of the session store: web -> redis-1 (primary), redis-2 (replica), sentinel."""

import signal
import time

from runtime import RUN
from scenarios import Run, scenario
from systems import Sessions


def restart_replica(sessions):
    sessions["redis-2"].stop()
    time.sleep(0.7)
    sessions["redis-2"].start()


@scenario(
    "sessions-primary-lost", Sessions, fault="the redis primary goes away and a failover follows", error_class="LEADER_LOST", root="redis-1",
    onset=("redis-1", r"User requested shutdown"),
    evidence=[("redis-1", r"User requested shutdown"), ("redis-2", r"Connection with master lost"), ("sentinel", r"\+sdown master sessions"),
              ("sentinel", r"\+switch-master sessions"), ("web", r"JedisConnectionException")],
    fetch=["web", "sentinel", "redis-1", "redis-2"],
    runs=[Run("Users were logged out around {time} and saw errors for some seconds. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=501, decoy=restart_replica)])
def primary_lost(sessions, run):
    sessions["redis-1"].stop()


@scenario(
    "sessions-corrupt", Sessions, fault="the append-only file of the primary is damaged, it cannot start again", error_class="CORRUPT_DATA", root="redis-1",
    onset=("redis-1", r"(Bad file format reading the append only file|Unexpected end of file)"),
    evidence=[("redis-1", r"Bad file format reading the append only file"), ("redis-2", r"Connection with master lost"), ("web", r"JedisConnectionException")],
    fetch=["redis-1", "web", "sentinel", "redis-2"],
    runs=[Run("The session store did not survive the restart, errors since {time}. Root service, error class, onset and proving lines, please.", seed=521,
              options={"primary": {"appendonly": "yes", "auto-aof-rewrite-percentage": 0}}, warm=26)])
def corrupt(sessions, run):
    redis = sessions["redis-1"]
    redis.stop(signal.SIGKILL)
    for file in (RUN / "redis-1" / "appendonlydir").glob("*.incr.aof"):
        with open(file, "r+b") as log:
            log.seek(file.stat().st_size // 2)
            log.write(b"\xff" * 4000)
    redis.start(wait=False)


@scenario(
    "sessions-password", Sessions, fault="the running primary is given a password that nobody knows, and all clients must reconnect", error_class="AUTHENTICATION_FAILED", root="redis-1",
    onset=("web", r"^20.*NOAUTH"),
    evidence=[("web", r"NOAUTH Authentication required"), ("sentinel", r"\+sdown master sessions")],
    fetch=["web", "redis-1", "redis-2", "sentinel"],
    runs=[Run("Nobody can log in since {time}. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?", seed=531,
              decoy=restart_replica)])
def password(sessions, run):
    redis = sessions["redis-1"]
    redis.cli("config", "set", "requirepass", "session-demo")
    redis.cli("--no-auth-warning", "-a", "session-demo", "client", "kill", "type", "normal")
