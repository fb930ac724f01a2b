package io.github.headroom4j.eval.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesImportTest {

    private static final ImportOptions TWO =
            ImportOptions.DEFAULTS.withPassages(2).withGoldPlace(GoldPlace.FIRST);

    private final Path folder;

    LanguagesImportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_nearest_should_be_found_by_stems_of_the_language() {
        String lines = """
                {"id": "a", "question": "Welche Häuser stehen am Hafen?", "context": "Am Hafen steht Haus Nord.", "answers": ["Haus Nord"]}
                {"id": "b", "question": "Wer?", "context": "Das Haus gehört Olsen.", "answers": ["Olsen"]}
                {"id": "c", "question": "Wann?", "context": "Der Fluss fror im Winter zu.", "answers": ["im Winter"]}
                """;
        assertThat(cases(lines, ImportFormat.JSONL, TWO.withLanguage("de"))
                        .get(0)
                        .passages()
                        .get(1)
                        .text())
                .isEqualTo("Das Haus gehört Olsen.");
    }

    @Test
    void xquad_should_be_read_in_scripts_without_blanks() {
        String chinese = """
                {"data": [{"title": "港口", "paragraphs": [
                  {"context": "办公室早上七点开门。船只提前一小时用无线电联系。费用取决于长度。",
                   "qas": [{"id": "z1", "question": "办公室几点开门？", "answers": [{"text": "七点", "answer_start": 5}]}]},
                  {"context": "冬天河流会结冰。小船停在岸边。",
                   "qas": [{"id": "z2", "question": "小船停在哪里？", "answers": [{"text": "岸边", "answer_start": 12}]}]},
                  {"context": "办公室晚上关门。",
                   "qas": [{"id": "z3", "question": "什么时候关门？", "answers": [{"text": "晚上", "answer_start": 3}]}]}]}]}
                """;
        List<EvalCase> cases = cases(chinese, ImportFormat.named("xquad"), TWO.withLanguage("zh"));

        assertThat(cases.get(0).evidence()).containsExactly(new Evidence("七点", 0, "办公室早上七点开门。"));
        assertThat(cases.get(1).evidence()).containsExactly(new Evidence("岸边", 0, "小船停在岸边。"));
        assertThat(cases.get(0).passages().get(1).text()).isEqualTo("港口\n办公室晚上关门。");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_should_find_an_equal_text(String language) {
        String lines = """
                {"id": "a", "question": "Kaffa Lumino", "context": "Tarol Bengo.", "answers": ["Bengo"]}
                {"id": "b", "question": "x", "context": "Kaffa Lumino.", "answers": ["Kaffa"]}
                {"id": "c", "question": "x", "context": "Serip Dovan.", "answers": ["Dovan"]}
                """;
        assertThat(cases(lines, ImportFormat.JSONL, TWO.withLanguage(language))
                        .get(0)
                        .passages()
                        .get(1)
                        .text())
                .isEqualTo("Kaffa Lumino.");
    }

    static List<String> languages() {
        return ImportOptions.languages();
    }

    private List<EvalCase> cases(String text, ImportFormat format, ImportOptions options) {
        return QuestionSets.cases(QuestionSets.write(folder, "set", text), format, options);
    }
}
