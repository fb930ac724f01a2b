"""Starts a command again whenever it ends by itself, as every container runtime does: supervise.py COMMAND..."""

import datetime
import signal
import subprocess
import sys
import time

running = True
child = None


def stop(number, frame):
    global running
    running = False
    if child:
        child.send_signal(signal.SIGTERM)


def note(text):
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S,%f")[:-3]
    print(f"{now} INFO     supervisor: {text}", flush=True)


signal.signal(signal.SIGTERM, stop)
restarts = 0
while running:
    child = subprocess.Popen(sys.argv[1:])
    note(f"process {child.pid} spawned")
    code = child.wait()
    if running:
        restarts += 1
        note(f"process {child.pid} exited with status {code}; restart {restarts} follows")
        time.sleep(0.7)
