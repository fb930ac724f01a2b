#!/usr/bin/env bash
# Runs servers for a while under $DEMO and keeps what they log in $DEMO/logs. Needs root (PostgreSQL runs as its own user).
set -u
DEMO=${DEMO:-/srv/demo}
L=$DEMO/logs; mkdir -p "$L"; cd "$DEMO" || exit 1
PG=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
started=()

# PostgreSQL: stderr and JSON log, statements, errors, a restart
if [ ! -d "$DEMO/pg" ]; then
  mkdir -p "$DEMO/pg"; chown postgres "$DEMO/pg"
  su postgres -c "$PG/initdb -D $DEMO/pg -A trust >/dev/null"
  cat >> "$DEMO/pg/postgresql.conf" <<'EOF'
port = 45432
unix_socket_directories = '/tmp'
listen_addresses = ''
log_destination = 'stderr,jsonlog'
logging_collector = on
log_filename = 'pg.log'
log_line_prefix = '%m [%p] %q%u@%d '
log_min_duration_statement = 0
log_connections = on
log_checkpoints = on
log_timezone = 'UTC'
EOF
fi
su postgres -c "$PG/pg_ctl -D $DEMO/pg -w start >/dev/null"
export PGHOST=/tmp PGPORT=45432 PGUSER=postgres
psql -qc "create table if not exists orders(id int primary key, customer text not null, total numeric(9,2), placed timestamptz default now())" >/dev/null 2>&1
psql -qc "insert into orders select i, 'customer ' || i % 17, (i * 37 % 1000) / 7.0, timestamp '2026-01-01' + i * interval '97 minutes' from generate_series(1, 400) i on conflict do nothing" >/dev/null 2>&1
for q in "select count(*) from orders" "select * from nothing" "insert into orders values (1, 'twice')" "select 1/0" "selec 1" \
  "update orders set total = total * 1.1 where id < 50" "checkpoint" "insert into orders(id) values (9999)" "vacuum analyze orders" "select pg_sleep(0.2)" ; do
  psql -qc "$q" >/dev/null 2>&1
done
cp "$DEMO/pg/log/pg.log" "$L/postgres.log"; cp "$DEMO/pg/log/pg.json" "$L/postgres.jsonl"

# nginx: access log, error log, JSON access log
mkdir -p "$DEMO/www/files"; echo '<h1>demo</h1>' > "$DEMO/www/index.html"; for i in 1 2 3; do seq $((i * 50)) > "$DEMO/www/files/f$i.txt"; done
cp "$DEMO/out/api.json" "$DEMO/www/api.json" 2>/dev/null
cat > "$DEMO/nginx.conf" <<EOF
pid $DEMO/nginx.pid; error_log $L/nginx-error.log info;
events {}
http {
  types { application/json json; text/html html; text/plain txt; }
  log_format js escape=json '{"time":"\$time_iso8601","addr":"\$remote_addr","request":"\$request","status":\$status,"bytes":\$body_bytes_sent,"agent":"\$http_user_agent"}';
  access_log $L/nginx-access.log; access_log $L/nginx-access.jsonl js;
  server { listen 127.0.0.1:48080; root $DEMO/www;
    location /files/ { autoindex on; } location /secret/ { deny all; } location /app/ { proxy_pass http://127.0.0.1:48099; } }
}
EOF
nginx -c "$DEMO/nginx.conf"
for i in $(seq 15); do for p in / /files/ /files/f$((i % 4)).txt /api.json /missing/$i /secret/x /app/run?i=$i; do curl -s -o /dev/null -A "demo/$i" "http://127.0.0.1:48080$p"; done; done
curl -si http://127.0.0.1:48080/api.json > "$DEMO/out/curl-api.txt"; curl -s http://127.0.0.1:48080/files/ > "$DEMO/out/nginx-autoindex.html"
curl -si http://127.0.0.1:48080/nothing > "$DEMO/out/curl-404.txt"; nginx -c "$DEMO/nginx.conf" -s quit

# Redis
redis-server --port 46379 --dir "$DEMO/out" --logfile "$L/redis.log" --loglevel verbose --daemonize yes --pidfile "$DEMO/redis.pid" >/dev/null
for i in $(seq 20); do redis-cli -p 46379 set k$i v$i >/dev/null; done; redis-cli -p 46379 bgsave >/dev/null; sleep 1
redis-cli -p 46379 replicaof 127.0.0.1 46999 >/dev/null; sleep 3; redis-cli -p 46379 shutdown nosave >/dev/null 2>&1

# mosquitto, haproxy, Python, Node, Java, Go, Rust, Ruby programs that log
timeout 5 mosquitto -v -p 41883 > "$L/mosquitto.log" 2>&1
cat > "$DEMO/haproxy.cfg" <<'EOF'
global
  log stderr format raw local0
defaults
  mode http
  log global
  option httplog
  timeout connect 1s
  timeout client 2s
  timeout server 2s
frontend web
  bind 127.0.0.1:48081
  default_backend app
backend app
  option httpchk
  server a 127.0.0.1:48097 check inter 300ms
  server b 127.0.0.1:48098 check inter 300ms
EOF
(timeout 6 haproxy -f "$DEMO/haproxy.cfg" > "$L/haproxy.log" 2>&1 &) ; sleep 1; for i in $(seq 20); do curl -s -o /dev/null http://127.0.0.1:48081/order/$i; done; sleep 5
cat > "$DEMO/out/pylog.py" <<'EOF'
import json, logging, logging.config, random, sys
random.seed(7)
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format=sys.argv[1] or None)
log = logging.getLogger("shop.orders")
def price(sku): return {"ax-1": 2, "bx-2": 5}[sku]
for i in range(60):
    log.info("order %d accepted for customer %s in %.1f ms", i, random.choice("abcd"), random.random() * 80)
    if i % 9 == 4: log.warning("stock of %s is low: %d left", "ax-1", random.randint(0, 3))
    if i % 20 == 11:
        try: price("zz-9")
        except KeyError: log.exception("order %d failed", i)
    if len(sys.argv) > 2 and i in (20, 45):
        log.info("reply of inventory follows"); print(json.dumps({"order": i, "lines": [{"sku": f"ax-{n}", "quantity": n, "warehouse": "north-1", "note": "fragile [glass] {top}"} for n in range(6)]}, indent=2))
EOF
P=$DEMO/py/venv/bin/python
$P out/pylog.py '%(asctime)s %(levelname)s %(name)s: %(message)s' > "$L/python.log" 2>&1; $P out/pylog.py '' > "$L/python-plain.log" 2>&1
$P out/pylog.py '[%(asctime)s] %(levelname)-8s %(process)d --- %(message)s' payload > "$L/python-payload.log" 2>&1
(cd py && timeout 6 $P -m http.server 48090 --bind 127.0.0.1 > "$L/http-server.log" 2>&1 &); sleep 2; for p in / /shop /none /shop/cart.py; do for i in 1 2 3 4; do curl -s -o /dev/null http://127.0.0.1:48090$p; done; done
cat > "$DEMO/out/web.py" <<'EOF'
from flask import Flask, jsonify
app = Flask(__name__)
@app.get("/ok/<int:n>")
def ok(n): return jsonify(n=n)
@app.get("/bad")
def bad(): return {}["x"]
EOF
(cd out && timeout 8 $DEMO/py/venv/bin/gunicorn -b 127.0.0.1:48091 --access-logfile - web:app > "$L/gunicorn.log" 2>&1 &); (cd out && timeout 8 $DEMO/py/venv/bin/flask --app web run -p 48092 > "$L/flask.log" 2>&1 &) ; sleep 4
for i in $(seq 12); do for port in 48091 48092; do curl -s -o /dev/null http://127.0.0.1:$port/ok/$i; [ $((i % 5)) = 0 ] && curl -s -o /dev/null http://127.0.0.1:$port/bad; done; done; sleep 5
cat > "$DEMO/node/logs.js" <<'EOF'
const which = process.argv[2]; const winston = require('winston'); const pino = require('pino'); const log4js = require('log4js');
const { format, transports } = winston;
const loggers = {
  winston: winston.createLogger({ format: format.combine(format.timestamp(), format.printf(i => `${i.timestamp} ${i.level}: ${i.message}`)), transports: [new transports.Console()] }),
  pino: pino({ base: null }), log4js: log4js.getLogger('shop'), winstonjson: winston.createLogger({ format: format.combine(format.timestamp(), format.json()), transports: [new transports.Console()] }) };
log4js.configure({ appenders: { o: { type: 'stdout', layout: { type: 'basic' } } }, categories: { default: { appenders: ['o'], level: 'debug' } } });
const log = loggers[which];
for (let i = 0; i < 45; i++) { log.info(`request ${i} served in ${(i * 37) % 90} ms`); if (i % 7 === 3) log.warn(`slow client 10.0.0.${i}`); if (i % 15 === 9) log.error(`upstream refused: connect ECONNREFUSED 127.0.0.1:${5000 + i}`); }
EOF
for w in winston log4js; do (cd node && node logs.js $w > "$L/node-$w.log" 2>&1); done; for w in pino winstonjson; do (cd node && node logs.js $w > "$L/node-$w.jsonl" 2>&1); done
cat > "$DEMO/out/JavaLog.java" <<'EOF'
import java.util.logging.*;
public class JavaLog {
    static final Logger LOG = Logger.getLogger(JavaLog.class.getName());
    static int parse(String s) { return Integer.parseInt(s); }
    public static void main(String[] a) {
        for (int i = 0; i < 40; i++) {
            LOG.info("batch " + i + " stored, " + (i * 37 % 90) + " rows");
            if (i % 8 == 5) LOG.warning("retry " + i + " of upload");
            if (i % 13 == 7) try { parse("x" + i); } catch (NumberFormatException e) { LOG.log(Level.SEVERE, "batch " + i + " failed", e); }
        }
    }
}
EOF
java out/JavaLog.java > "$L/java-jul.log" 2>&1
java -Djava.util.logging.SimpleFormatter.format='%1$tF %1$tT.%1$tL %4$-7s [main] %2$s - %5$s%6$s%n' out/JavaLog.java > "$L/java-oneline.log" 2>&1
java '-Xlog:gc*:stdout:uptime,level,tags' -Xmx24m out/JavaLog.java 2>/dev/null > "$L/java-gc.log"
mkdir -p "$DEMO/golog"; cat > "$DEMO/golog/main.go" <<'EOF'
package main

import ("log"; "log/slog"; "os"; "errors")

func main() {
	text := slog.New(slog.NewTextHandler(os.Stdout, nil)); js := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	for i := 0; i < 45; i++ {
		switch os.Args[1] {
		case "std": log.Printf("worker %d took job %d", i%4, i*31)
		case "text": text.Info("job done", "worker", i%4, "job", i*31); if i%9 == 4 { text.Error("job failed", "err", errors.New("connection refused")) }
		case "json": js.Info("job done", "worker", i%4, "job", i*31)
		}
	}
}
EOF
for w in std text; do go run golog/main.go $w > "$L/go-$w.log" 2>&1; done; go run golog/main.go json > "$L/go-slog.jsonl" 2>&1
ruby -rlogger -e 'l = Logger.new($stdout); 50.times { |i| l.info("import row #{i}"); l.warn("row #{i} has no date") if i % 6 == 2; l.error("row #{i} skipped") if i % 17 == 5 }' > "$L/ruby.log"
cp /var/log/dpkg.log /var/log/alternatives.log "$L/" 2>/dev/null; cp /var/log/apt/history.log "$L/apt-history.log" 2>/dev/null; cp /var/log/apt/term.log "$L/apt-term.log" 2>/dev/null
timeout 3 memcached -u nobody -p 41211 -vv > "$L/memcached.log" 2>&1
ls -la "$L"
