package io.github.headroom4j.compressor.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.compressor.passage.Piece.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PassageStemsTest {

    private static List<List<String>> words(List<int[]> read, PassageStems stems) {
        String[] known = stems.numbers().stems();
        return read.stream()
                .map(some -> Arrays.stream(some).mapToObj(stem -> known[stem]).toList())
                .toList();
    }

    private static PassageStems read(PassageText passage) {
        return new PassageStems(passage, passage.texts(), Pace.unhurried());
    }

    private static PassageText of(String text, List<Piece> pieces) {
        return new PassageText(text, pieces, PassageText.LineNumbers.of(new int[] {1}, new int[] {1}), false, Map.of());
    }

    @Test
    void pieces_and_paragraphs_with_their_titles_should_have_the_stems_of_their_texts() {
        String text = "# Parsers\n\nThe parser reads lines. It checks them.\n\nNothing else is parsed.\n";
        PassageText passage = new MarkdownReader(text, true, true, Pace.unhurried())
                .read(PassageText.LineNumbers.of(new int[6], new int[6]));
        PassageStems stems = read(passage);

        assertThat(words(stems.ofPieces(), stems))
                .isEqualTo(passage.texts().stream().map(Stems::of).toList());
        assertThat(words(stems.ofParagraphs(), stems))
                .containsExactly(
                        Stems.of("# Parsers"),
                        Stems.of("# Parsers\nThe parser reads lines. It checks them."),
                        Stems.of("# Parsers\nNothing else is parsed."));
    }

    @Test
    void a_word_that_goes_on_in_the_next_piece_should_be_one_word_of_the_paragraph() {
        PassageStems stems = read(of(
                "See api.Parser now.",
                List.of(
                        new Piece(0, 8, 0, 0, Kind.SENTENCE, 1, -1),
                        new Piece(8, 15, 0, 0, Kind.SENTENCE, 1, -1),
                        new Piece(15, 19, 0, 0, Kind.SENTENCE, 2, -1))));

        assertThat(words(stems.ofPieces(), stems))
                .containsExactly(Stems.of("See api."), Stems.of("Parser "), Stems.of("now."));
        assertThat(words(stems.ofParagraphs(), stems)).containsExactly(Stems.of("See api.Parser "), Stems.of("now."));
    }
}
