"""Starts a server that logs without times and puts a time before each of its lines, as a journal does: stamp.py NAME COMMAND..."""

import datetime
import signal
import subprocess
import sys

child = subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, lambda got, _: child.send_signal(got))
for line in child.stdout:
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="microseconds")
    sys.stdout.write(f"{now} node-1 {sys.argv[1]}[{child.pid}]: " + line.decode("utf-8", "replace").rstrip() + "\n")
    sys.stdout.flush()
sys.exit(child.wait())
