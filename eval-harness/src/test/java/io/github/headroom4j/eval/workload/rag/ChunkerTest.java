package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {

    private static final String LONG = IntStream.range(0, 12)
            .mapToObj(i -> "Paragraph " + i + " is about number " + i + ". " + "It has more to say. ".repeat(15))
            .collect(Collectors.joining("\n\n"));

    @Test
    void a_short_document_is_one_chunk_under_its_title() {
        assertThat(Chunker.chunks(List.of(document("short", "All that there is."))))
                .singleElement()
                .satisfies(chunk -> {
                    assertThat(chunk.id()).isEqualTo("lib/short#000");
                    assertThat(chunk.text()).isEqualTo("# short\n\nAll that there is.");
                });
    }

    @Test
    void a_long_document_is_cut_into_chunks_that_follow_each_other_and_leave_nothing_out() {
        CorpusDocument document = document("long", LONG);

        List<Chunk> chunks = Chunker.chunks(List.of(document));

        assertThat(chunks).hasSizeGreaterThan(3).isEqualTo(Chunker.chunks(List.of(document)));
        assertThat(chunks).extracting(Chunk::id).isSorted();
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.part()).hasSizeLessThanOrEqualTo(1_200));
        int covered = 0;
        for (Chunk chunk : chunks) {
            assertThat(chunk.start()).isLessThanOrEqualTo(covered);
            covered = Math.max(
                    covered, chunk.start() + Spacing.removed(chunk.part()).length());
        }
        assertThat(covered).isEqualTo(Spacing.removed(LONG).length());
    }

    @Test
    void a_chunk_may_begin_where_the_one_before_it_does() {
        String text = "A short first paragraph.\n\n" + "x".repeat(400) + ". " + "y".repeat(780) + ".";

        List<Chunk> chunks = Chunker.chunks(List.of(document("overlap", text)));

        assertThat(chunks).extracting(Chunk::start).startsWith(0, 0);
    }

    @Test
    void a_piece_of_the_document_is_found_in_the_chunk_that_holds_it_whatever_the_spacing() {
        CorpusDocument document = document("spaced", "One.\n\n\n  Two   words\n  here.\n\nThree.");
        Chunk chunk = new Chunk("spaced#000", document, "Two words\nhere.", 4);

        assertThat(chunk.spelling(span(document, "Two   words\n  here."))).contains("Two words\nhere.");
        assertThat(chunk.spelling(span(document, "words"))).contains("words");
        assertThat(chunk.spelling(span(document, "One."))).isEmpty();
        assertThat(chunk.spelling(span(document, "here.\n\nThree"))).isEmpty();
        assertThat(chunk.spelling(span(document("other", document.text()), "words")))
                .isEmpty();
    }

    private static Span span(CorpusDocument document, String piece) {
        int start = document.text().indexOf(piece);
        return new Span(document, start, start + piece.length());
    }

    private static CorpusDocument document(String name, String text) {
        return new CorpusDocument("lib/" + name, name, "lib", "dev", text);
    }
}
