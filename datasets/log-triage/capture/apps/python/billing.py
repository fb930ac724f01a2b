"""Writes invoices, or reports on them, through a connection pool."""

import datetime
import random
import threading
import time

import psycopg2
import support

ROLE = support.setting("role")
log = support.logger(ROLE)
local = threading.local()


def connection():
    if getattr(local, "connection", None) is None or local.connection.closed:
        local.connection = psycopg2.connect(host="127.0.0.1", port=support.number("port", 25432), dbname="billing", user=ROLE, password=f"{ROLE}-demo",
                                            connect_timeout=3, application_name=ROLE)
        log.debug("connected to the pool at 127.0.0.1:%d", support.number("port", 25432))
    return local.connection


def invoice(cursor):
    customer, other, cents = random.randint(1, 40), random.randint(1, 400), random.randint(100, 90000)
    now = datetime.datetime.now(datetime.timezone.utc)
    cursor.execute("insert into invoice(customer, cents, made, note) values (%s, %s, %s, 'x') returning id", (other, cents, now))
    number = cursor.fetchone()[0]
    for one in (customer, other):
        cursor.execute("update customer set balance = balance + %s where id = %s", (cents, one))
        time.sleep(0.01)
    return f"invoice {number} of {cents} cents for customer {other}"


def report(cursor):
    customer = random.randint(1, 420)
    cursor.execute("set local statement_timeout = 1000; select count(*), coalesce(sum(cents), 0) from invoice where customer = %s", (customer,))
    count, cents = cursor.fetchone()
    if count == 0:
        log.warning("customer %d has no invoices", customer)
    return f"report for customer {customer}: {count} invoices, {cents} cents"


def work():
    start = time.monotonic()
    try:
        made = connection()
        with made, made.cursor() as cursor:
            done = invoice(cursor) if ROLE == "invoicer" else report(cursor)
        log.info("%s in %d ms", done, (time.monotonic() - start) * 1000)
    except psycopg2.Error as e:
        support.failed(log, "invoicing failed" if ROLE == "invoicer" else "report failed", e)
        if getattr(local, "connection", None) is not None and local.connection.closed:
            local.connection = None
        support.pause(0.3)
        return False


support.start_stats()
log.info("%s started at %s", ROLE, datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"))
pace = float(support.setting("pace", "0.15"))
threads = support.number("threads", 2)
for turn in range(1, threads):
    support.spawn(f"{ROLE}-{turn}", support.forever, pace * threads, work)
support.forever(pace * threads, work)
