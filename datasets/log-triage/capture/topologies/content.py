"""The documentation site: squid -> edge (nginx) -> origin-a, origin-b (nginx, TLS); the edge finds the origins through named."""

import signal

import runtime
from runtime import LOGS, RUN, Service, fresh_folder, write
from systems import System
from topologies.common import Visitors, certificate

ORIGINS = {"origin-a": ("a", 23181), "origin-b": ("b", 23182)}


def draw(dice):
    choice = dice.random()
    if choice < 0.90:
        return "GET", f"/{dice.choice('ab')}/page-{dice.randint(1, 300)}.html?v={dice.randint(1, 9999)}"
    if choice < 0.94:
        return "GET", f"/a/page-{dice.randint(1, 5)}.html"
    return "GET", dice.choice([f"/a/page-{dice.randint(900, 999)}.html", "/b/missing.png", "/robots.txt", "/.git/config"])


class Content(System):

    def __init__(self, seed, rate=8.0, edge_connections=128, origin=None):
        super().__init__(seed)
        self.ca = RUN / "ca"
        self.edge_connections = edge_connections
        self.add(Service("squid", ["squid", "-N", "-f", RUN / "squid" / "squid.conf"], ready=23000))
        self.add(self.nginx("edge", 23080))
        for name, (_, port) in ORIGINS.items():
            self.add(self.nginx(name, port))
        self.add(Service("named", ["named", "-f", "-4", "-c", RUN / "named" / "named.conf"], ready=23053, ready_line="running"))
        self.origin = origin or ""
        self.visitors = Visitors(23000, seed, rate, draw, agent="docs-reader/2.0")

    def nginx(self, name, port):
        folder = RUN / name
        return Service(name, ["nginx", "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;", "-e", LOGS / f"{name}.log"], ready=port)

    def write_nginx(self, name, http, connections=128):
        folder, log = RUN / name, LOGS / f"{name}.log"
        paths = "".join(f"  {kind}_temp_path {folder / kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        write(folder / "nginx.conf", f"""pid {folder / 'nginx.pid'};
error_log {log} info;
worker_processes 1;
events {{ worker_connections {connections}; }}
http {{
{paths}  log_format docs '$remote_addr - - [$time_local] "$request" $status $body_bytes_sent $request_time "$http_user_agent"';
  access_log {log} docs;
{http}
}}
""")

    def write_edge(self):
        places = "".join(f"""    location /{letter}/ {{
      set $origin {name}.docs.example;
      proxy_ssl_name {name}.docs.example;
      proxy_pass https://$origin:{port};
    }}
""" for name, (letter, port) in ORIGINS.items())
        self.write_nginx("edge", f"""  server {{
    listen 127.0.0.1:23080;
    resolver 127.0.0.1:23053 valid=2s ipv6=off;
    resolver_timeout 2s;
    proxy_ssl_verify on;
    proxy_ssl_trusted_certificate {self.ca / 'ca.pem'};
    proxy_ssl_session_reuse off;
    proxy_connect_timeout 1s;
    proxy_read_timeout 3s;
{places}  }}
""", self.edge_connections)

    def write_origin(self, name, server="", tls=True, cert=None, before=""):
        letter, port = ORIGINS[name]
        cert, key = cert or self.certs[name]
        secure = f"ssl_certificate {cert}; ssl_certificate_key {key};" if tls else ""
        self.write_nginx(name, f"""{before}{self.origin if name == 'origin-a' else ''}  server {{
    listen 127.0.0.1:{port}{' ssl' if tls else ''};
    server_name {name}.docs.example;
    {secure}
    root {RUN / name / 'files'};
    {server}
  }}
""")

    def write_named(self, options="", zone=None, serial=1, records=("origin-a", "origin-b")):
        folder = RUN / "named"
        write(folder / "docs.zone", zone or "$TTL 5\n@ IN SOA ns.docs.example. admin.docs.example. (%d 60 60 600 5)\n  IN NS ns\nns IN A 127.0.0.1\n" % serial
              + "".join(f"{record} IN A 127.0.0.1\n" for record in records))
        write(folder / "named.conf", f"""options {{
  directory "{folder}"; pid-file "{folder / 'named.pid'}"; session-keyfile "{folder / 'session.key'}"; managed-keys-directory "{folder}";
  listen-on port 23053 {{ 127.0.0.1; }}; listen-on-v6 {{ none; }}; recursion no; dnssec-validation no; {options}
}};
controls {{ }};
logging {{
  channel all {{ file "{LOGS / 'named.log'}"; severity info; print-time iso8601; print-category yes; print-severity yes; }};
  category default {{ all; }}; category queries {{ all; }};
}};
zone "docs.example" {{ type primary; file "{folder / 'docs.zone'}"; }};
""")

    def write_squid(self, access="http_access allow all"):
        folder, log = RUN / "squid", LOGS / "squid.log"
        write(folder / "squid.conf", f"""http_port 127.0.0.1:23000 accel defaultsite=docs.example no-vhost
cache_peer 127.0.0.1 parent 23080 0 no-query originserver name=edge
acl readers src 127.0.0.0/8
acl uploads method PUT POST
{access}
never_direct allow all
cache_mem 8 MB
refresh_pattern . 0 20% 10
logformat docs %ts.%03tu %>a - - [%tl] "%rm %ru HTTP/%rv" %>Hs %<st %tr %Ss:%Sh
access_log daemon:{log} docs
cache_log {log}
pid_filename {folder / 'squid.pid'}
coredump_dir {folder}
shutdown_lifetime 1 second
icp_port 0
pinger_enable off
visible_hostname docs-cache
dns_nameservers 127.0.0.1
""")

    def start(self):
        self.certs = {name: certificate(self.ca, f"{name}.docs.example") for name in ORIGINS}
        self.expired = certificate(self.ca, "old.docs.example", expired=True)
        for name in ORIGINS:
            files = fresh_folder(RUN / name / "files" / ORIGINS[name][0])
            (RUN / name / "files").chmod(0o755)
            for page in range(1, 301):
                write(files / f"page-{page}.html", f"<h1>Page {page}</h1>" + "text " * (page * 3))
            self.write_origin(name)
        self.write_edge()
        self.write_named()
        self.write_squid()
        write(LOGS / "named.log", "")
        for name in ("named", "origin-a", "origin-b", "edge", "squid"):
            self[name].start()

    def reload(self, name):
        self[name].send(signal.SIGHUP)

    def start_traffic(self):
        self.visitors.start()

    def stop_traffic(self):
        self.visitors.stop()

    def load_of(self, service):
        return self.visitors.load() if service == "squid" else super().load_of(service)
