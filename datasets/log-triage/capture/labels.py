"""How the gold labels, the tier and the split are computed. The rules, not the people, decide."""

import re

from runtime import CaptureError

ERROR_CLASSES = ["CONNECTION_REFUSED", "CONNECTION_RESET", "AUTHENTICATION_FAILED", "PORT_IN_USE", "DISK_FULL", "OUT_OF_MEMORY",
                 "CORRUPT_DATA", "LOCK_TIMEOUT", "SLOW_DEPENDENCY", "BAD_CONFIGURATION", "LEADER_LOST", "RESOURCE_EXHAUSTED",
                 "CERTIFICATE_EXPIRED", "NAME_RESOLUTION", "PERMISSION_DENIED", "RATE_LIMITED", "DEADLOCK", "CACHE_STAMPEDE", "RESTART_LOOP",
                 "PROTOCOL_MISMATCH", "SCHEMA_MISMATCH", "CLOCK_SKEW"]

TIMES = [re.compile(pattern) for pattern in (
    r"^\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| UTC|[+-]\d\d:\d\d)?)",       # application, postgres, kafka, zookeeper
    r"^(\d{4}/\d\d/\d\d \d\d:\d\d:\d\d)",                                       # nginx error log
    r"\[(\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\]",                 # nginx access log
    r"^(\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d\.\d+)",                               # payment
    r"^\d+:[A-Z] (\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\.\d+)",               # redis
    r"\bts=(\S+)",                                                              # logfmt
    r"^\[[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d\.\d+ \d{4})\]",         # apache error log
    r"^(\d{8} \d\d:\d\d:\d\d),",                                              # mariadb audit log
    r'"ts":"([^"]+)"',                                                          # etcd
)]


def time_of(line):
    """The time exactly as the line writes it."""
    for pattern in TIMES:
        found = pattern.search(line[:160])
        if found:
            return found.group(1)
    return None


def clock_of(line):
    return re.search(r"(\d\d:\d\d):\d\d", time_of(line)).group(1)


def first_match(logs, service, pattern, after):
    """1-based number of the first line of the service after the injection that matches; fails loudly when there is none."""
    wanted = re.compile(pattern)
    lines = logs[service]
    for index in range(after[service], len(lines)):
        if wanted.search(lines[index]):
            return index + 1
    raise CaptureError(f"no line of {service} after line {after[service]} matches {pattern!r}")


def grep(pattern):
    return {"tool": "grep_logs", "arguments": {"pattern": pattern}}


def fetch(service):
    return {"tool": "fetch_logs", "arguments": {"service": service}}


def gold(scenario, logs, after):
    service, pattern = scenario.onset
    line = first_match(logs, service, pattern, after)
    time = time_of(logs[service][line - 1])
    if time is None:
        raise CaptureError(f"the onset line of {service} has no time: {logs[service][line - 1]!r}")
    evidence = []
    for where, kind in scenario.evidence:
        proof = {"service": where, "line": first_match(logs, where, kind, after)}
        if proof not in evidence:
            evidence.append(proof)
    return {"rootService": scenario.root, "errorClass": scenario.error_class,
            "onset": {"service": service, "line": line, "time": time}, "evidence": evidence}


def tier(logs):
    """Share of lines that stay distinct once digits are masked: under 5 % ceiling, under 40 % typical, else near-unique."""
    lines = [re.sub(r"\d+", "#", line) for log in logs.values() for line in log]
    share = len(set(lines)) / len(lines)
    return "ceiling" if share < 0.05 else "typical" if share < 0.40 else "near-unique"


def splits(incidents):
    """Within every system the incidents, sorted by id, take turns: dev, test, dev, ..."""
    result = {}
    for system in sorted({system for _, system in incidents}):
        for turn, name in enumerate(sorted(name for name, where in incidents if where == system)):
            result[name] = "dev" if turn % 2 == 0 else "test"
    return result
