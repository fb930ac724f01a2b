package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.View;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeFollowUpsTest {

    private static final String HITS = """
            [ {
              "path" : "A.java",
              "line" : 5,
              "end_line" : 9,
              "symbol" : "org.example.A#gold(int)",
              "signature" : "void gold(int count)",
              "snippet" : "void gold(int count) {"
            }, {
              "path" : "A.java",
              "line" : 12,
              "end_line" : 20,
              "symbol" : "org.example.A#other(String, int)",
              "signature" : "void other(String text, int count)",
              "snippet" : "void other(String text, int count) {"
            } ]""";

    private final CodeFollowUps followUps = new CodeFollowUps();
    private final CodeFollowUps.Where where = CodeFollowUps.where(evalCase(), 7);

    @Test
    void should_ask_for_a_hit_that_the_case_itself_does_not_ask_for() {
        assertThat(where.symbol()).isEqualTo("org.example.A#other(String, int)");
        assertThat(where.item()).isEqualTo("12-20");
        assertThat(CodeFollowUps.asked(where.question())).isEqualTo(where.symbol());
        assertThat(CodeFollowUps.where(evalCase(), -3)).isEqualTo(where);
    }

    @Test
    void should_read_lines_from_a_result_or_from_a_slice_and_nowhere_else() {
        assertThat(answer(where.question(), sight(HITS, ""))).containsExactly("12-20");
        String slice = """
                [grep /A#other/: 1 of 15 lines match, numbered:]
                10-  "line" : 12,
                11-  "end_line" : 20,
                12:  "symbol" : "org.example.A#other(String, int)",
                13-  "signature" : "void other(String text, int count)",""";
        assertThat(answer(where.question(), sight("[]", slice))).containsExactly("12-20");
        assertThat(answer(where.question(), sight("[]", "[grep /A#other/ matches none]")))
                .isEmpty();
    }

    @Test
    void should_answer_a_description_from_rows_that_were_looked_up() {
        String question = Query.question("Handles some other text.");
        String slice = "[grep /other/: 1 of 1 lines match, numbered:]\n"
                + "1@400:\"symbol\":\"org.example.A#other(String)\",\"signature\":\"void other(String text)\",\"snip";
        assertThat(answer(question, sight("[]", slice))).containsExactly("org.example.A#other(String)");
    }

    private List<String> answer(String question, View sight) {
        return followUps.answer(question, sight);
    }

    private static View sight(String result, String slice) {
        return new View(
                List.of(new Seen("search_code", "{\"query\":\"x\"}", result)),
                List.of(new Seen("search_code", "{\"query\":\"x\"}", slice)));
    }

    private static EvalCase evalCase() {
        return new EvalCase(
                "c",
                "k",
                "dev",
                "typical",
                "",
                "",
                List.of(new RecordedCall("search_code", "{}", HITS)),
                Set.of("org.example.A#gold(int)"),
                List.of());
    }
}
