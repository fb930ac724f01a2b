package io.github.headroom4j.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HiddenGoldTest {

    private static final EvalCase CASE = new EvalCase(
            "one",
            "cluster",
            "dev",
            "typical",
            "You read logs.",
            "Which lines tell?",
            List.of(
                    new RecordedCall("tail", "{}", "starts\nERROR disk full\nERROR disk full at 9\nends\n"),
                    new RecordedCall("grep", "{\"for\": \"ERROR\"}", "2:ERROR disk full\n3:ERROR disk full at 9\n")),
            Set.of("line:b", "line:a"),
            List.of(
                    new Evidence("line:b", 0, "ends"),
                    new Evidence("line:a", 0, "ERROR disk full"),
                    new Evidence("line:a", 0, "ERROR disk full at 9")));

    @Test
    void should_hide_all_evidence_of_the_first_item_wherever_it_stands() {
        EvalCase hidden = HiddenGold.in(CASE);

        assertThat(hidden.calls())
                .extracting(RecordedCall::result)
                .containsExactly("starts\n…\n…\nends\n", "2:…\n3:…\n");
        assertThat(hidden.gold()).isEqualTo(CASE.gold());
    }

    @Test
    void should_hide_every_answer_in_passages() {
        EvalCase asked = new EvalCase(
                        "two",
                        "cluster",
                        "dev",
                        "typical",
                        "",
                        "How many?",
                        List.of(),
                        Set.of("ten", "10"),
                        List.of(new Evidence("ten", 0, "There are ten."), new Evidence("10", 1, "It holds 10.")))
                .withPassages(List.of(
                        new RetrievedPassage("a", "", "There are ten. Not more.", 1),
                        new RetrievedPassage("b", "", "It holds 10.", 0.5)));

        assertThat(HiddenGold.in(asked).passages())
                .extracting(RetrievedPassage::text)
                .containsExactly("… Not more.", "…");
    }

    @Test
    void should_leave_a_case_alone_that_has_nothing_to_hide() {
        EvalCase clean =
                new EvalCase("three", "c", "dev", "typical", "", "Anything?", CASE.calls(), Set.of(), List.of());

        assertThat(HiddenGold.in(clean)).isSameAs(clean);
    }

    @Test
    void should_cost_a_reader_the_item_that_is_hidden() {
        Reader reader = (question, seen) ->
                seen.get(0).text().contains("disk full") ? List.of("line:a", "line:b") : List.of("line:b");
        CaseRunner runner = new ToolRunner("logs", reader, String::equals, TokenCounter.o200k());

        CaseRunner.CaseRun run = runner.begin(CASE);

        assertThat(run.in("none").score().f1()).isEqualTo(1);
        assertThat(run.in("mutant").score().matched()).isEqualTo(1);
        assertThat(run.in("mutant").evidence().lost()).isEqualTo(2);
        assertThat(runner.arms())
                .filteredOn(arm -> !arm.onlyWhenAsked())
                .extracting(CaseRunner.ArmInfo::name)
                .endsWith("mutant");
    }
}
