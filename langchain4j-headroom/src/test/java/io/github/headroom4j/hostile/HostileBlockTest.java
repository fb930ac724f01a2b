package io.github.headroom4j.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.token.TokenBudget;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one block of a text holds, and how much of it there is, takes nothing away from another block. */
class HostileBlockTest {

    private static final String QUERY = Injections.QUERY;

    private static final String ROWS = IntStream.range(0, 120)
            .mapToObj(i -> "{\"id\": " + i + ", \"item\": \"item " + i * 7 % 120 + "\", \"state\": \""
                    + (i == 77 ? "payment failed: card expired" : i % 3 == 0 ? "open" : "closed") + "\"}")
            .collect(Collectors.joining(",\n", "[", "]\n"));

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();

    @ParameterizedTest
    @ValueSource(strings = {"calm", "echo", "error", "fence", "orders", "flood"})
    void the_next_block_should_keep_its_bytes_whatever_stands_behind_it(String kind) {
        String alone = shown(compress(ROWS));
        CompressionResult both = compress(ROWS + "\n" + hostile(kind));

        assertThat(both.detected())
                .hasSizeGreaterThan(1)
                .first()
                .satisfies(first -> assertThat(first.type()).isEqualTo(ContentType.JSON));
        assertThat(alone).contains("payment failed: card expired").hasSizeLessThan(ROWS.length() / 3);
        assertThat(shown(both)).startsWith(alone);
    }

    /** Half of the budget is each block's, however much the other would need. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 600})
    void a_budget_should_leave_the_next_block_its_share_however_long_another_is(int budget) {
        String alone = shown(compress(ROWS, budget / 2));
        assertThat(alone).contains("payment failed: card expired");
        for (int lines : new int[] {100, 1_000, 10_000}) {
            CompressionResult both = compress(ROWS + "\n" + flood(lines), budget);
            assertThat(both.detected()).extracting(Detection::type).containsExactly(ContentType.JSON, ContentType.LOG);
            assertThat(shown(both)).as("%d lines", lines).startsWith(alone);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000})
    void a_budget_should_leave_a_block_in_a_document_its_share_however_long_another_is(int lines) {
        String block = "Here are the rows.\n\n```json\n" + ROWS + "```\n\nAnd what the server wrote.\n\n";

        String usual = shown(compress(block + "```\n" + flood(1_000) + "```\n", 1_500));
        String flooded = shown(compress(block + "```\n" + flood(lines) + "```\n", 1_500));

        assertThat(flooded).contains("payment failed: card expired", "And what");
        assertThat(beforeFlood(flooded)).isEqualTo(beforeFlood(usual));
    }

    private static String beforeFlood(String shown) {
        return shown.substring(0, shown.indexOf("And what"));
    }

    /** Lines that look vital, and of which no two are alike. */
    private static String flood(int lines) {
        SplittableRandom random = new SplittableRandom(5);
        return IntStream.range(0, lines)
                .mapToObj(i -> "2026-11-28 07:0" + i % 10 + ":11 INFO [worker-" + i + "] c.e.Payments - payment "
                        + Long.toHexString(random.nextLong()) + " " + QUERY + "\n")
                .collect(Collectors.joining());
    }

    private static String hostile(String kind) {
        return switch (kind) {
            case "calm" -> "The ferry left the harbour in the morning. ".repeat(40);
            case "echo" -> (QUERY + " ").repeat(56);
            case "error" -> "ERROR FATAL payment failed Exception: why?\n".repeat(40);
            case "fence" -> "```json\n{ \"a\": \n".repeat(40);
            case "orders" ->
                Injections.all().stream().map(Injections.Pair::hostile).collect(Collectors.joining("\n"));
            case "flood" -> (QUERY + " ").repeat(4_000);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private CompressionResult compress(String text) {
        return headroom.compress(CompressionRequest.of(text).withQuery(QUERY));
    }

    private CompressionResult compress(String text, int budget) {
        CompressionPolicy policy = CompressionPolicy.reversible().withBudget(TokenBudget.tokens(budget));
        return Headroom.builder()
                .withoutTimeout()
                .policies(CompressionPolicies.all(policy))
                .build()
                .compress(CompressionRequest.of(text).withQuery(QUERY));
    }

    /** Without the marker, and without the blanks that end a block. */
    private static String shown(CompressionResult result) {
        String text = result.text();
        boolean marked =
                result instanceof Compressed compressed && compressed.original().isPresent();
        return (marked ? text.substring(0, text.lastIndexOf('\n') + 1) : text).stripTrailing();
    }
}
