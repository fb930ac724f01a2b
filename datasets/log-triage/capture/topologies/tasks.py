"""Background jobs: an intake publishes to RabbitMQ, two workers consume; a supervisor starts a worker again that ends."""

from runtime import LOGS, RUN, Service, call, clean_env, fresh_folder, port_open, wait_until, write
import runtime
from systems import System
from topologies.common import LOGFMT, LOGFMT_DATES, python_app, PYTHON

HOME = RUN / "rabbitmq"


class RabbitMq(Service):
    """RabbitMQ logs to its console; its Erlang node and its distribution port listen on the loopback only."""

    def __init__(self, name, port):
        fresh_folder(RUN / name)
        self.port = port
        self.node = f"{name}@localhost"
        env = {"RABBITMQ_NODENAME": self.node, "RABBITMQ_MNESIA_BASE": HOME / "mnesia", "RABBITMQ_LOG_BASE": HOME / "log", "RABBITMQ_LOGS": "-",
               "RABBITMQ_CONFIG_FILE": HOME / "rabbitmq", "RABBITMQ_ENABLED_PLUGINS_FILE": HOME / "plugins", "RABBITMQ_NODE_PORT": port, "HOME": HOME,
               "RABBITMQ_DIST_PORT": 22692, "ERL_EPMD_PORT": 22369, "ERL_EPMD_ADDRESS": "127.0.0.1", "RABBITMQ_CONF_ENV_FILE": "/dev/null",
               "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 -kernel inet_dist_use_interface {127,0,0,1}", "NO_COLOR": 1}
        self.erlang = env
        super().__init__(name, ["/usr/lib/rabbitmq/bin/rabbitmq-server"], ready=port, env=env, ready_line="Server startup complete", seconds=120)

    def configure(self, **settings):
        options = {"listeners.tcp.1": f"127.0.0.1:{self.port}", "log.console": "true", "log.console.level": "info", "log.file": "false",
                   "loopback_users.guest": "true", "heartbeat": "5", "disk_free_limit.absolute": "10MB"}
        options.update(settings)
        write(HOME / "rabbitmq.conf", "".join(f"{key} = {value}\n" for key, value in options.items()))
        write(HOME / "plugins", "[].\n")

    def ctl(self, *words, check=True):
        return call(["/usr/lib/rabbitmq/bin/rabbitmqctl", "-n", self.node, *words], check=check, env=clean_env(**self.erlang), timeout=90)


class Tasks(System):

    def __init__(self, seed, pace=0.13, work=0.16, **broker):
        super().__init__(seed)
        self.broker = {key.replace("__", "."): value for key, value in broker.items()}
        self.add(RabbitMq("rabbitmq", 22672))
        self.add(python_app("intake", "intake", port=22672, pace=pace, user="intake", password="intake-demo"))
        for name, look in (("worker-1", {}), ("worker-2", {"log_format": LOGFMT, "log_dates": LOGFMT_DATES})):
            worker = python_app(name, "worker", port=22672, work=work, worker=name, user="worker", password="worker-demo", **look)
            worker.command = ["/usr/bin/python3", PYTHON / "supervise.py", *worker.command]
            self.add(worker)

    def start(self):
        rabbit = self["rabbitmq"]
        rabbit.configure(**self.broker)
        rabbit.start()
        for user in ("intake", "worker"):
            rabbit.ctl("add_user", user, f"{user}-demo")
            rabbit.ctl("set_permissions", user, ".*", ".*", ".*")
        for name in ("worker-1", "worker-2", "intake"):
            self[name].start()

    def stop(self):
        super().stop()
        runtime.subprocess.run(["epmd", "-port", "22369", "-kill"], env=clean_env(), check=False, stdout=-3, stderr=-3)
