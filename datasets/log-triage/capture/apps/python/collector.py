"""Receives measurements and keeps the latest of each sensor in Redis."""

import ssl
import time

import paho.mqtt.client as mqtt
import redis
import support

log = support.logger("collector")
store = redis.Redis("127.0.0.1", support.number("store", 21379), socket_timeout=1.5, socket_connect_timeout=1.0)


def on_connect(client, data, flags, code):
    if code == 0:
        log.info("subscribed to sensors/#")
        client.subscribe("sensors/#", qos=1)
    else:
        log.error("broker refused the connection: %s", mqtt.connack_string(code))


def on_disconnect(client, data, code):
    log.warning("connection to broker lost: %s", mqtt.error_string(code))


def on_message(client, data, message):
    start = time.monotonic()
    try:
        value = float(message.payload)
        store.hset("latest", message.topic, value)
        store.lpush(f"history:{message.topic}", f"{time.time():.0f} {value} " + "." * 200)
        log.info("stored %s = %.2f", message.topic, value)
        support.count(start, True)
    except ValueError as e:
        log.warning("%s holds no number: %s", message.topic, e)
    except redis.RedisError as e:
        support.failed(log, f"storing {message.topic} failed", e)
        support.count(start, False)


def main():
    support.start_stats()
    broker = mqtt.Client(client_id=support.setting("client"), clean_session=True)
    broker.username_pw_set("collector", support.setting("password"))
    broker.tls_set(ca_certs=support.setting("ca"), cert_reqs=ssl.CERT_REQUIRED)
    broker.on_connect, broker.on_disconnect, broker.on_message = on_connect, on_disconnect, on_message
    log.info("collector started")
    connected = False
    while True:
        if not connected:
            try:
                broker.connect("127.0.0.1", support.number("port", 21883), keepalive=5)
                connected = True
            except OSError as e:
                support.failed(log, "cannot connect to the broker", e)
                support.count(time.monotonic(), False)
                support.pause(1.0)
                continue
        connected = broker.loop(timeout=0.2) == mqtt.MQTT_ERR_SUCCESS
        if not connected:
            support.pause(0.7)


main()
