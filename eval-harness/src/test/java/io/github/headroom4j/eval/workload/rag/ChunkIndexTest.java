package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.embedding.WordVectors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkIndexTest {

    private static final List<String> TEXTS = List.of(
            "The harbour master keeps the keys of the lighthouse.",
            "Bread is baked before dawn.",
            "Lighthouses were lit by oil, and later by gas.",
            "The same sentence twice.",
            "The same sentence twice.");

    private static final List<Chunk> CHUNKS = chunks();

    @Test
    void the_best_of_words_and_meaning_comes_first() {
        assertThat(found("Who keeps the keys?", 2)).startsWith("d#0");
        assertThat(found("baking bread before dawn", 1)).containsExactly("d#1");
    }

    @Test
    void words_are_found_in_other_forms() {
        assertThat(found("lighthouse lit", 2)).containsExactlyInAnyOrder("d#0", "d#2");
    }

    @Test
    void the_best_few_are_the_first_of_the_best_many() {
        assertThat(found("the lighthouse", 5))
                .hasSize(5)
                .startsWith(found("the lighthouse", 2).toArray(String[]::new));
    }

    @Test
    void equal_chunks_are_both_found_in_their_order() {
        assertThat(found("same sentence twice", 2)).containsExactly("d#3", "d#4");
    }

    @Test
    void a_question_without_words_is_answered_by_meaning_alone() {
        assertThat(found("of the", 3)).hasSize(3);
    }

    private static List<String> found(String query, int limit) {
        try (ChunkIndex index = new ChunkIndex(CHUNKS, new WordVectors())) {
            return index.search(query, limit).stream().map(Chunk::id).toList();
        }
    }

    private static List<Chunk> chunks() {
        CorpusDocument document = new CorpusDocument("d", "Title", "lib", "dev", String.join("\n\n", TEXTS));
        List<Chunk> chunks = new ArrayList<>();
        for (String text : TEXTS) {
            chunks.add(new Chunk("d#" + chunks.size(), document, text, 0));
        }
        return chunks;
    }
}
