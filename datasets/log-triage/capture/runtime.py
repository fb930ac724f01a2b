"""Processes, log positions, measurements: what every topology of the capture needs. Standard library only."""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

BASE = pathlib.Path("/srv/headroom")
APPS = BASE / "apps"
RUN = BASE / os.environ.get("CAPTURE_RUN", "run")
LOGS = RUN / "logs"
USER = "headroom"
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class CaptureError(Exception):
    """Something did not go as the scenario says; nothing of this run is kept."""


def wait_until(condition, seconds, what):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.1)
    raise CaptureError(f"timed out after {seconds} s: {what}")


def port_open(port):
    with socket.socket() as probe:
        probe.settimeout(0.3)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def fresh_folder(path):
    path.mkdir(parents=True, exist_ok=True)
    shutil.chown(path, USER, USER)
    return path


def write(path, text, mode=0o644):
    path.write_text(text)
    shutil.chown(path, USER, USER)
    path.chmod(mode)
    return path


def call(command, cwd=RUN, check=True, timeout=60, env=None):
    """Runs a helper command (initdb, psql, ...) as the unprivileged user; its output is no part of the data."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, user=USER, group=USER, env=env or clean_env(),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout)
    if check and done.returncode != 0:
        raise CaptureError(f"{command[0]} failed: {done.stdout[-2000:]}")
    return done.stdout


def clean_env(**more):
    env = {"PATH": "/usr/lib/postgresql/15/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(RUN), "LANG": "C.UTF-8", "TZ": "UTC"}
    env.update({key: str(value) for key, value in more.items()})
    return env


class Service:
    """One server process (with its children) that writes one log file."""

    def __init__(self, name, command, ready=None, env=None, log_itself=False, open_files=None, ready_line=None, seconds=60):
        self.name = name
        self.command = [str(part) for part in command]
        self.ready = ready
        self.ready_line = ready_line
        self.env = env or {}
        self.log = LOGS / f"{name}.log"
        self.folder = fresh_folder(RUN / name)
        self.log_itself = log_itself
        self.open_files = open_files
        self.seconds = seconds
        self.process = None

    def start(self, wait=True):
        command = self.command
        if self.open_files:
            command = ["prlimit", f"--nofile={self.open_files}:{self.open_files}"] + command
        if self.ready and wait and port_open(self.ready):
            raise CaptureError(f"port {self.ready} of {self.name} is taken before it starts")
        if not self.log.exists():
            write(self.log, "")
        before = self.lines()
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen(command, cwd=self.folder, user=USER, group=USER, env=clean_env(**self.env),
                                            stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)
        if wait:
            self.await_ready(before)
        return self

    def await_ready(self, lines_before=0):
        def is_ready():
            if self.process.poll() is not None:
                raise CaptureError(f"{self.name} ended while starting:\n" + self.log.read_text(errors="replace")[-3000:])
            if self.ready and not port_open(self.ready):
                return False
            return not self.ready_line or self.has(self.ready_line, lines_before)
        wait_until(is_ready, self.seconds, f"{self.name} ready")

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def send(self, number):
        if self.alive():
            os.kill(self.process.pid, number)

    def stop(self, number=signal.SIGTERM, seconds=20):
        if not self.alive():
            return
        tree = family(self.process.pid)
        self.send(number)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            number = signal.SIGKILL
        if number == signal.SIGKILL:
            kill_all(tree)
        self.process.wait(10)

    def text_lines(self):
        """The complete lines of the log (a line being written right now is left out)."""
        if not self.log.exists():
            return []
        text = self.log.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return text.split("\n")[:-1]

    def lines(self):
        return len(self.text_lines())

    def has(self, pattern, after=0):
        wanted = re.compile(pattern)
        return any(wanted.search(line) for line in self.text_lines()[after:])


def stat_of(pid):
    try:
        text = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    return text[text.rindex(")") + 2:].split()


def family(root):
    """The process and all its descendants."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            stat = stat_of(entry)
            if stat:
                children.setdefault(int(stat[1]), []).append(int(entry))
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        todo.extend(children.get(pid, []))
    return found


def kill_all(pids):
    """A killed parent leaves its workers behind; these end here too."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


class Sampler(threading.Thread):
    """Measures every service about once a second: processor, memory, file descriptors, threads, and the load it serves."""

    def __init__(self, services, load_of):
        super().__init__(daemon=True)
        self.services = services
        self.load_of = load_of
        self.rows = []
        self.before = {}
        self.done = threading.Event()

    def run(self):
        while not self.done.wait(self.interval()):
            for service in self.services:
                self.rows.append(self.sample(service))

    def interval(self):
        return 1.0 if len(self.services) > 3 else 0.5

    def sample(self, service):
        now = time.time()
        cpu_ticks = rss = fds = threads = 0
        up = service.alive()
        for pid in family(service.process.pid) if up else []:
            stat = stat_of(pid)
            if stat:
                cpu_ticks += int(stat[11]) + int(stat[12])
                threads += int(stat[17])
                rss += int(stat[21]) * PAGE
                try:
                    fds += len(os.listdir(f"/proc/{pid}/fd"))
                except OSError:
                    pass
        then, ticks_then = self.before.get(service.name, (now, cpu_ticks))
        self.before[service.name] = (now, cpu_ticks)
        cpu = max(0.0, 100.0 * (cpu_ticks - ticks_then) / TICKS / (now - then)) if now > then else 0.0
        requests, errors, p95 = self.load_of(service.name)
        return {"time": iso(now), "service": service.name, "up": up, "cpuPercent": round(cpu, 1),
                "rssMb": round(rss / 1048576, 1), "openFds": fds, "threads": threads,
                "requests": requests, "errors": errors, "p95Ms": p95}


def iso(seconds):
    millis = int(seconds * 1000)
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(millis // 1000)) + f".{millis % 1000:03d}Z"


def read_stats(path):
    """The counters a client application writes: requests, errors, p95 in milliseconds."""
    try:
        requests, errors, p95 = path.read_text().split()
        return int(requests), int(errors), round(float(p95), 1)
    except (OSError, ValueError):
        return None, None, None


def mount_small(path, megabytes):
    """A small memory file system, for disks that really run full."""
    path.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0777", "tmpfs", str(path)], check=True)
    shutil.chown(path, USER, USER)
    return path


def ballast(path, megabytes=200):
    """Somebody else's file takes the rest of the disk."""
    subprocess.run(["dd", "if=/dev/zero", f"of={path}", "bs=64k", f"count={megabytes * 16}"], user=USER, group=USER,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def unmount_all():
    for line in pathlib.Path("/proc/mounts").read_text().splitlines():
        point = line.split()[1]
        if point.startswith(f"{RUN}/"):
            subprocess.run(["umount", "-l", point], check=False)


def reset_run_folder():
    unmount_all()
    shutil.rmtree(RUN, ignore_errors=True)
    BASE.mkdir(exist_ok=True)
    for folder in (RUN, LOGS, RUN / "stats"):
        fresh_folder(folder)


def dump(path, value):
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")
