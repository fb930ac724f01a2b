"""Incidents of the sensors: gateway-a, gateway-b -> mosquitto -> collector -> store (Redis)."""

import socket
import subprocess
import time

import runtime
from runtime import RUN, ballast
from scenarios import Run, scenario
from topologies.common import background, certificate
from topologies.telemetry import Telemetry

WHAT = "Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?"


# ---- decoys: harmless trouble before the onset ----

def restart_store(telemetry):
    telemetry["store"].stop()
    time.sleep(0.5)
    telemetry["store"].start()


def restart_gateway_a(telemetry):
    telemetry["gateway-a"].stop()
    time.sleep(0.6)
    telemetry["gateway-a"].start()


def publish(telemetry, user, password, topic, words=(), payload="1"):
    return background(["mosquitto_pub", "-p", "21883", "-h", "127.0.0.1", "--cafile", telemetry.ca / "ca.pem", "-u", user, "-P", password, "-i", f"by-hand-{user}",
                       "-t", topic, "-m", payload, *words])


def wrong_password(telemetry):
    """A technician mistypes a password."""
    publish(telemetry, "gateway-a", "Gateway-a", "sensors/gateway-a/x")
    time.sleep(1)
    publish(telemetry, "technician", "technician", "sensors/x")


def strange_topic(telemetry):
    """A technician writes where he may not, and something that is no number."""
    publish(telemetry, "gateway-a", "gateway-a-demo", "sensors/gateway-b/pump-1")
    publish(telemetry, "gateway-a", "gateway-a-demo", "sensors/gateway-a/pump-1", payload="on")


def no_tls(telemetry):
    """Somebody's script speaks plain MQTT."""
    for _ in range(2):
        background(["mosquitto_pub", "-p", "21883", "-h", "127.0.0.1", "-t", "x", "-m", "1"])


@scenario(
    "telemetry-acl", Telemetry, fault="the reloaded access list no longer lets a gateway publish", error_class="PERMISSION_DENIED", root="mosquitto",
    onset=("mosquitto", r"Denied PUBLISH from gateway-b"),
    evidence=[("mosquitto", r"Reloading config"), ("mosquitto", r"Denied PUBLISH from gateway-b")],
    fetch=["mosquitto", "gateway-b", "collector"], greps=["(?i)error|denied|lost"],
    runs=[Run("No measurement of gateway b has arrived since {time}, and nobody reports an error. " + WHAT, seed=1501, decoy=wrong_password),
          Run("The dashboard of site b is frozen since about {time}. Root service, error class, onset, evidence?", seed=1502, decoy=restart_store, warm=18,
              fetch=["gateway-a", "gateway-b", "mosquitto", "collector"], greps=["(?i)error|warn", "(?i)denied|refused"])])
def acl(telemetry, run):
    telemetry.write_acl(gateways=("gateway-a", "gateway-c"))
    telemetry.reload()


@scenario(
    "telemetry-cert", Telemetry, fault="the broker is restarted with a certificate that has expired", error_class="CERTIFICATE_EXPIRED", root="mosquitto",
    onset=("gateway-a", r"certificate has expired"),
    evidence=[("gateway-a", r"certificate has expired"), ("gateway-b", r"certificate has expired"), ("collector", r"certificate has expired"),
              ("mosquitto", r"OpenSSL Error.*certificate expired|alert certificate expired|sslv3 alert")],
    fetch=["gateway-a", "gateway-b", "mosquitto", "collector"], greps=["(?i)error|expired|lost"],
    runs=[Run("Nothing is measured since {time}: after the maintenance of the broker nobody connects. " + WHAT, seed=1511, decoy=no_tls),
          Run("All sites are silent since about {time}. Root service, kind of error, onset, proof?", seed=1512, decoy=restart_gateway_a, warm=19,
              fetch=["mosquitto", "gateway-a", "collector", "gateway-b"])])
def cert(telemetry, run):
    telemetry["mosquitto"].stop()
    telemetry.write_broker(cert=certificate(telemetry.ca, "broker.example", expired=True))
    telemetry["mosquitto"].start()


@scenario(
    "telemetry-password", Telemetry, fault="the password of a gateway is changed on the broker", error_class="AUTHENTICATION_FAILED", root="mosquitto",
    onset=("gateway-a", r"refused the connection|not authorised"),
    evidence=[("gateway-a", r"refused the connection: Connection Refused: not authorised"), ("mosquitto", r"gateway-a.*not authorised|disconnected, not authorised")],
    fetch=["gateway-a", "mosquitto", "collector"], greps=["(?i)error|authori|refused"],
    runs=[Run("Site a sends nothing since {time}. " + WHAT, seed=1521, decoy=wrong_password)])
def password(telemetry, run):
    telemetry["mosquitto"].stop()
    telemetry.passwords(gateway_a="rotated-demo")
    telemetry["mosquitto"].start()


@scenario(
    "telemetry-twins", Telemetry, fault="a gateway is restarted with the client id of another one; they throw each other out", error_class="RESTART_LOOP", root="gateway-b",
    onset=("gateway-b", r"gateway gateway-a started"),
    evidence=[("gateway-b", r"gateway gateway-a started"), ("mosquitto", r"Client gateway-a already connected, closing old connection"), ("gateway-a", r"connection to broker lost")],
    fetch=["gateway-a", "gateway-b", "mosquitto"], greps=["(?i)error|warn|closing"],
    runs=[Run("Both sites connect and lose their connections again and again since {time}. " + WHAT, seed=1531, decoy=wrong_password),
          Run("Measurements come and go since about {time}. Find root service, error class, onset and evidence.", seed=1532, decoy=restart_store, warm=18,
              fetch=["mosquitto", "gateway-b", "collector", "gateway-a"], greps=["(?i)lost|already"])])
def twins(telemetry, run):
    telemetry["gateway-b"].stop()
    telemetry["gateway-b"].env["CLIENT"] = "gateway-a"
    telemetry["gateway-b"].start()


@scenario(
    "telemetry-protocol", Telemetry, fault="a gateway is restarted without TLS", error_class="PROTOCOL_MISMATCH", root="gateway-b",
    onset=("gateway-b", r"gateway gateway-b started, tls=off"),
    evidence=[("gateway-b", r"gateway gateway-b started, tls=off"), ("mosquitto", r"OpenSSL Error.*(wrong version number|http request|unknown protocol|unsupported)|protocol error"), ("gateway-b", r"connection to broker lost|network loop failed|cannot connect")],
    fetch=["gateway-b", "mosquitto", "gateway-a"], greps=["(?i)error|warn|lost"],
    runs=[Run("After an update of its gateway site b cannot connect, since {time}. " + WHAT, seed=1541, decoy=restart_gateway_a)])
def protocol(telemetry, run):
    telemetry["gateway-b"].stop()
    telemetry["gateway-b"].env["TLS"] = 0
    telemetry["gateway-b"].start()


@scenario(
    "telemetry-store-memory", Telemetry, fault="an import fills the store up to its limit", error_class="OUT_OF_MEMORY", root="store",
    onset=("collector", r"OOM command not allowed|command not allowed when used memory"),
    evidence=[("collector", r"command not allowed when used memory"), ("store", r"DB 0: \d{4,} keys")],
    fetch=["collector", "store", "mosquitto"], greps=["(?i)error|OOM|warn"],
    runs=[Run("Measurements arrive but are not kept since {time}. " + WHAT, seed=1551, options={"redis": {"maxmemory": "4mb", "maxmemory-policy": "noeviction"}}, decoy=wrong_password, after=14)])
def store_memory(telemetry, run):
    for size in (900, 100, 1):
        telemetry["store"].fill(5000, size, f"import-{size}")


@scenario(
    "telemetry-store-disk", Telemetry, fault="the disk for snapshots of the store is full, writes are refused", error_class="DISK_FULL", root="store",
    onset=("store", r"No space left on device"),
    evidence=[("store", r"No space left on device"), ("store", r"Background saving error"), ("collector", r"MISCONF|snapshots")],
    fetch=["collector", "store", "gateway-a"], greps=["(?i)error|fail|misconf"],
    runs=[Run("The latest values are frozen since {time}, although the gateways work. " + WHAT, seed=1561, decoy=strange_topic, options={"redis": {"enable-protected-configs": "local"}}, after=20)])
def store_disk(telemetry, run):
    disk = runtime.mount_small(RUN / "store" / "disk", 1)
    ballast(disk / "core.dump", 2)
    telemetry["store"].cli("config", "set", "dir", str(disk))


@scenario(
    "telemetry-connections", Telemetry, fault="forgotten clients take all connections of the broker", error_class="RESOURCE_EXHAUSTED", root="mosquitto",
    onset=("mosquitto", r"max_connections exceeded|Client connection .* denied|connection limit|Maximum connections"),
    evidence=[("mosquitto", r"max_connections exceeded|Client connection .* denied|connection limit|Maximum connections"), ("gateway-a", r"cannot connect|connection to broker lost|network loop failed")],
    fetch=["mosquitto", "gateway-a", "gateway-b"], greps=["(?i)error|max_conn|denied"],
    runs=[Run("After a restart of gateway a it does not come back, since {time}. " + WHAT, seed=1571, options={"broker": "max_connections 10"}, decoy=strange_topic, after=14)])
def connections(telemetry, run):
    telemetry.idle = [socket.create_connection(("127.0.0.1", 21883)) for _ in range(12)]
    time.sleep(0.5)
    telemetry["gateway-a"].stop()
    telemetry.idle += [socket.create_connection(("127.0.0.1", 21883)) for _ in range(2)]
    telemetry["gateway-a"].start()


@scenario(
    "telemetry-size", Telemetry, fault="the restarted broker takes only tiny messages", error_class="BAD_CONFIGURATION", root="mosquitto",
    onset=("mosquitto", r"mosquitto version \S+ starting"),
    evidence=[("mosquitto", r"mosquitto version \S+ starting"), ("mosquitto", r"Dropped too large|too large|oversize packet|packet too large|disconnected due to protocol error|message too large"), ("gateway-a", r"connection to broker lost")],
    fetch=["mosquitto", "gateway-a", "gateway-b"], greps=["(?i)error|warn|large"],
    runs=[Run("Most measurements are lost since {time}. " + WHAT, seed=1581, decoy=wrong_password)])
def size(telemetry, run):
    telemetry["mosquitto"].stop()
    telemetry.write_broker(more="message_size_limit 20\nmax_packet_size 80")
    telemetry["mosquitto"].start()


@scenario(
    "telemetry-broker-stopped", Telemetry, fault="the broker is stopped", error_class="CONNECTION_REFUSED", root="mosquitto",
    onset=("mosquitto", r"mosquitto version \S+ terminating"),
    evidence=[("mosquitto", r"mosquitto version \S+ terminating"), ("gateway-a", r"Connection refused"), ("gateway-b", r"Connection refused"), ("collector", r"Connection refused")],
    fetch=["gateway-a", "gateway-b", "mosquitto", "collector"], greps=["(?i)error|refused"],
    runs=[Run("No site can send since {time}. " + WHAT, seed=1591, decoy=restart_store)])
def broker_stopped(telemetry, run):
    telemetry["mosquitto"].stop()
