"""Sensors: two gateways publish over MQTT (TLS) to mosquitto, a collector writes what it receives to Redis."""

import signal

from runtime import LOGS, RUN, Service, call, write
from systems import Redis, System
from topologies.common import LOGFMT, LOGFMT_DATES, PLAIN, PLAIN_DATES, certificate, python_app


class Telemetry(System):

    def __init__(self, seed, pace=0.16, broker="", redis=None, rogue_id="gateway-b"):
        super().__init__(seed)
        self.ca, self.broker_settings = RUN / "ca", broker
        self.conf = RUN / "mosquitto" / "mosquitto.conf"
        self.add(Service("mosquitto", ["mosquitto", "-c", self.conf], ready=21883))
        self.add(Redis("store", 21379, **(redis or {})))
        for name, look in (("gateway-a", {}), ("gateway-b", {"log_format": LOGFMT, "log_dates": LOGFMT_DATES})):
            self.add(self.gateway(name, pace, **look))
        self.add(python_app("collector", "collector", client="collector", password="collector-demo", ca=self.ca / "ca.pem", port=21883, store=21379,
                            log_format=PLAIN, log_dates=PLAIN_DATES))
        self.pace = pace

    def gateway(self, name, pace, client=None, tls=1, **look):
        return python_app(name, "gateway", client=client or name, user=name, password=f"{name}-demo", ca=self.ca / "ca.pem", port=21883, pace=pace, tls=tls, **look)

    def write_broker(self, more=None, cert=None):
        cert, key = cert or self.cert
        folder = RUN / "mosquitto"
        write(self.conf, f"""listener 21883 127.0.0.1
cafile {self.ca / 'ca.pem'}
certfile {cert}
keyfile {key}
allow_anonymous false
password_file {folder / 'passwords'}
acl_file {folder / 'acl'}
log_dest stdout
log_type all
log_timestamp_format %Y-%m-%dT%H:%M:%S
connection_messages true
{self.broker_settings if more is None else more}
""")

    def write_acl(self, gateways=("gateway-a", "gateway-b")):
        write(RUN / "mosquitto" / "acl", "user collector\ntopic read sensors/#\n" + "".join(f"user {name}\ntopic write sensors/{name}/#\n" for name in gateways), 0o600)

    def passwords(self, **changed):
        file = RUN / "mosquitto" / "passwords"
        write(file, "", 0o600)
        for name in ("gateway-a", "gateway-b", "collector"):
            call(["mosquitto_passwd", "-b", file, name, changed.get(name.replace("-", "_"), f"{name}-demo")])

    def start(self):
        self.cert = certificate(self.ca, "broker.example")
        self.passwords()
        self.write_acl()
        self.write_broker()
        for name in ("mosquitto", "store", "collector", "gateway-a", "gateway-b"):
            self[name].start()

    def reload(self):
        self["mosquitto"].send(signal.SIGHUP)
