package io.github.headroom4j.eval.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.arm.RagArm;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.RagOutcome;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.eval.reader.extractive.ExtractiveReader;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RagRunnerTest {

    private static final TokenCounter COUNTER = TokenCounter.o200k();

    /** Knows the answers, but gives one only if all of its evidence is in front of it. */
    private static final PassageReader HONEST = view -> RagFixture.cases().stream()
            .filter(one -> one.question().equals(view.question()))
            .filter(one ->
                    one.evidence().stream().allMatch(evidence -> view.text().contains(evidence.text())))
            .flatMap(one -> one.evidence().stream().limit(1))
            .map(evidence -> AiMessage.from(evidence.item()))
            .findFirst()
            .orElseGet(() -> AiMessage.from(""));

    private final RagArms arms = new RagArms(COUNTER, RagFixture.embeddings());
    private final RagRunner runner = new RagRunner("rag", HONEST, arms, COUNTER);

    @Test
    void should_name_its_arms_with_the_baseline_first() {
        assertThat(runner.arms())
                .extracting(CaseRunner.ArmInfo::name)
                .startsWith("none", "none-again")
                .contains("passage-heads", "fewer-passages", "re-ranked", "headroom-lexical", "headroom-unretrieved")
                .endsWith("headroom", "mutant");
    }

    @Test
    void should_score_answers_word_by_word_and_abstention_as_right_where_there_is_no_answer() {
        CaseResult pool = run("pool-size", "none");
        assertThat(pool.score()).isEqualTo(new Score(1, 1, 1));
        assertThat(pool.evidence()).isEqualTo(new EvidenceCount(1, 0, 0));
        RagOutcome outcome = outcome(pool);
        assertThat(outcome.passages()).isEqualTo(6);
        assertThat(outcome.exact()).isTrue();
        assertThat(outcome.answerable()).isTrue();
        assertThat(outcome.hasAnswer()).isTrue();
        assertThat(outcome.lookups()).isZero();

        CaseResult colour = run("colour", "none");
        assertThat(colour.score().f1()).isEqualTo(1);
        assertThat(outcome(colour).answerable()).isFalse();
        assertThat(outcome(colour).answered()).isFalse();
        assertThat(outcome(colour).exact()).isTrue();
        assertThat(outcome(colour).hasAnswer()).isFalse();
    }

    @Test
    void should_be_the_same_once_more_when_nothing_is_done() {
        for (EvalCase one : RagFixture.cases()) {
            CaseResult none = run(one.id(), "none");
            CaseResult again = run(one.id(), "none-again");
            assertThat(again.usage()).isEqualTo(none.usage());
            assertThat(again.score()).isEqualTo(none.score());
            assertThat(again.rag()).isEqualTo(none.rag());
            assertThat(again.evidence()).isEqualTo(none.evidence());
        }
    }

    @Test
    void should_save_tokens_and_keep_what_both_hops_need() {
        for (String id : List.of("pool-size", "backup-restore", "designer-born")) {
            CaseResult pruned = run(id, "headroom");
            assertThat(pruned.score().f1()).as(id).isEqualTo(1);
            assertThat(pruned.usage().inputTokens())
                    .as(id)
                    .isLessThan(run(id, "none").usage().inputTokens());
        }
    }

    @Test
    void naive_arms_should_spend_as_many_tokens_as_headroom_and_no_more() {
        for (EvalCase one : RagFixture.cases()) {
            CaseRunner.CaseRun run = runner.begin(one);
            long headroom = run.in("headroom").usage().inputTokens();
            for (String arm : List.of("passage-heads", "fewer-passages", "re-ranked", "random-sentences")) {
                // A cut falls between words, so a few tokens may be left; counted in parts, two more may be needed.
                assertThat(run.in(arm).usage().inputTokens())
                        .as(one.id() + " " + arm)
                        .isBetween(headroom - 45, headroom + 2);
            }
        }
    }

    @Test
    void naive_arms_should_lose_what_headroom_keeps() {
        CaseResult heads = run("pool-size", "passage-heads");
        assertThat(heads.evidence()).isEqualTo(new EvidenceCount(0, 0, 1));
        assertThat(heads.score().f1()).isZero();
        assertThat(outcome(run("backup-restore", "fewer-passages")).hasAnswer()).isFalse();
        // The page about pools shares the question's words, so a re-ranker passes it on.
        assertThat(outcome(run("pool-size", "re-ranked")).hasAnswer()).isTrue();
    }

    @Test
    void should_notice_when_the_passage_that_answers_is_hidden() {
        EvalCase whole = RagFixture.named("pool-size");
        List<RetrievedPassage> passages = new ArrayList<>(whole.passages());
        passages.set(0, new RetrievedPassage("pool", "Connection pool", "This page was removed.", 1));

        CaseResult hidden = runner.begin(whole.withPassages(passages)).in("headroom");

        assertThat(hidden.score().f1()).isZero();
        assertThat(hidden.evidence()).isEqualTo(new EvidenceCount(0, 0, 1));
        assertThat(outcome(hidden).hasAnswer()).isFalse();
    }

    @Test
    void sentences_drawn_at_random_should_do_worse_than_what_headroom_shows() {
        // So few pages are not much more than the retrieve tool's specification, so it is left out of the allowance.
        RagArm bounding = arms.all().stream()
                .filter(arm -> arm.name().equals("headroom-unretrieved"))
                .findFirst()
                .orElseThrow();
        RagRunner reading = new RagRunner("rag", new ExtractiveReader(), arms.all(), bounding, COUNTER);
        double headroom = 0;
        double random = 0;
        for (String id : List.of("pool-size", "backup-restore")) {
            CaseRunner.CaseRun run = reading.begin(RagFixture.named(id));
            assertThat(run.in("none").score().f1()).as(id).isGreaterThan(0.5);
            headroom += run.in(bounding.name()).score().f1();
            random += run.in("random-sentences").score().f1();
        }
        assertThat(random).isLessThan(headroom);
    }

    @Test
    void should_charge_what_is_read_back() {
        PassageReader searching =
                view -> view.ref().isPresent() && view.slices().isEmpty() ? view.search("pool") : AiMessage.from("40");
        RagRunner looking = new RagRunner("rag", searching, arms, COUNTER);
        CaseRunner.CaseRun run = looking.begin(RagFixture.named("pool-size"));

        CaseResult searched = run.in("headroom");

        assertThat(outcome(searched).lookups()).isEqualTo(1);
        assertThat(searched.usage().requests()).isEqualTo(2);
        assertThat(searched.usage().inputTokens())
                .isGreaterThan(2 * run("pool-size", "headroom").usage().inputTokens());
        // What it cost altogether, naive arms may spend at once.
        assertThat(run.in("fewer-passages").usage().inputTokens())
                .isGreaterThan(run.in("headroom-unretrieved").usage().inputTokens());
    }

    private CaseResult run(String id, String arm) {
        return runner.begin(RagFixture.named(id)).in(arm);
    }

    private static RagOutcome outcome(CaseResult result) {
        return requireNonNull(result.rag());
    }
}
