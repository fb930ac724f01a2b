"""Makes documents from jobs."""

import random
import sys
import time

import pika
import support

NAME = support.setting("worker")
log = support.logger(NAME)
__import__("logging").getLogger("pika").setLevel("WARNING")
WORK = float(support.setting("work", "0.2"))
TTL = support.number("queue_ttl", 0)


def render(channel, method, properties, body):
    start = time.monotonic()
    kind, number = body.decode("utf-8", "replace").split(":")[:2]
    time.sleep(random.uniform(0.5, 1.3) * WORK)
    if kind == "poster":
        raise MemoryError(f"template {kind} needs a canvas of 90000 x 120000")
    if random.random() < 0.02:
        log.warning("job %s has an unknown font, the default font is used", number)
    channel.basic_ack(method.delivery_tag)
    log.info("job %s (%s) done in %d ms", number, kind, (time.monotonic() - start) * 1000)
    support.count(start, True)


def consume():
    credentials = pika.PlainCredentials(support.setting("user"), support.setting("password"))
    connection = pika.BlockingConnection(pika.ConnectionParameters(
        "127.0.0.1", support.number("port", 22672), credentials=credentials, heartbeat=5, socket_timeout=2, stack_timeout=4,
        client_properties={"connection_name": NAME}))
    channel = connection.channel()
    arguments = {"x-message-ttl": TTL} if TTL else {}
    channel.queue_declare("documents", durable=True, arguments=arguments)
    channel.basic_qos(prefetch_count=2)
    channel.basic_consume("documents", render)
    log.info("waiting for jobs")
    channel.start_consuming()


support.start_stats()
log.info("%s started%s", NAME, f", queue ttl {TTL} ms" if TTL else "")
while True:
    try:
        consume()
    except MemoryError as e:
        support.failed(log, "fatal: rendering failed", e)
        sys.exit(1)
    except (pika.exceptions.AMQPError, OSError) as e:
        support.failed(log, "lost the broker", e if str(e) else RuntimeError(repr(e)[:200]))
        support.count(time.monotonic(), False)
        support.pause(1.2)
