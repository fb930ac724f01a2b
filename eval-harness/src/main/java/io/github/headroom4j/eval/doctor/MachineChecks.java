package io.github.headroom4j.eval.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine itself. Stateless. */
final class MachineChecks {

    private static final int LEAST_JAVA = 17;

    /** Bytes; the main job has been seen to take less than half of it. */
    private static final long ENOUGH_HEAP = 1L << 30;

    private MachineChecks() {}

    static Finding jdk() {
        Runtime.Version version = Runtime.version();
        String said = "Java " + version + " (" + System.getProperty("java.vendor") + ") on "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return version.feature() < LEAST_JAVA
                ? Finding.fail("JDK", said, "use JDK " + LEAST_JAVA + " or newer")
                : Finding.ok("JDK", said);
    }

    static Finding memory(long maxBytes) {
        String said = (maxBytes >> 20) + " MiB of heap at most";
        return maxBytes < ENOUGH_HEAP
                ? Finding.warn("memory", said, "give it 1 GiB: MAVEN_OPTS=-Xmx1g, or java -Xmx1g")
                : Finding.ok("memory", said);
    }

    static Finding processors() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors < 2
                ? Finding.warn("processors", "1", "the main job is made for two; with one it takes twice as long")
                : Finding.ok("processors", String.valueOf(processors));
    }

    /** Makes a file and takes it away again; a folder that is not there is not made. */
    static Finding writable(Path reports) {
        Path folder = reports.toAbsolutePath();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return Finding.fail("reports folder", reports + " is no folder", "give another one with --reports");
        }
        try {
            Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
            return Finding.ok(
                    "reports folder", reports + (folder.equals(reports.toAbsolutePath()) ? "" : ", to be made"));
        } catch (IOException e) {
            return Finding.fail(
                    "reports folder",
                    folder + " cannot be written",
                    "change its rights, or give another one with --reports");
        }
    }
}
