package io.github.headroom4j.eval.workload.codereview.build;

import io.github.headroom4j.eval.workload.codereview.change.Release;
import io.github.headroom4j.eval.workload.codereview.change.SourceTree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles all main sources of a library by the compiler of the running JDK, with all lint warnings. Nothing is written: it stops
 * before code is generated, when everything that can be warned of has been. The compiler speaks the language of the default locale,
 * whatever locale a task is given. Takes seconds per tree. Not thread-safe.
 */
public final class LibraryBuild implements AutoCloseable {

    /** Above what any library has, as the compiler leaves out the rest after a hundred. */
    private static final String MAX_MESSAGES = "10000";

    /**
     * What a compilation printed.
     *
     * @param compiles whether there was no error
     * @param log warnings and errors with their source lines, and their number, as the compiler prints them; line feeds at the
     *     ends of lines; empty if there were none
     */
    public record Outcome(boolean compiles, String log) {}

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;
    private final List<String> options;

    /**
     * A build.
     *
     * @param release the version of Java that the library is for, as {@code javac --release} takes it
     * @param jars what the library is compiled against
     * @throws IllegalStateException if the running Java has no compiler
     */
    public LibraryBuild(int release, Collection<Path> jars) {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new IllegalStateException("recording needs a JDK; this Java has no compiler");
        }
        compiler = found;
        files = compiler.getStandardFileManager(null, null, null);
        options = List.of(
                "--release",
                Integer.toString(release),
                "-Xlint:all",
                "-proc:none",
                "-Xmaxwarns",
                MAX_MESSAGES,
                "-Xmaxerrs",
                MAX_MESSAGES,
                "-XDshould-stop.ifNoError=FLOW");
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The jars of a folder.
     *
     * @param folder may be missing, which is as good as empty
     * @return its jars, sorted
     */
    public static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles a tree; its tests are left out.
     *
     * @param tree all sources of the library
     * @return what the compiler said
     */
    public Outcome compile(SourceTree tree) {
        List<SourceText> sources = tree.paths().stream()
                .filter(path -> path.startsWith(Release.MAIN) && !path.endsWith("/module-info.java"))
                .map(path -> new SourceText(path, tree.text(path)))
                .toList();
        StringWriter log = new StringWriter();
        CompilationTask task = compiler.getTask(log, files, null, options, null, sources);
        boolean compiles = task.call();
        return new Outcome(compiles, log.toString().replace("\r\n", "\n"));
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
