package io.github.headroom4j.eval;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The command line as tests use it. */
final class CommandLineFixture {

    /** What a command came to. */
    record Ended(int code, String printed) {}

    private final Path folder;

    CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    Ended run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = EvalHarness.run(folder, new PrintStream(out, true, StandardCharsets.UTF_8), args);
        return new Ended(code, out.toString(StandardCharsets.UTF_8));
    }

    String printed(String... args) {
        return run(args).printed();
    }
}
