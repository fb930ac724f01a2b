#!/usr/bin/env python3
"""Checks the whole data set: python3 check.py [FOLDER]. Prints a table; names file and field of everything broken and exits with 1."""

import sys

sys.dont_write_bytecode = True

import collections
import gzip
import json
import pathlib
import re

import labels
import questions
import scenarios

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
HOST_PATHS = re.compile(r"(?<![\w.])/(work|root|home)/")
TOOLS = {"fetch_metrics": (), "grep_logs": ("pattern",), "fetch_logs": ("service",)}
FIELDS = {"id": str, "system": str, "fault": str, "split": str, "tier": str, "services": list, "question": str, "toolCalls": list, "gold": dict, "questions": list}
METRICS = ["time", "service", "up", "cpuPercent", "rssMb", "openFds", "threads", "requests", "errors", "p95Ms"]
problems = []


def expect(condition, file, field, message):
    if not condition:
        problems.append(f"{file.relative_to(FOLDER)}: {field}: {message}")
    return condition


def read_json(file):
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        expect(False, file, "(whole file)", f"cannot be read: {e}")
        return None


def read_log(file):
    try:
        raw = file.read_bytes()
        text = gzip.decompress(raw).decode("utf-8")
    except (OSError, ValueError, EOFError) as e:
        expect(False, file, "(whole file)", f"cannot be read: {e}")
        return []
    expect(raw[4:8] == b"\0\0\0\0", file, "gzip header", "modification time is not 0")
    expect(not raw[3] & 0x08, file, "gzip header", "contains a file name")
    expect("\r" not in text, file, "line ends", "contains a carriage return")
    if not expect(text.endswith("\n"), file, "line ends", "last line is not complete"):
        return []
    lines = text[:-1].split("\n")
    for number, line in enumerate(lines, 1):
        expect(not HOST_PATHS.search(line), file, f"line {number}", "contains a path of the capturing machine")
    return lines


def check_incident(folder):
    file = folder / "incident.json"
    incident = read_json(file)
    if incident is None:
        return None
    for name, kind in FIELDS.items():
        if not expect(isinstance(incident.get(name), kind), file, name, f"is missing or no {kind.__name__}"):
            return None
    expect(set(incident) == set(FIELDS), file, "(fields)", f"unknown: {sorted(set(incident) - set(FIELDS))}")
    expect(incident["id"] == folder.name, file, "id", "is not the folder's name")
    expect(incident["split"] in ("dev", "test"), file, "split", "is neither dev nor test")
    expect(not HOST_PATHS.search(file.read_text()), file, "(text)", "contains a path of the capturing machine")
    services = incident["services"]
    expect(len(services) > 1 and len(set(services)) == len(services), file, "services", "needs several distinct services")
    present = sorted(path.name for path in folder.iterdir())
    wanted = sorted(["incident.json", "metrics.json"] + [f"{service}.log.gz" for service in services])
    expect(present == wanted, file, "services", f"folder holds {present}, expected {wanted}")
    logs = {service: read_log(folder / f"{service}.log.gz") for service in services}
    total = sum(len(log) for log in logs.values())
    expect(500 <= total <= 5000, file, "(logs)", f"{total} lines, expected 500 to 5,000")
    if total:
        expect(incident["tier"] == labels.tier(logs), file, "tier", f"should be {labels.tier(logs)}")
    check_calls(file, "toolCalls", incident["toolCalls"], incident["services"])
    check_fetched(file, incident)
    check_gold(file, incident, logs)
    check_metrics(folder / "metrics.json", services)
    return incident, logs


def check_calls(file, name, calls, services):
    for index, call in enumerate(calls):
        field = f"{name}[{index}]"
        if expect(call.get("tool") in TOOLS, file, field, f"unknown tool {call.get('tool')}"):
            expect(tuple(call.get("arguments", {})) == TOOLS[call["tool"]], file, field, "wrong arguments")
            if call["tool"] == "grep_logs":
                try:
                    re.compile(call["arguments"]["pattern"])
                except re.error as e:
                    expect(False, file, field, f"bad pattern: {e}")
            if call["tool"] == "fetch_logs":
                expect(call["arguments"]["service"] in services, file, field, "unknown service")


def check_fetched(file, incident):
    calls = incident["toolCalls"]
    fetched = {call["arguments"].get("service") for call in calls if call.get("tool") == "fetch_logs"}
    needed = {incident["gold"].get("rootService")} | {proof.get("service") for proof in incident["gold"].get("evidence", [])}
    expect(needed <= fetched | {call["arguments"].get("service") for call in calls}, file, "toolCalls", f"never fetch {sorted(needed - fetched)}")


def check_questions(found):
    """All further questions are asked again; the same must come out."""
    for turn, (name, (incident, logs)) in enumerate(sorted(found.items())):
        file = FOLDER / "incidents" / name / "incident.json"
        expect(incident["questions"] == questions.of(incident, logs, turn), file, "questions", "differ from what the logs say")
        for index, asked in enumerate(incident["questions"]):
            check_calls(file, f"questions[{index}].toolCalls", asked["toolCalls"], incident["services"])


def check_gold(file, incident, logs):
    gold = incident["gold"]
    expect(set(gold) == {"rootService", "errorClass", "onset", "evidence"}, file, "gold", "wrong fields")
    expect(gold.get("rootService") in logs, file, "gold.rootService", "is no service of the incident")
    expect(gold.get("errorClass") in labels.ERROR_CLASSES, file, "gold.errorClass", "is not in the vocabulary")
    onset, evidence = gold.get("onset", {}), gold.get("evidence", [])
    expect(2 <= len(evidence) <= 6, file, "gold.evidence", f"{len(evidence)} lines, expected 2 to 6")
    scenario = scenarios.INCIDENTS.get(incident["id"], (None,))[0]
    if not expect(scenario is not None, file, "id", "no scenario declares it"):
        return
    expect((scenario.root, scenario.error_class) == (gold.get("rootService"), gold.get("errorClass")), file, "gold", "differs from the scenario")
    line = line_of(file, "gold.onset", onset, logs)
    if line is not None:
        expect(set(onset) == {"service", "line", "time"}, file, "gold.onset", "wrong fields")
        expect(labels.time_of(line) == onset.get("time"), file, "gold.onset.time", "is not the time of the line")
        expect(onset["service"] == scenario.onset[0] and re.search(scenario.onset[1], line), file, "gold.onset", "does not match the scenario's pattern")
    for index, proof in enumerate(evidence):
        field = f"gold.evidence[{index}]"
        line = line_of(file, field, proof, logs)
        if line is not None:
            matching = any(where == proof["service"] and re.search(kind, line) for where, kind in scenario.evidence)
            expect(matching, file, field, "matches no evidence pattern of the scenario")


def line_of(file, field, place, logs):
    log = logs.get(place.get("service"))
    number = place.get("line")
    if expect(log is not None, file, field, "unknown service") and expect(isinstance(number, int) and 1 <= number <= len(log), file, field, f"line {number} is out of range"):
        return log[number - 1]
    return None


def check_metrics(file, services):
    rows = read_json(file)
    if not expect(isinstance(rows, list) and 100 <= len(rows) <= 600, file, "(rows)", "needs 100 to 600 rows"):
        return
    for index, row in enumerate(rows):
        if not expect(isinstance(row, dict) and list(row) == METRICS, file, f"row {index}", "fields differ"):
            return
        expect(row["service"] in services, file, f"row {index}.service", "unknown service")


def check_manifest(found):
    file = FOLDER / "manifest.json"
    manifest = read_json(file) or {}
    expect(manifest.get("format") == 1, file, "format", "is not 1")
    expect(manifest.get("workload") == "log-triage", file, "workload", "is not log-triage")
    expect(manifest.get("incidents") == sorted(found), file, "incidents", "is not the sorted list of the folders")
    expect(manifest.get("errorClasses") == labels.ERROR_CLASSES, file, "errorClasses", "is not the vocabulary")
    split = labels.splits([(name, incident["system"]) for name, (incident, _) in found.items()])
    for name, (incident, _) in found.items():
        expect(incident["split"] == split[name], FOLDER / "incidents" / name / "incident.json", "split", f"should be {split[name]}")
    expect(len(found) >= 100, file, "incidents", f"only {len(found)}, expected at least 100")
    kinds = collections.Counter(incident["system"] for incident, _ in found.values())
    expect(len(kinds) >= 6, file, "incidents", f"only {len(kinds)} systems, expected at least 6")
    same = collections.Counter(name.rsplit("-", 1)[0] for name in found)
    for kind, count in same.items():
        expect(count <= 3, file, "incidents", f"{count} of kind {kind}, expected at most 3")


def table(found):
    print("| incident | system | fault | class | root | lines per service | total | evidence | tier | split |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, (incident, logs) in sorted(found.items()):
        counts = ", ".join(f"{service} {len(log)}" for service, log in logs.items())
        gold = incident["gold"]
        print(f"| {name} | {incident['system']} | {incident['fault']} | {gold['errorClass']} | {gold['rootService']} | {counts} | "
              f"{sum(len(log) for log in logs.values())} | {len(gold['evidence'])} | {incident['tier']} | {incident['split']} |")


def main():
    found = {}
    for folder in sorted((FOLDER / "incidents").iterdir()):
        checked = check_incident(folder)
        if checked:
            found[folder.name] = checked
    check_questions(found)
    check_manifest(found)
    table(found)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        sys.exit(f"{len(problems)} problems")
    asked = collections.Counter(one["questionKind"] for incident, _ in found.values() for one in incident["questions"])
    print(f"\n{len(found)} incidents, {dict(sorted(asked.items()))} further questions, no problems")


if __name__ == "__main__":
    main()
