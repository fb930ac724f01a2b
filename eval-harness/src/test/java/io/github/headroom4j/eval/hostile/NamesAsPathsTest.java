package io.github.headroom4j.eval.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name in a case file becomes the name of a file, and never leads out of its folder. */
class NamesAsPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "x/../../y",
                "x/y",
                "/etc/passwd",
                "x\\y",
                "C:\\x",
                "C:x",
                "\\\\server\\share",
                "~",
                "-rf",
                "x\u0000.log",
                "x\n",
                "x\r\n",
                "x ",
                "a..b",
                "x.",
                ".hidden",
                "%2e%2e%2fx",
                "a\u2215b",
                "a\uff0fb",
                "file:x",
                "x:stream"
            })
    void what_could_lead_elsewhere_is_no_name(String name) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", name);
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> CaseFile.of("cases.json", "", node).name("id"))
                .withMessageContaining("field 'id' must be a plain name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "log-triage", "a_1", "x.log.gz", "7"})
    void what_is_a_name_stays_in_its_folder(String name) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", name);
        Path folder = Path.of("incidents");
        Path file =
                folder.resolve(CaseFile.of("cases.json", "", node).name("id")).normalize();
        assertThat(file.getParent()).isEqualTo(folder);
    }
}
