#!/usr/bin/env python3
"""Captures the incidents: python3 capture.py build | list | run [--out FOLDER] [incident ...] | manifest [--out FOLDER]

Needs root (network of servers under /srv/headroom, small tmpfs mounts), Debian's nginx, redis and postgresql-15, Java 17 and Maven.
"""

import sys

sys.dont_write_bytecode = True

import argparse
import gzip
import io
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

import labels
import questions
import runtime
import scenarios
from runtime import APPS, CaptureError, Sampler, dump
from topologies.common import install_apps

HERE = pathlib.Path(__file__).resolve().parent
DATASET = HERE.parent
MOST_LINES = 4700
LEAST_ROWS = 100
FAILED = runtime.BASE / "failed"


def neutral(line):
    """The one change made to captured lines: the machine's name and kernel release become neutral ones."""
    host = socket.gethostname()
    for before in "=@,":
        line = line.replace(before + host, before + "node-1")
    return line.replace(os.uname().release, "6.1.0-demo")


def build():
    """Builds our applications and collects the server jars below /srv/headroom/apps."""
    install_apps(HERE)
    for project in ("apps/shop", "apps/clients", "servers/kafka", "servers/zookeeper"):
        target = APPS / project.split("/")[1]
        subprocess.run(["mvn", "-q", "-B", "-f", str(HERE / project / "pom.xml"), "package", f"-Dcapture.build={target}"], check=True)


def capture(incident, out):
    scenario, run = scenarios.INCIDENTS[incident]
    runtime.reset_run_folder()
    system = scenario.system(run.seed, **run.options)
    try:
        system.start()
        sampler = Sampler(list(system.services.values()), system.load_of)
        sampler.start()
        system.start_traffic()
        time.sleep(run.warm * 0.5)
        if run.decoy:
            run.decoy(system)
        time.sleep(run.warm * 0.5)
        after = {name: service.lines() for name, service in system.services.items()}
        scenario.inject(system, run)
        run_on(system, run.after, sampler)
        logs = {name: [neutral(line) for line in service.text_lines()] for name, service in system.services.items()}
        sampler.done.set()
        system.stop_traffic()
    finally:
        system.stop()
    save(out, incident, scenario, run, logs, after, sampler.rows)


def run_on(system, seconds, sampler):
    """Lets the system run on; a little longer on a slow machine, where there are too few measurements yet."""
    end = time.monotonic() + seconds
    while (time.monotonic() < end or time.monotonic() < end + 15 and len(sampler.rows) < LEAST_ROWS) and sum(service.lines() for service in system.services.values()) < MOST_LINES:
        time.sleep(0.3)


def save(out, incident, scenario, run, logs, after, rows):
    total = sum(len(log) for log in logs.values())
    if not 500 <= total <= 5000:
        raise CaptureError(f"{incident}: {total} lines: " + str({name: len(log) for name, log in logs.items()}))
    if len(rows) < LEAST_ROWS:
        raise CaptureError(f"{incident}: only {len(rows)} measurements")
    gold = labels.gold(scenario, logs, after)
    onset = gold["onset"]
    clock = labels.clock_of(logs[onset["service"]][onset["line"] - 1])
    folder = out / "incidents" / incident
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, log in logs.items():
        (folder / f"{name}.log.gz").write_bytes(packed("".join(line + "\n" for line in log)))
    dump(folder / "incident.json", {
        "id": incident, "system": scenario.system_name, "fault": run.fault or scenario.fault, "split": "", "tier": labels.tier(logs),
        "services": list(logs), "question": run.question.format(time=clock), "toolCalls": calls_of(scenario, run), "gold": gold})
    (folder / "metrics.json").write_text("[\n" + ",\n".join(json.dumps(row) for row in rows[:600]) + "\n]\n")
    print(f"{incident}: {total} lines, onset {onset}, evidence {gold['evidence']}")


def calls_of(scenario, run):
    """What a sensible agent asks for: measurements, a search or two, some logs."""
    return [{"tool": "fetch_metrics", "arguments": {}}, *map(labels.grep, run.greps or scenario.greps), *map(labels.fetch, run.fetch or scenario.fetch)]


def packed(text):
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=9, mtime=0) as out:
        out.write(text.encode("utf-8"))
    return buffer.getvalue()


def manifest(out):
    """Splits the incidents that are there, asks their further questions and writes the manifest."""
    found = {}
    for turn, file in enumerate(sorted(out.glob("incidents/*/incident.json"))):
        found[file] = value = json.loads(file.read_text())
        logs = {service: gzip.decompress((file.parent / f"{service}.log.gz").read_bytes()).decode().split("\n")[:-1] for service in value["services"]}
        value["toolCalls"] = calls_of(*scenarios.INCIDENTS[value["id"]])
        value["questions"] = questions.of(value, logs, turn)
    split = labels.splits([(value["id"], value["system"]) for value in found.values()])
    for file, value in found.items():
        value["split"] = split[value["id"]]
        dump(file, value)
    dump(out / "manifest.json", {"format": 1, "workload": "log-triage", "incidents": sorted(split), "errorClasses": labels.ERROR_CLASSES})


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["build", "list", "run", "manifest"])
    parser.add_argument("--out", type=pathlib.Path, default=DATASET)
    parser.add_argument("incidents", nargs="*")
    asked = parser.parse_intermixed_args()
    if asked.what == "build":
        build()
    elif asked.what == "list":
        print("\n".join(sorted(scenarios.INCIDENTS)))
    elif asked.what == "manifest":
        manifest(asked.out)
    else:
        broken = []
        for incident in asked.incidents or sorted(scenarios.INCIDENTS):
            try:
                capture(incident, asked.out)
            except (CaptureError, subprocess.SubprocessError) as e:
                broken.append(incident)
                shutil.copytree(runtime.LOGS, FAILED / incident, dirs_exist_ok=True)
                print(f"{incident}: FAILED: {e}", flush=True)
        manifest(asked.out)
        if broken:
            sys.exit("failed: " + ", ".join(broken))


if __name__ == "__main__":
    main()
