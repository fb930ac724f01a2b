package io.github.headroom4j.compressor.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.token.TokenCounter;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassagePiecesTest {

    private static final CompressionContext CONTEXT = CompressionContext.of(TokenCounter.o200k());

    private static final String TEXT =
            "The tower\nThe tower was built in 1900. It has 300 steps. Visitors pay a fee.\n\nOne more line.";

    private static BitSet of(int... pieces) {
        BitSet set = new BitSet();
        for (int piece : pieces) {
            set.set(piece);
        }
        return set;
    }

    @Test
    void should_cut_texts_that_are_too_short_to_be_detected_as_prose() {
        assertThat(PassagePieces.read("One sentence.", false, CONTEXT).texts()).containsExactly("One sentence.");
        assertThat(PassagePieces.read("", false, CONTEXT).texts()).isEmpty();
        assertThat(String.join("", PassagePieces.read(TEXT, false, CONTEXT).texts()))
                .isEqualTo(TEXT);
    }

    @Test
    void should_complete_sentences_and_titles() {
        PassagePieces pieces = PassagePieces.read(TEXT, false, CONTEXT);

        assertThat(pieces.isTitle(0)).isTrue();
        assertThat(pieces.isTitle(1)).isFalse();
        assertThat(pieces.completed(of(2))).isEqualTo(of(0, 1, 2));
    }

    @Test
    void should_print_with_notes_in_the_lines_of_the_original() {
        PassagePieces pieces = PassagePieces.read(TEXT, false, CONTEXT.startingAt(10));

        assertThat(pieces.print(of(0, 1))).isEqualTo("The tower\nThe tower was built in 1900. … 3 sentences (11-13)\n");
        assertThat(pieces.print(of(0, 1, 2, 3, 4))).isEqualTo(TEXT);
    }

    @Test
    void should_read_markdown() {
        PassagePieces pieces = PassagePieces.read("# Tower\n\n- It has steps.\n- It has a bell.\n", true, CONTEXT);

        assertThat(pieces.isTitle(0)).isTrue();
        assertThat(pieces.texts()).hasSize(3);
    }

    @Test
    void should_find_what_is_said_twice_but_not_what_differs_in_a_number() {
        List<String> texts = List.of(
                "The old tower near the harbour was built of stone in 1900.",
                "The old tower near the harbour was built of stone in 1901.",
                "The old tower near the harbour was built of stone in 1900!");

        assertThat(PassagePieces.repeated(texts, CONTEXT)).isEqualTo(of(2));
    }

    @Test
    void should_know_questions_that_ask_for_the_whole() {
        assertThat(PassagePieces.canBeAnsweredInPart("Please summarize this document"))
                .isFalse();
        assertThat(PassagePieces.canBeAnsweredInPart("How many steps has the tower?"))
                .isTrue();
    }
}
