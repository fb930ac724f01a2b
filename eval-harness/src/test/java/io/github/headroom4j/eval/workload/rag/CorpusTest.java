package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.eval.workload.rag.CorpusManifest.SourceSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {

    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</?(?:p|ul|ol|li|dl|dt|dd|table|tr|td|th|em|strong|tt|code|pre|a|h[1-6])(?:\\s[^<>]*)?>|\\{@");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

    private final Corpus corpus = SharedCorpus.CORPUS;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            kafka-clients/org.apache.kafka.clients.consumer.KafkaConsumer | KafkaConsumer | test | \
            Un-synchronized access will result in ConcurrentModificationException.
            kafka-clients/org.apache.kafka.common.config.TopicConfig | options of TopicConfig | test | \
            The "compact" policy will enable log compaction, which retains the latest value for each key.
            lucene/org.apache.lucene.index.IndexWriter | IndexWriter | dev | \
            A document can be updated with updateDocument (which just deletes and then adds the entire document).
            lucene/org.apache.lucene.search.similarities | package org.apache.lucene.search.similarities | dev | \
            BM25Similarity is an optimized implementation of the successful Okapi BM25 model.
            spring-boot/server.tomcat | properties server.tomcat | dev | \
            Maximum queue length for incoming connection requests when all possible request processing threads are in use.
            guava/com.google.common.util.concurrent.CycleDetectingLockFactory.WithExplicitOrdering | \
            CycleDetectingLockFactory.WithExplicitOrdering | test | \
            The application defines the allowed ordering with an Enum whose values each correspond to a lock type.
            """)
    void should_hold_what_the_libraries_document(String id, String title, String split, String sentence) {
        CorpusDocument document = corpus.document(id);

        assertThat(document.title()).isEqualTo(title);
        assertThat(document.split()).isEqualTo(split);
        assertThat(document.text()).contains(sentence);
    }

    @Test
    void should_be_prose_without_markup() {
        for (CorpusDocument document : corpus.documents()) {
            assertThat(CODE_BLOCK.matcher(document.text()).replaceAll(""))
                    .as(document.id())
                    .doesNotContainPattern(MARKUP)
                    .doesNotContain("\t", "\r");
            assertThat(document.text()).as(document.id()).isNotBlank();
        }
    }

    @Test
    void should_be_of_the_size_that_the_readme_tells() {
        Map<String, Set<String>> splits = new TreeMap<>();
        corpus.documents()
                .forEach(document -> splits.computeIfAbsent(document.library(), library -> new TreeSet<>())
                        .add(document.split()));

        assertThat(corpus.documents()).hasSize(459);
        assertThat(splits)
                .hasSize(11)
                .allSatisfy((library, split) -> assertThat(split).hasSize(1));
    }

    @Test
    void should_list_the_options_that_references_describe() {
        assertThat(corpus.options())
                .contains(new DocumentedOption(
                        "kafka-clients/org.apache.kafka.clients.consumer.ConsumerConfig",
                        "client.rack",
                        option("client.rack").description(),
                        Map.of("Type", "string", "Default", "\"\"", "Importance", "low")));
        assertThat(option("server.tomcat.accept-count").facts())
                .containsExactly(Map.entry("Type", "Integer"), Map.entry("Default", "100"));
        assertThat(corpus.options())
                .allSatisfy(option ->
                        assertThat(corpus.document(option.documentId()).text()).contains(option.text()));
    }

    @Test
    void should_make_the_same_documents_again() {
        SourceSpec source = CorpusManifest.read(SharedCorpus.FOLDER.resolve("manifest.json")).sources().stream()
                .filter(one -> one.name().equals("pdfbox"))
                .findAny()
                .orElseThrow();

        List<CorpusDocument> again = Corpus.make(List.of(source)).get(0).documents();

        assertThat(again)
                .isNotEmpty()
                .isEqualTo(corpus.documents().stream()
                        .filter(document -> document.library().equals("pdfbox"))
                        .toList());
    }

    @Test
    void should_name_the_document_when_there_is_none() {
        assertThatThrownBy(() -> corpus.document("guava/no.Such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("guava/no.Such");
    }

    private DocumentedOption option(String name) {
        return corpus.options().stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
