package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String GOOD = """
            {"seed": "s", "libraries": [
              {"name": "lang", "coordinates": "g:a:1", "excluded": ["x/"], "probe": "no/such/File.java", "split": "dev",
               "cases": 3, "jarSha256": "HASH", "casesSha256": "HASH"}]}
            """.replace("HASH", HASH);

    private final Path folder;

    ManifestTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_read_what_is_written() throws IOException {
        Manifest manifest = Manifest.read(written(GOOD));

        assertThat(manifest.seed()).isEqualTo("s");
        assertThat(manifest.libraries())
                .containsExactly(new Manifest.LibrarySpec(
                        "lang", "g:a:1", java.util.List.of("x/"), "no/such/File.java", HASH, "dev", 3, HASH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "seed": "s" | "seed": 7 | field seed: must be a non-empty string, was 7
                    "name": "lang", | '' | field libraries[0].name: must be a non-empty string, was missing
                    "split": "dev" | "split": "train" | field libraries[0].split: must be dev or test, was train
                    "cases": 3 | "cases": 0 | field libraries[0].cases: must be a number from 1 to 1000, was 0
                    "cases": 3 | "cases": "3" | field libraries[0].cases: must be a number
                    ["x/"] | "x/" | field libraries[0].excluded: must be an array of strings
                    ["x/"] | [1] | field libraries[0].excluded: must hold non-empty strings only, has 1
                    "jarSha256": "0 | "jarSha256": "Z | field libraries[0].jarSha256: must be 64 hexadecimal digits
                    "libraries" | "library" | field libraries: must be a non-empty array
                    3, | 3,, | line 3: not JSON
                    """)
    void should_name_file_and_field_when_something_is_wrong(String good, String bad, String message) {
        assertThatThrownBy(() -> Manifest.read(written(GOOD.replace(good, bad))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining(message);
    }

    @Test
    void should_refuse_a_library_when_its_name_occurs_twice() {
        String library = GOOD.substring(GOOD.indexOf('[') + 1, GOOD.lastIndexOf(']'));

        assertThatThrownBy(() ->
                        Manifest.read(written("{\"seed\":\"s\",\"libraries\":[" + library + "," + library + "]}")))
                .hasMessageContaining("field libraries[1].name: occurs twice: lang");
    }

    @Test
    void should_say_what_to_do_when_the_manifest_is_missing() {
        assertThatThrownBy(() -> new CodeSearchWorkload(folder).cases())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("manifest.json: cannot be read; run from the project's folder");
    }

    @Test
    void should_say_what_to_run_when_a_source_jar_is_missing() throws IOException {
        written(GOOD);

        assertThatThrownBy(() -> new CodeSearchWorkload(folder).cases())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("jar of g:a:1 is not on the class path (no no/such/File.java)")
                .hasMessageContaining("mvn -pl eval-harness -am compile");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("manifest.json"), text);
    }
}
