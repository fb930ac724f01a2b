"""A configuration registry: three etcd servers, a publisher that writes to all of them, and two agents that each know one of them."""

from runtime import RUN, Service, call, fresh_folder
import runtime
from systems import System
from topologies.common import LOGFMT, LOGFMT_DATES, PLAIN, PLAIN_DATES, certificate, python_app


class Registry(System):

    IDS = (1, 2, 3)

    def __init__(self, seed, quota=None, small_disk=None, pace=0.12, tls=False):
        super().__init__(seed)
        self.quota, self.tls, self.ca = quota, tls, RUN / "ca"
        scheme = "https" if tls else "http"
        for number in self.IDS:
            self.add_server(number, small_disk if number == 2 else None)
        urls = ",".join(f"{scheme}://127.0.0.1:{24370 + n}" for n in self.IDS)
        more = {"ca": self.ca / "ca.pem"} if tls else {}
        self.add(python_app("publisher", "registry", role="publisher", urls=urls, pace=pace, **more))
        self.add(python_app("agent-a", "registry", role="agent", urls=f"{scheme}://127.0.0.1:24371", pace=pace * 1.3, log_format=LOGFMT, log_dates=LOGFMT_DATES, **more))
        self.add(python_app("agent-b", "registry", role="agent", urls=f"{scheme}://127.0.0.1:24372", pace=pace * 1.3, log_format=PLAIN, log_dates=PLAIN_DATES, **more))

    def add_server(self, number, small_disk):
        name = f"etcd-{number}"
        folder = fresh_folder(RUN / name)
        data = (runtime.mount_small(folder / "disk", small_disk) if small_disk else folder) / "data"
        self.add(Service(name, self.command(number, data), ready=24370 + number, seconds=40))

    def command(self, number, data=None, **changes):
        name = f"etcd-{number}"
        scheme = "https" if self.tls else "http"
        settings = {
            "name": name, "data-dir": data or RUN / name / "data", "logger": "zap", "log-outputs": "stderr", "initial-cluster-token": "registry",
            "listen-client-urls": f"{scheme}://127.0.0.1:{24370 + number}", "advertise-client-urls": f"{scheme}://127.0.0.1:{24370 + number}",
            "listen-peer-urls": f"http://127.0.0.1:{24470 + number}", "initial-advertise-peer-urls": f"http://127.0.0.1:{24470 + number}",
            "initial-cluster": ",".join(f"etcd-{n}=http://127.0.0.1:{24470 + n}" for n in self.IDS), "heartbeat-interval": 100,
            "election-timeout": 1200, "snapshot-count": 200, "listen-metrics-urls": f"http://127.0.0.1:{24570 + number}"}
        if self.quota:
            settings["quota-backend-bytes"] = self.quota
        if self.tls:
            settings.update({"cert-file": self.ca / f"etcd-{number}.pem", "key-file": self.ca / f"etcd-{number}.key"})
        settings.update({key.replace("_", "-"): value for key, value in changes.items()})
        return ["etcd"] + [f"--{key}={value}" for key, value in settings.items()]

    def ctl(self, number, *words, check=True):
        scheme = "https" if self.tls else "http"
        more = [f"--cacert={self.ca / 'ca.pem'}"] if self.tls else []
        return call(["etcdctl", f"--endpoints={scheme}://127.0.0.1:{24370 + number}", *more, *words], check=check,
                    env=runtime.clean_env(ETCDCTL_API=3))

    def leader(self):
        """The name of the server that leads."""
        for number in self.IDS:
            status = self.ctl(number, "endpoint", "status", check=False).split(", ")
            if len(status) > 4 and status[4] == "true":
                return f"etcd-{number}"
        raise runtime.CaptureError("nobody leads")

    def lead(self, name):
        """Moves the leadership, so that a scenario can name its root beforehand."""
        number = int(self.leader()[-1])
        ids = {line.split(", ")[2]: line.split(", ")[0] for line in self.ctl(number, "member", "list").splitlines()}
        if f"etcd-{number}" != name:
            self.ctl(number, "move-leader", ids[name])

    def start(self):
        if self.tls:
            for number in self.IDS:
                certificate(self.ca, f"etcd-{number}")
        for number in self.IDS:
            self[f"etcd-{number}"].start(wait=False)
        for number in self.IDS:
            self[f"etcd-{number}"].await_ready()
        runtime.wait_until(lambda: "healthy" in self.ctl(1, "endpoint", "health", check=False), 30, "a healthy cluster")
        self.lead("etcd-3")
        for name in ("publisher", "agent-a", "agent-b"):
            self[name].start()
