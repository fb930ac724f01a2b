package io.github.headroom4j.compressor.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExcerptPropertyTest {

    @Property(tries = 2_000, seed = "2611")
    void every_word_that_is_shown_is_one_of_the_text_and_in_its_order(
            @ForAll("texts") String text, @ForAll("bits") BitSet wanted) {
        Excerpt excerpt = Excerpt.of(text);
        BitSet chosen = wanted.get(0, excerpt.pieces().size());

        String shown = excerpt.show(chosen);

        List<String> words = List.of(text.strip().split("\\s+", -1));
        int at = 0;
        for (String word : shown.replace(Excerpt.GAP, " ").strip().split("\\s+", -1)) {
            int found = words.subList(at, words.size()).indexOf(word);
            assertThat(word.isEmpty() || found >= 0).as("%s of %s", word, text).isTrue();
            at += found + 1;
        }
    }

    @Property(tries = 1_000, seed = "2612")
    void nothing_is_changed_where_nothing_is_left_out(@ForAll("texts") String text) {
        Excerpt excerpt = Excerpt.of(text);
        BitSet all = new BitSet();
        all.set(0, excerpt.pieces().size());

        assertThat(excerpt.show(all)).isEqualTo(text);
    }

    @Property(tries = 1_000, seed = "2613")
    void what_is_left_out_leaves_a_gap(@ForAll("texts") String text) {
        Excerpt excerpt = Excerpt.of(text);
        if (excerpt.pieces().isEmpty()) {
            return;
        }

        assertThat(excerpt.show(new BitSet())).isEqualTo(Excerpt.GAP);
    }

    @Provide
    Arbitrary<BitSet> bits() {
        return Arbitraries.longs().map(bits -> BitSet.valueOf(new long[] {bits}));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("ab1.!é(){}").ofMinLength(1).ofMaxLength(30);
        Arbitrary<String> joints = Arbitraries.of(" ", " ", " ", "  ", "\n", "\n\n    ", "\t");
        return words.flatMap(word -> joints.map(joint -> word + joint))
                .list()
                .ofMaxSize(80)
                .map(list -> String.join("", list));
    }
}
