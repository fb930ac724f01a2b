"""What several topologies need: our Python clients, servers that log without times, web visitors, certificates."""

import random
import shutil
import subprocess

import runtime
from runtime import APPS, RUN, Service, call, fresh_folder
from traffic import Shoppers

PYTHON = APPS / "python"


def install_apps(here):
    """Copies what needs no compiler, so that the unprivileged user can read it."""
    for name in ("python", "site"):
        shutil.copytree(here / "apps" / name, APPS / name, dirs_exist_ok=True)


def python_app(name, script, /, log_format=None, log_dates=None, ready_line="started", **settings):
    """One of our Python clients; settings become environment variables."""
    env = {key.upper(): value for key, value in settings.items()}
    env.update({"STATS": RUN / "stats" / name, "PYTHONUNBUFFERED": 1, "PYTHONDONTWRITEBYTECODE": 1})
    if log_format:
        env["LOG_FORMAT"] = log_format
    if log_dates:
        env["LOG_DATES"] = log_dates
    return Service(name, ["/usr/bin/python3", PYTHON / f"{script}.py"], env=env, ready_line=ready_line)


def stamped(name, *command):
    """The command of a server that logs without times."""
    return ["/usr/bin/python3", "-u", PYTHON / "stamp.py", name, *command]


LOGFMT = "ts=%(asctime)s.%(msecs)03dZ level=%(levelname)s logger=%(name)s msg=%(message)s"
LOGFMT_DATES = "%Y-%m-%dT%H:%M:%S"
PLAIN = "%(asctime)s.%(msecs)03d | %(levelname)-7s | %(name)s | %(message)s"
PLAIN_DATES = "%d.%m.%Y %H:%M:%S"


class Visitors(Shoppers):
    """A few threads that ask for pages; what they ask for is drawn by the caller's function: dice -> (method, path)."""

    def __init__(self, port, seed, per_second, draw, threads=4, agent="magazine-reader/3.1"):
        self.draw, self.agent = draw, agent
        super().__init__(port, seed, per_second, threads)

    def shop(self, dice):
        while not self.done.is_set():
            if dice.random() < 0.02:
                self.hang_up(self.draw(dice)[1])
            else:
                self.ask(*self.draw(dice), timeout=9)
            self.done.wait(dice.uniform(0.4, 1.6) * self.pause)


def certificate(folder, name, days=30, expired=False):
    """A certificate of the run's own authority; one that has expired was valid in the month before."""
    ca = fresh_folder(folder)
    if not (ca / "ca.pem").exists():
        call(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", ca / "ca.key", "-out", ca / "ca.pem", "-days", "30",
              "-subj", "/CN=demo authority"], cwd=ca)
    call(["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", ca / f"{name}.key", "-out", ca / f"{name}.csr", "-subj", f"/CN={name}",
          "-addext", f"subjectAltName=DNS:{name},IP:127.0.0.1"], cwd=ca)
    sign = ["openssl", "x509", "-req", "-in", ca / f"{name}.csr", "-CA", ca / "ca.pem", "-CAkey", ca / "ca.key", "-CAcreateserial",
            "-copy_extensions", "copy", "-out", ca / f"{name}.pem"]
    call(["faketime", "-f", "-40d", *sign, "-days", "20"] if expired else [*sign, "-days", days], cwd=ca)
    return ca / f"{name}.pem", ca / f"{name}.key"


def background(command, env=None):
    """A client that is no part of the system under watch, by the unprivileged user; the caller keeps it for the end."""
    return subprocess.Popen([str(part) for part in command], user=runtime.USER, group=runtime.USER, cwd=RUN, env=runtime.clean_env(**(env or {})),
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def dice_of(seed):
    return random.Random(seed)
