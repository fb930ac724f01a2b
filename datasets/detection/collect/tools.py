"""Runs tools and keeps what they print. The label of a sample is decided by the command, before anything is seen."""
import glob
import json
import os
import re

from corpus import DEMO, add, add_mixed, cut, run

OWN = "Apache-2.0 (output of a tool on this project or on projects made for the corpus)"
NODE = f"{DEMO}/node/node_modules"
CRATES = (glob.glob(f"{DEMO}/home/.cargo/registry/src/*") or [""])[0]
PSQL = "psql -U postgres -qAt "
COLUMNS = ["select name, setting, unit, category from pg_settings order by name limit 60",
           "select typname, typlen, typtype, typcategory from pg_type order by oid limit 80",
           "select id, customer, total, placed from orders order by id limit 70",
           "select customer, count(*) as orders, sum(total)::numeric(12,2) as total, max(placed) as last from orders group by 1 order by 1",
           "select proname, pronargs, provolatile, prorettype::regtype as returns from pg_proc order by oid limit 60",
           "select table_name, column_name, data_type, is_nullable from information_schema.columns order by 1, ordinal_position limit 70",
           "select name, abbrev, utc_offset, is_dst from pg_timezone_names order by name limit 60",
           "select amname, amtype, obj_description(oid) as about from pg_am order by 1",
           "select name, default_version, comment from pg_available_extensions order by 1 limit 40",
           "select conname, contype, conrelid::regclass as tab from pg_constraint order by 1 limit 60"]

MORE = ["select relname, relkind, relpages, relnatts from pg_class order by oid limit 60", "select aggfnoid::regproc as name, aggkind, aggtranstype::regtype as state from pg_aggregate order by 1 limit 60",
        "select amopfamily, amopstrategy, amopopr::regoper as op from pg_amop order by oid limit 70", "select enc.name, length(enc.name) as len from (select unnest(array['UTF8','LATIN1','SQL_ASCII','EUC_JP','KOI8R','WIN1252','BIG5','GBK','SJIS','JOHAB']) as name) enc, generate_series(1, 4)",
        "select placed::date as day, count(*), min(total), max(total), round(avg(total), 3) as mean from orders group by 1 order by 1", "select id, customer, case when id % 5 = 0 then null else total end as total, id % 7 = 0 as express from orders order by id limit 60",
        "select evtname, evtevent from pg_event_trigger union all select tgname, tgtype::text from pg_trigger union all select rulename, ev_type::text from pg_rewrite limit 50", "select prsname, t.alias, t.description from pg_ts_parser, ts_token_type(prsname) t"]


def project():
    """A clone of this project under the neutral path, to run git and search tools on."""
    source, target = os.environ["DEMO_PROJECT"], f"{DEMO}/headroom"
    if not os.path.exists(target):
        run(f"git clone -q {source} {target}")
        run("git checkout -q -B main && git remote remove origin; git config user.name Demo; git config user.email demo@example.org", cwd=target)
    return target


def json_texts():
    for n, (package, fields) in enumerate([("express", "name version dependencies engines"), ("react", "name version versions dist-tags"), ("lodash", "time"), ("typescript", "dist-tags versions"), ("zod", "name version exports"), ("axios", "name version dependencies devDependencies"), ("vite", "dependencies peerDependencies engines files"), ("eslint", "name version exports dependencies"), ("jest", "time")]):
        add("json", f"npm view {package} {fields} --json", run(f"npm view {package} {fields} --json 2>/dev/null | head -c 11000", cwd=f"{DEMO}/node") if package not in ("lodash", "typescript", "jest", "react") else run(f"npm view {package} {fields} --json 2>/dev/null | jq 'if has(\"versions\") then .versions |= .[-150:] else with_entries(select(.key|test(\"^[0-4]\"))) end'", cwd=f"{DEMO}/node"), OWN, whole=True)
    for package in "express fastify pino rxjs vue winston jest mocha".split():
        with open(f"{NODE}/{package}/package.json") as f:
            add("json", f"npm package {package}: package.json", f.read(), "MIT (rxjs: Apache-2.0)", whole=True)
    add("json", "npm ls --json", run("npm ls --json --depth 0", cwd=f"{DEMO}/node"), OWN, whole=True)
    add("json", "npm outdated --json", run("npm outdated --json", cwd=f"{DEMO}/node"), OWN, whole=True)
    add("json", "pip list --format json", run("pip list --format json"), OWN, whole=True)
    add("json", "pip inspect, versions and requirements", run("pip inspect 2>/dev/null | jq '[.installed[] | {name: .metadata.name, version: .metadata.version, requires: .metadata.requires_dist}][:25]'"), OWN, whole=True)
    add("json", "cargo metadata --no-deps", run("cargo metadata --no-deps --format-version 1 2>/dev/null", cwd=f"{DEMO}/rustapp"), OWN, whole=True)
    add("json", "go env -json", run("go env -json | jq 'del(.GOTELEMETRYDIR)'"), OWN, whole=True)
    add("json", "go list -json", run("go list -json fmt | jq 'del(.Root)'"), OWN, whole=True)
    add("json", "go list -json, compact", run("go list -json strings | jq -c ."), OWN, whole=True)
    for n, query in enumerate(COLUMNS[:6]):
        pretty = "json_agg(t)" if n % 3 == 0 else "jsonb_pretty(jsonb_agg(t))" if n % 3 == 1 else "jsonb_agg(to_jsonb(t))"
        add("json", f"psql {pretty} of: {query[:40]}", run(PSQL + f"-c \"select {pretty} from ({query.replace('limit 60', 'limit 40').replace('limit 70', 'limit 40').replace('limit 80', 'limit 40')}) t\""), OWN, whole=True)
    add("json", "psql explain format json", run(PSQL + "-c \"explain (analyze, format json) select customer, count(*) from orders join pg_class on oid = id group by 1\""), OWN, whole=True)
    add("json", "tree -J", run("tree -J src | jq .", cwd=f"{DEMO}/java"), OWN, whole=True)
    add("json", "sqlite3 -json", run("sqlite3 -json :memory: \"select * from pragma_function_list limit 60\""), OWN, whole=True)
    add("json", "eslint -f json", run("eslint -f json src | jq -c .", cwd=f"{DEMO}/node"), OWN, whole=True)
    add("json", "ruff --output-format json", run("ruff check --output-format json --select ALL shop", cwd=f"{DEMO}/py"), OWN, whole=True)


def ndjson_texts(home):
    for n, (pattern, where) in enumerate([("record", "langchain4j-headroom/src"), ("package-info", "."), ("throw new", "memory-store langchain4j-headroom"), ("plugin", "pom.xml"), ("static final", "eval-harness"), ("Override", "langchain4j-headroom/src/main")]):
        add("ndjson", f"rg --json {pattern}", run(f"rg --sort path --json '{pattern}' {where} | jq -c 'select(.type == \"match\" or .type == \"begin\" or .type == \"context\")'", cwd=home), OWN, size=5_000)
    add("ndjson", "go test -json", run("go test -json ./cart", cwd=f"{DEMO}/goapp"), OWN)
    add("ndjson", "go build -json", run("go list -m -json all | jq -c .; go list -json ./... | jq -c .", cwd=f"{DEMO}/goapp"), OWN)
    add("ndjson", "cargo build --message-format json", run("touch src/lib.rs; cargo build --message-format json 2>/dev/null", cwd=f"{DEMO}/rustapp"), OWN)
    add("ndjson", "cargo metadata packages, jq -c", run("cargo metadata --format-version 1 2>/dev/null | jq -c '.packages[] | {name, version, license, edition, features}'", cwd=f"{DEMO}/cratesrc"), OWN, size=4_000)
    for n, query in enumerate(COLUMNS[:8]):
        add("ndjson", f"psql row_to_json of: {query[:40]}", run(PSQL + f"-c \"select row_to_json(t) from ({query}) t\""), OWN, size=4_000, where=["head", "middle"][n % 2])
    add("ndjson", "pip list, jq -c", run("pip list --format json | jq -c '.[]'"), OWN, size=3_000)


def tables():
    delimiters = {",": "csv", ";": "csv", "|": "csv", "\t": "tsv"}
    for n, query in enumerate(COLUMNS):
        for m, (delimiter, label) in enumerate(delimiters.items()):
            if (n + m) % 2 == 0 or label == "tsv":
                quoted = "E'\\t'" if delimiter == "\t" else f"'{delimiter}'"
                form = f"copy ({query}) to stdout with (format csv, header, delimiter {quoted})" if label == "csv" or n % 2 else f"copy ({query}) to stdout with (header)"
                add(label, f"psql {form[-50:]} {query[:30]}", run(PSQL + f'-c "{form}"'), OWN, size=[4_000, 2_000][n % 2])
    for n, name in enumerate("seattle-weather.csv seattle-weather-hourly-normals.csv co2-concentration.csv global-temp.csv airports.csv us-employment.csv disasters.csv".split()):
        with open(f"{NODE}/vega-datasets/data/{name}") as f:
            add("csv", f"npm package vega-datasets: {name}", f.read(), "BSD-3-Clause (data of US agencies and NOAA: public domain)", size=[3_000, 6_000][n % 2])
    with open("/usr/share/distro-info/debian.csv") as f:
        add("csv", "Debian package distro-info-data: debian.csv", f.read(), "ISC")
    with open(f"{NODE}/vega-datasets/data/unemployment.tsv") as f:
        add("tsv", "npm package vega-datasets: unemployment.tsv", f.read(), "BSD-3-Clause (US Bureau of Labor Statistics: public domain)", size=2_000)
    for name, command in [("JaCoCo CSV report", f"cat {os.environ['DEMO_PROJECT']}/langchain4j-headroom/target/site/jacoco/jacoco.csv"), ("cloc --csv", "cloc --csv --quiet --by-file src 2>/dev/null | sed 1d"), ("sqlite3 -csv", "sqlite3 -csv -header :memory: 'select * from pragma_function_list limit 90'"), ("git log as CSV", f"cd {DEMO}/headroom; echo hash,date,lines,subject; git log --format='%h,%as,%an,\"%s\"'")]:
        add("csv", name, run(command, cwd=f"{DEMO}/java"), OWN, size=4_000)
    for name, command in [("dpkg-query", "dpkg-query -W -f '${Package}\\t${Version}\\t${Architecture}\\t${Installed-Size}\\n' | head -80"), ("mlr --icsv --otsv", f"mlr --icsv --otsv sort -nr elevation then head -n 40 {NODE}/vega-datasets/data/airports.csv 2>/dev/null || mlr --icsv --otsv head -n 50 {NODE}/vega-datasets/data/airports.csv"), ("git log --numstat", f"cd {DEMO}/headroom; git log --numstat --format= | head -70"), ("du", f"cd {NODE}/rxjs; du -ab src/internal | sort -k2 | sed 's|.*|&|' | head -60"), ("sqlite3 tabs", "sqlite3 -header -separator $'\\t' :memory: 'select * from pragma_function_list limit 90'"), ("iso3166.tab", "grep -v '^#' /usr/share/zoneinfo/iso3166.tab"), ("zone1970.tab", "grep -v '^#' /usr/share/zoneinfo/zone1970.tab")]:
        if name != "du":
            add("tsv", name, run(command), OWN if not name.endswith(".tab") else "public domain (tz database)", size=3_000)
    for n, query in enumerate(COLUMNS):
        run(PSQL + f'-c "copy ({query}) to stdout with (format csv, header)" > {DEMO}/out/t{n}.csv')
        add("markdown-table", f"sqlite3 -markdown of: {query[:40]}" if n % 2 else f"mlr --omd of: {query[:40]}",
            run(f"sqlite3 -markdown :memory: '.import --csv {DEMO}/out/t{n}.csv t' 'select * from t'" if n % 2 else f"mlr --icsv --omd cat {DEMO}/out/t{n}.csv"), OWN, size=[3_000, 5_000][n % 2])
    for n in (2, 5, 7):
        add("markdown-table", f"pandas to_markdown of table {n}", run(f"python -c \"import pandas as p; print(p.read_csv('{DEMO}/out/t{n}.csv').head(40).to_markdown(index={n == 2}))\""), OWN, size=4_000)
    for n, query in enumerate(MORE):
        add("tsv", f"psql copy: {query[:60]}", run(PSQL + f'-c "copy ({query}) to stdout with (header)"'), OWN, size=3_000)
        add("csv", f"psql copy csv: {query[:60]}", run(PSQL + f"-c \"copy ({query}) to stdout with (format csv, header, delimiter '{',;|'[n % 3]}')\""), OWN, size=3_000)


def build_runs():
    j, n, t, y, r, g, c, m = (f"{DEMO}/{d}" for d in ("java", "node", "tsapp", "py", "rustapp", "goapp", "capp", "cmakeapp"))
    mvn = "mvn -B -o -Dmaven.repo.local=$DEMO_M2 -Dstyle.color=never "
    runs = [
        ("mvn test, failures", j, mvn + "test"), ("mvn test, one class", j, mvn + "test -Dtest=OrdersTest#takesWhatIsThere"), ("mvn compile error", j, "sed -i 's/int left = /int left == /' src/main/java/demo/Orders.java; " + mvn + "compile; sed -i 's/int left == /int left = /' src/main/java/demo/Orders.java"),
        ("mvn package -DskipTests", j, mvn + "clean package -DskipTests"), ("mvn unresolvable", j, mvn + "-f /srv/demo/java/pom.xml dependency:tree nothing:goal"), ("mvn dependency:tree", j, mvn + "dependency:tree"), ("mvn -X head", j, mvn + "test -e -Dtest=OrdersTest"),
        ("javac errors", DEMO + "/crash", "printf 'class A { int f() { String s = 5; return s; } void g() { undefined(); List<String> l; } int h() { } @Override void x() {} }' > A.java; javac -Xlint:all A.java; javac -Xlint:all -d /tmp Nested.java NoSuch.java"), ("javac deprecation", j, "javac -Xlint:all -d /srv/demo/out src/test/java/demo/OrdersTest.java"),
        ("npm install, verbose", DEMO + "/tsapp", "npm i --ignore-scripts --no-save typescript rimraf@3 --loglevel verbose 2>&1 | grep -v logfile"), ("npm ERR missing", n, "npm i no-such-package-of-headroom-demo"), ("npm run test", n, "npm test"), ("npm ERR peer", DEMO + "/tsapp", "npm i --no-save --ignore-scripts eslint@8 @eslint/js@9 eslint-plugin-react@6 eslint-config-airbnb@19"), ("npm install deprecated", DEMO + "/out", "mkdir -p dep && cd dep && npm init -y >/dev/null && npm i --ignore-scripts request@2 glob@7 rimraf@2 uuid@3"), ("npm run missing", n, "npm run nothing; npm run lint"),
        ("yarn add", DEMO + "/out", "mkdir -p ya && cd ya && echo '{\"name\":\"ya\",\"license\":\"MIT\"}' > package.json && yarn add semver lodash --ignore-scripts"), ("pnpm add", DEMO + "/out", "mkdir -p pn && cd pn && echo '{\"name\":\"pn\"}' > package.json && pnpm add semver express request@2"),
        ("jest", n, "jest"), ("jest verbose", n, "jest --verbose --coverage"), ("mocha", n, "mocha test/cart.spec.js"), ("mocha tap", n, "mocha -R tap test/cart.spec.js"), ("node --test spec", n, "node --test --test-reporter=spec test/native.mjs"), ("node --test tap", n, "node --test --test-reporter=tap test/native.mjs"), ("eslint", n, "eslint src"), ("tsc", t, "tsc --pretty false"), ("tsc pretty", t, "tsc --pretty true"),
        ("pip install", DEMO + "/out", "python3 -m venv v1 && v1/bin/pip install --no-cache-dir flask requests 2>&1"), ("pip no match", DEMO + "/out", "v1/bin/pip install 'flask==99.0'"), ("pip satisfied", DEMO + "/out", "v1/bin/pip install flask requests click"), ("pip wheel build", y, "pip install --no-deps --force-reinstall -v . 2>&1"), ("pip uninstall", DEMO + "/out", "v1/bin/pip install --no-cache-dir 'jinja2<3.1' 'werkzeug<3' 2>&1"),
        ("pytest", y, "pytest"), ("pytest -v", y, "pytest -v --tb=short"), ("pytest -q", y, "pytest -q"), ("pytest --tb=line", y, "pytest --tb=line -rA"), ("pytest passing", y, "pytest -v -k 'total or cheapest and not nothing'"), ("unittest", y, "python -m unittest -v tests.plain_unittest"), ("mypy", y, "mypy --strict shop tests"), ("flake8", y, "flake8 --max-line-length 60 shop tests"), ("pylint", y, "pylint shop"), ("ruff", y, "ruff check --select ALL shop"), ("black --check", y, "black --check --verbose . ; black --diff -q shop | head -0"),
        ("cargo test", r, "cargo test"), ("cargo build", r, "cargo clean; cargo build -v"), ("cargo build crates", DEMO + "/cratesrc", "cargo clean; cargo check"), ("rustc errors", r, "rustc --edition 2021 broken/main.rs"), ("rustc short errors", r, "rustc --edition 2021 --error-format short broken/main.rs"), ("cargo test release", r, "cargo test --release -- --nocapture"), ("cargo doc", r, "cargo doc --no-deps; cargo tree >/dev/null; cargo update --dry-run"),
        ("go test -v", g, "go test -v ./cart"), ("go test", g, "go test ./... "), ("go build errors", g, "go build -gcflags=-e ./broken; go test ./broken ./nothing; go run ./broken"), ("go vet", g, "go vet ./vet ./cart ./broken"), ("go test -bench", g, "go test -bench . -run Add -benchmem ./cart; go test -cover ./cart"), ("go build -x", g, "go build -x -v ./cart 2>&1"), ("go build downloads", DEMO + "/out", "mkdir -p gd && cd gd && go mod init example.org/gd && go get github.com/google/uuid github.com/pkg/errors && go mod tidy"),
        ("make all", c, "make clean; make -k all"), ("gcc errors", c, "gcc -Wall -Wextra -c list.c main.c"), ("g++ template errors", c, "g++ -std=c++17 -Wall templ.cpp"), ("make ok", c, "make clean; make ok V=1; make -n app; make -d ok | head -30"), ("ld error", c, "gcc -o x list.c ok.c -lnothing; gcc main.c 2>&1; gcc -c ok.c && gcc ok.o ok.o -o x"), ("cmake and build", m, "rm -rf b; cmake -B b . && cmake --build b"), ("ctest", m, "rm -rf b; cmake -B b . >/dev/null; cmake --build b >/dev/null; cd b && ctest -V"), ("cmake verbose build", m, "rm -rf b; cmake -B b -DCMAKE_CXX_FLAGS=-Wall . && cmake --build b --verbose"),
        ("gradle tasks", DEMO + "/gradle", "echo \"task hello { doLast { println 'hello' } }; task bad { doLast { throw new GradleException('no luck') } }\" > build.gradle; gradle --no-daemon --console=plain hello bad tasks"), ("gradle java", DEMO + "/gradle", "mkdir -p j/src/main/java && cd j && echo \"apply plugin: 'java'\" > build.gradle && echo 'class A { int f() { return nothing; } }' > src/main/java/A.java && gradle --no-daemon --console=plain build --stacktrace | head -60"), ("gradle broken", DEMO + "/gradle", "mkdir -p k && cd k && echo 'nothing { }' > build.gradle && gradle --no-daemon --console=plain build"),
        ("mcs", DEMO + "/crash", "printf 'class A { int F() { string s = 5; return s; } void G() { Undefined(); int unused; } }' > A.cs; mcs A.cs; mcs -warn:4 App.cs Parse.cs NoSuch.cs"), ("cargo clippy", r, "cargo clippy -- -W clippy::pedantic"), ("minitest", DEMO + "/out", "printf 'require \"minitest/autorun\"\\nclass T < Minitest::Test\\n def test_a; assert_equal 1, 2; end\\n def test_b; assert true; end\\n def test_c; raise \"x\"; end\\nend\\n' > t.rb; ruby t.rb -v"),
    ]
    for k, (name, cwd, command) in enumerate(runs):
        try:
            text = run(command, cwd=cwd, env={"DEMO_M2": os.environ["DEMO_M2"]})
        except Exception as e:
            print("  failed", name, e)
            continue
        add("build-output", name, text, OWN, size=[6_000, 4_000][k % 2], where=["head", "tail", "middle"][k % 3] if len(text) > 12_000 else "head")


def traces():
    crash = f"{DEMO}/crash"
    for name in "Nested NullField Pool Closing Deep".split():
        run(f"javac -d . {name}.java", cwd=crash)
        add("stack-trace", f"java {name}", run(f"java -cp . {name} 2>&1 | sed '/^WARNING/d'", cwd=crash), OWN)
    for name in "chained recursion during decode thread".split():
        add("stack-trace", f"python {name}.py", run(f"/usr/bin/python3 {name}.py", cwd=crash), OWN)
    for name in "typeerr.js reject.js emitter.js jsonerr.mjs".split():
        add("stack-trace", f"node {name}", run(f"node {name}", cwd=crash), OWN)
    for name in "gopanic goindex godead".split():
        add("stack-trace", f"go run {name}", run(f"cd {name} && go mod init x >/dev/null 2>&1; go run . 2>&1 | grep -v '^exit status'", cwd=crash), OWN)
    for name in "panic bounds".split():
        run(f"rustc -g -o {name} {name}.rs", cwd=crash)
        add("stack-trace", f"rust {name}", run(f"./{name}", cwd=crash), OWN)
        add("stack-trace", f"rust {name}, full backtrace", run(f"./{name}", cwd=crash, env={"RUST_BACKTRACE": "full"}), OWN)
    for name in "App Parse".split():
        run(f"mcs -debug {name}.cs", cwd=crash)
        add("stack-trace", f"mono {name}.exe", run(f"mono --debug {name}.exe", cwd=crash), OWN)
    for name in "boom argerr".split():
        add("stack-trace", f"ruby {name}.rb", run(f"ruby {name}.rb", cwd=crash), OWN)
    run("gcc -g -O0 -o segv segv.c", cwd=crash)
    add("stack-trace", "gdb backtrace", run("gdb -q -batch -ex run -ex bt ./segv 2>&1 | grep '^#'", cwd=crash), OWN)
    add("stack-trace", "Python: sqlalchemy", run("python -c \"import sqlalchemy as s; s.create_engine('sqlite://').connect().execute(s.text('select * from nothing'))\" 2>&1 | sed 's|/[^ \"]*/python3.11|/usr/lib/python3.11|'"), OWN, size=6_000, where="tail")
    add("stack-trace", "Python: pandas", run("python -c \"import pandas; pandas.DataFrame({'a': [1]})['b']\" 2>&1 | sed 's|/[^ \"]*/python3.11|/usr/lib/python3.11|'"), OWN, size=6_000)
    add("stack-trace", "node: express", run("node -e \"const e=require('express')();e.get('*bad(',()=>{})\" 2>&1", cwd=f"{DEMO}/node"), OWN)
    add("stack-trace", "mvn surefire .txt trace", run("sed -n '/Error\\|Exception/,/^$/p' target/surefire-reports/demo.OrdersTest.txt | grep -v '^Tests\\|<<<' | head -40", cwd=f"{DEMO}/java"), OWN)


def searches(home):
    e = "langchain4j-headroom/src/main/java/io/github/headroom4j"
    lst = [("grep -rn", f"grep -rn 'static final' {e}"), ("grep -n single file", f"grep -n 'if\\|return' {e}/Headroom.java"), ("grep -rc", f"grep -rc public {e}"), ("grep -rl", f"grep -rl Optional {e}"), ("grep -rn -C2", f"grep -rn -C2 'throw new' {e}/token {e}/original"), ("grep -r without numbers", f"grep -r 'import java.util' {e}"), ("grep -n -B1 -A3 single", f"grep -n -B1 -A3 'private' {e}/Headroom.java"), ("grep -rHn -o", f"grep -rHno '[A-Z][a-zA-Z]*Exception' {e}"), ("grep -rnw --include", "grep -rnw --include='*.xml' version ."), ("grep -rni README", "grep -rni 'token' README.md CHANGELOG.md CONTRIBUTING.md"),
           ("rg -n", f"rg --sort path -n 'record' {e}"), ("rg --heading", f"rg --sort path --heading -n 'Override' {e}"), ("rg --heading -C1", f"rg --sort path --heading -n -C1 'throw' {e}"), ("rg --vimgrep", f"rg --sort path --vimgrep 'String' {e}/token"), ("rg -c", f"rg --sort path -c 'final' {e}"), ("rg --files", "rg --sort path --files langchain4j-headroom"), ("rg -l", f"rg --sort path -l 'List' {e}"), ("rg --column", f"rg --sort path --column -n 'return' {e}/compressor"), ("rg --no-line-number", f"rg --sort path -N 'public' {e}/token"), ("rg Windows separators", f"rg --sort path --path-separator '\\' -n 'static' {e}/compressor"), ("rg Windows separators, files", "rg --sort path --path-separator '\\' --files"), ("rg -A2 plain", f"rg --sort path -n -A2 'default' {e}"),
           ("git grep -n", "git grep -n 'Deadline'"), ("git grep --heading", "git grep -n --heading --break 'ContentType'"), ("git grep HEAD", "git grep -n 'TokenCounter' HEAD"), ("git grep -c", "git grep -c 'import'"), ("git grep -p", "git grep -n -p 'Unchanged' -- '*.java'"), ("git ls-files", "git ls-files"), ("find -name", "find . -name '*.java' | sort"), ("find -ls", "find langchain4j-headroom -name '*.java' -ls | sort -k11"), ("find dirs", "find . -type d -not -path './.git/*' | sort"), ("find -printf", "find . -name '*.xml' -o -name '*.md' | sort"), ("ls -R", "ls -R langchain4j-headroom"), ("ls -lR", f"ls -lR {e}"), ("ls -la", "ls -la"), ("ls -l /usr/bin", "ls -l /usr/share/postgresql/15/extension | head -70"), ("tree", "tree langchain4j-headroom"), ("tree -a -L", "tree -a -L 3 -I .git"), ("tree ascii", "tree --charset=ascii eval-harness"), ("tree -f", "tree -f memory-store rag-augmentor"), ("fd", "fdfind --extension java"), ("fd -l", "fdfind -l --extension xml . | sed 's/ root / dev /g'"), ("ack", f"ack 'private' {e}/token {e}/original"), ("ack --group", f"ack --group 'enum|sealed' ."), ("ag", f"ag --nocolor 'synchronized|volatile|Map<' {e} | sort"), ("ag --vimgrep", f"ag --vimgrep 'Objects' {e} | sort; ag --vimgrep 'interface' {e} | sort"),
           ("grep Go source", "cd /usr/local/go/src && grep -n 'func ' strings/strings.go net/url/url.go"), ("rg Go source", "cd /usr/local/go/src && rg --sort path -n 'panic\\(' encoding"), ("grep Python package", f"cd {DEMO}/py/venv/lib/python3.11/site-packages && grep -rn 'def _get' flask requests"), ("rg npm package", f"cd {NODE} && rg --sort path -n 'module.exports' express koa morgan"), ("grep a log", "cd /srv/demo/logs && grep -n 'ERROR\\|WARN' *.log | grep -v apt"), ("find npm", f"cd {NODE} && find rxjs/src/internal -name '*.ts' | sort | head -90"), ("ls names", f"ls {NODE}/rxjs/src/internal/operators | head -80"), ("rg todo", "cd /usr/local/go/src && rg --sort path -n 'TODO' net/http")]
    for n, (name, command) in enumerate(lst):
        add("search-results", name, run(command + " | sed 's/ root  *root / dev dev /'", cwd=home), OWN if "Go" not in name and "package" not in name and "npm" not in name else "BSD-3-Clause / MIT / Apache-2.0 (excerpts of the package's source)", size=[5_000, 3_000, 8_000][n % 3], where=["head", "middle"][n % 2])


def diffs(home):
    commits = run("git log --no-merges --format=%h | head -60", cwd=home).split()
    for n, commit in enumerate(commits[:18]):
        command = ["git show", "git show --format=fuller -U1", "git format-patch --stdout -1", "git diff -U5 {0}~ ", "git log -p -1", "git show --stat -p -w"][n % 6]
        text = run((command.format(commit) if "{0}" in command else command) + " " + commit, cwd=home)
        add("diff", f"{command.format(commit)} {commit}", text, OWN, size=[4_000, 7_000, 2_500][n % 3], where=["head", "middle", "head", "tail"][n % 4])
    add("diff", "git log -p, several", run("git log -p -3 --no-merges -- '*.java'", cwd=home), OWN, size=8_000)
    add("diff", "git diff between old and new", run(f"git diff {commits[-1]} {commits[0]} -- pom.xml README.md", cwd=home), OWN, size=5_000)
    d = f"{DEMO}/out/merge"
    run(f"rm -rf {d}; cp -r {DEMO}/java {d}; cd {d}; rm -rf target .git; git init -q -b main .; git add -A; git commit -qm one; git checkout -qb side; sed -i 's/quantity) {{/amount) {{/;s/not enough/too little/' src/main/java/demo/Orders.java; git commit -qam side; git checkout -q main; sed -i 's/not enough/out/;s/private final/final/' src/main/java/demo/Orders.java; git commit -qam main; git merge side")
    add("diff", "git diff --cc of a conflict", run("git diff", cwd=d), OWN)
    run("git checkout -q --theirs . ; git add -A; git commit -qm merged", cwd=d)
    add("diff", "git show --cc of a merge", run("git show --cc; git show -m -p HEAD", cwd=d), OWN)
    run(f"cd {DEMO}/out && mkdir -p v && cd v && (npm pack semver@7.5.0 semver@7.6.0 commander@11.0.0 commander@12.0.0 morgan@1.9.0 morgan@1.10.0; for f in *.tgz; do mkdir -p ${{f%.tgz}}; tar xzf $f -C ${{f%.tgz}}; done) >/dev/null 2>&1")
    for n, (a, b) in enumerate([("semver-7.5.0", "semver-7.6.0"), ("commander-11.0.0", "commander-12.0.0"), ("morgan-1.9.0", "morgan-1.10.0")]):
        for m, options in enumerate(["-ru", "-ruN -U1"]):
            add("diff", f"diff {options} {a} {b}", run(f"diff {options} {a}/package {b}/package", cwd=f"{DEMO}/out/v"), "MIT (npm packages)" if "semver" not in a else "ISC (npm package)", size=[5_000, 3_000][m], where=["head", "middle"][(n + m) % 2])
    add("diff", "black --diff", run("black --diff -q shop tests", cwd=f"{DEMO}/py"), OWN)
    add("diff", "diff -u single", run("diff -u semver-7.5.0/package/package.json semver-7.6.0/package/package.json; true", cwd=f"{DEMO}/out/v"), "ISC (npm package)")


def reports():
    run(f"cd {DEMO}/py && coverage run -m pytest -q; coverage html -d {DEMO}/out/coverage; python -m pydoc -w shop.cart && mv shop.cart.html {DEMO}/out/pydoc.html")
    run(f"cargo doc --no-deps -q; cp target/doc/rustapp/struct.Cart.html {DEMO}/out/rustdoc.html", cwd=f"{DEMO}/rustapp")


def collect():
    home = project()
    for step in (json_texts, lambda: ndjson_texts(home), tables, lambda: diffs(home), lambda: searches(home), traces, reports, build_runs):
        step()


def payloads():
    rows = run(PSQL + "-c \"select jsonb_pretty(jsonb_agg(t)) from (select id, customer, total from orders order by id limit 25) t\"")
    plan = run(PSQL + "-c \"explain (format json) select customer, count(*) from orders join pg_class on oid = id group by 1\"")
    npm = run("npm view zod name version exports --json", cwd=f"{DEMO}/node")
    return rows, plan, npm


def mixed_texts():
    """Pieces are real outputs; only where they stand one after another is made here, as an agent's tools do it."""
    home = project()
    out, logs = f"{DEMO}/out", f"{DEMO}/logs"
    with open(f"{out}/curl-api.txt") as f:
        head, _, body = f.read().replace("\r", "").partition("\n\n")
    add_mixed("curl -i of a JSON file served by nginx", OWN, [("prose", head + "\n"), ("json", body)])
    rows, plan, npm = payloads()
    for name, text in [("orders", rows), ("plan", plan), ("npm view", npm)]:
        add_mixed(f"introduction, then {name}", OWN, [("prose", "Here are the results:"), ("json", text)])
        add_mixed(f"introduction, {name}, closing words", OWN, [("prose", f"The command printed this for {name}, as asked for:\n"), ("json", text), ("prose", "\nThat was all; no further pages are left.")])
    payload = open(f"{logs}/python-payload.log").read()
    pieces, kind, block = [], "log", []
    for line in payload.splitlines():
        now = "log" if line.startswith("[") else "json" if kind == "json" or line == "{" else "log"
        if now != kind and block:
            pieces.append((kind, "\n".join(block) + "\n"))
            block = []
        kind = now
        block.append(line)
    add_mixed("Python log with printed JSON payloads", OWN, [*pieces, (kind, "\n".join(block) + "\n")])
    for k, name in enumerate(["postgres", "java-oneline", "node-winston", "go-text"]):
        log = open(f"{logs}/{name}.log").read()
        first, second = cut(log, 1_500, "head"), cut(log, 1_200, "tail")
        add_mixed(f"log of {name} around a dumped document", OWN, [("log", first), ("json", [rows, plan, npm, rows][k]), ("log", second)])
    crash = f"{DEMO}/crash"
    for command in ["java -cp . Nested", "/usr/bin/python3 chained.py", "java -cp . NullField"]:
        add_mixed(f"report of a failure, then {command}", OWN, [("prose", f"I ran `{command}` in the project's folder to see what happens with the data you gave me.\nIt stopped at once with the following output.\n"), ("stack-trace", run(command, cwd=crash))])
    for package in "express koa commander pino winston fastify marked zod d3-array".split():
        for path in glob.glob(f"{NODE}/{package}/[Rr][Ee][Aa][Dd][Mm][Ee].md")[:1]:
            fenced(f"npm package {package}: README.md", cut(open(path).read(), 9_000, "head"))
    for n, commit in enumerate(run("git log --no-merges --format=%h -- '*.java' | head -3", cwd=home).split()):
        add_mixed(f"git show {commit}", OWN, [("diff", cut(run(f"git show {commit}", cwd=home), 6_000, "head"))])
    for name in ["redis", "nginx-access", "python", "ruby"]:
        add_mixed(f"log of {name}, one kind", OWN, [("log", cut(open(f"{logs}/{name}.log").read(), 4_000, "head"))])
    add_mixed("single lines of JSON within a log", OWN, [("log", "\n".join(line for pair in zip(open(f"{logs}/go-std.log").read().splitlines()[:30], open(f"{logs}/go-slog.jsonl").read().splitlines()) for line in pair))])


def fenced(source, text):
    """Markdown with fences: what is between fence lines is a piece of its own if it has at least 200 characters."""
    pieces, block, language = [], [], None
    for line in text.splitlines():
        fence = re.match(r"^ {0,3}```\s*(\w*)\s*$", line)
        if fence and language is None:
            block.append(line)
            pieces.append(["markdown", block])
            language, block = fence.group(1) or "?", []
        elif fence:
            pieces.append([kind_of_fence(language, block), block])
            language, block = None, [line]
        else:
            block.append(line)
    if language is not None:
        return
    pieces.append(["markdown", block])
    merged = []
    for kind, lines in pieces:
        if kind != "markdown" and sum(len(x) + 1 for x in lines) < 200:
            kind = "markdown"
        if kind == "markdown":
            split_tables(lines, merged)
            continue
        merged.append([kind, list(lines)])
    if not any(k == "?" for k, _ in merged):
        add_mixed(source, "MIT", [(k, "\n".join(lines)) for k, lines in merged if lines])


def kind_of_fence(language, lines):
    """The label the author of a document gave to a fenced block, as a type."""
    if language == "json":
        try:
            json.loads("\n".join(lines))
            return "json"
        except ValueError:
            return "code"
    known = {"html": "html", "diff": "diff", **dict.fromkeys("js javascript ts typescript sh bash jsx yaml css rust".split(), "code")}
    return known.get(language, "?")


def split_tables(lines, merged):
    """Takes pipe tables of at least 200 characters out of Markdown, as sections of their own."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and "|" in lines[end]:
            end += 1
        table = end - at > 2 and re.fullmatch(r"[|: -]*-[|: -]*", lines[at + 1]) and sum(len(x) + 1 for x in lines[at:end]) >= 200
        take = lines[at:end] if table else [lines[at]]
        if merged and merged[-1][0] == "markdown" and not table:
            merged[-1][1].extend(take)
        else:
            merged.append(["markdown-table" if table else "markdown", list(take)])
        at += len(take)
