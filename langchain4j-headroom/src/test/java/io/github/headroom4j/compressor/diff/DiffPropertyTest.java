package io.github.headroom4j.compressor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Random files, random edits, real hunks: what is shown must still be a patch that makes the new version of the old. */
class DiffPropertyTest {

    private static final int MAX_CONTEXT = 5;

    @Property(tries = 300, seed = "7301")
    void repacking_decodes_to_every_byte(@ForAll long seed) {
        String diff = diff(seed);

        assertThat(read(diff).repack().flatMap(DiffCompressor::decode)).contains(diff);
    }

    @Property(tries = 1000, seed = "7304")
    void lines_are_a_text_if_they_make_it(
            @ForAll @Size(max = 4) List<@Chars({'a', '\r'}) @StringLength(max = 2) String> lines,
            @ForAll boolean terminated,
            @ForAll boolean crlf,
            @ForAll @Chars({'a', '\r', '\n'}) @StringLength(max = 6) String other) {
        DiffText diff = new DiffText(lines, terminated, crlf);

        assertThat(diff.is(diff.text())).isTrue();
        assertThat(diff.is(other)).isEqualTo(diff.text().equals(other));
    }

    @Property(tries = 300, seed = "7302")
    void what_is_shown_makes_the_new_version_of_the_old(@ForAll long seed) {
        for (TokenBudget budget : List.of(TokenBudget.asFarAsSafe(), TokenBudget.tokens(1))) {
            Random random = new Random(seed);
            int files = 1 + random.nextInt(3);
            String diff = diff(seed);
            List<String> shown = shown(diff, budget);
            int at = 0;
            for (int file = 0; file < files; file++) {
                List<String> before = PatchOracle.file(random, random.nextInt(40));
                List<String> after = PatchOracle.edited(before, random);
                random.nextInt(MAX_CONTEXT);
                int hunks = at + 3;
                assertThat(shown.get(at)).isEqualTo("diff --git a/f" + file + ".txt b/f" + file + ".txt");
                at = endOfFile(shown, at + 1);
                assertThat(PatchOracle.apply(before, shown.subList(hunks, at))).isEqualTo(after);
            }
            assertThat(at).isEqualTo(shown.size());
        }
    }

    @Property(tries = 300, seed = "7303")
    void every_changed_line_is_visible_in_its_order(@ForAll long seed) {
        String diff = diff(seed);
        String printed = read(diff)
                .select(TokenBudget.asFarAsSafe())
                .map(selection -> selection.markedWith(OriginalMarker.of(diff)))
                .orElse(diff);

        List<String> changes = new ArrayList<>(diff.lines()
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .filter(line -> !line.matches("(--- a|\\+\\+\\+ b)/f\\d\\.txt"))
                .toList());

        assertThat(printed.lines()
                        .filter(line -> line.startsWith("+") || line.startsWith("-"))
                        .filter(line -> !line.matches("(--- a|\\+\\+\\+ b)/f\\d\\.txt")))
                .isEqualTo(changes);
    }

    private static int endOfFile(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !lines.get(at).startsWith("diff --git a/f")) {
            at++;
        }
        return at;
    }

    private static List<String> shown(String diff, TokenBudget budget) {
        return read(diff)
                .select(budget)
                .map(selection -> selection.markedWith(OriginalMarker.of(diff)))
                .map(printed -> DiffCompressor.decode(printed).orElseThrow())
                .orElse(diff)
                .lines()
                .toList();
    }

    private static Selectable read(String diff) {
        return new DiffCompressor()
                .parse(diff, CompressionContext.of(TokenCounter.o200k()))
                .orElseThrow();
    }

    /** The diff of a few files; the files themselves are drawn again by whoever knows the seed. */
    private static String diff(long seed) {
        Random random = new Random(seed);
        int files = 1 + random.nextInt(3);
        StringBuilder out = new StringBuilder();
        for (int file = 0; file < files; file++) {
            List<String> before = PatchOracle.file(random, random.nextInt(40));
            List<String> after = PatchOracle.edited(before, random);
            int context = random.nextInt(MAX_CONTEXT);
            if (!before.equals(after)) {
                String name = "f" + file + ".txt";
                out.append("diff --git a/")
                        .append(name)
                        .append(" b/")
                        .append(name)
                        .append('\n');
                out.append("--- a/")
                        .append(name)
                        .append("\n+++ b/")
                        .append(name)
                        .append('\n');
                PatchOracle.hunks(PatchOracle.script(before, after), context)
                        .forEach(line -> out.append(line).append('\n'));
            }
        }
        return out.toString();
    }
}
