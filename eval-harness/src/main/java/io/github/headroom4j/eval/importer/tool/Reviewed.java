package io.github.headroom4j.eval.importer.tool;

/**
 * A change with what a reviewer said of it. Immutable.
 *
 * @param id unique within the file
 * @param cluster the repository, else the file
 * @param path the file
 * @param comment what the reviewer said
 * @param shown the change as a tool shows it
 * @param first the first line spoken of
 * @param last the last one
 * @param spokenOf the text of the first one that is not blank
 */
record Reviewed(
        String id, String cluster, String path, String comment, String shown, int first, int last, String spokenOf) {}
