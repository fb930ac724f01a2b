package io.github.headroom4j.eval.workload.codereview.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.workload.codereview.build.LibraryBuild.Outcome;
import io.github.headroom4j.eval.workload.codereview.change.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryBuildTest {

    private static final String FILE = "src/main/java/demo/Names.java";
    private static final String TEXT = """
        package demo;

        final class Names {
            String of(int code) {
                String name = "";
                switch (code) {
                    case 1:
                        name = "one";
                    default:
                        name += "!";
                }
                return name;
            }
        }
        """;
    private static final String LOG = """
        src/main/java/demo/Names.java:9: warning: [fallthrough] possible fall-through into case
                    default:
                    ^
        1 warning
        """;

    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(locale);
    }

    @Test
    void should_print_what_the_compiler_prints() {
        assertThat(compiled(Map.of(FILE, TEXT))).isEqualTo(new Outcome(true, LOG));
    }

    @Test
    void should_say_nothing_of_what_there_is_nothing_to_say_of() {
        assertThat(compiled(Map.of(FILE, "package demo;\n\nfinal class Names {}\n")))
                .isEqualTo(new Outcome(true, ""));
    }

    @Test
    void should_tell_that_something_does_not_compile() {
        Outcome outcome = compiled(Map.of(FILE, TEXT.replace("\"one\"", "1")));

        assertThat(outcome.compiles()).isFalse();
        assertThat(outcome.log())
                .startsWith(FILE + ":8: error: incompatible types: int cannot be converted to String\n")
                .endsWith("\n1 error\n");
    }

    @Test
    void should_leave_out_tests_and_modules() {
        assertThat(compiled(Map.of(
                        FILE,
                        TEXT,
                        "src/main/java/module-info.java",
                        "module demo { requires nothing.there; }\n",
                        "src/test/java/demo/NamesTest.java",
                        "package demo; class NamesTest extends Missing {}\n")))
                .isEqualTo(new Outcome(true, LOG));
    }

    @Test
    void should_find_no_jars_in_a_folder_that_is_not_there() {
        assertThat(LibraryBuild.jars(Path.of("target", "no-such-folder"))).isEmpty();
    }

    private static Outcome compiled(Map<String, String> files) {
        try (LibraryBuild build = new LibraryBuild(11, List.of())) {
            return build.compile(SourceTree.of(new TreeMap<>(files)));
        }
    }
}
