"""Incidents of the order pipeline: producer -> three Kafka brokers -> consumer."""

import os
import signal
import socket
import time

from runtime import ballast, wait_until
from scenarios import Run, scenario
from systems import Orders

EXPIRED = ("producer", r"(TimeoutException|NotLeaderOrFollowerException|LeaderNotAvailableException)")


def restart_consumer(orders):
    """A release of the consumer: a rebalance, nothing else."""
    orders["consumer"].stop()
    time.sleep(0.5)
    orders["consumer"].start()


def restart_broker_1(orders):
    """A rolling restart that goes well, though its errors look the same."""
    orders["broker-1"].stop(seconds=30)
    orders["broker-1"].start()


@scenario(
    "orders-leader-lost", Orders, fault="the broker that leads a partition goes away", error_class="LEADER_LOST", root="broker-2",
    onset=("broker-2", r"Terminating process due to signal SIGTERM"),
    evidence=[("broker-2", r"Terminating process due to signal SIGTERM"), ("broker-2", r"shut down completed"), EXPIRED,
              ("consumer", r"(Node 2 disconnected|Connection to node 2 .* could not be established)")],
    fetch=["producer", "broker-2", "broker-1", "consumer"],
    runs=[Run("Since {time} about a third of the orders cannot be sent. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=301, warm=16, after=12, decoy=restart_consumer)])
def leader_lost(orders, run):
    orders["broker-2"].stop(seconds=30)


@scenario(
    "orders-message-size", Orders, fault="a broker is restarted with a tiny message.max.bytes", error_class="BAD_CONFIGURATION", root="broker-2",
    onset=("broker-2", r"INFO KafkaConfig values"),
    evidence=[("broker-2", r"^\s+message\.max\.bytes = 2000"), ("producer", r"RecordTooLargeException")],
    fetch=["producer", "broker-1", "broker-2", "broker-3"], greps=["ERROR|WARN", "larger than|too large|refused"],
    runs=[Run("Some orders with attachments get lost after the maintenance at {time}, others pass. Find root service, error class, onset and the log lines that prove it.",
              seed=311, warm=10, after=14)])
def message_size(orders, run):
    orders["broker-2"].stop(seconds=30)
    orders.extra[2]["message.max.bytes"] = 2000
    orders.configure(2)
    orders["broker-2"].start()


@scenario(
    "orders-advertised", Orders, fault="a broker is restarted with a wrong advertised listener", error_class="BAD_CONFIGURATION", root="broker-1",
    onset=("broker-1", r"INFO KafkaConfig values"),
    evidence=[("broker-1", r"^\s+advertised\.listeners = .*19999"), ("producer", r"127\.0\.0\.1:19999"), ("consumer", r"127\.0\.0\.1:19999")],
    fetch=["consumer", "producer", "broker-1", "broker-2"],
    runs=[Run("The order pipeline lost a part of its traffic after a restart at {time}; all three brokers say they are healthy. Root service, error class, onset, evidence?",
              seed=321, warm=10, after=12)])
def advertised(orders, run):
    orders["broker-1"].stop(seconds=30)
    orders.extra[1]["advertised.listeners"] = "CLIENT://127.0.0.1:19999,INTERNAL://127.0.0.1:19291"
    orders.configure(1)
    orders["broker-1"].start()


@scenario(
    "orders-disk", Orders, fault="the disk of a broker runs full", error_class="DISK_FULL", root="broker-3",
    onset=("broker-3", r"^\[20.*(No space left on device|Error while (appending|writing|reading)|ERROR)"),
    evidence=[("broker-3", r"No space left on device"), ("broker-3", r"(Shutdown broker because|Stopping serving|fatal)"), EXPIRED],
    fetch=["producer", "broker-3", "broker-1"],
    runs=[Run("Orders time out since {time}. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=331, options={"small_disk": 30, "pace": 90}, warm=14, after=14, decoy=restart_consumer)])
def disk(orders, run):
    ballast(orders.data_of(3).parent / "old-segments.tar")


@scenario(
    "orders-corrupt", Orders, fault="a segment file of a broker is damaged", error_class="CORRUPT_DATA", root="broker-2",
    onset=("broker-2", r"(Found invalid messages in log segment|Corrupt|corrupt)"),
    evidence=[("broker-2", r"Found invalid messages in log segment"), ("consumer", r"(out of range|Truncation detected)")],
    fetch=["consumer", "broker-2", "producer"], greps=["ERROR|WARN|corrupt"],
    runs=[Run("The consumer jumped back and booked strange offsets around {time}. What is the root service, which error class is it, since when, and which lines prove it?",
              seed=341, warm=14, after=10)])
def corrupt(orders, run):
    broker = orders["broker-2"]
    broker.stop(signal.SIGKILL)
    for segment in orders.data_of(2).glob("orders-*/00000000000000000000.log"):
        size = os.path.getsize(segment)
        with open(segment, "r+b") as file:
            file.seek(size // 2)
            file.write(os.urandom(256))
    broker.start()


@scenario(
    "orders-credentials", Orders, fault="a broker is restarted with another password for the client user", error_class="AUTHENTICATION_FAILED", root="broker-2",
    onset=("broker-2", r"Failed authentication with"),
    evidence=[("broker-2", r"Failed authentication with"), ("producer", r"(Authentication failed|authentication failed|SaslAuthenticationException)"),
              ("consumer", r"(Authentication failed|authentication failed|SaslAuthenticationException)")],
    fetch=["producer", "consumer", "broker-1", "broker-2"], greps=["ERROR|WARN|timeout", "(?i)authentication"],
    runs=[Run("Since {time} the producer cannot deliver part of its orders. Which service is to blame, which class of error, when did it start and what proves it?",
              seed=351, options={"sasl": True}, warm=12, after=10)])
def credentials(orders, run):
    orders["broker-2"].stop(seconds=30)
    orders.users[2]["orders"] = "orders-rotated"
    orders.configure(2)
    orders["broker-2"].start()


@scenario(
    "orders-port", Orders, fault="a restarted broker finds its port taken", error_class="PORT_IN_USE", root="broker-3",
    onset=("broker-3", r"^\[20.*(Address already in use|failed to bind|ERROR)"),
    evidence=[("broker-3", r"(Socket server failed to bind|Address already in use)"), EXPIRED],
    fetch=["producer", "broker-3", "consumer", "broker-2"],
    runs=[Run("A broker was restarted for a patch and the order flow has been disturbed since about {time}. Root service, error class, onset and evidence please.",
              seed=361, warm=12, after=10)])
def port(orders, run):
    broker = orders["broker-3"]
    broker.stop(seconds=30)
    occupant = socket.create_server(("127.0.0.1", 19093), backlog=8)
    broker.start(wait=False)
    wait_until(lambda: not broker.alive(), 60, "the broker gives up")
    occupant.close()
