"""Incidents of the bank: ledger -> pg-primary (writes), pg-standby (reads)."""

import signal

from runtime import ballast
from scenarios import Run, scenario
from systems import Bank

BALANCE = ("ledger", r"balance failed")


def wrong_password(bank):
    bank["pg-primary"].remote("select 1", "bank", "Bank-demo", "bank")
    bank["pg-standby"].remote("select 1", "auditor", "auditor", "bank")


@scenario(
    "bank-standby-stopped", Bank, fault="the standby is stopped", error_class="CONNECTION_REFUSED", root="pg-standby",
    onset=("pg-standby", r"received fast shutdown request"),
    evidence=[("pg-standby", r"received fast shutdown request"), ("pg-standby", r"database system is shut down"), ("ledger", r"Connection to 127\.0\.0\.1:15442 refused"), BALANCE],
    fetch=["ledger", "pg-primary", "pg-standby"],
    runs=[Run("Balances cannot be shown since {time}, transfers work. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=601, warm=30, decoy=wrong_password),
          Run("The balance desk reports errors that began at {time}. Find the root service, the error class, the onset and the lines that show it.",
              seed=602, warm=34, after=8, options={"pace": 26}, greps=["ERROR|FATAL", "refused|shut"], fetch=["pg-primary", "ledger", "pg-standby"])])
def standby_stopped(bank, run):
    bank["pg-standby"].send(signal.SIGINT)


@scenario(
    "bank-replica-role", Bank, fault="the replication role expires on the primary, the standby cannot reconnect", error_class="AUTHENTICATION_FAILED", root="pg-primary",
    onset=("pg-primary", r"LOG:  statement: alter role replica"),
    evidence=[("pg-primary", r"LOG:  statement: alter role replica"), ("pg-primary", r'FATAL:  password authentication failed for user "replica"'),
              ("pg-standby", r'password authentication failed for user "replica"')],
    fetch=["pg-primary", "pg-standby", "ledger"],
    runs=[Run("Customers see outdated balances since {time}. Name root service, error class, onset and evidence.", seed=611, warm=30, after=18, decoy=wrong_password)])
def replica_role(bank, run):
    bank["pg-primary"].psql("alter role replica valid until '2026-01-01'")
    bank["pg-primary"].psql("select pg_terminate_backend(pid) from pg_stat_replication")


@scenario(
    "bank-lock", Bank, fault="a forgotten transaction locks the account table", error_class="LOCK_TIMEOUT", root="pg-primary",
    onset=("pg-primary", r"still waiting for"),
    evidence=[("pg-primary", r"still waiting for"), ("pg-primary", r"ERROR:  canceling statement due to lock timeout"), ("ledger", r"canceling statement due to lock timeout")],
    fetch=["ledger", "pg-standby", "pg-primary"], greps=["ERROR|WARN|timeout", "waiting|lock"],
    runs=[Run("Transfers hang and fail since about {time}; reading works. Root service, kind of error, onset, evidence?", seed=621, warm=30, after=14,
              options={"primary_settings": {"lock_timeout": "'2s'"}}, decoy=wrong_password),
          Run("No money moves since {time}: every transfer fails after a while. Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?",
              seed=622, warm=36, after=9, options={"primary_settings": {"lock_timeout": "'1s'"}, "pace": 26}, fetch=["pg-primary", "ledger"])])
def lock(bank, run):
    bank.helpers.append(bank["pg-primary"].session("set lock_timeout = 0; begin; lock table account in share mode;", "bank"))


@scenario(
    "bank-standby-disk", Bank, fault="the disk of the standby runs full", error_class="DISK_FULL", root="pg-standby",
    onset=("pg-standby", r"No space left on device"),
    evidence=[("pg-standby", r"(FATAL|PANIC|ERROR):  .*No space left on device"), ("ledger", r"(balance failed|No space left|refused)")],
    fetch=["ledger", "pg-standby", "pg-primary"],
    runs=[Run("Something is wrong with the read side of the bank since {time}: balances stale or not available. Which service, which error class, since when, which lines?",
              seed=631, warm=24, after=24, options={"small_standby": 200})])
def standby_disk(bank, run):
    ballast(bank["pg-standby"].data.parent / "dump.sql")
    bank.helpers.append(bank["pg-primary"].session("insert into entry(source, target, cents) select n % 500 + 1, n % 499 + 1, n from generate_series(1, 400000) n;", "bank"))
