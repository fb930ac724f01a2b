package io.github.headroom4j.compressor.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.content.ContentDetectors;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.token.TokenBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real builds that really failed: what was captured for this project, and labelled Maven logs where they are at hand. */
class RealBuildsTest {

    @Test
    void every_capture_is_detected() throws IOException {
        for (Path file : BuildData.files(BuildData.CAPTURED)) {
            assertThat(ContentDetectors.firstConfident(ContentDetectors.standard())
                            .detect(BuildData.read(file))
                            .orElseThrow()
                            .type())
                    .as(file.toString())
                    .isEqualTo(ContentType.BUILD_OUTPUT);
        }
    }

    @Test
    void every_capture_is_restored_byte_for_byte() throws IOException {
        for (Path file : BuildData.files(BuildData.CAPTURED)) {
            String text = BuildData.read(file);
            Optional<String> packed = new BuildOutputCompressor()
                    .parse(text, CompressionContext.of(BuildData.COUNTER))
                    .orElseThrow()
                    .repack();
            assertThat(packed.flatMap(BuildOutputCompressor::decode))
                    .as(file.toString())
                    .contains(text);
        }
    }

    @Test
    void every_labelled_error_and_failing_test_is_visible_under_any_budget() throws IOException {
        assumeTrue(Files.exists(BuildData.BUMP), "the BUMP logs are not in shared/data beside the project");
        List<String> hidden = new ArrayList<>();
        for (String line : Files.readAllLines(BuildData.BUMP.resolve("labels.jsonl"))) {
            JsonNode label = new ObjectMapper().readTree(line);
            String log = BuildData.read(BuildData.BUMP.resolve(label.get("log").asText()));
            String shown = BuildData.select(log, TokenBudget.tokens(1));
            for (JsonNode site : label.at("/derived/compile_error_sites")) {
                String file = site.asText().substring(0, site.asText().indexOf(':'));
                String place = site.asText().substring(file.length() + 1);
                if (!shown.contains(file + ":[" + place + ",") && !isTold(shown, file, place)) {
                    hidden.add(label.get("id").asText() + " " + site);
                }
            }
            for (JsonNode test : label.at("/derived/failed_tests")) {
                if (!shown.contains(test.asText())
                        && !shown.contains(test.asText().substring(test.asText().lastIndexOf('.') + 1))) {
                    hidden.add(label.get("id").asText() + " " + test);
                }
            }
        }
        assertThat(hidden).isEmpty();
    }

    /** Whether a line tells a place, alone or in a list: {@code File.java:12,14 name; 17 other}. */
    private static boolean isTold(String shown, String file, String place) {
        return shown.lines()
                .filter(line -> line.contains(file + ":"))
                .map(line -> line.substring(line.indexOf(file + ":") + file.length() + 1))
                .anyMatch(list -> List.of(list.split("[,;: ]+", -1)).contains(place));
    }
}
