"""Publishes settings to etcd, or watches them as an agent, over etcd's JSON gateway."""

import base64
import json
import random
import ssl
import time
import urllib.error
import urllib.request

import support

ROLE = support.setting("role")
log = support.logger(ROLE)
URLS = support.setting("urls").split(",")
CA = support.setting("ca", "")
trusted = ssl.create_default_context(cafile=CA) if CA else None
revision = 0


def b64(text):
    return base64.b64encode(text.encode()).decode()


def ask(path, body):
    url = random.choice(URLS)
    request = urllib.request.Request(f"{url}/v3/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=2.5, context=trusted) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as e:
        raise RuntimeError(f"{url}/v3/{path} answered {e.code}: {e.read(300).decode().strip()}") from None
    except (OSError, ValueError) as e:
        raise RuntimeError(f"{url}/v3/{path} failed: {e}") from e


def publish():
    key = f"/settings/{random.choice(['billing', 'search', 'mail', 'web'])}/{random.randint(1, 40)}"
    start = time.monotonic()
    size = random.randint(40, 400)
    answer = ask("kv/put", {"key": b64(key), "value": b64("v" * size)})
    log.info("published %s (%d bytes) as revision %s in %d ms", key, size, answer["header"]["revision"], (time.monotonic() - start) * 1000)


def look():
    global revision
    key = f"/settings/{random.choice(['billing', 'search', 'mail', 'web'])}/{random.randint(1, 44)}"
    answer = ask("kv/range", {"key": b64(key)})
    now = int(answer["header"]["revision"])
    if now < revision:
        log.warning("registry went back from revision %d to %d", revision, now)
    revision = now
    found = answer.get("kvs", [])
    if found:
        log.debug("setting %s has version %s at revision %d", key, found[0]["version"], revision)
    else:
        log.info("setting %s is not there, the default applies", key)


def work():
    try:
        publish() if ROLE == "publisher" else look()
    except RuntimeError as e:
        support.failed(log, "publish failed" if ROLE == "publisher" else "lookup failed", e)
        return False


support.start_stats()
log.info("%s started, registry at %s", ROLE, ", ".join(URLS))
support.forever(float(support.setting("pace", "0.2")), work)
