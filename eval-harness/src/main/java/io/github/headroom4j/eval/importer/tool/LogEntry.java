package io.github.headroom4j.eval.importer.tool;

/**
 * A line of a log with what the CSV says of it. Immutable.
 *
 * @param line as an agent sees it, without a label
 * @param event the id of its template
 * @param template its template
 * @param component who wrote it; empty if the CSV has no such column
 * @param level at which level; empty if the CSV has no such column
 * @param label whether it is labelled
 */
record LogEntry(String line, String event, String template, String component, String level, Label label) {

    /** What labels say. */
    enum Label {
        NONE,
        NORMAL,
        ANOMALY
    }
}
