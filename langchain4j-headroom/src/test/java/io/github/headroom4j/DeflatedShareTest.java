package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeflatedShareTest {

    private static final Path SAMPLES = Path.of("../datasets/content");

    @Test
    void no_lossless_form_of_a_captured_text_is_smaller_than_deflate_makes_it() throws IOException {
        Headroom lossless = Headroom.builder()
                .policies(CompressionPolicies.losslessOnly())
                .withoutTimeout()
                .build();
        int texts = 0;
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (lossless.compress(CompressionRequest.of(text(file))) instanceof Compressed form) {
                    assertThat((double) form.tokensAfter() / form.tokensBefore())
                            .as(file.toString())
                            .isGreaterThan(leastOf(text(file)) / DeflatedShare.SAFETY);
                    texts++;
                }
            }
        }
        assertThat(texts).isGreaterThan(100);
    }

    private static double leastOf(String text) {
        return DeflatedShare.leastOf(text, Pace.unhurried());
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            return "";
        }
    }

    /** Farther apart than deflate can look back. */
    @Test
    void what_came_before_is_said_once_however_far_away() {
        Random random = new Random(42);
        String block =
                rows(2_000, i -> "step " + Long.toHexString(random.nextLong()) + " done by " + random.nextInt(), "");
        double once = leastOf(block);
        assertThat(leastOf(block.repeat(10))).isBetween(0.05 * once, 0.15 * once);
    }

    @Test
    void samples_of_a_long_text_say_what_all_of_it_does() {
        Random random = new Random(42);
        String log =
                rows(20_000, i -> "2026-01-01T10:00:00Z INFO shop order " + random.nextInt(1 << 20) + " was paid", "");
        double whole = leastOf(log.substring(0, 100_000));
        assertThat(leastOf(log)).isBetween(0.9 * whole, 1.1 * whole);
        assertThat(leastOf("")).isZero();
    }

    /** A bounded budget that a lossless form may fit is not missed. */
    @Test
    void what_fits_a_budget_without_loss_is_shown_without_loss() {
        String text =
                rows(300, i -> "src/main/java/org/example/shop/Order.java:" + (i + 1) + ":        total += price;", "");
        int tokens = TokenCounter.o200k().count(text);
        CompressionPolicy policy = CompressionPolicy.reversible().withBudget(TokenBudget.tokens(tokens / 2));
        Headroom bounded = Headroom.builder()
                .policies(CompressionPolicies.all(policy))
                .withoutTimeout()
                .build();
        assertThat(bounded.compress(CompressionRequest.of(text)))
                .isInstanceOfSatisfying(
                        Compressed.class, shown -> assertThat(shown.step()).isEqualTo(Step.REPACKED));
    }

    private static String rows(int count, IntFunction<String> row, String head) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", head, "\n"));
    }
}
