package io.github.headroom4j.eval.workload.codereview.reviewer;

/**
 * A line that a search found. Immutable.
 *
 * @param path the file
 * @param number the line, from 1
 * @param text the line
 */
record Usage(String path, int number, String text) {

    /** Whether it stands in a test. */
    boolean isTest() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return path.contains("/test/")
                || file.endsWith("Test.java")
                || file.endsWith("Tests.java")
                || file.startsWith("Test");
    }
}
