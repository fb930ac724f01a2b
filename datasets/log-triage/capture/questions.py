"""Questions beside the one for the root cause. Their answers are computed from the raw logs, so nobody picks them.

count: how many lines of a service hold a text, in the whole log or in some seconds. absence: which one of the services says nothing of a
kind, or nothing at all at the end. A question is only asked where the logs have one clear answer.
"""

import re

import labels

CLOCK = re.compile(r"(?<!\d)(\d\d):(\d\d):(\d\d)")
PHRASE = re.compile(r"(?:[A-Za-z][A-Za-z()-]*[ :]+){2,8}[A-Za-z][A-Za-z()-]*")
LEAST, MOST = 4, 400
TAIL_SECONDS = 6
WINDOW_SECONDS = 8
KINDS = ("ERROR", "WARN", "refused", "timed out", "failed", "error", "closed")


def seconds_of(line):
    """The time of day of a line, or None."""
    found = CLOCK.search(line[:160])
    return None if not found else int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3])


def clock(seconds):
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def of(incident, logs, turn):
    """The further questions of the incident that is the turn-th (from 0) of all, sorted by id."""
    makers = {1: count_all, 3: silent, 4: count_window, 5: never}
    made = makers[turn % 6](incident, logs) if turn % 6 in makers else None
    return [] if made is None else [made]


def phrases(incident, logs):
    """Texts of the evidence that occur a fair number of times in their log: (service, text, numbers of its lines)."""
    for place in incident["gold"]["evidence"]:
        log = logs[place["service"]]
        line = log[place["line"] - 1]
        for text in sorted(PHRASE.findall(re.sub(r"\S*\d\S*|\"[^\"]*\"|'[^']*'", "#", line)), key=lambda one: (-len(one), one)):
            numbers = [number for number, other in enumerate(log, 1) if text in other]
            if LEAST <= len(numbers) <= MOST and all(seconds_of(log[number - 1]) is not None for number in numbers):
                yield place["service"], text, numbers


def count_all(incident, logs):
    for service, text, numbers in phrases(incident, logs):
        return question("count", f'How many lines of the log of {service} hold the text "{text}"?',
                        [labels.grep(re.escape(text)), labels.fetch(service)], len(numbers), [{"service": service, "line": numbers[0]}])
    return None


def count_window(incident, logs):
    for service, text, numbers in phrases(incident, logs):
        log = logs[service]
        times = [seconds_of(log[number - 1]) for number in numbers]
        start = times[len(times) // 3]
        inside = [number for number, time in zip(numbers, times) if start <= time <= start + WINDOW_SECONDS]
        if LEAST <= len(inside) < len(numbers):
            return question("count", f'How many lines of the log of {service} with a time from {clock(start)} to {clock(start + WINDOW_SECONDS)} '
                            f'hold the text "{text}"?', [labels.fetch(service)], len(inside), [{"service": service, "line": inside[0]}])
    return None


def silent(incident, logs):
    last = {service: max((time for time in map(seconds_of, log) if time is not None), default=0) for service, log in logs.items()}
    end = sorted(last.values())[len(last) // 2] - TAIL_SECONDS
    quiet = [service for service, time in last.items() if time < end]
    if len(quiet) != 1 or len(logs) < 3:
        return None
    return question("absence", f"Which one of the services {', '.join(logs)} has logged nothing from {clock(end)} on?",
                    [labels.fetch(service) for service in logs], quiet[0], [])


def never(incident, logs):
    for text in KINDS:
        without = [service for service, log in logs.items() if not any(text in line for line in log)]
        if len(without) == 1 and len(logs) >= 3:
            return question("absence", f'Which one of the services {", ".join(logs)} has not a single line with the text "{text}"?',
                            [labels.fetch(service) for service in logs], without[0], [])
    return None


def question(kind, text, calls, answer, evidence):
    return {"questionKind": kind, "question": text, "toolCalls": calls, "gold": {"answer": str(answer), "evidence": evidence}}
