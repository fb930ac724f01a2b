package io.github.headroom4j.eval.workload.codereview.change;

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

class ReviewManifestTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String GOOD = """
            {"seed": 7, "recordingSha256": "HASH", "note": "ignored", "libraries": [
              {"name": "lang", "group": "g", "artifact": "a", "from": "1", "to": "2", "excluded": ["x/"],
               "fromSha256": "HASH", "toSha256": "HASH"}]}
            """.replace("HASH", HASH);

    private final Path folder;

    ReviewManifestTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_read_what_is_written() throws IOException {
        ReviewManifest.Library library = read(GOOD).libraries().get(0);

        assertThat(read(GOOD).seed()).isEqualTo(7);
        assertThat(library.to()).isEqualTo("2");
        assertThat(library.testsSha256()).isNull();
        assertThat(library.wants("y/A.java")).isTrue();
        assertThat(library.wants("x/A.java")).isFalse();
        assertThat(library.wants("META-INF/versions/9/y/A.java")).isFalse();
        assertThat(library.wants("y/A.txt")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "name": "lang", | '' | field name must be a non-empty string, was null
                    "from": "1" | "from": " " | field from must be a non-empty string
                    "fromSha256": "0 | "fromSha256": "Z | a hash of lang must be 64 hexadecimal digits
                    "libraries": [ | "libraries": [], "others": [ | libraries must be a non-empty array
                    "seed": 7, | 'x' | manifest.json
                    """)
    void should_name_file_and_field_when_something_is_wrong(String good, String bad, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining(message);
    }

    @Test
    void should_say_what_to_do_when_there_is_none() {
        assertThatThrownBy(() -> ReviewManifest.read(folder.resolve("nowhere")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("run from the project's folder");
    }

    private ReviewManifest read(String text) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), text);
        return ReviewManifest.read(folder);
    }
}
