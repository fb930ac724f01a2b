package io.github.headroom4j.eval.workload.codereview.change;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BuildLogTest {

    private static final String RELEASE = "A.java:1: warning: one\nB.java:7: warning: two\n2 warnings\n";

    @Test
    void should_hold_only_the_lines_that_differ() {
        String log = "A.java:1: warning: one\nB.java:6: warning: two\nB.java:9: warning: new\n3 warnings\n";

        assertThat(BuildLog.difference(RELEASE, log))
                .containsExactly(new Splice(
                        BuildLog.PATH, 23, 34, "B.java:6: warning: two\nB.java:9: warning: new\n3 warnings\n"));
        assertThat(BuildLog.difference(RELEASE, RELEASE)).isEmpty();
    }

    @Property
    void should_make_the_log_again(@ForAll("logs") String release, @ForAll("logs") String log) {
        assertThat(BuildLog.restored(release, BuildLog.difference(release, log)))
                .isEqualTo(log);
    }

    @Provide
    Arbitrary<String> logs() {
        Arbitrary<String> line = Arbitraries.of("a\n", "b\n", "\n", "A.java:1: warning: x\n", "    ^\n", "end");
        return line.list().ofMaxSize(12).map(lines -> String.join("", lines));
    }
}
