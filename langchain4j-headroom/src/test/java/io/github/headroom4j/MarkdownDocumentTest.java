package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.content.Detection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Markdown with blocks of other kinds in it: one choice is made over all of it. */
class MarkdownDocumentTest {

    private static final String INSTALL = """
            public final class Installer {
                private final Path target;

                public void install(Path archive) throws IOException {
                    Files.createDirectories(target);
                    unpack(archive, target);
                    register(target.resolve("pump.service"));
                }
            }
            """;

    private static final String DRAIN = """
            public final class Drain {
                private final Valve valve;

                public void drain(Duration limit) throws ValveException {
                    valve.open(limit);
                    while (!valve.isDry()) {
                        valve.wait(limit);
                    }
                }
            }
            """;

    private static final String DOCUMENT = "# Pump\n\nA pump moves water from one tank to another.\n\n"
            + "## Installing\n\nUnpack the archive and register the service:\n\n```java\n" + INSTALL + "```\n\n"
            + "## Draining\n\nA tank is drained through its valve:\n\n```java\n" + DRAIN + "```\n\n"
            + "## Error codes\n\nEach code has a meaning:\n\n" + table() + "\n"
            + "## History\n\nThe first model was built of brass for a brewery in the north. Its seals were made of leather, which had "
            + "to be oiled every week. Later ones are of steel, and their seals of rubber. None of the early ones is left, but "
            + "their drawings are kept in the archive of the town, where they can be seen on request.\n\n"
            + "## A failure\n\nThis is what a broken seal looks like:\n\n```\n" + trace() + "```\n";

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();

    @Test
    void blocks_far_from_the_question_go_with_their_fences_and_near_ones_stay_whole() {
        String shown = shown("How is a tank drained through the valve?");

        assertThat(shown)
                .contains("## Installing\n\n… 14 lines (7-20)\n## Draining\n")
                .contains("```java\n" + DRAIN + "```\n")
                .doesNotContain("Installer");
    }

    @Test
    void a_table_far_from_the_question_goes_as_a_whole() {
        assertThat(shown("How is a tank drained through the valve?"))
                .contains("## Error codes\n\n… ")
                .doesNotContain("| code |");
    }

    @Test
    void of_a_table_the_rows_near_the_question_stay() {
        assertThat(shown("What does code E1017 mean?"))
                .contains("E1017")
                .contains("code")
                .doesNotContain("E1009");
    }

    @Test
    void a_trace_stays_whatever_the_question() {
        assertThat(shown("How do I unpack the archive?")).contains("java.lang.IllegalStateException: seal 7 is broken");
    }

    @Test
    void lossless_still_repacks_each_block_by_itself() {
        Headroom lossless = Headroom.builder()
                .policies(CompressionPolicies.all(CompressionPolicy.lossless()))
                .withoutTimeout()
                .build();

        String text = lossless.compress(CompressionRequest.of(DOCUMENT)).text();

        assertThat(text).contains(INSTALL).contains(DRAIN).doesNotContain("headroom_retrieve");
    }

    @Test
    void every_section_is_still_reported() {
        assertThat(headroom.compress(CompressionRequest.of(DOCUMENT).withQuery("valve"))
                        .detected())
                .extracting(Detection::type)
                .extracting(Object::toString)
                .containsExactly(
                        "markdown",
                        "code",
                        "markdown",
                        "code",
                        "markdown",
                        "markdown-table",
                        "markdown",
                        "stack-trace",
                        "markdown");
    }

    private String shown(String query) {
        return headroom.compress(CompressionRequest.of(DOCUMENT).withQuery(query))
                .text();
    }

    private static String table() {
        return IntStream.range(1000, 1030)
                .mapToObj(code -> "| E" + code + " | the " + (code % 7) + "th seal leaks |\n")
                .collect(Collectors.joining("", "| code | meaning |\n|---|---|\n", ""));
    }

    private static String trace() {
        return IntStream.range(0, 8)
                .mapToObj(i -> "\tat org.example.pump.Seal.check(Seal.java:" + (40 + i) + ")\n")
                .collect(Collectors.joining("", "java.lang.IllegalStateException: seal 7 is broken\n", ""));
    }
}
