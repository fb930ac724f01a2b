"""Incidents of the billing: invoicer, reporter -> pgbouncer -> postgres."""

import signal
import time

from runtime import RUN
from scenarios import Run, scenario
from topologies.billing import Billing
from topologies.common import background

WHAT = "Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?"
INVOICING = ("invoicer", r"invoicing failed: ")
REPORT = ("reporter", r"report failed: ")


def office(sql, loop=None):
    """Somebody's script that goes through the pool."""
    command = ["psql", "-h", "127.0.0.1", "-p", "25432", "-U", "office", "-d", "billing", "-qAtc", sql]
    if loop is not None:
        words = " ".join(f"'{word}'" for word in command)
        command = ["bash", "-c", f"while true; do {words}; sleep {loop}; done"]
    return background(command, {"PGPASSWORD": "office-demo", "PGCONNECT_TIMEOUT": 3})


# ---- decoys: harmless trouble before the onset ----

def wrong_password(billing):
    background(["psql", "-h", "127.0.0.1", "-p", "25432", "-U", "office", "-d", "billing", "-c", "select 1"], {"PGPASSWORD": "Office"})
    background(["psql", "-h", "127.0.0.1", "-p", "25433", "-U", "auditor", "-d", "billing", "-c", "select 1"], {"PGPASSWORD": "auditor"})


def short_lock(billing):
    """A maintenance job holds one table for a moment."""
    holder = billing["postgres"].session("begin; lock table customer in share mode;", "billing")
    time.sleep(1.0)
    holder.kill()


def wrong_column(billing):
    office("select amount from invoice limit 1")
    office("select sum(total) from invoices")


def restart_reporter(billing):
    billing["reporter"].stop()
    time.sleep(0.5)
    billing["reporter"].start()


def forbidden_table(billing):
    office("delete from invoice where id = 1")
    office("insert into customer values (1000, 'x', 0)")


@scenario(
    "billing-deadlock", Billing, fault="two recalculations update the customers in opposite orders and hold up the invoicer", error_class="DEADLOCK", root="postgres",
    onset=("postgres", r"ERROR:  deadlock detected"),
    evidence=[("postgres", r"ERROR:  deadlock detected"), ("postgres", r"DETAIL:  Process \d+ waits for"), ("invoicer", r"in ([3-9]\d\d|\d{4,}) ms|invoicing failed: ")],
    fetch=["invoicer", "postgres", "pgbouncer"], greps=["(?i)error|deadlock|failed"],
    runs=[Run("Some invoices take long or fail since {time}, a second try mostly works. " + WHAT, seed=1701, decoy=short_lock, options={"pool": 8}, after=14),
          Run("Sporadic errors in invoicing began at {time}. Root service, error class, onset, evidence?", seed=1702, decoy=wrong_password, warm=18, after=16, options={"pool": 8, "pace": 0.1},
              fetch=["invoicer", "reporter", "pgbouncer", "postgres"])])
def deadlock(billing, run):
    for order in ("asc", "desc"):
        billing.helpers.append(office(f"do $$ declare c record; begin for c in select id from customer where id <= 40 order by id {order} loop "
                                      "update customer set balance = balance where id = c.id; perform pg_sleep(0.01); end loop; end $$", loop=0.5))


@scenario(
    "billing-route", Billing, fault="a reloaded pgbouncer configuration names a wrong database port", error_class="BAD_CONFIGURATION", root="pgbouncer",
    onset=("pgbouncer", r"got SIGHUP, re-reading config"),
    evidence=[("pgbouncer", r"got SIGHUP, re-reading config"), ("pgbouncer", r"127\.0\.0\.1:25434.*(connect failed|Connection refused|server conn crashed)|connect failed"), INVOICING],
    fetch=["invoicer", "pgbouncer", "postgres"], greps=["(?i)error|failed|refused"],
    runs=[Run("Neither invoices nor reports since {time}, PostgreSQL is up and idle. " + WHAT, seed=1711, decoy=wrong_password),
          Run("The billing is down since about {time}. Root service, kind of error, onset, proof?", seed=1712, decoy=restart_reporter, warm=18, fetch=["reporter", "pgbouncer", "postgres", "invoicer"])])
def route(billing, run):
    billing.write_pgbouncer(port=25434)
    billing.reload()


@scenario(
    "billing-users", Billing, fault="a reloaded user file of pgbouncer lacks the invoicer", error_class="AUTHENTICATION_FAILED", root="pgbouncer",
    onset=("pgbouncer", r"no such user|authentication failed"),
    evidence=[("pgbouncer", r"no such user|authentication failed"), ("invoicer", r"invoicing failed: ")],
    fetch=["invoicer", "pgbouncer", "postgres"], greps=["(?i)error|failed|fatal"],
    runs=[Run("The invoicer was restarted and does nothing since {time}. " + WHAT, seed=1721, decoy=wrong_password)])
def users(billing, run):
    billing.write_pgbouncer(users=("reporter", "office"))
    billing.reload()
    time.sleep(1)
    billing["invoicer"].stop()
    billing["invoicer"].start()


@scenario(
    "billing-clients", Billing, fault="forgotten sessions take all client connections of pgbouncer", error_class="RESOURCE_EXHAUSTED", root="pgbouncer",
    onset=("pgbouncer", r"no more connections allowed"),
    evidence=[("pgbouncer", r"no more connections allowed"), ("reporter", r"report failed: ")],
    fetch=["reporter", "pgbouncer", "postgres"], greps=["(?i)error|failed|allowed"],
    runs=[Run("After a restart there are no reports since {time}. " + WHAT, seed=1731, decoy=forbidden_table, options={"clients": 14})])
def clients(billing, run):
    billing["reporter"].stop()
    for _ in range(14):
        billing.helpers.append(background(
            ["bash", "-c", "sleep 100 | psql -h 127.0.0.1 -p 25432 -U office -d billing"], {"PGPASSWORD": "office-demo"}))
    time.sleep(1.5)
    billing["reporter"].start(wait=False)


@scenario(
    "billing-pool", Billing, fault="abandoned transactions hold all server connections of the pool", error_class="RESOURCE_EXHAUSTED", root="pgbouncer",
    onset=("pgbouncer", r"query_wait_timeout"),
    evidence=[("pgbouncer", r"query_wait_timeout"), INVOICING, REPORT],
    fetch=["invoicer", "reporter", "pgbouncer", "postgres"], greps=["(?i)error|failed|timeout"],
    runs=[Run("Invoices and reports hang for seconds and then fail since {time}; PostgreSQL is idle. " + WHAT, seed=1741, decoy=short_lock, options={"pool": 3}, after=16)])
def pool(billing, run):
    for user in ("invoicer", "reporter"):
        for _ in range(3):
            billing.helpers.append(background(["bash", "-c", f"(echo 'begin; select 1;'; sleep 100) | psql -h 127.0.0.1 -p 25432 -U {user} -d billing"],
                                              {"PGPASSWORD": f"{user}-demo"}))


@scenario(
    "billing-grant", Billing, fault="the invoicer's right to insert is revoked", error_class="PERMISSION_DENIED", root="postgres",
    onset=("postgres", r"LOG:  statement: revoke insert"),
    evidence=[("postgres", r"LOG:  statement: revoke insert"), ("postgres", r"ERROR:  permission denied for table invoice"), ("invoicer", r"InsufficientPrivilege")],
    fetch=["invoicer", "postgres", "pgbouncer"], greps=["(?i)error|denied|failed"],
    runs=[Run("No invoice has been written since {time}. " + WHAT, seed=1751, decoy=forbidden_table),
          Run("Invoicing fails since about {time}; reports are fine. Root service, error class, onset, lines?", seed=1752, decoy=wrong_column, warm=18, options={"pace": 0.09},
              fetch=["reporter", "invoicer", "postgres"])])
def grant(billing, run):
    billing["postgres"].psql("revoke insert on invoice from invoicer", "billing")


@scenario(
    "billing-password", Billing, fault="the database password of the invoicer is changed, the pool still knows the old one", error_class="AUTHENTICATION_FAILED", root="postgres",
    onset=("postgres", r"LOG:  statement: alter role invoicer"),
    evidence=[("postgres", r"LOG:  statement: alter role invoicer"), ("postgres", r'FATAL:  password authentication failed for user "invoicer"'), ("pgbouncer", r"password authentication failed"), INVOICING],
    fetch=["invoicer", "pgbouncer", "postgres"], greps=["(?i)fatal|error|failed"],
    runs=[Run("Invoices fail since {time}, reports do not. " + WHAT, seed=1761, decoy=wrong_password)])
def password(billing, run):
    billing["postgres"].psql("alter role invoicer password 'rotated-demo'")
    billing["postgres"].psql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'invoicer'")


@scenario(
    "billing-schema", Billing, fault="a migration renames a column that the invoicer still uses", error_class="SCHEMA_MISMATCH", root="postgres",
    onset=("postgres", r"LOG:  statement: alter table invoice rename"),
    evidence=[("postgres", r"LOG:  statement: alter table invoice rename"), ("postgres", r'ERROR:  column "cents" .*does not exist'), ("invoicer", r"UndefinedColumn"), ("reporter", r"UndefinedColumn")],
    fetch=["invoicer", "reporter", "postgres"], greps=["(?i)error|failed|exist"],
    runs=[Run("Everything in billing fails since {time}. " + WHAT, seed=1771, decoy=wrong_column),
          Run("Errors in both billing services since about {time}. Root service, error class, onset and evidence?", seed=1772, decoy=short_lock, warm=18, fetch=["reporter", "invoicer", "pgbouncer", "postgres"])])
def schema(billing, run):
    billing["postgres"].psql("alter table invoice rename column cents to amount_cents", "billing")


@scenario(
    "billing-index", Billing, fault="a migration drops an index, and reports take too long", error_class="SLOW_DEPENDENCY", root="postgres",
    onset=("postgres", r"LOG:  statement: drop index"),
    evidence=[("postgres", r"LOG:  statement: drop index"), ("postgres", r"duration: \d{2,}\.\d+ ms .*select count|canceling statement due to statement timeout"), ("reporter", r"in \d{2,} ms|report failed: QueryCanceled")],
    fetch=["reporter", "postgres", "pgbouncer"], greps=["(?i)error|timeout|duration"],
    runs=[Run("Reports are slow or fail since {time}, and nothing was released. " + WHAT, seed=1781, decoy=short_lock, after=16),
          Run("Since about {time} the reporter takes ages. Root service, kind of problem, onset, proof?", seed=1782, decoy=wrong_column, warm=18, after=16, options={"pace": 0.1},
              fetch=["invoicer", "reporter", "postgres"], greps=["(?i)slow|timeout|duration"])])
def index(billing, run):
    billing["postgres"].psql("drop index invoice_customer", "billing")


@scenario(
    "billing-clock", Billing, fault="the invoicer is restarted on a machine whose clock is an hour fast", error_class="CLOCK_SKEW", root="invoicer",
    onset=("invoicer", r"invoicer started at "),
    evidence=[("invoicer", r"invoicer started at "), ("invoicer", r"CheckViolation"), ("postgres", r'violates check constraint "invoice_not_from_the_future"')],
    fetch=["invoicer", "postgres", "reporter"], greps=["(?i)error|violates|failed"],
    runs=[Run("No invoice is accepted any more since the invoicer was moved shortly before {time} (its own clock). " + WHAT, seed=1791, decoy=wrong_password),
          Run("Invoicing has failed since the move of the invoicer at {time} by its own clock. Root service, error class, onset and evidence?", seed=1792, decoy=short_lock, warm=18,
              fetch=["reporter", "invoicer", "pgbouncer", "postgres"])])
def clock(billing, run):
    invoicer = billing["invoicer"]
    invoicer.stop()
    invoicer.command = ["faketime", "-f", "+1h", *invoicer.command]
    invoicer.start()


@scenario(
    "billing-pg-stopped", Billing, fault="postgres is stopped while traffic runs", error_class="CONNECTION_REFUSED", root="postgres",
    onset=("postgres", r"received fast shutdown request"),
    evidence=[("postgres", r"received fast shutdown request"), ("postgres", r"database system is shut down"), ("pgbouncer", r"connect failed|Connection refused|server conn crashed"), INVOICING],
    fetch=["invoicer", "pgbouncer", "postgres"], greps=["(?i)error|refused|shut"],
    runs=[Run("Nothing works in billing since {time}. " + WHAT, seed=1801, decoy=restart_reporter)])
def pg_stopped(billing, run):
    billing["postgres"].send(signal.SIGINT)


@scenario(
    "billing-lock", Billing, fault="a forgotten transaction of the office locks the customers", error_class="LOCK_TIMEOUT", root="postgres",
    onset=("postgres", r"still waiting for"),
    evidence=[("postgres", r"still waiting for"), ("postgres", r"ERROR:  canceling statement due to lock timeout"), ("invoicer", r"LockNotAvailable")],
    fetch=["invoicer", "postgres", "pgbouncer"], greps=["(?i)error|waiting|failed"],
    runs=[Run("Invoicing hangs and fails since {time}. " + WHAT, seed=1811, decoy=short_lock, options={"postgres": {"lock_timeout": "'2s'"}, "pool": 6}, after=16)])
def lock(billing, run):
    billing.helpers.append(billing["postgres"].session("begin; update customer set balance = balance + 0;", "billing"))
