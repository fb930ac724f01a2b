"""Incidents of the shop: nginx -> app -> payment, postgres, redis."""

import http.client
import os
import signal
import socket
import subprocess
import time

import runtime
from runtime import RUN, ballast, wait_until
from scenarios import Run, scenario
from systems import Shop

GATEWAY_ERRORS = ("nginx", r'HTTP/1\.1" 50[0-9] ')


def post(port, path, method="POST", seconds=2):
    """A request from outside the normal traffic (an operator, a batch job)."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request(method, path, headers={"User-Agent": "batch/1.0"})
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


# ---- decoys: harmless trouble before the onset ----

def wrong_reporting_password(shop):
    for password in ("Reporting-demo", "reporting"):
        shop["postgres"].remote("select 1", "reporting", password, "shop")


def short_lock(shop):
    """A maintenance job blocks one table for a moment; everybody gets through in the end."""
    holder = shop["postgres"].session("begin; lock table stock in share mode;", "shop")
    time.sleep(0.9)
    holder.kill()


def payment_restart(shop):
    """A release of the payment service: one or two payments fail, then all is well."""
    shop["payment"].stop()
    time.sleep(0.7)
    shop["payment"].start()


def redis_restart(shop):
    shop["redis"].stop()
    time.sleep(0.5)
    shop["redis"].start()


def payment_too_slow_once(shop):
    post(18090, "/settings?screening=FULL&by=nightly-audit", "GET")
    time.sleep(1.5)
    post(18090, "/settings?screening=BASIC&by=nightly-audit", "GET")


# ---- PostgreSQL ----

@scenario(
    "shop-pg-stopped", Shop, fault="postgres is stopped while traffic runs", error_class="CONNECTION_REFUSED", root="postgres",
    onset=("postgres", r"received (fast|immediate) shutdown request"),
    evidence=[("postgres", r"received (fast|immediate) shutdown request"), ("postgres", r"database system is shut down"),
              ("app", r"Connection to 127\.0\.0\.1:15432 refused"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "postgres"],
    runs=[
        Run("Checkout has been failing since about {time}. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
            seed=11, params={"signal": signal.SIGINT}, decoy=payment_restart),
        Run("Customers report error pages all over the shop, the first complaint came at {time}. Find the service that started it, the class of the error, the moment it began and the log lines that show it.",
            seed=12, params={"signal": signal.SIGQUIT}, options={"rate": 6.0}, warm=30, fault="postgres is shut down immediately while traffic runs",
            greps=["refused|reset|timed out", "(?i)fatal|error"], fetch=["app", "nginx", "redis", "postgres", "payment"]),
    ])
def pg_stopped(shop, run):
    stopping = run.params["signal"]
    shop["postgres"].send(stopping)


@scenario(
    "shop-pg-credentials", Shop, fault="the database role of the application expires", error_class="AUTHENTICATION_FAILED", root="postgres",
    onset=("postgres", r"LOG:  statement: alter role shop"),
    evidence=[("postgres", r"LOG:  statement: alter role shop"), ("postgres", r'FATAL:  password authentication failed for user "shop"'),
              ("app", r'password authentication failed for user "shop"'), GATEWAY_ERRORS],
    fetch=["app", "postgres", "nginx"], greps=["FATAL|ERROR|denied"],
    runs=[
        Run("Since {time} the shop answers with 503 on most pages. What happened, in which service, and which lines prove it?",
            seed=21, params={"change": "valid until '2026-01-01'"}, decoy=wrong_reporting_password),
        Run("The on-call phone rang at {time}: checkout and catalogue are down, carts still work. Name the service at fault, the error class, the onset and the proof in the logs.",
            seed=22, params={"change": "password 'rotated-demo'"}, warm=20, options={"rate": 12.0}, fault="the password of the database role is changed under the application",
            greps=["ERROR|WARN|timeout", "authentication|password"], fetch=["nginx", "app", "payment", "postgres"]),
    ])
def pg_credentials(shop, run):
    shop["postgres"].psql("alter role shop " + run.params["change"])
    shop["postgres"].psql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'shop'")


@scenario(
    "shop-pg-lock", Shop, fault="a maintenance transaction holds a lock on the stock table", error_class="LOCK_TIMEOUT", root="postgres",
    onset=("postgres", r"still waiting for"),
    evidence=[("postgres", r"still waiting for"), ("postgres", r"ERROR:  canceling statement due to lock timeout"),
              ("app", r"canceling statement due to lock timeout"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "payment", "postgres"],
    runs=[
        Run("Checkout hangs and then fails since roughly {time}, while browsing is fine. Which service is the root cause, what kind of error, since when, and what proves it?",
            seed=31, params={"lock": "lock table stock in exclusive mode;"}, decoy=short_lock),
        Run("At {time} orders stopped going through although the database answers other queries. Please find root service, error class, onset and evidence.",
            seed=32, params={"lock": "update stock set amount = amount + 1;"}, warm=18, after=14, fault="an open transaction keeps row locks on all stock rows",
            decoy=wrong_reporting_password, greps=["(?i)timeout|waiting|deadlock"], fetch=["app", "nginx", "postgres"]),
    ])
def pg_lock(shop, run):
    shop.helpers.append(shop["postgres"].session("begin; " + run.params["lock"], "shop"))


@scenario(
    "shop-pg-connections", Shop, fault="a batch client takes all connections of postgres", error_class="RESOURCE_EXHAUSTED", root="postgres",
    onset=("postgres", r"FATAL:  (sorry, too many clients already|remaining connection slots are reserved)"),
    evidence=[("postgres", r"FATAL:  (sorry, too many clients already|remaining connection slots are reserved)"),
              ("app", r"(sorry, too many clients already|remaining connection slots are reserved)"), ("nginx", r'HTTP/1\.1" 503 ')],
    fetch=["app", "postgres", "nginx"], greps=["ERROR|FATAL|WARN"],
    runs=[Run("Since about {time}, when a release of the application was rolled out, requests to the shop end with 503. Which component is the cause, what is the kind of error, when did it begin, which lines prove it?",
              seed=41, warm=24, after=10, options={"rate": 6.0, "pg_settings": {"max_connections": 22}}, decoy=payment_restart)])
def pg_connections(shop, run):
    for _ in range(26):
        shop.helpers.append(subprocess.Popen(
            ["bash", "-c", "while true; do psql -h 127.0.0.1 -p 15432 -U reporting -d shop -qAtc 'select pg_sleep(120)'; sleep 2; done"],
            user=runtime.USER, group=runtime.USER, cwd=RUN, env=runtime.clean_env(PGPASSWORD="reporting-demo"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        time.sleep(0.05)
    shop["app"].stop()
    shop["app"].start()


@scenario(
    "shop-pg-disk", Shop, fault="the disk of postgres runs full", error_class="DISK_FULL", root="postgres",
    onset=("postgres", r"^20.*No space left on device"),
    evidence=[("postgres", r"(ERROR|PANIC|FATAL):  .*No space left on device"), ("app", r"(No space left on device|recovery mode|terminating connection|I/O error|refused)"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "postgres"],
    runs=[
        Run("The shop has been unreliable since {time}; support sees 503 answers. Find the root service, the error class, the start and the proving lines.",
            seed=51, options={"pg_disk": 130}, after=16),
        Run("Orders fail since about {time}. The team suspects the application release of yesterday. Is that so? Give root service, kind of error, onset and evidence.",
            seed=52, options={"pg_disk": 150, "rate": 5.0, "app_env": {"LEAK": 3000}}, warm=32, after=16, decoy=short_lock, greps=["(?i)error|exception"],
            fetch=["app", "redis", "postgres", "nginx"]),
    ])
def pg_disk(shop, run):
    ballast(RUN / "postgres" / "disk" / "basebackup.tar")
    shop.helpers.append(subprocess.Popen(
        ["bash", "-c", f"while true; do psql -h {RUN} -p 15432 -U postgres -d shop -qAtc \"insert into orders select 'import-' || random(), 'import', n, n from generate_series(1, 4000) n\"; sleep 1; done"],
        user=runtime.USER, group=runtime.USER, cwd=RUN, env=runtime.clean_env(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))


@scenario(
    "shop-pg-crash", Shop, fault="a postgres backend is killed again and again, which resets all connections", error_class="CONNECTION_RESET", root="postgres",
    onset=("postgres", r"was terminated by signal 9"),
    evidence=[("postgres", r"was terminated by signal 9"), ("postgres", r"terminating any other active server processes"),
              ("app", r"(I/O error occurred|terminating connection because of crash|Connection reset|Failed to validate connection|in recovery mode)")],
    fetch=["nginx", "app", "postgres", "redis"], greps=["ERROR|WARN|closed|reset"],
    runs=[Run("Monitoring shows dropped database connections and sporadic errors in the shop since {time}. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=61, decoy=redis_restart, options={"rate": 12.0})])
def pg_crash(shop, run):
    for _ in range(4):
        pids = shop["postgres"].psql("select pid from pg_stat_activity where usename = 'shop' limit 1", check=False).split()
        if pids and pids[0].isdigit():
            os.kill(int(pids[0]), signal.SIGKILL)
        time.sleep(3)


@scenario(
    "shop-pg-corrupt", Shop, fault="pages of the product table are damaged on disk", error_class="CORRUPT_DATA", root="postgres",
    onset=("postgres", r"(page verification failed|invalid page in block)"),
    evidence=[("postgres", r"page verification failed"), ("postgres", r"ERROR:  invalid page in block"), ("app", r"invalid page in block"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "postgres"],
    runs=[
        Run("Product search returns errors for some search words since {time}. Root service, error class, onset, evidence?",
            seed=71, options={"pg_settings": {"shared_buffers": "'1MB'"}}),
        Run("We see scattered 503 answers in the catalogue that began around {time}; repeating the same search fails again. What is broken, where, since when, and which lines show it?",
            seed=72, options={"pg_settings": {"shared_buffers": "'1MB'"}, "rate": 14.0}, warm=16, after=9, decoy=wrong_reporting_password,
            greps=["ERROR|FATAL", "(?i)timeout|refused|corrupt|invalid"], fetch=["app", "nginx", "payment", "redis", "postgres"]),
    ])
def pg_corrupt(shop, run):
    postgres = shop["postgres"]
    postgres.psql("checkpoint")
    file = postgres.data / postgres.psql("select pg_relation_filepath('product')", "shop").strip()
    with open(file, "r+b") as table:
        for page in range(60, os.path.getsize(file) // 8192):
            table.seek(page * 8192 + 4096)
            table.write(os.urandom(64))


@scenario(
    "shop-pg-readonly", Shop, fault="a reloaded setting makes all transactions read-only", error_class="BAD_CONFIGURATION", root="postgres",
    onset=("postgres", r'parameter "default_transaction_read_only" changed to "on"'),
    evidence=[("postgres", r'parameter "default_transaction_read_only" changed to "on"'), ("postgres", r"ERROR:  cannot execute INSERT in a read-only transaction"),
              ("app", r"cannot execute INSERT in a read-only transaction"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "postgres"],
    runs=[Run("Nobody can place orders since {time}, everything else works. Tell me the root service, the kind of error, the onset and the proving lines.", seed=81, decoy=short_lock)])
def pg_readonly(shop, run):
    shop["postgres"].set(default_transaction_read_only="on")


# ---- Redis ----

@scenario(
    "shop-redis-memory", Shop, fault="a bulk import fills redis up to maxmemory (noeviction)", error_class="OUT_OF_MEMORY", root="redis",
    onset=("app", r"^20.*RedisSystemException"),
    evidence=[("app", r"OOM command not allowed when used memory"), ("redis", r"DB 0: \d{4,} keys"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "redis"],
    runs=[
        Run("Adding to the cart fails since {time}. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
            seed=91, options={"redis": {"maxmemory": "4mb", "maxmemory-policy": "noeviction"}}),
        Run("The shop answers 503 for part of the requests since {time}; the database looks healthy. Find root, class, onset and evidence.",
            seed=92, options={"redis": {"maxmemory": "3mb"}, "rate": 5.0}, warm=34, decoy=redis_restart, greps=["(?i)error|refused|OOM"],
            fetch=["app", "postgres", "redis", "nginx"]),
    ])
def redis_memory(shop, run):
    for size in (900, 100, 1):
        shop["redis"].fill(5000, size, f"import-{size}")


@scenario(
    "shop-redis-password", Shop, fault="redis is restarted with a configuration that requires a password", error_class="AUTHENTICATION_FAILED", root="redis",
    onset=("redis", r"Redis is starting"),
    evidence=[("redis", r"Redis is starting"), ("app", r"NOAUTH"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "redis", "postgres"], greps=["ERROR|WARN|denied|refused"],
    runs=[Run("Carts are broken and the catalogue is slow since {time}. What is the root service and the error class, when did it start, what proves it?",
              seed=101, decoy=wrong_reporting_password)])
def redis_password(shop, run):
    redis = shop["redis"]
    redis.stop()
    redis.settings["requirepass"] = "cart-demo"
    redis.configure()
    redis.start()


@scenario(
    "shop-redis-disk", Shop, fault="the disk for redis snapshots is full, writes are refused", error_class="DISK_FULL", root="redis",
    onset=("redis", r"No space left on device"),
    evidence=[("redis", r"No space left on device"), ("redis", r"Background saving error"), ("app", r"MISCONF"), GATEWAY_ERRORS],
    fetch=["app", "redis", "nginx"],
    runs=[Run("Carts cannot be changed since about {time}, but existing carts can be read. Where is the root cause, which error class, since when, and which lines prove it?",
              seed=111, options={"redis_disk": 1}, after=22, decoy=payment_restart)])
def redis_disk(shop, run):
    ballast(RUN / "redis" / "disk" / "core.dump", 2)


@scenario(
    "shop-redis-script", Shop, fault="an endless script blocks redis", error_class="SLOW_DEPENDENCY", root="redis",
    onset=("app", r"^20.*[cC]ommand timed out"),
    evidence=[("app", r"Command timed out"), ("redis", r"Slow script detected"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "redis"], greps=["ERROR|WARN|timeout", "slow|Slow|timed out"],
    runs=[Run("All pages of the shop became slow at {time} and carts fail. Which service causes it, what kind of problem is it, when did it start, which lines prove it?",
              seed=121, options={"rate": 6.0}, decoy=payment_too_slow_once, after=14)])
def redis_script(shop, run):
    shop.helpers.append(subprocess.Popen(["redis-cli", "-p", "16379", "eval", "local n = 0 while true do n = n + 1 end", "0"], user=runtime.USER,
                                         group=runtime.USER, cwd=RUN, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))


# ---- nginx ----

@scenario(
    "shop-nginx-upstream", Shop, fault="a reloaded nginx configuration names a wrong upstream port", error_class="BAD_CONFIGURATION", root="nginx",
    onset=("nginx", r"signal 1 \(SIGHUP\) received.*reconfiguring"),
    evidence=[("nginx", r"signal 1 \(SIGHUP\) received.*reconfiguring"), ("nginx", r'connect\(\) failed \(111: .*127\.0\.0\.1:18081'), GATEWAY_ERRORS],
    fetch=["nginx", "app"],
    runs=[Run("The shop is completely down since {time}, every page is an error. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=131, warm=30, decoy=payment_restart)])
def nginx_upstream(shop, run):
    shop.write_nginx(18081)
    shop["nginx"].send(signal.SIGHUP)


@scenario(
    "shop-nginx-methods", Shop, fault="a reloaded nginx configuration forbids every method but GET", error_class="BAD_CONFIGURATION", root="nginx",
    onset=("nginx", r"signal 1 \(SIGHUP\) received.*reconfiguring"),
    evidence=[("nginx", r"signal 1 \(SIGHUP\) received.*reconfiguring"), ("nginx", r"access forbidden by rule"), ("nginx", r'"POST [^"]+" 403 ')],
    fetch=["nginx", "app", "payment"], greps=["(?i)error|forbidden|denied"],
    runs=[Run("No orders at all arrive since {time}, though the shop's pages load normally. Find root service, error class, onset and proving lines.",
              seed=141, warm=26, after=14, options={"rate": 11.0}, decoy=payment_restart)])
def nginx_methods(shop, run):
    shop.write_nginx(18080, "limit_except GET { deny all; }")
    shop["nginx"].send(signal.SIGHUP)


# ---- application and payment ----

@scenario(
    "shop-app-pool", Shop, fault="a report leaks database connections until the pool is empty", error_class="RESOURCE_EXHAUSTED", root="app",
    onset=("app", r"^20.*(Failed to obtain JDBC Connection|Could not open JDBC Connection|Connection is not available)"),
    evidence=[("app", r"Connection leak detection triggered"), ("app", r"Connection is not available, request timed out"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "postgres"],
    runs=[Run("Since {time} nearly every page of the shop needs seconds and then fails with 503. PostgreSQL's processor is idle. Who is to blame, what kind of error, since when, which lines?",
              seed=151, options={"app_env": {"LEAK": 2500, "POOL": 6}, "rate": 6.0}, decoy=short_lock)])
def app_pool(shop, run):
    for _ in range(8):
        post(18000, "/reports/sales?region=antarctica", "GET")
        time.sleep(0.8)


@scenario(
    "shop-app-heap", Shop, fault="exports that are never released exhaust the heap of the application", error_class="OUT_OF_MEMORY", root="app",
    onset=("app", r"^20\d\d-.* ERROR .*OutOfMemoryError"),
    evidence=[("app", r"java\.lang\.OutOfMemoryError: Java heap space"), ("app", r"exports kept"), GATEWAY_ERRORS],
    fetch=["nginx", "app"], greps=["ERROR|WARN|timeout", "OutOfMemory|heap|killed"],
    runs=[Run("The shop became sluggish and shows error pages since {time}. Root service, kind of error, onset, proof?",
              seed=161, options={"app_heap": 90}, decoy=redis_restart)])
def app_heap(shop, run):
    for turn, pages in enumerate([90] * 13 + [12] * 9):
        post(18000, f"/exports/catalog-{turn:03d}?pages={pages}")
        time.sleep(0.25)


@scenario(
    "shop-app-port", Shop, fault="after a release the application cannot listen: its port is taken", error_class="PORT_IN_USE", root="app",
    onset=("app", r"^20.* ERROR .*LoggingFailureAnalysisReporter"),
    evidence=[("app", r"Port 18080 was already in use"), ("nginx", r"connect\(\) failed \(111"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "payment"],
    runs=[Run("After the release the shop does not come back, it is down since about {time}. Name root service, error class, onset and proof.",
              seed=171, warm=30, after=10, decoy=payment_restart)])
def app_port(shop, run):
    shop["app"].stop()
    occupant = socket.create_server(("127.0.0.1", 18080), backlog=1)
    shop["app"].start(wait=False)
    wait_until(lambda: not shop["app"].alive(), 60, "the application gives up")
    occupant.close()


@scenario(
    "shop-payment-heap", Shop, fault="document scans that are never released exhaust the heap of the payment service", error_class="OUT_OF_MEMORY", root="payment",
    onset=("payment", r"^\d\d\.\d\d\..*OutOfMemoryError"),
    evidence=[("payment", r"java\.lang\.OutOfMemoryError: Java heap space"), ("payment", r"scans held"), ("app", r"payment answered 500|payment did not answer|payment call for order"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "payment", "postgres"],
    runs=[Run("Some orders cannot be paid since {time}. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=181, options={"payment_heap": 28, "rate": 12.0}, decoy=short_lock)])
def payment_heap(shop, run):
    for size, count in ((2048, 13), (256, 10), (32, 10), (4, 12), (1, 25)):
        for turn in range(count):
            post(18090, f"/scans?name=document-{size}-{turn}&kb={size}", "GET")


@scenario(
    "shop-payment-screening", Shop, fault="the payment service is switched to a slow fraud screening", error_class="SLOW_DEPENDENCY", root="payment",
    onset=("payment", r"screening level BASIC -> FULL"),
    evidence=[("payment", r"screening level BASIC -> FULL"), ("app", r"payment did not answer"), ("app", r"Caused by: java\.net\.http\.HttpTimeoutException"), ("nginx", r'HTTP/1\.1" 504 ')],
    fetch=["nginx", "app", "payment"],
    runs=[
        Run("Checkout times out since {time}. Which service is the root cause, what kind of problem is it, when did it start, and which log lines prove it?",
            seed=191, options={"rate": 8.0}, decoy=short_lock),
        Run("Customers wait for their order confirmation and get an error instead; it started near {time}. Find the culprit, the error class, the onset and the evidence.",
            seed=192, options={"rate": 12.0}, warm=18, after=14, decoy=redis_restart, greps=["(?i)timeout|timed out|slow"], fetch=["app", "payment", "nginx", "redis"]),
    ])
def payment_screening(shop, run):
    post(18090, "/settings?screening=FULL&by=risk-team", "GET")


@scenario(
    "shop-payment-files", Shop, fault="the payment service leaks file handles until none is left", error_class="RESOURCE_EXHAUSTED", root="payment",
    onset=("payment", r"Too many open files"),
    evidence=[("payment", r"Too many open files"), ("payment", r"settlement batch \S+ opened"), ("app", r"payment answered 500|payment did not answer|payment call for order"), GATEWAY_ERRORS],
    fetch=["nginx", "app", "payment"],
    runs=[Run("Payments are declined with a technical error since about {time}. Root service, error class, onset, evidence please.",
              seed=201, options={"payment_files": 110, "rate": 11.0}, after=10)])
def payment_files(shop, run):
    for turn in range(10):
        post(18090, f"/batches?name=settle-{turn}&files=12", "GET")
        time.sleep(0.4)
    shop.idle = [socket.create_connection(("127.0.0.1", 18090)) for _ in range(2)]
