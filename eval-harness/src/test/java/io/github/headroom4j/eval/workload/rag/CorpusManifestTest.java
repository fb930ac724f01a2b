package io.github.headroom4j.eval.workload.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.PinnedJar;
import io.github.headroom4j.eval.workload.rag.CorpusManifest.Kind;
import io.github.headroom4j.eval.workload.rag.CorpusManifest.SourceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusManifestTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String PDFBOX = "f00d".repeat(16);
    private static final String SOURCE = """
            {"name": "box", "library": "pdf", "kind": "JAVADOC", "coordinates": "g:a:1", "probe": "PROBE",
             "excluded": ["internal"], "minWords": 75, "split": "dev", "jarSha256": "JAR", "documentsSha256": "HASH"}
            """.replace("HASH", HASH);

    private final Path folder;

    CorpusManifestTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_read_what_is_written() throws IOException {
        CorpusManifest manifest = CorpusManifest.read(written(source("no/File.java", HASH)));

        assertThat(manifest.sources())
                .containsExactly(new SourceSpec(
                        "box",
                        "pdf",
                        Kind.JAVADOC,
                        new PinnedJar("g:a:1", "no/File.java", HASH),
                        List.of("internal"),
                        75,
                        "dev",
                        HASH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "JAVADOC" | "PDF" | field 'sources[0].kind' must be one of [JAVADOC, KAFKA_OPTIONS, SPRING_PROPERTIES], but is PDF
            "dev" | "train" | field 'sources[0].split' must be dev or test, but is train
            75 | 0 | field 'sources[0].minWords' must be at least 1, but is 0
            "library" | "lib" | field 'sources[0].library' is missing
            "documentsSha256": "0 | "documentsSha256": "X | field 'sources[0].documentsSha256' must be 64 lower-case
            "sources" | "jars" | field 'sources' is missing
            """)
    void should_name_file_and_field_when_something_is_wrong(String good, String bad, String message) {
        String manifest = "{\"sources\": [" + source("no/File.java", HASH) + "]}";
        Path file = folder.resolve("manifest.json");

        assertThatThrownBy(() -> CorpusManifest.read(Files.writeString(file, manifest.replace(good, bad))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining(message);
    }

    @Test
    void should_refuse_names_that_occur_twice_and_libraries_in_two_splits() {
        String one = source("no/File.java", HASH);
        String other = one.replace("box", "box2").replace("dev", "test");

        assertThatThrownBy(() -> CorpusManifest.read(written(one + "," + one)))
                .hasMessageContaining("field 'sources[1].name' occurs twice: box");
        assertThatThrownBy(() -> CorpusManifest.read(written(one + "," + other)))
                .hasMessageContaining("field 'sources[1].split' must be dev as for all of pdf");
    }

    @Test
    void should_say_what_to_run_when_a_jar_is_missing() throws IOException {
        written(source("no/such/File.java", HASH));

        assertThatThrownBy(() -> Corpus.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("jar of g:a:1 is not on the class path (no no/such/File.java)")
                .hasMessageContaining("mvn -pl eval-harness -am compile");
    }

    @Test
    void should_refuse_a_jar_when_it_is_another_one() throws IOException {
        written(source("org/apache/pdfbox/pdmodel/PDDocument.java", PDFBOX));

        assertThatThrownBy(() -> Corpus.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("pdfbox")
                .hasMessageContaining("the manifest has " + PDFBOX);
    }

    @Test
    void should_refuse_documents_when_they_come_out_otherwise() throws IOException {
        SourceSpec real = CorpusManifest.read(SharedCorpus.FOLDER.resolve("manifest.json")).sources().stream()
                .filter(source -> source.name().equals("pdfbox"))
                .findAny()
                .orElseThrow();
        written(source(real.jar().probe(), real.jar().sha256()));

        assertThatThrownBy(() -> Corpus.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(
                        "manifest.json, field documentsSha256 of source box: the documents came out with ")
                .hasMessageContaining("run RagManifest");
    }

    private static String source(String probe, String jar) {
        return SOURCE.replace("PROBE", probe).replace("\"JAR\"", "\"" + jar + "\"");
    }

    private Path written(String sources) throws IOException {
        return Files.writeString(folder.resolve("manifest.json"), "{\"sources\": [" + sources + "]}");
    }
}
