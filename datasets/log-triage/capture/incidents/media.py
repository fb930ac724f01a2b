"""Incidents of the magazine: haproxy -> web-1, web-2 (Apache, PHP) -> mariadb, memcached."""

import signal
import socket
import time

from runtime import RUN, write
from scenarios import Run, scenario
from topologies.common import background
from topologies.media import Media

FAILED = ("haproxy", r" (sites/web-\d|sites/<NOSRV>|magazine/<NOSRV>) \S+ 5\d\d ")
WHAT = "Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?"


# ---- decoys: harmless trouble before the onset ----

def wrong_report_password(media):
    for word in ("Report-demo", "report"):
        media["mariadb"].sql("select 1", user="report", password=word, tcp=True, check=False)


def restart_web_1(media):
    media["web-1"].stop()
    time.sleep(0.8)
    media["web-1"].start()


def restart_cache(media):
    media["memcached"].stop()
    time.sleep(0.4)
    media["memcached"].start()


def short_lock(media):
    media["mariadb"].sql("set lock_wait_timeout = 5; lock tables topic write; do sleep(1.2); unlock tables", "magazine", check=False)


def one_big_export(media):
    media.visitors.ask("GET", "/export?rows=40000")
    media.visitors.ask("GET", "/export?rows=60000")


def unreadable_upload(media):
    """Somebody's nightly job writes where it may not."""
    (RUN / "web-1" / "uploads" / "nightly.txt").mkdir()
    media.visitors.ask("POST", "/upload?name=nightly")
    media.visitors.ask("POST", "/upload?name=nightly")


# ---- MariaDB ----

@scenario(
    "media-db-stopped", Media, fault="mariadb is shut down while traffic runs", error_class="CONNECTION_REFUSED", root="mariadb",
    onset=("mariadb", r"Normal shutdown"),
    evidence=[("mariadb", r"Normal shutdown"), ("mariadb", r"Shutdown complete"), ("web-1", r"mysqli_sql_exception: Connection refused"), FAILED],
    fetch=["haproxy", "web-1", "mariadb"], greps=["(?i)error|refused|failed"],
    runs=[Run("The magazine shows error pages since {time}, only what was read before still loads. " + WHAT, seed=1011, decoy=restart_web_1),
          Run("Readers complain since about {time} that likes and topics fail. Root service, kind of error, onset, evidence?", seed=1012, decoy=restart_cache,
              warm=18, options={"rate": 13.0}, greps=["(?i)exception", " 503 "], fetch=["haproxy", "web-2", "mariadb", "web-1"])])
def db_stopped(media, run):
    media["mariadb"].send(signal.SIGTERM)


@scenario(
    "media-db-deadlock", Media, fault="a renumbering job takes the same rows as the likes, in the other order", error_class="DEADLOCK", root="mariadb",
    onset=("mariadb", r"InnoDB: Transactions deadlock detected"),
    evidence=[("mariadb", r"InnoDB: Transactions deadlock detected"), ("web-1", r"Deadlock found when trying to get lock"), FAILED],
    fetch=["haproxy", "web-1", "web-2", "mariadb"], greps=["(?i)error|exception|deadlock"],
    runs=[Run("Since {time} some of the likes are lost with an error, the rest of the site works. " + WHAT, seed=1021, options={"rate": 10.0}, decoy=short_lock, after=13),
          Run("Sporadic 503 answers began at {time}, only for likes. Name root service, error class, onset and the proving lines.", seed=1022,
              options={"rate": 16.0}, decoy=wrong_report_password, warm=16, after=18, fetch=["haproxy", "web-2", "web-1", "mariadb"])])
def db_deadlock(media, run):
    turn = "start transaction; update topic set likes = likes where id >= 0; do sleep(0.15); update article set likes = likes where id between 1 and 60; commit"
    for _ in range(2):
        media.helpers.append(background(["bash", "-c", f"while true; do mariadb --no-defaults -S {media['mariadb'].socket} -u root magazine -e '{turn}'; sleep 0.9; done"]))


@scenario(
    "media-db-privilege", Media, fault="the application's right to change the database is revoked", error_class="PERMISSION_DENIED", root="mariadb",
    onset=("mariadb", r"REVOKE|revoke"),
    evidence=[("mariadb", r"REVOKE|revoke"), ("web-1", r"UPDATE command denied to user"), FAILED],
    fetch=["haproxy", "web-1", "mariadb"], greps=["(?i)denied|error"],
    runs=[Run("No like has been counted since {time}, though articles load. " + WHAT, seed=1031, options={"rate": 11.0}, decoy=wrong_report_password),
          Run("Writing to the magazine fails since {time}. Where is the cause, which class of error, since when, which lines?", seed=1032, decoy=unreadable_upload,
              options={"rate": 12.0}, warm=18, fetch=["web-1", "web-2", "haproxy", "mariadb"], greps=["(?i)denied|exception"])])
def db_privilege(media, run):
    media["mariadb"].sql("revoke update on magazine.* from magazine@127.0.0.1")


@scenario(
    "media-db-connections", Media, fault="forgotten report sessions take all connections of mariadb", error_class="RESOURCE_EXHAUSTED", root="mariadb",
    onset=("web-1", r"Too many connections"),
    evidence=[("web-1", r"mysqli_sql_exception: Too many connections"), ("web-2", r"mysqli_sql_exception: Too many connections"), FAILED],
    fetch=["haproxy", "web-1", "web-2", "mariadb"], greps=["(?i)error|exception|warning"],
    runs=[Run("The site answers most requests with 503 since {time}; the database server is idle. " + WHAT, seed=1041, options={"mariadb": {"max_connections": 24}}, decoy=restart_web_1)])
def db_connections(media, run):
    for _ in range(30):
        media.helpers.append(background(["mariadb", "--no-defaults", "-h", "127.0.0.1", "-P", 20306, "-u", "report", "-preport-demo", "-e", "do sleep(120)"]))
    time.sleep(1)


@scenario(
    "media-db-lock", Media, fault="a forgotten session keeps a table locked", error_class="LOCK_TIMEOUT", root="mariadb",
    onset=("web-1", r"Lock wait timeout exceeded"),
    evidence=[("web-1", r"Lock wait timeout exceeded"), ("web-2", r"Lock wait timeout exceeded"), FAILED],
    fetch=["haproxy", "web-1", "web-2", "mariadb"], greps=["(?i)error|exception|timeout"],
    runs=[Run("Likes hang for seconds and then fail since {time}. " + WHAT, seed=1051, options={"rate": 10.0, "workers": 30}, decoy=short_lock, after=16)])
def db_lock(media, run):
    media.helpers.append(background(["mariadb", "--no-defaults", "-S", media["mariadb"].socket, "-u", "root", "magazine", "-e",
                                     "start transaction; update topic set likes = likes + 1; do sleep(90)"]))


# ---- memcached ----

@scenario(
    "media-cache-flush", Media, fault="the cache is emptied, and everybody recomputes the front page at once", error_class="CACHE_STAMPEDE", root="memcached",
    onset=("memcached", r"<\d+ flush_all"),
    evidence=[("memcached", r"<\d+ flush_all"), ("web-1", r"cache: \S+ recomputed in \d{3,} ms"), ("mariadb", r"# Query_time: ")],
    fetch=["haproxy", "web-1", "memcached", "mariadb"], greps=["(?i)error|recomputed|Query_time"],
    runs=[Run("Pages became very slow at {time} and the database is at its limit, although traffic is as usual. " + WHAT, seed=1061, options={"rate": 18.0}, after=14),
          Run("From {time} on the front page and topics took seconds. Find root service, class, onset and the lines that show it.", seed=1062, options={"rate": 15.0}, decoy=short_lock,
              warm=18, after=16, fetch=["web-1", "web-2", "memcached", "mariadb"])])
def cache_flush(media, run):
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", 20211), timeout=2) as client:
            client.sendall(b"flush_all\r\n")
            client.recv(100)
        time.sleep(2)


@scenario(
    "media-cache-stopped", Media, fault="memcached is stopped while traffic runs", error_class="CONNECTION_REFUSED", root="memcached",
    onset=("web-1", r"cache: get \S+ failed: "),
    evidence=[("web-1", r"cache: get \S+ failed: "), ("web-2", r"cache: get \S+ failed: ")],
    fetch=["web-1", "web-2", "memcached"], greps=["(?i)error|failed|refused"],
    runs=[Run("Since {time} every page is computed anew and the logs fill with cache messages. " + WHAT, seed=1071, decoy=wrong_report_password)])
def cache_stopped(media, run):
    media["memcached"].send(signal.SIGTERM)


# ---- Apache, PHP ----

@scenario(
    "media-web-memory", Media, fault="huge exports exceed the memory that a request may use", error_class="OUT_OF_MEMORY", root="web-2",
    onset=("web-2", r"Allowed memory size of \d+ bytes exhausted"),
    evidence=[("web-2", r"Allowed memory size of \d+ bytes exhausted"), ("web-2", r'"GET /export\?rows=\d+ HTTP/1\.\d" 500 ')],
    fetch=["haproxy", "web-1", "web-2"], greps=["(?i)error|fatal"],
    runs=[Run("Exports fail since {time}. " + WHAT, seed=1081, decoy=restart_web_1)])
def web_memory(media, run):
    for turn in range(12):
        background(["curl", "-s", f"http://127.0.0.1:20082/export?rows={60000 + turn}"])
        time.sleep(0.5)


@scenario(
    "media-web-permission", Media, fault="a release leaves the upload folder of one server unwritable", error_class="PERMISSION_DENIED", root="web-1",
    onset=("web-1", r"Permission denied"),
    evidence=[("web-1", r"Failed to open stream: Permission denied"), ("web-1", r'"POST /upload\S* HTTP/1\.\d" 500 '), ("haproxy", r" sites/web-1 \S+ 500 ")],
    fetch=["haproxy", "web-1", "web-2", "mariadb"], greps=["(?i)error|denied|failed"],
    runs=[Run("About half of the uploads fail since {time}. " + WHAT, seed=1091, options={"rate": 16.0}, decoy=wrong_report_password, after=14),
          Run("Readers cannot upload reliably any more, first report {time}. Root service, error class, onset, proof?", seed=1092, options={"rate": 18.0}, decoy=unreadable_upload,
              warm=17, after=14, fetch=["web-2", "web-1", "haproxy"])])
def web_permission(media, run):
    (RUN / "web-1" / "uploads").chmod(0o500)


@scenario(
    "media-web-typo", Media, fault="a release brings a misspelled directive in .htaccess to one server", error_class="BAD_CONFIGURATION", root="web-2",
    onset=("web-2", r"\.htaccess: Invalid command"),
    evidence=[("web-2", r"\.htaccess: Invalid command"), ("web-2", r'HTTP/1\.\d" 500 '), ("haproxy", r"Server sites/web-2 is DOWN")],
    fetch=["haproxy", "web-2", "web-1"], greps=["(?i)error|down|invalid"],
    runs=[Run("One of two requests failed for some seconds from {time} on, since then we run on half capacity. " + WHAT, seed=1101, decoy=restart_web_1),
          Run("The load balancer took a server out at about {time}. Why? Root service, class, onset and lines, please.", seed=1102, decoy=restart_web_1, warm=20,
              options={"rate": 14.0}, fetch=["web-1", "web-2", "haproxy", "mariadb"])])
def web_typo(media, run):
    write(RUN / "web-2" / "site" / ".htaccess", "RewritEngine On\nRewriteRule ^old/(.*)$ /article?id=1 [L]\n")


@scenario(
    "media-web-workers", Media, fault="slow clients hold all workers of one server", error_class="RESOURCE_EXHAUSTED", root="web-1",
    onset=("web-1", r"server reached MaxRequestWorkers"),
    evidence=[("web-1", r"server reached MaxRequestWorkers"), ("haproxy", r"Server sites/web-1 is DOWN|sites/web-1 \S+ 50[234] ")],
    fetch=["haproxy", "web-1", "web-2"], greps=["(?i)error|warn|reached|down"],
    runs=[Run("Every second page hangs since {time}. " + WHAT, seed=1111, options={"workers": 8}, decoy=wrong_report_password, after=16)])
def web_workers(media, run):
    for _ in range(16):
        media.helpers.append(background(["bash", "-c", "while true; do curl -s http://127.0.0.1:20081/slow; done"]))


# ---- haproxy ----

@scenario(
    "media-haproxy-rate", Media, fault="a reloaded haproxy configuration grants each client two requests in ten seconds", error_class="RATE_LIMITED", root="haproxy",
    onset=("haproxy", r" magazine/<NOSRV> \S+ 429 "),
    evidence=[("haproxy", r" magazine/<NOSRV> \S+ 429 "), ("haproxy", r"Proxy magazine (started|stopped)|New worker|Reloading HAProxy")],
    fetch=["haproxy", "web-1", "web-2"], greps=["(?i)error|denied|429"],
    runs=[Run("Nearly nobody can read the magazine since {time}; the web servers are idle and healthy. " + WHAT, seed=1121, decoy=restart_web_1),
          Run("The office network is locked out of the magazine since {time}. Root service, error class, onset, evidence?", seed=1122, decoy=restart_cache, warm=18,
              options={"rate": 14.0}, fetch=["haproxy", "web-1", "mariadb"], greps=["(?i)error| 4\\d\\d "])])
def haproxy_rate(media, run):
    media.write_haproxy(frontend="  stick-table type ip size 10k expire 60s store http_req_rate(10s)\n  http-request track-sc0 src\n"
                                 "  http-request deny deny_status 429 if { sc_http_req_rate(0) gt 2 }\n")
    media.reload_haproxy()


@scenario(
    "media-haproxy-check", Media, fault="a reloaded haproxy configuration checks a path that does not exist", error_class="BAD_CONFIGURATION", root="haproxy",
    onset=("haproxy", r"^20.*Server sites/web-\d is DOWN, reason: Layer7 wrong status, code: 404"),
    evidence=[("haproxy", r"Server sites/web-\d is DOWN, reason: Layer7 wrong status, code: 404"), ("haproxy", r"backend 'sites' has no server available|backend sites has no server available"),
              ("web-1", r'"GET /healthz HTTP/1\.\d" 404 '), FAILED],
    fetch=["haproxy", "web-1", "web-2"], greps=["(?i)error|down|no server"],
    runs=[Run("The magazine is down since {time}, but both web servers answer when asked directly. " + WHAT, seed=1131, decoy=restart_web_1)])
def haproxy_check(media, run):
    media.write_haproxy(check="/healthz")
    media.reload_haproxy()
