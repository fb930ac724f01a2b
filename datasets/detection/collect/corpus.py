"""Gathers samples, cuts them at line ends as agents see them, and writes the corpus."""
import hashlib
import json
import os
import re
import subprocess

DEMO = os.environ.get("DEMO", "/srv/demo")
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
MIN, MAX = 300, 12_000
ENV = {
    "HOME": f"{DEMO}/home", "PATH": f"{DEMO}/py/venv/bin:{DEMO}/node/node_modules/.bin:/usr/local/go/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin",
    "LANG": "C.UTF-8", "TERM": "dumb", "PAGER": "cat", "GIT_PAGER": "cat", "GOFLAGS": "-mod=mod", "GOPATH": f"{DEMO}/home/go",
    "GOTRACEBACK": "all", "RUST_BACKTRACE": "1", "CARGO_HOME": f"{DEMO}/home/.cargo", "CARGO_TERM_COLOR": "never",
    "GIT_AUTHOR_NAME": "Demo", "GIT_AUTHOR_EMAIL": "demo@example.org", "GIT_COMMITTER_NAME": "Demo",
    "GIT_COMMITTER_EMAIL": "demo@example.org", "NO_COLOR": "1", "PGHOST": "/tmp", "PGPORT": "45432", "PGUSER": "postgres",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONDONTWRITEBYTECODE": "1",
}
if "DEMO_PATH" in os.environ:
    ENV["PATH"] += ":" + os.environ["DEMO_PATH"]
if "DEMO_RUSTUP_HOME" in os.environ:
    ENV["RUSTUP_HOME"] = os.environ["DEMO_RUSTUP_HOME"]

# Traces of a machine, and of people, that must not be in a sample: a sample with one of them is refused. $DEMO_FORBIDDEN is a
# regular expression for the machine's own paths and names.
FORBIDDEN = re.compile(os.environ.get("DEMO_FORBIDDEN", r"/home/\w+|/Users/\w+") + r"|BEGIN [A-Z ]*PRIVATE KEY|(?i:password\s*[=:]\s*\S)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*[a-z]")

samples, mixed, refused = [], [], []


def run(command, cwd=None, timeout=170, env=None):
    """Runs a shell command and returns what it prints on both streams."""
    done = subprocess.run(["bash", "-c", command], cwd=cwd or DEMO, env={**ENV, **(env or {})}, timeout=timeout,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "replace")


def clean(text):
    return EMAIL.sub(lambda m: m.group(0) if m.group(0).endswith(("example.org", "example.com")) else "someone@example.org", text)


def cut(text, size, where):
    """A part of at most `size` characters from line end to line end."""
    if len(text) <= size:
        return text
    start = 0 if where == "head" else text.find("\n", (len(text) - size) // 2) + 1 if where == "middle" else text.find("\n", len(text) - size) + 1
    end = text.rfind("\n", start, start + size) + 1
    return text[start:end] if end > start else ""


def add(label, source, text, licence, language=None, size=5_000, where="head", whole=False):
    """Takes one sample; `source` names the file or the tool run, and decides the split."""
    text = clean(text)
    part = text if whole else cut(text, size, where)
    if not MIN <= len(part) <= MAX or FORBIDDEN.search(part) or "\0" in part:
        refused.append((label, source, len(part), bool(FORBIDDEN.search(part))))
        return
    key = hashlib.sha256(part.encode()).hexdigest()
    if any(s["sha256"] == key for s in samples):
        return
    samples.append({"label": label, "language": language, "origin": source, "cut": "whole" if part == text else where,
                    "licence": licence, "sha256": key, "text": part})


def add_mixed(source, licence, pieces):
    """A text put together from real pieces (type, text) as a tool or a person would print them one after another."""
    text, sections = "", []
    for kind, piece in pieces:
        piece = clean(piece)
        piece += "" if piece.endswith("\n") else "\n"
        first = text.count("\n") + 1
        text += piece
        sections.append({"type": kind, "first": first, "last": text.count("\n")})
    if FORBIDDEN.search(text) or len(text) > 2 * MAX:
        refused.append(("mixed", source, len(text), bool(FORBIDDEN.search(text))))
        return
    mixed.append({"origin": source, "licence": licence, "sections": sections, "text": text})


def write():
    """Splits by source in turn, dev and test, and writes one file per label, the mixed texts and the manifest."""
    turns, splits, manifest = {}, {}, []
    os.makedirs(f"{OUT}/samples", exist_ok=True)
    for label in sorted({s["label"] for s in samples}):
        lines = []
        for number, s in enumerate([s for s in samples if s["label"] == label], 1):
            source = (label, s["origin"])
            if source not in splits:
                turn = (label, s["language"])
                turns[turn] = turns.get(turn, sum(map(ord, s["language"] or "")) % 2) + 1
                splits[source] = "dev" if turns[turn] % 2 else "test"
            entry = {"id": f"{label}-{number:03}", "label": label, **({"language": s["language"]} if s["language"] else {}),
                     "origin": s["origin"], "licence": s["licence"], "cut": s["cut"], "split": splits[source], "sha256": s["sha256"]}
            manifest.append(entry)
            lines.append(json.dumps({"id": entry["id"], "text": s["text"]}, ensure_ascii=False))
        with open(f"{OUT}/samples/{label}.jsonl", "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
    with open(f"{OUT}/manifest.jsonl", "w", encoding="utf-8") as f:
        f.writelines(json.dumps(e, ensure_ascii=False) + "\n" for e in manifest)
    with open(f"{OUT}/mixed.jsonl", "w", encoding="utf-8") as f:
        for number, m in enumerate(mixed, 1):
            f.write(json.dumps({"id": f"mixed-{number:03}", "split": "dev" if number % 2 else "test", **m}, ensure_ascii=False) + "\n")
    counts = {}
    for e in manifest:
        counts.setdefault(e["label"], {"dev": 0, "test": 0})[e["split"]] += 1
    for label, c in counts.items():
        print(f"{label:16} dev {c['dev']:4} test {c['test']:4}")
    print("samples", len(manifest), "mixed", len(mixed), "refused", len(refused))
    for r in refused:
        print("  refused", *r)
