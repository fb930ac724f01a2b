"""Billing: an invoicer writes and a reporter reads through pgbouncer, which keeps a few connections to PostgreSQL."""

import signal

import runtime
from runtime import RUN, Service, write
from systems import Postgres, System
from topologies.common import LOGFMT, LOGFMT_DATES, python_app


class Billing(System):

    def __init__(self, seed, pace=0.13, pool=4, clients=40, postgres=None):
        super().__init__(seed)
        self.pool, self.clients = pool, clients
        self.file = RUN / "pgbouncer" / "pgbouncer.ini"
        self.add(python_app("invoicer", "billing", role="invoicer", port=25432, pace=pace, threads=3))
        self.add(python_app("reporter", "billing", role="reporter", port=25432, pace=pace * 1.5, threads=2, log_format=LOGFMT, log_dates=LOGFMT_DATES))
        self.add(Service("pgbouncer", ["pgbouncer", self.file], ready=25432))
        self.add(Postgres("postgres", 25433, {"log_min_duration_statement": "50", **(postgres or {})}))

    def write_pgbouncer(self, port=25433, users=("invoicer", "reporter", "office"), pool=None, clients=None):
        folder = RUN / "pgbouncer"
        write(folder / "users.txt", "".join(f'"{user}" "{user}-demo"\n' for user in users), 0o600)
        write(self.file, f"""[databases]
billing = host=127.0.0.1 port={port} dbname=billing
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = 25432
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {folder / 'users.txt'}
pool_mode = transaction
default_pool_size = {pool or self.pool}
max_client_conn = {clients or self.clients}
query_wait_timeout = 3
server_login_retry = 1
server_connect_timeout = 2
server_lifetime = 12
stats_period = 5
ignore_startup_parameters = extra_float_digits
pidfile = {folder / 'pgbouncer.pid'}
""")

    def start(self):
        postgres = self["postgres"]
        postgres.initialise()
        postgres.start()
        runtime.wait_until(lambda: postgres.has("ready to accept connections"), 30, "postgres ready")
        for user in ("invoicer", "reporter", "office"):
            postgres.psql(f"create role {user} login password '{user}-demo'")
        postgres.psql("create database billing")
        postgres.psql("""
            create table customer(id int primary key, name text not null, balance bigint not null default 0);
            insert into customer select n, 'Customer ' || md5(n::text), 0 from generate_series(1, 400) n;
            create table invoice(id bigserial primary key, customer int not null, cents int not null, made timestamptz not null default now(),
              note text, constraint invoice_not_from_the_future check (made < now() + interval '1 minute'));
            insert into invoice(customer, cents, note) select 1 + n % 400, n % 9000, repeat(md5(n::text), 6) from generate_series(1, 300000) n;
            create index invoice_customer on invoice(customer);
            grant select, insert, update on customer, invoice to invoicer; grant usage on sequence invoice_id_seq to invoicer;
            grant select on customer, invoice to reporter; grant select, update on customer, invoice to office;
            """, "billing")
        postgres.psql("vacuum analyze", "billing")
        self.write_pgbouncer()
        self["pgbouncer"].start()
        self["invoicer"].start()
        self["reporter"].start()

    def reload(self):
        self["pgbouncer"].send(signal.SIGHUP)
