package io.github.headroom4j.content;

/**
 * A kind of text, such as a log or a diff. An open value: the constants are what the built-in detectors know, and users
 * may add their own. Immutable.
 *
 * @param name lower-case words joined by hyphens, not blank; two types are equal if their names are
 */
public record ContentType(String name) {

    /** One JSON document: an object or an array. */
    public static final ContentType JSON = new ContentType("json");
    /** JSON values one after another, mostly one per line. */
    public static final ContentType NDJSON = new ContentType("ndjson");
    /** Delimited text with a header, RFC 4180 or near it; also semicolons and pipes. */
    public static final ContentType CSV = new ContentType("csv");
    /** Tab-separated rows. */
    public static final ContentType TSV = new ContentType("tsv");
    /** A Markdown pipe table. */
    public static final ContentType MARKDOWN_TABLE = new ContentType("markdown-table");
    /** A table drawn with lines, as the shells of databases print it: psql, MySQL, SQLite, boxes of any kind; or a listing in columns. */
    public static final ContentType TEXT_TABLE = new ContentType("text-table");
    /** Time-stamped or levelled lines of a running system, with stack traces among them. */
    public static final ContentType LOG = new ContentType("log");
    /** What a compiler, a build tool or a test runner prints. */
    public static final ContentType BUILD_OUTPUT = new ContentType("build-output");
    /** A stack trace alone. */
    public static final ContentType STACK_TRACE = new ContentType("stack-trace");
    /** Output of grep, ripgrep, find or the like. */
    public static final ContentType SEARCH_RESULTS = new ContentType("search-results");
    /** A unified or git diff. */
    public static final ContentType DIFF = new ContentType("diff");
    /** Data for machines as text: base64, hexadecimal, minified code, lists of UUIDs or hashes. */
    public static final ContentType OPAQUE = new ContentType("opaque");
    /** Source code; the detection names the language. */
    public static final ContentType CODE = new ContentType("code");
    /** An HTML page or fragment. */
    public static final ContentType HTML = new ContentType("html");
    /** Markdown text with structure. */
    public static final ContentType MARKDOWN = new ContentType("markdown");
    /** Plain prose, and whatever nothing else recognises. */
    public static final ContentType PROSE = new ContentType("prose");

    /** Validates the name. */
    public ContentType {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank, but was '" + name + "'");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
