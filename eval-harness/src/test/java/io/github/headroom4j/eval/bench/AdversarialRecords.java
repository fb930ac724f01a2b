package io.github.headroom4j.eval.bench;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adversarial texts of which each line or value is a record: JSON, logs, search results, diffs, tables. */
final class AdversarialRecords {

    /** Columns of a table that is too wide to be read. */
    private static final int COLUMNS = 1_000;

    private static final String LOCK_FILE = """
        diff --git a/package-lock.json b/package-lock.json
        --- a/package-lock.json
        +++ b/package-lock.json
        @@ -1,9 +1,9999999 @@
        """;

    private AdversarialRecords() {}

    static void addTo(AdversarialTexts texts) {
        addJson(texts);
        addLogs(texts);
        addSearchResults(texts);
        addDiffs(texts);
        addTables(texts);
    }

    private static void addJson(AdversarialTexts texts) {
        texts.within("json: rows all unlike", "[…{}]", ",\n", AdversarialRecords::row);
        texts.within(
                "json: names all unlike",
                "[…{}]",
                ",",
                (w, i) -> "{\"" + w.word() + i + "\":{\"" + w.word() + "\":1}}");
        texts.within("json: numbers", "[…0]", ",", (w, i) -> Integer.toString(w.number(1_000_000)));
        texts.within("json: short strings", "[…0]", ",", (w, i) -> "\"" + w.word() + "\"");
        texts.within("json: wide rows", "[…{}]", ",", (w, i) -> wideRow(w));
        texts.within("json: rows of tables", "[…{}]", ",", (w, i) -> "{\"a\":[" + row(w, i) + "," + row(w, i) + "]}");
        texts.within("json: strings of base64", "[…{}]", ",", (w, i) -> "{\"b\":\"" + w.base64(800) + "\"}");
        texts.within("json: hits", "[…{}]", ",", AdversarialRecords::hit);
        texts.within("json: one string", "{\"a\":\"…\"}", " ", (w, i) -> w.sentence());
        texts.within(
                "json: quoted JSON", "{\"a\":\"…\"}", ",", (w, i) -> row(w, i).replace("\"", "\\\""));
        texts.text("json: nested arrays", chars -> "[".repeat(chars / 2) + "]".repeat(chars / 2));
        texts.text("json: nested objects", chars -> "{\"a\":".repeat(chars / 6) + "1" + "}".repeat(chars / 6));
        texts.text("json: never closed", chars -> "{\"a\":[".repeat(chars / 6));
        texts.lines("ndjson: rows all unlike", AdversarialRecords::row);
        texts.lines("ndjson: nested", (w, i) -> "{\"a\":[".repeat(200) + i + "]}".repeat(200));
        texts.lines("opaque: base64 in lines", (w, i) -> w.base64(76));
        texts.joined("opaque: base64 in one line", "", (w, i) -> w.base64(76));
        texts.lines("opaque: runs in prose", (w, i) -> w.sentence() + " " + w.base64(400));
    }

    private static void addLogs(AdversarialTexts texts) {
        texts.lines("log: lines all unlike", (w, i) -> time(i) + " INFO [" + w.word() + "] " + w.sentence());
        texts.lines("log: words without end", (w, i) -> time(i) + " INFO " + w.words(1 + i % 200));
        texts.lines(
                "log: nearly periodic",
                (w, i) -> time(i) + " INFO step " + i % 97 + (i % 96 == 0 ? " " + w.word() : " done"));
        texts.lines(
                "log: errors alone",
                (w, i) -> time(i) + " ERROR " + w.sentence() + "\n\tat a.B" + i + ".m(B.java:" + i + ")");
        texts.lines("log: JSON in each line", (w, i) -> time(i) + " INFO got " + row(w, i));
        texts.joined("log: one line", " ", (w, i) -> i == 0 ? time(0) + " INFO" : w.word());
        texts.lines("log: lines all alike", (w, i) -> time(0) + " INFO a b c");
        texts.lines("stack trace: causes without end", AdversarialRecords::cause);
        texts.lines(
                "stack trace: frames all unlike",
                (w, i) -> (i == 0 ? "java.lang.Error: x\n" : "") + "\tat " + w.word() + "." + w.word() + ".m(A.java:"
                        + i + ")");
        texts.lines("build: lines all unlike", AdversarialRecords::build);
        texts.lines(
                "build: errors alone",
                (w, i) -> "[ERROR] /a/" + w.word() + "/C" + i + ".java:[" + i + ",2] cannot find symbol " + w.word());
        texts.joined(
                "build: progress in one line",
                "\r",
                (w, i) -> "\u001b[2K\u001b[32mDownloading " + w.word() + " " + i % 100 + "%");
        texts.lines(
                "build: failing tests",
                (w, i) -> "[ERROR] " + w.word() + "Test.should_" + w.word() + ":" + i + " expected: " + w.number(999)
                        + " but was: " + i);
    }

    private static void addSearchResults(AdversarialTexts texts) {
        texts.lines(
                "search: hits all unlike",
                (w, i) -> "src/" + w.word() + "/A" + i / 5 + ".java:" + i + ":  " + w.sentence());
        texts.lines(
                "search: a file each", (w, i) -> "src/" + w.word() + "/" + w.word() + "/A" + i + ".java:1:" + w.word());
        texts.lines("search: one file", (w, i) -> "a/A.java:" + (i + 1) + ":" + w.sentence());
        texts.lines(
                "search: nearly the same text",
                (w, i) -> "a/" + w.word() + i + ".java:1:import a.b.c.d.e." + "f.".repeat(i % 31) + w.number(50) + ";");
        texts.lines("search: long lines", (w, i) -> "a/" + w.word() + ".js:" + i + ":" + w.words(1_500));
        texts.lines("search: paths alone", (w, i) -> "./" + w.word() + "/" + w.word() + "/" + w.word() + i + ".txt");
        texts.lines(
                "search: listing",
                (w, i) -> "-rw-r--r-- 1 root root " + w.number(99_999) + " Jan  1 00:00 " + w.word() + i);
        texts.lines(
                "search: with context",
                (w, i) -> i % 7 == 6
                        ? "--"
                        : "a/A" + i / 7 + ".java" + (i % 7 == 3 ? ":" + i + ":" : "-" + i + "-") + w.sentence());
    }

    private static void addDiffs(AdversarialTexts texts) {
        texts.within(
                "diff: one hunk",
                "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,9999999 +1,9999999 @@\n…\n",
                "\n",
                (w, i) -> " +-".charAt(i % 3) + w.sentence());
        texts.lines("diff: hunks all unlike", AdversarialRecords::hunk);
        texts.lines(
                "diff: hunks of one line",
                (w, i) -> i == 0 ? "--- a/f\n+++ b/f" : "@@ -" + i + " +" + i + " @@\n-" + w.word() + "\n+" + w.word());
        texts.within("diff: one line", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+…\n", " ", (w, i) -> w.word());
        texts.within(
                "diff: lock file",
                LOCK_FILE + "…",
                "\n",
                (w, i) -> "+    \"integrity\": \"sha512-" + w.base64(86) + "==\",");
        texts.lines(
                "diff: renames",
                (w, i) -> "diff --git a/" + w.word() + i + " b/" + w.word() + i
                        + "\nsimilarity index 100%\nrename from a" + i + "\nrename to b" + i);
    }

    private static void addTables(AdversarialTexts texts) {
        texts.lines(
                "csv: rows all unlike",
                (w, i) -> i == 0 ? "id,name,value" : i + "," + w.word() + "," + w.number(1 << 30));
        texts.lines(
                "csv: a thousand columns",
                (w, i) -> IntStream.range(0, COLUMNS)
                        .mapToObj(c -> i == 0 ? "c" + c : Integer.toString(w.number(99)))
                        .collect(Collectors.joining(",")));
        texts.lines(
                "csv: quoted cells of many lines",
                (w, i) -> i == 0 ? "id,text" : i + ",\"" + w.sentence() + "\n\"\"" + w.sentence() + "\"\"\"");
        texts.within("csv: a quote never closed", "id,text\n1,\"…\n", "\n", (w, i) -> i + "," + w.word());
        texts.lines(
                "csv: words of few kinds",
                (w, i) -> i == 0 ? "a,b,c,d" : "k" + i % 7 + ",v" + i % 11 + ",x" + i % 13 + "," + w.number(3));
        texts.lines(
                "tsv: rows all unlike",
                (w, i) -> i == 0 ? "id\tname\tvalue" : i + "\t" + w.word() + "\t" + w.number(1 << 30));
        texts.lines(
                "markdown table: rows all unlike",
                (w, i) -> i == 0 ? "| a | b |\n|---|---|" : "| " + w.word() + " | " + i + " |");
        texts.lines(
                "text table: rows all unlike",
                (w, i) -> i == 0
                        ? "NAME             COUNT"
                        : String.format(Locale.ROOT, "%-16s %5d", w.word(), i % 99_999));
        texts.lines(
                "text table: wide",
                (w, i) -> IntStream.range(0, 200)
                        .mapToObj(c -> String.format(Locale.ROOT, "%-8d", i == 0 ? c : w.number(99_999)))
                        .collect(Collectors.joining("  ")));
    }

    private static String time(int i) {
        return "2026-01-01T00:" + (10 + i / 60 % 50) + ":" + (10 + i % 50);
    }

    static String row(UnlikeWords w, int i) {
        return "{\"id\":" + i + ",\"name\":\"" + w.word() + "\",\"text\":\"" + w.sentence() + "\"}";
    }

    private static String wideRow(UnlikeWords w) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(c -> "\"c" + c + "\":" + w.number(99))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String hit(UnlikeWords w, int i) {
        return "{\"file\":\"src/" + w.word() + "/A" + i / 5 + ".java\",\"line\":" + i + ",\"text\":\"" + w.sentence()
                + "\"}";
    }

    private static String cause(UnlikeWords w, int i) {
        return (i == 0 ? "" : "Caused by: ") + "java.lang.IllegalStateException: " + w.sentence()
                + "\n\tat com.a.A.m(A.java:" + i + ")\n\t... 3 more";
    }

    private static String build(UnlikeWords w, int i) {
        return i % 50 == 0
                ? "[ERROR] /a/b/C" + i + ".java:[" + i + ",2] cannot find symbol " + w.word()
                : "[INFO] Downloading from central: https://repo/" + w.word();
    }

    private static String hunk(UnlikeWords w, int i) {
        return "diff --git a/f" + i + " b/f" + i + "\n--- a/f" + i + "\n+++ b/f" + i + "\n@@ -1,3 +1,3 @@\n a\n-"
                + w.word() + "\n+" + w.word() + "\n c";
    }
}
