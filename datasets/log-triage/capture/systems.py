"""The topologies: how their servers are configured, started and wired. Everything binds to 127.0.0.1."""

import signal
import subprocess
import threading

import runtime
from runtime import APPS, LOGS, RUN, CaptureError, Service, call, fresh_folder, write
from traffic import Shoppers

JAVA = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.name=headroom", f"-Duser.home={RUN}", "-Duser.timezone=UTC"]


def java(heap, *rest):
    return JAVA + [f"-Xmx{heap}m"] + list(rest)


def client_app(name, main, pattern, /, heap=96, open_files=None, ready=None, ready_line=None, **settings):
    """One of our client applications; settings become system properties."""
    properties = [f"-D{key.replace('_', '.')}={value}" for key, value in settings.items()]
    command = java(heap, f"-Dlog.pattern={pattern}", f"-Dstats={RUN / 'stats' / name}", *properties,
                   "-cp", f"{APPS / 'clients' / 'clients.jar'}:{APPS / 'clients' / 'lib'}/*", f"clients.{main}")
    return Service(name, command, open_files=open_files, ready=ready, ready_line=ready_line)


class Postgres(Service):
    """A PostgreSQL server. Its superuser works over a local socket that only this program uses."""

    def __init__(self, name, port, settings=None, data=None):
        self.port = port
        self.data = data or RUN / name / "data"
        super().__init__(name, ["postgres", "-D", self.data], ready=port)
        self.settings = {
            "port": port, "listen_addresses": "'127.0.0.1'", "unix_socket_directories": f"'{RUN}'", "log_timezone": "UTC",
            "timezone": "UTC", "log_line_prefix": "'%m [%p] %q%u@%d '", "shared_buffers": "'16MB'", "fsync": "off",
            "log_connections": "on", "log_disconnections": "on", "log_checkpoints": "on", "log_lock_waits": "on",
            "deadlock_timeout": "'500ms'", "log_min_duration_statement": "250", "log_statement": "'ddl'",
            "log_autovacuum_min_duration": "0", "autovacuum_naptime": "10", "checkpoint_timeout": "30", "log_temp_files": "0",
            "max_connections": 40, "min_wal_size": "'32MB'", "max_wal_size": "'64MB'", "wal_keep_size": "0", "jit": "off",
        }
        self.settings.update(settings or {})

    def initialise(self, *options):
        call(["initdb", "-D", self.data, "-U", "postgres", "--auth-local=trust", "--auth-host=scram-sha-256", "-E", "UTF8",
              "--locale=C", "--no-sync", "--data-checksums", *options])
        self.configure()

    def configure(self):
        write(self.data / "postgresql.auto.conf", "".join(f"{key} = {value}\n" for key, value in self.settings.items()))

    def set(self, **changes):
        """Changes settings in the configuration file and reloads it, as an administrator would."""
        self.settings.update(changes)
        self.configure()
        self.send(signal.SIGHUP)

    def psql(self, sql, database="postgres", check=True, timeout=60, user="postgres"):
        return call(["psql", "-h", RUN, "-p", self.port, "-U", user, "-d", database, "-v", "ON_ERROR_STOP=1", "-qAt", "-c", sql],
                    check=check, timeout=timeout)

    def remote(self, sql, user, password, database):
        """A query over TCP with a password; may fail."""
        return call(["psql", "-h", "127.0.0.1", "-p", self.port, "-U", user, "-d", database, "-qAt", "-c", sql], check=False,
                    env=runtime.clean_env(PGPASSWORD=password, PGCONNECT_TIMEOUT=3))

    def session(self, sql, database, user="postgres"):
        """A session that stays open (kept by the caller) after it has run the statements."""
        process = subprocess.Popen(["psql", "-h", str(RUN), "-p", str(self.port), "-U", user, "-d", database, "-qAt"], user=runtime.USER,
                                   group=runtime.USER, cwd=RUN, env=runtime.clean_env(), stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
        process.stdin.write(sql + "\n")
        process.stdin.flush()
        return process


class Redis(Service):

    def __init__(self, name, port, sentinel=False, **settings):
        self.port = port
        self.file = RUN / name / "redis.conf"
        super().__init__(name, ["redis-sentinel" if sentinel else "redis-server", self.file], ready=port)
        self.settings = {"port": port, "bind": "127.0.0.1", "dir": self.folder, "loglevel": "verbose", "protected-mode": "no"}
        if not sentinel:
            self.settings.update({"save": '"8 40"', "appendonly": "no"})
        self.settings.update({key.replace("_", "-"): value for key, value in settings.items()})
        self.extra = []
        self.configure()

    def configure(self):
        write(self.file, "".join(f"{key} {value}\n" for key, value in self.settings.items()) + "".join(f"{line}\n" for line in self.extra))

    def cli(self, *words, check=True):
        return call(["redis-cli", "-h", "127.0.0.1", "-p", self.port, *words], check=check)

    def fill(self, entries, size, prefix="import"):
        """Bulk writes through the ordinary client."""
        script = "".join(f"SET {prefix}:{n} {'v' * size}\n" for n in range(entries))
        subprocess.run(["redis-cli", "-h", "127.0.0.1", "-p", str(self.port)], input=script, text=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, user=runtime.USER, group=runtime.USER, check=False, timeout=60)


class System:
    """A set of services plus the load on them."""

    front = None

    def __init__(self, seed, **options):
        self.seed = seed
        self.options = options
        self.services = {}
        self.helpers = []

    def add(self, service):
        self.services[service.name] = service
        return service

    def __getitem__(self, name):
        return self.services[name]

    def load_of(self, service):
        return runtime.read_stats(RUN / "stats" / service)

    def start_traffic(self):
        pass

    def stop_traffic(self):
        pass

    def stop(self):
        for helper in self.helpers:
            helper.kill()
        for service in reversed(list(self.services.values())):
            service.stop(signal.SIGKILL)
        runtime.unmount_all()


class Shop(System):
    """nginx -> shop application -> payment service, PostgreSQL, Redis."""

    def __init__(self, seed, pg_settings=None, redis=None, pg_disk=None, redis_disk=None, app_heap=160, app_env=None, payment_heap=64,
                 payment_files=None, rate=9.0):
        super().__init__(seed)
        self.rate = rate
        self.add_nginx()
        self.add_app(app_heap, app_env or {})
        self.add_payment(payment_heap, payment_files)
        if pg_disk:
            fresh_folder(RUN / "postgres")
            runtime.mount_small(RUN / "postgres" / "disk", pg_disk)
        self.add(Postgres("postgres", 15432, pg_settings, data=RUN / "postgres" / "disk" / "data" if pg_disk else None))
        redis_settings = dict(redis or {})
        if redis_disk:
            fresh_folder(RUN / "redis")
            redis_settings["dir"] = runtime.mount_small(RUN / "redis" / "disk", redis_disk)
        self.add(Redis("redis", 16379, **redis_settings))
        self.shoppers = Shoppers(18000, seed, rate)

    def add_nginx(self):
        self.nginx_conf = RUN / "nginx" / "nginx.conf"
        self.add(Service("nginx", ["nginx", "-p", RUN / "nginx", "-c", self.nginx_conf, "-g", "daemon off;", "-e", LOGS / "nginx.log"], ready=18000))
        self.write_nginx(18080)

    def write_nginx(self, upstream, more=""):
        log = LOGS / "nginx.log"
        paths = "".join(f"  {kind}_temp_path {RUN / 'nginx' / kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        write(self.nginx_conf, f"""pid {RUN / 'nginx' / 'nginx.pid'};
error_log {log} info;
worker_processes 1;
events {{ worker_connections 128; }}
http {{
{paths}  log_format shop '$remote_addr - - [$time_local] "$request" $status $body_bytes_sent $request_time "$http_user_agent"';
  access_log {log} shop;
  upstream shop {{ server 127.0.0.1:{upstream} max_fails=0; }}
  server {{
    listen 127.0.0.1:18000;
    server_name shop.example;
    location / {{
      proxy_pass http://shop;
      proxy_http_version 1.1;
      proxy_connect_timeout 1s;
      proxy_read_timeout 6s;
      {more}
    }}
  }}
}}
""")

    def add_app(self, heap, env):
        command = java(heap, "-jar", APPS / "shop" / "shop.jar")
        self.add(Service("app", command, ready=18080, env=env, ready_line="Started ShopApplication", seconds=90))

    def add_payment(self, heap, open_files):
        folder = fresh_folder(RUN / "payment")
        fresh_folder(folder / "batches")
        self.add(client_app("payment", "Payment", "%d{dd.MM.yyyy HH:mm:ss.SSS} |%-5level| %thread | %logger{0} | %msg%n", heap=heap,
                            open_files=open_files, ready=18090, port=18090, journal=folder / "journal.csv", batches=folder / "batches"))

    def start(self):
        self["postgres"].initialise()
        self["postgres"].start()
        self["redis"].start()
        self["payment"].start()
        self.create_tables()
        self["app"].start()
        self["nginx"].start()

    def create_tables(self):
        postgres = self["postgres"]
        postgres.psql("create role shop login password 'shop-demo'; create role reporting login password 'reporting-demo'")
        postgres.psql("create database shop owner shop")
        postgres.psql("""
            create table product(id int primary key, name text not null, code text not null, weight int not null);
            insert into product select n, 'Article ' || md5(n::text), 'C-' || lpad((n % 2000)::text, 5, '0'), (n * 7919) % 1000
              from generate_series(1, 30000) n;
            create index product_code on product(code);
            create table stock(product int primary key, amount int not null);
            insert into stock select n, 100000 from generate_series(1, 300) n;
            create table orders(id text primary key, cart text, product int, cents int, at timestamptz default now());
            grant select on product, stock, orders to reporting;
            alter table product owner to shop; alter table stock owner to shop; alter table orders owner to shop;
            """, "shop")
        postgres.psql("analyze", "shop")

    def start_traffic(self):
        self.shoppers.start()
        self.quiet = threading.Event()
        self.office = threading.Thread(target=self.office_noise, daemon=True)
        self.office.start()

    def office_noise(self):
        """A reporting job, a curious analyst and a monitoring probe."""
        turn = self.seed
        while not self.quiet.wait(2.5):
            turn += 1
            try:
                if turn % 5 == 0:
                    self["postgres"].remote("select revenue from orders_daily", "reporting", "reporting-demo", "shop")
                elif turn % 2 == 0:
                    self["postgres"].remote("select count(*), pg_sleep(0.3) from orders", "reporting", "reporting-demo", "shop")
                else:
                    self["redis"].cli("ping", check=False)
            except (CaptureError, subprocess.TimeoutExpired):
                pass

    def stop_traffic(self):
        self.shoppers.stop()
        self.quiet.set()
        self.office.join(10)

    def load_of(self, service):
        if service == "nginx":
            return self.shoppers.load()
        return super().load_of(service)


class Orders(System):
    """Three Kafka brokers (KRaft, broker and controller in one), a producer and a consumer."""

    IDS = (1, 2, 3)

    def __init__(self, seed, replicas=1, sasl=False, small_disk=None, pace=110):
        super().__init__(seed)
        self.replicas, self.sasl = replicas, sasl
        self.users = {number: {"orders": "orders-demo"} for number in self.IDS}
        self.extra = {number: {} for number in self.IDS}
        for number in self.IDS:
            self.add_broker(number, small_disk if number == 3 else None)
        access = {"user": "orders", "pass": "orders-demo"} if sasl else {}
        brokers = ",".join(f"127.0.0.1:{19090 + number}" for number in self.IDS)
        self.add(client_app("producer", "OrderProducer", "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{20} - %msg%n",
                            brokers=brokers, pace=pace, **access))
        self.add(client_app("consumer", "OrderConsumer", "ts=%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'} level=%level logger=%logger{0} msg=%msg%n",
                            brokers=brokers, group="booking", pace=pace, **access))
        self.access = access

    def add_broker(self, number, small_disk):
        name = f"broker-{number}"
        folder = fresh_folder(RUN / name)
        self.write_log4j(folder)
        if small_disk:
            runtime.mount_small(folder / "disk", small_disk)
        command = java(192, f"-Dlog4j.configuration=file:{folder / 'log4j.properties'}", "-cp", f"{APPS / 'kafka' / 'lib'}/*",
                       "kafka.Kafka", folder / "server.properties")
        self.add(Service(name, command, ready=19090 + number, ready_line=r"Kafka Server started", seconds=90))

    def write_log4j(self, folder):
        write(folder / "log4j.properties", """log4j.rootLogger=INFO, stdout
log4j.appender.stdout=org.apache.log4j.ConsoleAppender
log4j.appender.stdout.layout=org.apache.log4j.PatternLayout
log4j.appender.stdout.layout.ConversionPattern=[%d] %p %m (%c)%n
log4j.logger.org.apache.kafka.clients=WARN
""")

    def data_of(self, number):
        folder = RUN / f"broker-{number}"
        return (folder / "disk" if (folder / "disk").exists() else folder) / "data"

    def configure(self, number):
        kind = "SASL_PLAINTEXT" if self.sasl else "PLAINTEXT"
        settings = {
            "process.roles": "broker,controller", "node.id": number,
            "controller.quorum.voters": ",".join(f"{other}@127.0.0.1:{19190 + other}" for other in self.IDS),
            "listeners": f"CLIENT://127.0.0.1:{19090 + number},INTERNAL://127.0.0.1:{19290 + number},CONTROLLER://127.0.0.1:{19190 + number}",
            "advertised.listeners": f"CLIENT://127.0.0.1:{19090 + number},INTERNAL://127.0.0.1:{19290 + number}",
            "listener.security.protocol.map": f"CLIENT:{kind},INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name": "INTERNAL", "controller.listener.names": "CONTROLLER", "log.dirs": self.data_of(number),
            "offsets.topic.replication.factor": 3, "offsets.topic.num.partitions": 3, "group.initial.rebalance.delay.ms": 0,
            "broker.session.timeout.ms": 4000, "broker.heartbeat.interval.ms": 1000, "auto.create.topics.enable": "false",
            "num.network.threads": 2, "num.io.threads": 3, "log.cleaner.dedupe.buffer.size": 4194304, "default.replication.factor": 1,
            "sasl.enabled.mechanisms": "PLAIN", "log.segment.bytes": 1048576, "log.index.size.max.bytes": 65536,
        }
        if self.sasl:
            users = " ".join(f'user_{name}="{word}"' for name, word in self.users[number].items())
            settings["listener.name.client.plain.sasl.jaas.config"] = f"org.apache.kafka.common.security.plain.PlainLoginModule required {users};"
        settings.update(self.extra[number])
        write(RUN / f"broker-{number}" / "server.properties", "".join(f"{key}={value}\n" for key, value in settings.items()))

    def start(self):
        for number in self.IDS:
            self.configure(number)
            call(java(64, "-cp", f"{APPS / 'kafka' / 'lib'}/*", "kafka.tools.StorageTool", "format", "-t", "bG9ncy1vZi1vcmRlcnMhIQ",
                      "-c", RUN / f"broker-{number}" / "server.properties"))
        for number in self.IDS:
            self[f"broker-{number}"].start(wait=False)
        for number in self.IDS:
            self[f"broker-{number}"].await_ready()
        self.create_topic()
        self["producer"].start()
        self["consumer"].start()

    def create_topic(self):
        access = [f"-D{key}={value}" for key, value in self.access.items()]
        call(java(64, "-Dbrokers=127.0.0.1:19091", "-Dlog.pattern=%msg%n", *access, "-cp", f"{APPS / 'clients' / 'clients.jar'}:{APPS / 'clients' / 'lib'}/*",
                  "clients.Topic", "orders", "3", self.replicas))


class Workers(System):
    """A ZooKeeper ensemble of three and two workers; worker-b knows only zk-2."""

    IDS = (1, 2, 3)

    def __init__(self, seed, small_disk=None, most_connections=20, pace=160):
        super().__init__(seed)
        self.most_connections = most_connections
        for number in self.IDS:
            self.add_server(number, small_disk if number == 2 else None)
        everybody = ",".join(f"127.0.0.1:{29180 + number}" for number in self.IDS)
        self.add(client_app("worker-a", "LockWorker", "%d{HH:mm:ss.SSS} [%thread] %-5level %logger{36} -- %msg%n", name="a", ensemble=everybody, pace=pace))
        self.add(client_app("worker-b", "LockWorker", "ts=%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'} level=%level logger=%logger{0} msg=%msg%n",
                            name="b", ensemble="127.0.0.1:29182", pace=pace))

    def add_server(self, number, small_disk):
        folder = fresh_folder(RUN / f"zk-{number}")
        self.data = getattr(self, "data", {})
        self.data[number] = folder / "data"
        if small_disk:
            self.data[number] = runtime.mount_small(folder / "disk", small_disk) / "data"
        fresh_folder(self.data[number])
        write(self.data[number] / "myid", f"{number}\n")
        write(folder / "logback.xml", """<configuration>
  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d{ISO8601} [myid:%X{myid}] - %-5p [%t:%C{1}@%L] - %m%n</pattern></encoder></appender>
  <root level="INFO"><appender-ref ref="OUT"/></root>
</configuration>
""")
        self.configure(number)
        command = java(96, f"-Dlogback.configurationFile={folder / 'logback.xml'}", "-Dzookeeper.preAllocSize=256", "-Dzookeeper.admin.enableServer=false",
                       "-cp", f"{APPS / 'zookeeper' / 'lib'}/*", "org.apache.zookeeper.server.quorum.QuorumPeerMain", folder / "zoo.cfg")
        self.add(Service(f"zk-{number}", command, ready=29180 + number))

    def configure(self, number, **changes):
        settings = {"tickTime": 1000, "initLimit": 6, "syncLimit": 3, "dataDir": self.data[number], "clientPort": 29180 + number,
                    "clientPortAddress": "127.0.0.1", "maxClientCnxns": self.most_connections, "4lw.commands.whitelist": "srvr,ruok,mntr",
                    "snapCount": 200}
        settings.update({f"server.{other}": f"127.0.0.1:{29280 + other}:{29380 + other}" for other in self.IDS})
        settings.update({key.replace("_", "."): value for key, value in changes.items()})
        write(RUN / f"zk-{number}" / "zoo.cfg", "".join(f"{key}={value}\n" for key, value in settings.items()))

    def start(self):
        for number in (3, 1, 2):
            self[f"zk-{number}"].start(wait=False)
            if number == 1:
                wait_for_leader(self["zk-3"])
        for number in self.IDS:
            self[f"zk-{number}"].await_ready()
        self["worker-a"].start()
        self["worker-b"].start()


def wait_for_leader(server):
    runtime.wait_until(lambda: server.has(r"LEADING - LEADER ELECTION TOOK"), 40, f"{server.name} leads")


class Sessions(System):
    """A Redis primary, its replica, a sentinel, and a web application that keeps its sessions there."""

    def __init__(self, seed, primary=None, pace=110, threads=3):
        super().__init__(seed)
        self.add(Redis("redis-1", 16381, **(primary or {})))
        self.add(Redis("redis-2", 16382, replicaof="127.0.0.1 16381"))
        sentinel = self.add(Redis("sentinel", 16390, sentinel=True))
        sentinel.extra = ["sentinel monitor sessions 127.0.0.1 16381 1", "sentinel down-after-milliseconds sessions 3000",
                          "sentinel failover-timeout sessions 12000"]
        sentinel.configure()
        self.add(client_app("web", "Sessions", "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg%n", sentinels="127.0.0.1:16390",
                            pace=pace, threads=threads))

    def start(self):
        self["redis-1"].start()
        self["redis-2"].start()
        runtime.wait_until(lambda: self["redis-2"].has("Finished with success"), 20, "replication")
        self["sentinel"].start()
        self["web"].start()


class Bank(System):
    """A PostgreSQL primary with a streaming standby, and a ledger that writes to the one and reads from the other."""

    def __init__(self, seed, small_standby=None, primary_settings=None, pace=120):
        super().__init__(seed)
        self.add(Postgres("pg-primary", 15441, {"wal_keep_size": "'64MB'", **(primary_settings or {})}))
        fresh_folder(RUN / "pg-standby")
        disk = runtime.mount_small(RUN / "pg-standby" / "disk", small_standby) if small_standby else RUN / "pg-standby"
        self.add(Postgres("pg-standby", 15442, {"primary_conninfo": "'host=127.0.0.1 port=15441 user=replica password=replica-demo'",
                                                "max_standby_streaming_delay": "'3s'"}, data=disk / "data"))
        self.add(client_app("ledger", "Ledger", "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0} - %msg%n", primary=15441, standby=15442, pace=pace))

    def start(self):
        primary, standby = self["pg-primary"], self["pg-standby"]
        primary.initialise()
        with open(primary.data / "pg_hba.conf", "a") as rules:
            rules.write("local replication all trust\n")
        primary.start()
        primary.psql("create role bank login password 'bank-demo'; create role replica login replication password 'replica-demo'")
        primary.psql("create database bank owner bank")
        primary.psql("create table account(id int primary key, cents bigint not null); insert into account select n, 1000000 from generate_series(1, 500) n;"
                     "create table entry(id bigserial primary key, source int, target int, cents int, at timestamptz default now());"
                     "alter table account owner to bank; alter table entry owner to bank", "bank")
        call(["pg_basebackup", "-h", RUN, "-p", 15441, "-U", "postgres", "-D", standby.data, "-c", "fast", "-X", "stream"])
        standby.configure()
        write(standby.data / "standby.signal", "")
        standby.data.chmod(0o700)
        standby.start()
        self["ledger"].start()
