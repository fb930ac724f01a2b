#!/usr/bin/env python3
"""Makes datasets/content/tables: runs real tools on real data.

usage: tables.py JARS PSQL_SOCKET_DIR OUT

JARS is a folder with source jars (see the README), PSQL_SOCKET_DIR that of a fresh PostgreSQL server. Needs git, sqlite3
and psql, and the Python packages tabulate, rich and prettytable. Run it in the project's root.
"""
import csv
import glob
import io
import json
import os
import re
import subprocess
import sys
import time
import zipfile

JARS, SOCKET, OUT = sys.argv[1:4]
DATABASE = os.path.join(OUT, "..", "tables.db")


def save(name, text):
    data = text if isinstance(text, bytes) else text.encode()
    with open(os.path.join(OUT, name), "wb") as out:
        out.write(data)


def run(*command, env=None):
    return subprocess.run(command, check=True, capture_output=True, env=env).stdout


def psql(sql, *options):
    return run("psql", "-X", "-h", SOCKET, "-U", "postgres", *options, "-c", sql, "postgres")


def sqlite(mode, sql):
    return run("sqlite3", "-" + mode, "-header", DATABASE, sql)


def count(text):
    """Lines of code, of comments, blank ones: by how they begin, as cloc's simplest rule does."""
    code = comment = blank = 0
    block = False
    for line in text.splitlines():
        line = line.strip()
        if block or line.startswith("/*"):
            comment += 1
            block = "*/" not in line
        elif line.startswith("//"):
            comment += 1
        elif line:
            code += 1
        else:
            blank += 1
    return code, comment, blank


def files():
    for jar in sorted(glob.glob(os.path.join(JARS, "*-sources.jar"))):
        library = os.path.basename(jar)[: -len("-sources.jar")]
        with zipfile.ZipFile(jar) as archive:
            for entry in sorted(archive.infolist(), key=lambda e: e.filename):
                if entry.filename.endswith(".java"):
                    text = archive.read(entry).decode("utf-8", "replace")
                    code, comment, blank = count(text)
                    kind = re.search(r"\b(class|interface|enum|record|@interface)\s+\w", text)
                    first = re.search(r"/\*\*\s*\n?\s*\*?\s*([A-Z].*)", text)
                    yield {
                        "library": library, "package": os.path.dirname(entry.filename).replace("/", "."),
                        "file": os.path.basename(entry.filename), "kind": kind.group(1) if kind else "none",
                        "bytes": entry.file_size, "packed": entry.compress_size, "code": code, "comment": comment,
                        "blank": blank, "imports": len(re.findall(r"^import ", text, re.M)),
                        "methods": len(re.findall(r"^    (?:public|protected|private).*\(.*\{\s*$", text, re.M)),
                        "todo": len(re.findall(r"TODO|FIXME|XXX", text)), "crc": "%08x" % entry.CRC,
                        "changed": "%04d-%02d-%02dT%02d:%02d:%02dZ" % entry.date_time,
                        "about": first.group(1).strip() if first else "",
                    }


def as_csv(rows, **options):
    out = io.StringIO()
    writer = csv.writer(out, **options)
    writer.writerow(rows[0].keys())
    writer.writerows(row.values() for row in rows)
    return out.getvalue()


def load(rows):
    if os.path.exists(DATABASE):
        os.remove(DATABASE)
    import sqlite3
    db = sqlite3.connect(DATABASE)
    names = list(rows[0])
    db.execute("create table file (%s)" % ", ".join('"%s"' % n for n in names))
    db.executemany("insert into file values (%s)" % ",".join("?" * len(names)), [list(r.values()) for r in rows])
    db.commit()


def pick(rows, *names):
    return [{name: row[name] for name in names} for row in rows]


def of(rows, library):
    return [row for row in rows if row["library"].startswith(library)]


def commits():
    form = "%h%x1f%ad%x1f%s%x1f%b%x1e"
    log = run("git", "log", "--date=iso-strict-local", "--format=" + form, env={**os.environ, "TZ": "UTC"}).decode()
    for entry in log.split("\x1e"):
        if entry.strip():
            commit, date, subject, body = entry.strip("\n").split("\x1f")
            yield {"commit": commit, "date": date, "subject": subject, "body": body.strip()}


def samples(seconds, step):
    """What the machine does while this script runs: counters of the kernel, without any name."""
    rows = []
    end = time.time() + seconds
    while time.time() < end:
        stat = dict(line.split(None, 1) for line in open("/proc/stat") if line.strip())
        memory = {k: int(v.split()[0]) for k, v in (line.split(":") for line in open("/proc/meminfo"))}
        now = time.time()
        rows.append({
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now)) + ".%03dZ" % (now % 1 * 1000),
            "load1": open("/proc/loadavg").read().split()[0],
            "user": stat["cpu"].split()[0], "system": stat["cpu"].split()[2], "idle": stat["cpu"].split()[3],
            "switches": stat["ctxt"].strip(), "running": stat["procs_running"].strip(),
            "blocked": stat["procs_blocked"].strip(), "free_mb": memory["MemFree"] // 1024,
            "cached_mb": memory["Cached"] // 1024, "dirty_kb": memory["Dirty"],
        })
        time.sleep(step)
    return rows


def main():
    os.makedirs(OUT, exist_ok=True)
    rows = list(files())
    load(rows)
    save("file-statistics.csv", as_csv(pick(of(rows, "guava"), "package", "file", "kind", "bytes", "code", "comment",
                                            "blank", "imports", "methods", "todo"), lineterminator="\n"))
    save("file-statistics-all-quoted.csv", as_csv(pick(of(rows, "commons-lang3"), "library", "package", "file", "kind",
                                                       "code", "comment", "blank", "about"), quoting=csv.QUOTE_ALL))
    save("jar-entries.tsv", as_csv([{"path": r["package"].replace(".", "/") + "/" + r["file"], "size": r["bytes"],
                                     "packed": r["packed"], "crc": r["crc"], "changed": r["changed"]}
                                    for r in of(rows, "jackson-databind")], delimiter="\t", lineterminator="\n"))
    save("descriptions.csv", sqlite("csv", "select package, file, about, code from file where library like 'commons-lang3%'"
                                           " and about <> '' limit 160"))
    save("packages.md", sqlite("markdown", "select library, package, count(*) files, sum(code) code, sum(comment) comment,"
                                           " round(avg(methods), 1) methods from file group by 1, 2"))
    save("kinds.txt", sqlite("box", "select library, kind, count(*) files, min(code) least, max(code) most,"
                                    " round(avg(code), 2) mean from file group by 1, 2"))
    save("largest-files.txt", sqlite("table", "select file, package, code, comment, blank, imports from file"
                                              " order by code desc limit 120"))
    save("commits.csv", as_csv(list(commits())[:220], lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC))
    numstat = run("git", "log", "--numstat", "--format=", "-n", "60").decode().splitlines()
    save("numstat.tsv", "\n".join(line for line in numstat if line) + "\n")
    save("load.csv", as_csv(samples(90, 0.1), lineterminator="\n"))
    save("settings.txt", psql("select name, setting, unit, context, vartype, boot_val from pg_settings where name !~ '(director|file|path|host)' order by 1"))
    save("settings-pipe.csv", psql("select name, setting, unit, category, short_desc from pg_settings where name !~ '(director|file|path|host)' order by 1", "-A"))
    save("functions.csv", psql("select p.oid, proname, nspname as schema, pronargs as args, provolatile as volatile,"
                               " proisstrict as strict, pg_get_function_result(p.oid) as result from pg_proc p join"
                               " pg_namespace n on n.oid = pronamespace order by 1 limit 2000", "--csv"))
    save("columns.csv", psql("select table_name, column_name, ordinal_position, data_type, is_nullable from"
                             " information_schema.columns where table_schema = 'pg_catalog' order by 1, 3 limit 700",
                             "--csv", "-P", "csv_fieldsep=;"))
    save("time-zones.txt", psql("select name, abbrev, utc_offset, is_dst from pg_timezone_names where name not like 'posix%'"
                                " order by 1 limit 300", "-P", "border=2", "-P", "linestyle=unicode"))
    save("relations.txt", psql("select relname, relkind, relpages, reltuples::int, relhasindex, pg_size_pretty("
                               "pg_total_relation_size(oid)) as size from pg_class where relkind in ('r', 'i') order by 1",
                               "-P", "border=2"))
    rendered(rows)


def rendered(rows):
    from prettytable import PrettyTable
    from rich.console import Console
    from rich.table import Table
    from tabulate import tabulate
    biggest = sorted(of(rows, "jackson-databind"), key=lambda r: -r["bytes"])[:80]
    table = pick(biggest, "file", "kind", "bytes", "code", "comment", "imports")
    save("big-files-aligned.md", tabulate(table, headers="keys", tablefmt="github", showindex=True) + "\n")
    save("big-files-rich.txt", rich(table, Console, Table))
    pretty = PrettyTable(list(table[0]))
    pretty.add_rows([list(row.values()) for row in table[:60]])
    save("big-files-pretty.txt", pretty.get_string() + "\n")


def rich(rows, console, table):
    drawn = table(*rows[0].keys())
    for row in rows:
        drawn.add_row(*map(str, row.values()))
    out = io.StringIO()
    console(file=out, width=100).print(drawn)
    return out.getvalue()


if __name__ == "__main__":
    main()
