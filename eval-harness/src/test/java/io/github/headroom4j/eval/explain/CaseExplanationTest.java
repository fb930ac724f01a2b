package io.github.headroom4j.eval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.extractive.ExtractiveReader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.RagRunner;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases with passages; those with tools are explained through the command line in {@code CommandsTest}. */
class CaseExplanationTest {

    private final TokenCounter counter = TokenCounter.o200k().cached(1 << 20);
    private final CaseRunner runner =
            new RagRunner("manual", new ExtractiveReader(), new RagArms(counter, RagFixture.embeddings()), counter);

    @Test
    void the_users_message_stands_side_by_side_with_its_pruned_form() {
        CaseExplanation explanation = explain("pool-size", "headroom");

        assertThat(explanation.parts()).isNotEmpty();
        Part message = explanation.parts().get(0);
        assertThat(message.label()).contains("user's message");
        assertThat(message.after().tokens()).isLessThan(message.before().tokens());
        assertThat(explanation.text(true))
                .contains("passage 1", "visible", "whose default is 40 connections", "F1")
                .contains("matched 40");
    }

    @Test
    void what_is_compared_with_itself_is_the_same() {
        CaseExplanation explanation = explain("designer-born", "none-again");
        assertThat(explanation.parts()).isEmpty();
        assertThat(explanation.saved()).isZero();
        assertThat(explanation.evidence())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.after()).isEqualTo(row.before()));
    }

    @Test
    void a_question_without_an_answer_says_so() {
        assertThat(explain("colour", "headroom").text(false)).contains("answered in none", "answered in headroom");
    }

    @Test
    void a_look_is_of_the_same_result_as_a_run() {
        for (EvalCase one : RagFixture.cases()) {
            for (String arm : List.of("none", "headroom", "fewer-passages")) {
                assertThat(runner.begin(one).look(arm).result())
                        .isEqualTo(runner.begin(one).in(arm));
            }
        }
    }

    @Test
    void long_texts_are_shortened_in_the_middle() {
        String text = "line\n".repeat(100) + "the end";
        assertThat(Shortened.of(text).text().lines())
                .hasSize(31)
                .contains("[… 71 lines; --full shows them]")
                .endsWith("the end");
        assertThat(Shortened.of("  x\n" + "y".repeat(1_000)).text())
                .startsWith("  x\nyyy")
                .endsWith("y…")
                .hasSize(4 + 240);
        assertThat(Shortened.of("").text()).isEmpty();
    }

    private CaseExplanation explain(String id, String arm) {
        EvalCase one = RagFixture.named(id);
        CaseRunner.CaseRun run = runner.begin(one);
        return new CaseExplanation(one, run.look("none"), run.look(arm), counter);
    }
}
