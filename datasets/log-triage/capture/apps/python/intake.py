"""Takes orders for documents and publishes a job for each."""

import random
import time

import pika
import support

log = support.logger("intake")
logging_of_library = __import__("logging").getLogger("pika")
logging_of_library.setLevel("WARNING")
state = {"channel": None, "number": 0, "blocked": False}


def connect():
    credentials = pika.PlainCredentials(support.setting("user"), support.setting("password"))
    connection = pika.BlockingConnection(pika.ConnectionParameters(
        "127.0.0.1", support.number("port", 22672), credentials=credentials, heartbeat=5, blocked_connection_timeout=4, socket_timeout=2,
        stack_timeout=4, client_properties={"connection_name": "intake"}))
    connection.add_on_connection_blocked_callback(lambda *a: log.warning("the broker blocks this connection"))
    connection.add_on_connection_unblocked_callback(lambda *a: log.info("the broker unblocks this connection"))
    channel = connection.channel()
    channel.confirm_delivery()
    channel.queue_declare("documents", durable=True)
    log.info("connected to rabbitmq at 127.0.0.1:%d", support.number("port", 22672))
    return channel


def publish():
    try:
        if state["channel"] is None or not state["channel"].is_open:
            state["channel"] = connect()
        state["number"] += 1
        kind = random.choice(["invoice", "label", "letter", "report"])
        if random.random() < 0.03:
            log.warning("order %d has no address, it waits for the clerk", state["number"])
            return True
        start = time.monotonic()
        state["channel"].basic_publish("", "documents", f"{kind}:{state['number']}".encode(), pika.BasicProperties(delivery_mode=2))
        log.info("job %d (%s) published in %d ms", state["number"], kind, (time.monotonic() - start) * 1000)
        return True
    except (pika.exceptions.AMQPError, OSError) as e:
        detail = e if str(e) else RuntimeError(type(e).__name__ + " " + repr(e)[:200])
        support.failed(log, "publishing failed", detail)
        state["channel"] = None
        support.pause(0.5)
        return False


support.start_stats()
log.info("intake started")
support.forever(float(support.setting("pace", "0.15")), publish)
