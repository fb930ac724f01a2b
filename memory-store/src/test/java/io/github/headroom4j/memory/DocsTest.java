package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Fidelity;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program of the guide to tuning runs, and the tests that documents name as proofs are there. */
class DocsTest {

    /** The programs have the default time limit, which a JVM that has loaded nothing yet may exceed. */
    @BeforeAll
    static void warmUp() {
        Headroom.create().warmUp();
    }

    private static final Path ROOT = Path.of("..");
    private static final Path SELF =
            Path.of("src", "test", "java", "io", "github", "headroom4j", "memory", "DocsTest.java");

    @Test
    void tuning() throws IOException {
        OriginalStore originals = new InMemoryOriginalStore();
        // snippet:tuning
        Headroom headroom = Headroom.builder()
                .timeout(Duration.ofMillis(500))
                .tokenCounter(TokenCounter.o200k().cached(8 << 20))
                .originals(new TimeLimitedOriginalStore(originals, Duration.ofSeconds(1)))
                .policies(CompressionPolicies.standard()
                        .with("read_file", CompressionPolicy.verbatim())
                        .with("query_*", CompressionPolicy.lossless())
                        .with("*_logs", CompressionPolicy.reversible().withBudget(TokenBudget.tokens(4_000))))
                .build();
        // end
        assertThat(headroom.policies().of("query_orders").fidelity()).isEqualTo(Fidelity.LOSSLESS);
        assertThat(headroom.policies().of("fetch_logs").budget()).isEqualTo(TokenBudget.tokens(4_000));
        assertThat(headroom.compress(CompressionRequest.of(ChatMemoryStoreContract.log("pay")))
                        .savedFraction())
                .isPositive();
        assertThat(blankless(between(
                        Files.readString(ROOT.resolve("docs").resolve("tuning.md")),
                        "<!-- snippet:tuning -->\n```java\n",
                        "```")))
                .isEqualTo(blankless(between(Files.readString(SELF), "// snippet:tuning\n", "// end")));
    }

    private static String between(String text, String opening, String closing) {
        int start = text.indexOf(opening) + opening.length();
        return text.substring(start, text.indexOf(closing, start));
    }

    /** The formatter breaks lines elsewhere than the document does. */
    private static String blankless(String code) {
        return code.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/failure.md", "docs/tuning.md", "SECURITY.md"})
    void what_a_document_names_should_be_there(String document) throws IOException {
        Set<String> sources;
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            sources = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .collect(Collectors.toSet());
        }
        Set<String> named = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|Contract|Benchmark))`")
                .matcher(Files.readString(ROOT.resolve(document)))
                .results()
                .map((MatchResult result) -> result.group(1) + ".java")
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty();
        assertThat(sources).containsAll(named);
    }
}
