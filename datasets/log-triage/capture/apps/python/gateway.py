"""Publishes what the sensors of one site measure."""

import random
import ssl
import sys
import time

import paho.mqtt.client as mqtt
import support

NAME = support.setting("client")
log = support.logger("gateway")
HOST_PORT = ("127.0.0.1", support.number("port", 21883))
state = {"connected": False, "waiting": {}}


def on_connect(client, data, flags, code):
    state["connected"] = code == 0
    if code == 0:
        log.info("connected to broker %s:%d as %s", *HOST_PORT, NAME)
    else:
        log.error("broker %s:%d refused the connection: %s", *HOST_PORT, mqtt.connack_string(code))


def on_disconnect(client, data, code):
    if state["connected"] or code != 0:
        log.warning("connection to broker lost: %s", mqtt.error_string(code))
    state["connected"] = False


def on_publish(client, data, mid):
    topic, start = state["waiting"].pop(mid, ("?", time.monotonic()))
    log.debug("broker acknowledged %s after %d ms", topic, (time.monotonic() - start) * 1000)
    support.count(start, True)


def client():
    made = mqtt.Client(client_id=NAME, clean_session=True, protocol=mqtt.MQTTv311)
    made.username_pw_set(support.setting("user"), support.setting("password"))
    if support.number("tls", 1):
        made.tls_set(ca_certs=support.setting("ca"), cert_reqs=ssl.CERT_REQUIRED)
    made.on_connect, made.on_disconnect, made.on_publish = on_connect, on_disconnect, on_publish
    made.reconnect_delay_set(1, 2)
    return made


def measure(broker):
    sensor = random.choice(["boiler", "pump", "door", "meter", "valve"]) + f"-{random.randint(1, 30)}"
    topic = f"sensors/{support.setting('user')}/{sensor}"
    value = random.gauss(20, 4)
    if abs(value - 20) > 11:
        log.warning("sensor %s reports an unlikely value of %.1f", sensor, value)
    sent = broker.publish(topic, f"{value:.2f}" + " " * random.randint(0, 60), qos=1)
    state["waiting"][sent.mid] = (topic, time.monotonic())
    if len(state["waiting"]) > 60:
        log.error("%d measurements wait for the broker, the oldest are dropped", len(state["waiting"]))
        state["waiting"].clear()
        support.count(time.monotonic(), False)


def connect(broker):
    try:
        broker.connect(*HOST_PORT, keepalive=5)
        return True
    except OSError as e:
        support.failed(log, "cannot connect to broker %s:%d" % HOST_PORT, e)
        support.count(time.monotonic(), False)
        return False


def main():
    support.start_stats()
    log.info("gateway %s started, tls=%s", NAME, "on" if support.number("tls", 1) else "off")
    broker = client()
    while not connect(broker):
        support.pause(1.0)
    pace = float(support.setting("pace", "0.2"))
    due = time.monotonic()
    while True:
        code = broker.loop(timeout=0.05)
        if code != mqtt.MQTT_ERR_SUCCESS:
            if code not in (mqtt.MQTT_ERR_CONN_LOST, mqtt.MQTT_ERR_CONN_REFUSED):
                log.error("network loop failed: %s", mqtt.error_string(code))
            support.count(time.monotonic(), False)
            support.pause(1.0)
            connect(broker)
        elif time.monotonic() >= due and state["connected"]:
            due = time.monotonic() + pace * random.uniform(0.5, 1.5)
            measure(broker)


try:
    main()
except KeyboardInterrupt:
    sys.exit(0)
