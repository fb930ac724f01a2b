package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchToolsTest {

    private static final ShownFile FILE = ShownFile.of("p/Box.java", """
            package p;
            class Box {
                int openLid(int angle) {
                    return angle;
                }
                void tidy() {
                    openLid(90);
                    shut("LID");
                }
            }
            """);

    @Test
    void should_cut_identifiers_into_parts_and_keep_them_whole() {
        assertThat(new CodeWords().of("openLid max_size2 the Files"))
                .containsExactly("openlid", "open", "lid", "max_size2", "max", "size", "2", "file");
    }

    @Test
    void should_grep_lines_case_insensitively_in_the_order_of_the_files() {
        GrepIndex grep = new GrepIndex(List.of(FILE));

        assertThat(grep.grep(List.of("LID", "angle"), 10))
                .containsExactly(
                        "p/Box.java:3:    int openLid(int angle) {",
                        "p/Box.java:4:        return angle;",
                        "p/Box.java:7:        openLid(90);",
                        "p/Box.java:8:        shut(\"LID\");");
        assertThat(grep.grep(List.of("lid"), 1)).hasSize(1);
        assertThat(grep.grep(List.of("nowhere"), 10)).isEmpty();
        assertThat(grep.lines("lid")).isEqualTo(3);
    }

    @Test
    void should_rank_a_match_in_the_name_before_one_in_the_body() {
        try (MethodIndex index = new MethodIndex(new MethodFinder().find(FILE))) {
            assertThat(index.search("opens lids", 10).stream()
                            .map(hit -> hit.method().name()))
                    .containsExactly("openLid", "tidy");
            assertThat(index.search("nothing of it", 10)).isEmpty();
        }
    }
}
