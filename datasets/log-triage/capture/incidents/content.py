"""Incidents of the documentation site: squid -> edge -> origin-a, origin-b; named."""

import signal
import socket
import time

import runtime
from runtime import RUN
from scenarios import Run, scenario
from topologies.common import background, certificate
from topologies.content import Content

WHAT = "Which service is the root cause, what kind of error is it, when did it start, and which log lines prove it?"
FAILED = ("squid", r'HTTP/1\.1" 50[0-9] ')
EDGE_FAILED = ("edge", r'HTTP/1\.[01]" 50[0-9] ')


# ---- decoys: harmless trouble before the onset ----

def restart_named(content):
    content["named"].stop()
    time.sleep(0.8)
    content["named"].start()


def restart_origin_a(content):
    content["origin-a"].stop()
    time.sleep(0.7)
    content["origin-a"].start()


def wrong_client(content):
    """Somebody speaks plain HTTP to the origin's TLS port."""
    background(["curl", "-s", "http://127.0.0.1:23182/b/page-1.html"])
    background(["curl", "-s", "http://127.0.0.1:23181/a/page-2.html"])


def strange_names(content):
    for name in ("origin-c.docs.example", "www.other.example", "origin-a.docs.exmaple"):
        background(["dig", "-p", "23053", "@127.0.0.1", name, "+tries=1", "+time=1"])


def unreadable_draft(content):
    draft = RUN / "origin-a" / "files" / "a" / "draft.html"
    runtime.write(draft, "draft", 0o000)
    for _ in range(2):
        content.visitors.ask("GET", "/a/draft.html")


@scenario(
    "content-cert-expired", Content, fault="an origin is reloaded with a certificate that has expired", error_class="CERTIFICATE_EXPIRED", root="origin-a",
    onset=("origin-a", r"signal 1 \(SIGHUP\) received.*reconfiguring"),
    evidence=[("origin-a", r"signal 1 \(SIGHUP\) received.*reconfiguring"), ("edge", r"upstream SSL certificate verify error: \(10:certificate has expired\)"), EDGE_FAILED, FAILED],
    fetch=["squid", "edge", "origin-a"], greps=["(?i)error|expired|failed"],
    runs=[Run("Half of the documentation has been unavailable since {time}. " + WHAT, seed=1201, decoy=wrong_client),
          Run("Readers see 502 for everything below /a since about {time}. Root service, error class, onset, proving lines?", seed=1202, decoy=restart_named, warm=18,
              options={"rate": 12.0}, greps=["\\[(error|crit|emerg)\\]", " 502 "], fetch=["edge", "origin-b", "origin-a", "squid"])])
def cert_expired(content, run):
    names = certificate(content.ca, "origin-a.docs.example", expired=True)
    content.write_origin("origin-a", cert=names)
    content.reload("origin-a")


@scenario(
    "content-dns-removed", Content, fault="a new version of the zone lacks the record of an origin", error_class="NAME_RESOLUTION", root="named",
    onset=("named", r"zone docs\.example/IN: loaded serial 2"),
    evidence=[("named", r"zone docs\.example/IN: loaded serial 2"), ("edge", r"origin-b\.docs\.example could not be resolved \(3: Host not found\)"), EDGE_FAILED],
    fetch=["squid", "edge", "named"], greps=["(?i)error|resolved|failed"],
    runs=[Run("Part of the pages cannot be read since {time}; both origins answer when asked directly. " + WHAT, seed=1211, decoy=restart_origin_a),
          Run("Everything below /b is gone since {time}. Root service, kind of error, onset, evidence?", seed=1212, decoy=strange_names, warm=18, options={"rate": 12.0},
              greps=["\\[error\\]"], fetch=["edge", "origin-b", "named", "squid"])])
def dns_removed(content, run):
    content.write_named(serial=2, records=("origin-a", "origin-c"))
    content.reload("named")


@scenario(
    "content-dns-typo", Content, fault="the name server is restarted with a misspelled zone file", error_class="BAD_CONFIGURATION", root="named",
    onset=("named", r"zone docs\.example/IN: (loading from master file \S+ failed|not loaded due to errors)"),
    evidence=[("named", r"unknown RR type"), ("named", r"zone docs\.example/IN: not loaded due to errors"), ("edge", r"could not be resolved \(\d+: "), EDGE_FAILED],
    fetch=["squid", "edge", "named", "origin-a"], greps=["(?i)error|resolved|failed"],
    runs=[Run("The whole documentation answers with errors since {time}. " + WHAT, seed=1221, decoy=restart_origin_a),
          Run("Since {time} readers get 502 for all pages, right after a maintenance window. Root service, error class, onset, proof?", seed=1222, decoy=strange_names,
              warm=19, options={"rate": 11.0}, fetch=["edge", "named", "squid"])])
def dns_typo(content, run):
    content["named"].stop()
    content.write_named(serial=2, records=("origin-a", "origin-b", "static IN CNAMEE origin-a\n;"))
    content["named"].start()


@scenario(
    "content-dns-stopped", Content, fault="the name server is stopped", error_class="NAME_RESOLUTION", root="named",
    onset=("named", r"shutting down|exiting"),
    evidence=[("named", r"shutting down|exiting"), ("edge", r"could not be resolved|Connection refused\) while resolving"), EDGE_FAILED],
    fetch=["squid", "edge", "named"], greps=["(?i)error|resolv"],
    runs=[Run("No page can be opened since {time}. " + WHAT, seed=1231, decoy=wrong_client)])
def dns_stopped(content, run):
    content["named"].send(signal.SIGTERM)


@scenario(
    "content-dns-acl", Content, fault="the name server's access list no longer holds the edge", error_class="PERMISSION_DENIED", root="named",
    onset=("named", r"query '\S+' denied"),
    evidence=[("named", r"query '\S+' denied"), ("edge", r"could not be resolved \(5: Operation refused\)"), EDGE_FAILED],
    fetch=["edge", "named", "squid"], greps=["(?i)error|denied|resolv"],
    runs=[Run("Since {time} the documentation answers with 502 everywhere. " + WHAT, seed=1241, decoy=restart_named)])
def dns_acl(content, run):
    content.write_named(options="allow-query { 10.0.0.0/8; };")
    content.reload("named")


@scenario(
    "content-files-permission", Content, fault="a publishing job leaves files that the origin may not read", error_class="PERMISSION_DENIED", root="origin-b",
    onset=("origin-b", r"failed \(13: Permission denied\)"),
    evidence=[("origin-b", r"failed \(13: Permission denied\)"), ("origin-b", r'HTTP/1\.[01]" 403 '), ("edge", r'"GET /b/\S+ HTTP/1\.[01]" 403 ')],
    fetch=["squid", "edge", "origin-b"], greps=["(?i)error|denied|forbidden"],
    runs=[Run("Pages below /b are refused since {time}. " + WHAT, seed=1251, decoy=restart_named),
          Run("Readers report 'forbidden' on half of the site since about {time}. Find root service, error class, onset and evidence.", seed=1252, decoy=unreadable_draft, warm=18,
              options={"rate": 12.0}, fetch=["edge", "origin-a", "origin-b"], greps=["\\[error\\]", " 403 "])])
def files_permission(content, run):
    (RUN / "origin-b" / "files" / "b").chmod(0o000)


@scenario(
    "content-rate", Content, fault="a crawler uses up the request rate that an origin grants the edge", error_class="RATE_LIMITED", root="origin-a",
    onset=("origin-a", r"limiting requests, excess"),
    evidence=[("origin-a", r"limiting requests, excess"), ("origin-a", r'HTTP/1\.[01]" 429 '), ("edge", r'"GET /a/\S+ HTTP/1\.[01]" 429 ')],
    fetch=["squid", "edge", "origin-a"], greps=["(?i)error|limiting| 429 "],
    runs=[Run("Some readers cannot open pages below /a since {time}. " + WHAT, seed=1261, decoy=wrong_client, options={
              "origin": "  limit_req_zone $server_name zone=docs:1m rate=10r/s;\n  limit_req zone=docs burst=4 nodelay;\n  limit_req_status 429;\n"}),
          Run("Monitoring counts refused requests since {time}. Which service refuses, why (class), since when, which lines?", seed=1262, decoy=restart_origin_a, warm=18, options={
              "rate": 10.0, "origin": "  limit_req_zone $server_name zone=docs:1m rate=12r/s;\n  limit_req zone=docs burst=5 nodelay;\n  limit_req_status 429;\n"},
              greps=["\\[error\\]", "\" 429 "], fetch=["edge", "origin-a", "origin-b"])])
def rate(content, run):
    content.helpers.append(background(["bash", "-c", "n=0; while true; do for i in 1 2 3 4 5 6; do curl -s -A docs-crawler/0.9 "
                                       "\"http://127.0.0.1:23080/a/page-$((n % 300 + 1)).html\" & n=$((n+1)); done; sleep 0.3; done"]))


@scenario(
    "content-origin-typo", Content, fault="an origin is restarted with a misspelled directive", error_class="BAD_CONFIGURATION", root="origin-b",
    onset=("origin-b", r"\[emerg\] .*unknown directive"),
    evidence=[("origin-b", r"\[emerg\] .*unknown directive"), ("edge", r"connect\(\) failed \(111: "), EDGE_FAILED],
    fetch=["squid", "edge", "origin-b"], greps=["(?i)error|emerg|refused"],
    runs=[Run("After a maintenance window pages below /b are down, since about {time}. " + WHAT, seed=1271, decoy=restart_origin_a)])
def origin_typo(content, run):
    content["origin-b"].stop()
    content.write_origin("origin-b", server="add_headr Cache-Control no-store;")
    content["origin-b"].start(wait=False)


@scenario(
    "content-protocol", Content, fault="an origin is reloaded with plain HTTP on its TLS port", error_class="PROTOCOL_MISMATCH", root="origin-b",
    onset=("origin-b", r"signal 1 \(SIGHUP\) received.*reconfiguring"),
    evidence=[("origin-b", r"signal 1 \(SIGHUP\) received.*reconfiguring"), ("origin-b", r'"\\x16\\x03\\x0\d.*" 400 '), ("edge", r"SSL_do_handshake\(\) failed .*wrong version number"), EDGE_FAILED],
    fetch=["squid", "edge", "origin-b"], greps=["(?i)error|crit|handshake"],
    runs=[Run("Everything below /b fails since {time}, and its origin says it is fine. " + WHAT, seed=1281, decoy=wrong_client),
          Run("At {time} half of the documentation went dark. Root service, error class, onset and proving lines, please.", seed=1282, decoy=restart_origin_a, warm=19,
              options={"rate": 11.0}, fetch=["edge", "origin-a", "origin-b", "named"], greps=["\\[(crit|error)\\]", " 502 "])])
def protocol(content, run):
    content.write_origin("origin-b", tls=False)
    content.reload("origin-b")


@scenario(
    "content-edge-connections", Content, fault="idle clients use up the connections of the edge", error_class="RESOURCE_EXHAUSTED", root="edge",
    onset=("edge", r"worker_connections are not enough"),
    evidence=[("edge", r"worker_connections are not enough"), FAILED],
    fetch=["squid", "edge", "origin-a"], greps=["(?i)error|alert|enough"],
    runs=[Run("The site is unreliable since {time}, although both origins are idle. " + WHAT, seed=1291, options={"edge_connections": 40}, decoy=restart_named)])
def edge_connections(content, run):
    content.idle = []
    for _ in range(37):
        client = socket.create_connection(("127.0.0.1", 23080))
        client.sendall(b"GET /a/page-1.html HTTP/1.1\r\nHost: docs")
        content.idle.append(client)
        time.sleep(0.05)


@scenario(
    "content-squid-acl", Content, fault="a reconfigured squid allows the wrong network", error_class="BAD_CONFIGURATION", root="squid",
    onset=("squid", r"Reconfiguring Squid Cache"),
    evidence=[("squid", r"Reconfiguring Squid Cache"), ("squid", r"TCP_DENIED")],
    fetch=["squid", "edge", "named"], greps=["(?i)error|denied| 403 "],
    runs=[Run("Since {time} nobody may read the documentation any more. " + WHAT, seed=1301, decoy=restart_origin_a)])
def squid_acl(content, run):
    content.write_squid("acl office src 10.20.0.0/16\nhttp_access allow office\nhttp_access deny all")
    content.reload("squid")


@scenario(
    "content-frozen", Content, fault="an origin is frozen by a debugger that was left attached", error_class="SLOW_DEPENDENCY", root="origin-a",
    onset=("edge", r"upstream timed out \(110"),
    evidence=[("edge", r"upstream timed out \(110"), ("edge", r'"GET /a/\S+ HTTP/1\.[01]" 504 '), FAILED],
    fetch=["squid", "edge", "origin-a", "origin-b"], greps=["(?i)error|timed out| 504 "],
    runs=[Run("Pages below /a load for seconds and then fail since {time}. " + WHAT, seed=1311, decoy=restart_named, after=16)])
def frozen(content, run):
    for pid in runtime.family(content["origin-a"].process.pid):
        runtime.os.kill(pid, signal.SIGSTOP)
