"""What all Python clients share: settings, logging, pacing, failure logging, and counters for the metrics sampler."""

import logging
import os
import random
import sys
import threading
import time

QUIET_SECONDS = 4
last_trace = {}
lock = threading.Lock()
latencies = []
counts = {"requests": 0, "errors": 0}


def setting(name, otherwise=None):
    value = os.environ.get(name.upper(), otherwise)
    if value is None:
        sys.exit(f"setting {name} is missing")
    return value


def number(name, otherwise):
    return int(setting(name, str(otherwise)))


def logger(name):
    logging.basicConfig(stream=sys.stdout, level=getattr(logging, setting("log_level", "DEBUG")), datefmt=setting("log_dates", "") or None,
                        format=setting("log_format", "%(asctime)s %(levelname)-8s [%(threadName)s] %(name)s: %(message)s"))
    return logging.getLogger(name)


def pause(seconds):
    time.sleep(seconds * random.uniform(0.5, 1.5))


def failed(log, what, failure):
    """With its traceback, but a repeated failure of one kind only as one line for a few seconds."""
    now = time.monotonic()
    kind = type(failure).__name__
    fresh = now - last_trace.get(kind, -QUIET_SECONDS) >= QUIET_SECONDS
    if fresh:
        last_trace[kind] = now
    log.error("%s: %s: %s", what, kind, str(failure).strip(), exc_info=failure if fresh else None)


def count(start, ok):
    with lock:
        counts["requests"] += 1
        counts["errors"] += 0 if ok else 1
        latencies.append((time.monotonic() - start) * 1000)
        del latencies[:-200]


def start_stats():
    """Writes "requests errors p95Ms" to the file of the setting "stats" twice a second."""
    file = setting("stats")

    def write():
        while True:
            with lock:
                ordered = sorted(latencies)
                p95 = ordered[(len(ordered) - 1) * 95 // 100] if ordered else 0.0
                text = f"{counts['requests']} {counts['errors']} {p95:.1f}\n"
            with open(file + ".next", "w") as out:
                out.write(text)
            os.replace(file + ".next", file)
            time.sleep(0.5)
    threading.Thread(target=write, daemon=True, name="stats").start()


def forever(pace, task):
    """Runs a task again and again; the task handles its own failures."""
    while True:
        start = time.monotonic()
        count(start, task() is not False)
        pause(pace)


def spawn(name, target, *arguments):
    thread = threading.Thread(target=target, args=arguments, name=name, daemon=True)
    thread.start()
    return thread
