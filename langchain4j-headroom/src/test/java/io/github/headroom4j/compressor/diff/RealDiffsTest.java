package io.github.headroom4j.compressor.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds what the design promises on diffs of real changes. */
class RealDiffsTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** A note about changes that are folded, with how many lines were added and removed. */
    private static final Pattern FOLDED = Pattern.compile("\\+(\\d+) -(\\d+)(?: … .*)?$", Pattern.MULTILINE);

    @Test
    void own_samples_repack_exactly_and_show_every_change() throws IOException {
        for (Map.Entry<String, String> diff : RealDiffs.own().entrySet()) {
            check(diff.getKey(), diff.getValue());
        }
    }

    @Test
    void real_commits_repack_exactly_and_show_every_change() throws IOException {
        assumeTrue(Files.exists(RealDiffs.COMMITS), "the commits are not in shared/data beside the project");
        List<Double> saved = new ArrayList<>();
        for (Map.Entry<String, String> diff : RealDiffs.commits().entrySet()) {
            saved.add(check(diff.getKey(), diff.getValue()));
        }
        assertThat(saved.stream().collect(Collectors.averagingDouble(share -> share)))
                .isGreaterThan(0.35);
    }

    /** Checks one diff, and tells which share of its tokens is saved. */
    private static double check(String name, String diff) {
        Selectable content =
                new DiffCompressor().parse(diff, CompressionContext.of(COUNTER)).orElseThrow();
        assertThat(content.repack().flatMap(DiffCompressor::decode)).as(name).contains(diff);
        String shown = content.select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(diff)))
                .orElse(diff);
        List<String> changes = changes(diff);
        List<String> visible = changes(shown);
        assertThat(changes).as(name).containsSubsequence(visible);
        assertThat(visible.size() + folded(shown)).as(name).isEqualTo(changes.size());
        return 1 - (double) COUNTER.count(shown) / COUNTER.count(diff);
    }

    private static int folded(String shown) {
        int folded = 0;
        for (MatchResult note : FOLDED.matcher(notes(shown)).results().toList()) {
            folded += Integer.parseInt(note.group(1)) + Integer.parseInt(note.group(2));
        }
        return folded;
    }

    private static String notes(String shown) {
        return shown.lines()
                .filter(line -> line.startsWith("… ") || line.startsWith("=== "))
                .collect(Collectors.joining("\n"));
    }

    /** Lines with a sign that are not those above a file's hunks or a mail's signature. */
    private static List<String> changes(String diff) {
        String body = diff.replaceAll("(?m)^--- \\S+.*\\R\\+\\+\\+ \\S+.*$", "")
                .replaceAll("(?m)^---\\r?$", "")
                .replaceAll("(?m)^-- \\r?$", "")
                .replaceAll("(?m)^(literal|delta) [0-9]+\\R(?:.+\\R)+", "");
        return body.lines()
                .filter(line -> line.matches("[+-].*| [+-].*") && (diff.contains("@@@") || line.charAt(0) != ' '))
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }
}
