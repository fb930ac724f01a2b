"""The magazine: haproxy -> two Apache servers with PHP -> MariaDB, memcached."""

import signal

import runtime
from runtime import APPS, LOGS, RUN, Service, call, fresh_folder, write
from systems import System
from topologies.common import Visitors, stamped

MODULES = ("mpm_prefork", "authz_core", "authz_host", "dir", "mime", "rewrite", "reqtimeout")


def draw(dice):
    choice = dice.random()
    if choice < 0.50:
        return "GET", f"/article?id={dice.randint(1, 5000)}"
    if choice < 0.60:
        return "GET", "/"
    if choice < 0.72:
        return "GET", f"/topic?id={dice.randint(0, 19)}"
    if choice < 0.86:
        return "POST", f"/like?id={dice.randint(1, 60)}"
    if choice < 0.93:
        return "POST", f"/upload?name=reader{dice.randint(1, 99999)}"
    if choice < 0.96:
        return "GET", f"/export?rows={dice.randint(50, 300)}"
    return "GET", dice.choice([f"/article?id={dice.randint(6000, 9000)}", "/wp-login.php", "/old/2019", "/feed.xml"])


class MariaDb(Service):

    def __init__(self, name, port, **settings):
        self.port, self.data, self.socket = port, RUN / name / "data", RUN / name / "db.sock"
        options = {"datadir": self.data, "socket": self.socket, "port": port, "bind-address": "127.0.0.1", "skip-name-resolve": "1",
                   "innodb-buffer-pool-size": "24M", "innodb-flush-log-at-trx-commit": "0", "innodb-log-file-size": "8M", "log-warnings": "4",
                   "innodb-print-all-deadlocks": "1", "innodb-lock-wait-timeout": "3", "long-query-time": "0.3", "slow-query-log": "1",
                   "slow-query-log-file": LOGS / f"{name}.log", "plugin-load-add": "server_audit", "server-audit-logging": "1",
                   "server-audit-events": "QUERY_DDL,QUERY_DCL", "server-audit-output-type": "file", "server-audit-file-path": LOGS / f"{name}.log",
                   "server-audit-file-rotations": "0", "pid-file": RUN / name / "db.pid", "tmpdir": RUN / name}
        options.update({key.replace("_", "-"): value for key, value in settings.items()})
        self.options = options
        super().__init__(name, ["mariadbd", "--no-defaults"] + [f"--{key}={value}" for key, value in options.items()], ready=port)

    def initialise(self):
        call(["mysql_install_db", "--no-defaults", f"--datadir={self.data}", "--auth-root-authentication-method=normal", "--skip-test-db"], cwd=self.folder)

    def sql(self, text, database="", check=True, user="root", password=None, tcp=False):
        where = ["-h", "127.0.0.1", "-P", self.port] if tcp else ["-S", self.socket]
        words = [f"-p{password}"] if password else []
        return call(["mariadb", "--no-defaults", *where, "-u", user, *words, "-N", "-B", "-e", text, *([database] if database else [])], check=check)


class Media(System):

    def __init__(self, seed, rate=9.0, mariadb=None, workers=12, memory="24M"):
        super().__init__(seed)
        self.workers, self.memory = workers, memory
        self.conf = RUN / "haproxy" / "haproxy.cfg"
        self.add(Service("haproxy", ["haproxy", "-W", "-f", self.conf], ready=20000))
        for number in (1, 2):
            self.add_web(number)
        self.add(MariaDb("mariadb", 20306, **(mariadb or {})))
        self.add(Service("memcached", stamped("memcached", "memcached", "-l", "127.0.0.1", "-p", "20211", "-m", "16", "-vv"), ready=20211))
        self.visitors = Visitors(20000, seed, rate, draw)
        self.write_haproxy()

    def write_haproxy(self, frontend="", ports=(20081, 20082), backend="", check="/health"):
        servers = "".join(f"  server web-{n} 127.0.0.1:{port} check inter 1500 fall 2 rise 2\n" for n, port in enumerate(ports, 1))
        write(self.conf, f"""global
  log stdout format iso local0 info
  maxconn 300
defaults
  mode http
  log global
  option httplog
  timeout connect 1s
  timeout client 10s
  timeout server 5s
  retries 1
frontend magazine
  bind 127.0.0.1:20000
{frontend}  default_backend sites
backend sites
  balance roundrobin
  option redispatch
  option httpchk GET {check}
{backend}{servers}""")

    def add_web(self, number):
        name = f"web-{number}"
        folder = fresh_folder(RUN / name)
        fresh_folder(folder / "site")
        fresh_folder(folder / "uploads")
        self.write_web(number)
        self.add(Service(name, ["apache2", "-D", "FOREGROUND", "-f", folder / "apache.conf"], ready=20080 + number))

    def write_web(self, number, more=""):
        name = f"web-{number}"
        folder, log = RUN / name, LOGS / f"{name}.log"
        modules = "".join(f"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n" for module in MODULES)
        write(folder / "apache.conf", f"""ServerRoot {folder}
ServerName magazine.example
Listen 127.0.0.1:{20080 + number}
PidFile {folder / 'apache.pid'}
DefaultRuntimeDir {folder}
Mutex file:{folder} default
{modules}LoadModule php_module /usr/lib/apache2/modules/libphp8.2.so
TypesConfig /etc/mime.types
ErrorLog {log}
LogLevel info
LogFormat "%h %l %u %t \\"%r\\" %>s %b %D \\"%{{User-agent}}i\\"" magazine
CustomLog {log} magazine
StartServers 3
MinSpareServers 2
MaxSpareServers 6
MaxRequestWorkers {self.workers}
ServerLimit {self.workers}
KeepAlive Off
DocumentRoot {folder / 'site'}
<Directory {folder / 'site'}>
  AllowOverride All
  Require all granted
  FallbackResource /app.php
</Directory>
<FilesMatch "\\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
php_admin_value memory_limit {self.memory}
php_admin_flag log_errors on
php_admin_flag display_errors off
php_admin_flag html_errors off
{more}
""")

    def start(self):
        for number in (1, 2):
            write(RUN / f"web-{number}" / "site" / "app.php", (APPS / "site" / "app.php").read_text())
        db = self["mariadb"]
        db.initialise()
        db.start()
        runtime.wait_until(lambda: db.socket.exists(), 30, "mariadb socket")
        db.sql("create database magazine; create user magazine@127.0.0.1 identified by 'magazine-demo'; create user report@127.0.0.1 identified by 'report-demo';"
               "grant select, insert, update, delete on magazine.* to magazine@127.0.0.1; grant select on magazine.* to report@127.0.0.1;")
        db.sql("create table article(id int primary key, title varchar(80), body varchar(2000), likes int not null default 0, tag int not null);"
               "create table topic(id int primary key, likes int not null default 0);"
               "insert into article select seq, concat('Article ', seq), repeat(md5(seq), 12), 0, seq % 20 from seq_1_to_5000;"
               "insert into topic select seq - 1, 0 from seq_1_to_20;", "magazine")
        self["memcached"].start()
        for number in (1, 2):
            self[f"web-{number}"].start()
        self["haproxy"].start()

    def reload_haproxy(self):
        self["haproxy"].send(signal.SIGUSR2)

    def start_traffic(self):
        self.visitors.start()

    def stop_traffic(self):
        self.visitors.stop()

    def load_of(self, service):
        return self.visitors.load() if service == "haproxy" else super().load_of(service)
