#!/usr/bin/env python3
"""Makes the detection corpus. Run projects.sh and services.sh first; see ../README.md. Labels follow from how a text was made."""
import glob
import json
import os
import re
import shutil
import sys
import zipfile

from corpus import DEMO, add, add_mixed, cut, run, write
import corpus
import tools

OWN = "Apache-2.0 (output of a tool on this project or on projects made for the corpus)"
PG = "PostgreSQL"
NODE, SITE = f"{DEMO}/node/node_modules", f"{DEMO}/py/venv/lib/python3.11/site-packages"
CRATES = (glob.glob(f"{DEMO}/home/.cargo/registry/src/*") or [""])[0]
GOROOT = "/usr/local/go"


def read(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        return f.read()


def jar(name, entry):
    with zipfile.ZipFile(f"{DEMO}/jars/{name}") as z:
        return z.read(entry).decode("utf-8", "replace")


def code():
    """Whole files, heads and middles of files from permissively licensed packages."""
    plan = [("go", "BSD-3-Clause", "Go standard library", GOROOT + "/src/", ["strings/builder.go", "net/http/cookie.go", "sort/search.go", "encoding/csv/reader.go", "time/sleep.go", "os/exec/exec.go", "bufio/scan.go", "text/template/funcs.go", "sync/once.go", "errors/join.go"]),
            ("python", "Apache-2.0 / MIT / BSD (the package's)", "PyPI package", SITE + "/", ["requests/sessions.py", "requests/cookies.py", "flask/blueprints.py", "click/decorators.py", "jinja2/loaders.py", "attr/_next_gen.py", "rich/table.py", "httpx/_auth.py", "werkzeug/routing/map.py", "sqlalchemy/event/api.py", "_pytest/fixtures.py", "celery/app/routes.py"]),
            ("javascript", "MIT (the package's)", "npm package", NODE + "/", ["express/lib/application.js", "express/lib/utils.js", "lodash/debounce.js", "lodash/template.js", "axios/lib/core/Axios.js", "koa/lib/context.js", "commander/lib/option.js", "fastify/lib/hooks.js", "winston/lib/winston/logger.js", "semver/classes/range.js", "morgan/index.js"]),
            ("typescript", "Apache-2.0 / MIT (the package's)", "npm package", NODE + "/", ["rxjs/src/internal/operators/debounceTime.ts", "rxjs/src/internal/Observable.ts", "rxjs/src/internal/scheduler/AsyncAction.ts", "rxjs/src/internal/observable/race.ts", "zod/src/v3/ZodError.ts", "zod/src/v3/helpers/util.ts", "axios/index.d.ts", "commander/typings/index.d.ts", "rxjs/src/internal/Subject.ts"]),
            ("rust", "MIT OR Apache-2.0", "crate", CRATES + "/", ["anyhow-1*/src/context.rs", "anyhow-1*/src/chain.rs", "itoa-1*/src/lib.rs", "log-0.4*/src/kv/key.rs", "clap_builder-4*/src/builder/range.rs", "strsim-0*/src/lib.rs", "smallvec-1*/src/lib.rs", "serde_core-1*/src/de/value.rs", "once_cell-1*/src/race.rs"]),
            ("c", "public domain / Zlib / BSD / ISC (the package's)", "source in a package", "", [CRATES + "/libz-sys-1*/src/zlib/adler32.c", CRATES + "/libz-sys-1*/src/zlib/gzread.c", CRATES + "/libz-sys-1*/src/zlib/inflate.c", CRATES + "/zstd-sys-2*/zstd/lib/common/pool.c", CRATES + "/zstd-sys-2*/zstd/lib/common/entropy_common.c", CRATES + "/libz-sys-1*/src/zlib/zutil.h", CRATES + "/zstd-sys-2*/zstd/lib/compress/fse_compress.c", CRATES + "/libsqlite3-sys-0*/sqlite3/sqlite3ext.h"]),
            ("cpp", "MIT / BSD-3-Clause (the package's)", "source in a package", "", [NODE + "/node-addon-api/napi-inl.h", NODE + "/node-addon-api/napi-inl.deprecated.h", NODE + "/@parcel/watcher/src/Watcher.cc", NODE + "/@parcel/watcher/src/linux/InotifyBackend.cc", NODE + "/edge-js/src/dotnet/edge.cpp", NODE + "/edge-js/src/dotnet/nodejsfunc.cpp", SITE + "/numpy/random/include/*.h", NODE + "/@parcel/watcher/src/DirTree.cc"]),
            ("csharp", "MIT", "npm package edge-js", NODE + "/edge-js/src/", ["mono/monoembedding.cs", "mono/nodejsfunc.cs", "common/clrfuncreflectionwrap.cs", "double/Edge.js/dotnet/EdgeJs.cs", "double/Edge.js/dotnetcore/semversion.cs", "double/Edge.js/dotnetcore/coreclrembedding.cs"]),
            ("sql", PG, "PostgreSQL 15", "/usr/share/postgresql/15/", ["information_schema.sql", "system_views.sql", "extension/pg_stat_statements--1.4.sql", "extension/hstore--1.4.sql", "extension/cube--1.2.sql", "extension/ltree--1.1.sql", "extension/earthdistance--1.1.sql"]),
            ("shell", "BSD-3-Clause / MIT / Apache-2.0 (the package's)", "script in a package", "", [GOROOT + "/src/make.bash", GOROOT + "/src/run.bash", GOROOT + "/src/buildall.bash", GOROOT + "/src/clean.bash", NODE + "/bats/libexec/bats-core/bats", NODE + "/bats/lib/bats-core/common.bash", NODE + "/bats/lib/bats-core/tracing.bash", NODE + "/bats/install.sh", "/usr/share/maven/bin/mvn"]),
            ("css", "MIT", "npm package", NODE + "/", ["normalize.css/normalize.css", "bootstrap/dist/css/bootstrap-reboot.css", "bootstrap/dist/css/bootstrap-grid.css"]),
            ("ruby", "BSD-2-Clause / Ruby", "Ruby standard library", "/usr/lib/ruby/3.1.0/", ["set.rb", "logger.rb", "optparse/uri.rb", "delegate.rb"]),
            ("yaml", "MIT / Apache-2.0 (the package's)", "file in a package", "", [NODE + "/fastify/.github/workflows/*.yml", NODE + "/*/.github/dependabot.yml", NODE + "/*/.travis.yml", CRATES + "/*/.github/workflows/ci.yml", NODE + "/pino/.github/workflows/*.yml"]),
            ("toml", "MIT OR Apache-2.0", "crate", "", [CRATES + "/clap-4*/Cargo.toml", CRATES + "/syn-2*/Cargo.toml", CRATES + "/env_logger-0*/Cargo.toml", CRATES + "/jiff-0*/Cargo.toml"]),
            ("xml", "Apache-2.0", "Maven POM", "", [os.environ.get("DEMO_PROJECT", "") + "/pom.xml", os.environ.get("DEMO_PROJECT", "") + "/langchain4j-headroom/pom.xml", f"{DEMO}/java/pom.xml"])]
    for language, licence, kind, root, paths in plan:
        seen = 0
        for pattern in paths:
            for path in sorted(glob.glob(root + pattern))[:3]:
                text = read(path)
                origin = kind + ": " + re.sub(r".*/(node_modules|site-packages|index[^/]*|registry/src/[^/]*|go/src|15|headroom|main|content|3\.1\.0)/", "", path)
                add("code", origin, text, licence, language, size=[3_500, 6_000, 2_000][seen % 3], where=["middle", "head", "middle", "tail"][seen % 4])
                if len(text) > 20_000:
                    add("code", origin, text, licence, language, size=4_000, where="tail")
                seen += 1
    for language, name, entries, licence in [
            ("java", "guava-33.4.8-jre-sources.jar", ["com/google/common/base/Splitter.java", "com/google/common/collect/Iterators.java", "com/google/common/io/LineReader.java", "com/google/common/math/IntMath.java"], "Apache-2.0"),
            ("java", "commons-lang3-3.18.0-sources.jar", ["org/apache/commons/lang3/StringUtils.java", "org/apache/commons/lang3/time/StopWatch.java", "org/apache/commons/lang3/Range.java", "org/apache/commons/lang3/tuple/Pair.java", "org/apache/commons/lang3/concurrent/Memoizer.java"], "Apache-2.0"),
            ("kotlin", "okhttp-jvm-5.1.0-sources.jar", None, "Apache-2.0"), ("kotlin", "kotlin-stdlib-2.2.0-sources.jar", None, "Apache-2.0"),
            ("scala", "scala-library-2.13.16-sources.jar", ["scala/Option.scala", "scala/collection/immutable/Range.scala", "scala/util/Try.scala"], "Apache-2.0")]:
        with zipfile.ZipFile(f"{DEMO}/jars/{name}") as z:
            if entries is None:
                entries = [i.filename for i in sorted(z.infolist(), key=lambda i: i.filename) if i.filename.endswith(".kt") and 4_000 < i.file_size < 30_000][::9][:4]
            for n, entry in enumerate(entries):
                if entry in z.namelist():
                    add("code", f"{name}: {entry}", z.read(entry).decode(), licence, language, size=4_000, where=["head", "middle"][n % 2])


def documents():
    """Markdown, prose and HTML."""
    for n, package in enumerate("express lodash rxjs pino winston morgan axios chalk commander koa fastify vue prettier marked d3-array semver zod bats bunyan log4js jest mocha eslint vitest".split()):
        for name in ("README.md", "readme.md", "Readme.md"):
            path = f"{NODE}/{package}/{name}"
            if os.path.exists(path):
                add("markdown", f"npm package {package}: README.md", read(path), "MIT (rxjs, typescript: Apache-2.0)", size=[5_000, 3_000, 8_000][n % 3], where=["head", "middle"][n % 2])
        path = f"{NODE}/{package}/CHANGELOG.md"
        if os.path.exists(path) and n % 3 == 0:
            add("markdown", f"npm package {package}: CHANGELOG.md", read(path), "MIT", size=3_000)
    tables = []
    for path in sorted(glob.glob(f"{NODE}/*/*.md") + glob.glob(f"{CRATES}/*/README.md")):
        for block in re.findall(r"(?:^\|.*\|[ \t]*\n){4,}", read(path), re.M):
            if len(block) > 300 and re.search(r"^\|[ :|-]+\|", block, re.M) and len(tables) < 10:
                tables.append(path)
                add("markdown-table", "table in " + "/".join(path.split("/")[-2:]), block, "MIT")
    # HTML
    for n, name in enumerate("sql-select.html app-psql.html indexes-partial.html runtime-config-logging.html tutorial-join.html datatype-json.html functions-window.html".split()):
        path = f"/usr/share/doc/postgresql-doc-15/html/{name}"
        if os.path.exists(path):
            add("html", f"PostgreSQL 15 documentation: {name}", read(path), PG, size=6_000, where=["head", "middle", "tail"][n % 3])
    for n, name in enumerate("about.html arch.html atomiccommit.html fileio.html lang_select.html pragma.html whentouse.html".split()):
        path = f"/usr/share/doc/sqlite3/{name}"
        if os.path.exists(path):
            add("html", f"SQLite documentation: {name}", read(path), "public domain", size=5_000, where=["head", "middle"][n % 2])
    with zipfile.ZipFile(f"{DEMO}/jars/commons-lang3-3.18.0-javadoc.jar") as z:
        for n, e in enumerate(["org/apache/commons/lang3/Range.html", "org/apache/commons/lang3/time/StopWatch.html", "index.html", "org/apache/commons/lang3/package-summary.html"]):
            if e in z.namelist():
                add("html", f"commons-lang3 3.18.0 Javadoc: {e}", z.read(e).decode(), "Apache-2.0", size=6_000, where=["middle", "head"][n % 2])
    for path in ["nginx-autoindex.html", "coverage/index.html", "coverage/shop_cart_py.html", "pydoc.html", "rustdoc.html", "pytest.html"]:
        if os.path.exists(f"{DEMO}/out/{path}"):
            add("html", f"report of a tool: {path}", read(f"{DEMO}/out/{path}"), OWN, size=6_000)
    for path in sorted(glob.glob(f"{NODE}/*/*.html") + glob.glob(f"{NODE}/*/docs/*.html") + glob.glob(f"{SITE}/*/templates/*.html"))[:6]:
        add("html", "page in a package: " + "/".join(path.split("/")[-3:]), read(path), "MIT / BSD-3-Clause", size=6_000)
    # prose
    for name in "computers definitions education food fortunes humorists law literature medicine miscellaneous people science wisdom work riddles".split():
        if os.path.exists(f"/usr/share/games/fortunes/{name}"):
            text = read(f"/usr/share/games/fortunes/{name}").replace("\n%\n", "\n\n")
            add("prose", f"Debian package fortunes: {name}", text, "BSD-3-Clause (compilation of the Berkeley distribution)", size=2_500, where="middle")
    for name, path in [("Apache-2.0", f"{NODE}/typescript/LICENSE.txt"), ("MIT", f"{NODE}/express/LICENSE"), ("BSD-3-Clause", f"{SITE}/flask-*.dist-info/licenses/LICENSE.txt"), ("PostgreSQL", "/usr/share/doc/postgresql-doc-15/copyright"), ("Go patents", GOROOT + "/PATENTS"), ("Go licence", GOROOT + "/LICENSE")]:
        for p in glob.glob(path)[:1]:
            add("prose", f"licence text {name}", read(p), "may be copied verbatim", size=3_500)
    for page, licence in [("psql", PG), ("pg_dump", PG), ("initdb", PG), ("createdb", PG), ("pg_ctl", PG), ("nginx", "BSD-2-Clause"), ("tmux", "ISC"), ("sqlite3", "public domain"), ("ssh", "BSD-2-Clause"), ("redis-server", "BSD-3-Clause"), ("curl", "curl (MIT-like)"), ("scp", "BSD-2-Clause")]:
        text = run(f"MANWIDTH=90 man {page} 2>/dev/null | col -bx", env={"MANPATH": "/usr/share/man:/usr/share/postgresql/15/man"})
        add("prose", f"manual page {page}(1), rendered", text, licence, size=4_000, where="middle")
    for name in ["isolation.html", "testing.html", "famous.html", "selfcontained.html", "quirks.html"]:
        if os.path.exists(f"/usr/share/doc/sqlite3/{name}"):
            body = re.sub(r"(?s)<(script|style).*?</\1>", "", read(f"/usr/share/doc/sqlite3/{name}"))
            text = "\n\n".join(" ".join(re.sub(r"<[^>]+>", "", p).split()) for p in re.split(r"(?i)<p[ >]", body)[3:])
            add("prose", f"SQLite documentation, paragraphs of {name}", run(f"fold -s -w 100 <<'EOF'\n{text}\nEOF"), "public domain", size=4_000)
    add("prose", "python -c 'import this'", run("/usr/bin/python3 -c 'import this'"), "PSF-2.0")


def add_log(origin, text, size, where):
    """A cut that holds no entry (a trace or a settings dump alone) is no log by the definition of the type."""
    part = cut(text, size, where)
    if len(re.findall(r"(?m)^.{0,80}?\d\d:\d\d:\d\d|^.{0,20}(?:INFO|WARN|ERROR|DEBUG)", part)) >= 3 or name_of(origin) == "java-gc":
        add("log", origin, text, OWN, size=size, where=where)


def name_of(origin):
    return origin.rsplit(" ", 1)[-1]


def logs():
    logdir = f"{DEMO}/logs"
    for path in sorted(glob.glob(f"{logdir}/*.log")):
        name, text = os.path.basename(path), read(path)
        if name == "python-payload.log":
            continue
        if name == "apt-term.log":
            continue
        add_log(f"log of {name[:-4]}", text, 4_500, "middle")
        if len(text) > 9_000:
            add_log(f"log of {name[:-4]}", text, 2_500, "tail")
    for path in sorted(glob.glob(f"{logdir}/*.jsonl")):
        add("ndjson", f"log of {os.path.basename(path)}", read(path), OWN, size=5_000)
    incidents = sorted(glob.glob(os.environ.get("DEMO_INCIDENTS", "/nonexistent") + "/*/*.log.gz"))
    for path in incidents[::max(1, len(incidents) // 16)]:
        import gzip
        text = gzip.open(path, "rt", encoding="utf-8", errors="replace").read()
        add_log("incident " + "/".join(path.split("/")[-2:]), text, 5_000, "middle")


if __name__ == "__main__":
    steps = {"tools": tools.collect, "code": code, "documents": documents, "logs": logs, "mixed": tools.mixed_texts}
    for name in sys.argv[1:] or steps:
        steps[name]()
        print(name, len(corpus.samples), flush=True)
    write()
