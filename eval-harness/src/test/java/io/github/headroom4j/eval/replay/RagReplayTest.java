package io.github.headroom4j.eval.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.rag.content.ContentMetadata;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.arm.RagArm;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.reader.PassageReader;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RagReplayTest {

    private static final String HEADING = "\n\nAnswer using the following information:\n";

    private static final PassageReader SILENT = view -> AiMessage.from("");

    private final RagArms arms = new RagArms(TokenCounter.o200k(), RagFixture.embeddings());
    private final EvalCase pool = RagFixture.named("pool-size");
    private final String whole =
            pool.passages().stream().map(RetrievedPassage::text).collect(Collectors.joining("\n\n"));

    @Test
    void should_send_question_and_all_passages_when_nothing_is_pruned() {
        RagSession session = run(SILENT, "none");

        assertThat(session.session().requests()).hasSize(1);
        assertThat(session.injected()).isEqualTo(HEADING + whole);
        assertThat(session.seen().question()).isEqualTo(pool.question());
        assertThat(session.session().finalRequest().toolSpecifications()).isEmpty();
        assertThat(session.session().answer()).isEmpty();
    }

    @Test
    void should_keep_sources_whole_and_what_answers_visible_when_passages_are_pruned() {
        for (String arm : List.of("headroom", "headroom-lexical", "headroom-unretrieved")) {
            RagSession session = run(SILENT, arm);

            assertThat(session.injected())
                    .as(arm)
                    .contains("whose default is 40 connections.")
                    .hasSizeLessThan(whole.length() / 2);
            assertThat(session.sources()).as(arm).hasSameSizeAs(pool.passages());
            for (int i = 0; i < session.sources().size(); i++) {
                RetrievedPassage passage = pool.passages().get(i);
                assertThat(session.sources().get(i).textSegment().text()).isEqualTo(passage.text());
                assertThat(session.sources().get(i).textSegment().metadata().toMap())
                        .containsEntry("source", passage.source())
                        .containsEntry("title", passage.title());
                assertThat(session.sources().get(i).metadata()).containsEntry(ContentMetadata.SCORE, passage.score());
            }
        }
    }

    @Test
    void should_offer_the_retrieve_tool_only_where_an_arm_has_it() {
        assertThat(run(SILENT, "headroom").session().finalRequest().toolSpecifications())
                .extracting(tool -> tool.name())
                .containsExactly("headroom_retrieve");
        assertThat(run(SILENT, "headroom").seen().ref()).isPresent();
        assertThat(run(SILENT, "headroom-unretrieved").session().finalRequest().toolSpecifications())
                .isEmpty();
        assertThat(run(SILENT, "headroom-unretrieved").seen().ref()).isEmpty();
    }

    @Test
    void should_show_readers_no_notes() {
        RagSession session = run(SILENT, "headroom");
        assertThat(session.injected()).contains("[headroom_retrieve ref=", "passages (");
        assertThat(session.seen().text())
                .contains("whose default is 40 connections.")
                .doesNotContain("headroom_retrieve")
                .doesNotContain("…");
    }

    @Test
    void should_let_a_reader_search_what_is_left_out_and_charge_it() {
        PassageReader searching = view -> view.slices().isEmpty()
                ? view.search("terabyte")
                : AiMessage.from(view.slices().get(0));

        RagSession session = run(searching, "headroom");

        assertThat(session.session().requests()).hasSize(2);
        assertThat(Sight.results(session.session().finalRequest()))
                .extracting(ToolExecutionResultMessage::toolName)
                .containsExactly("headroom_retrieve");
        assertThat(session.session().answer().get(0)).contains("ninety minutes per terabyte.");
        SessionTokens tokens = new SessionTokens(TokenCounter.o200k());
        assertThat(tokens.of(session.session()).inputTokens())
                .isGreaterThan(2 * tokens.of(run(SILENT, "headroom").session()).inputTokens());
    }

    @Test
    void evidence_is_visible_recoverable_or_lost() {
        EvalCase other = new EvalCase(
                "other",
                "k",
                "dev",
                "single-hop",
                "Answer.",
                pool.question(),
                List.of(),
                pool.gold(),
                List.of(
                        pool.evidence().get(0),
                        new Evidence("x", 2, "Restoring a full backup takes about ninety minutes per terabyte.")),
                List.of(),
                pool.passages());

        assertThat(PassageEvidence.of(other, run(SILENT, "none", other))).isEqualTo(new EvidenceCount(2, 0, 0));
        assertThat(PassageEvidence.of(other, run(SILENT, "headroom", other))).isEqualTo(new EvidenceCount(1, 1, 0));
        assertThat(PassageEvidence.of(other, run(SILENT, "headroom-unretrieved", other)))
                .isEqualTo(new EvidenceCount(1, 0, 1));
        RagSession real = run(SILENT, "headroom", other);
        Session elsewhere = new Session(
                real.session().requests(),
                real.session().answer(),
                real.session().tools(),
                "somebody else");
        assertThat(PassageEvidence.of(other, new RagSession(elsewhere, real.seen(), real.injected(), real.sources())))
                .isEqualTo(new EvidenceCount(1, 0, 1));
    }

    @Test
    void evidence_that_was_read_back_is_visible() {
        EvalCase restore = RagFixture.named("backup-restore");
        EvalCase asked = new EvalCase(
                "asked",
                "k",
                "dev",
                "single-hop",
                "Answer.",
                pool.question(),
                List.of(),
                restore.gold(),
                restore.evidence(),
                List.of(),
                pool.passages());
        PassageReader searching =
                view -> view.slices().isEmpty() ? view.search("terabyte") : AiMessage.from("ninety minutes");
        assertThat(PassageEvidence.of(asked, run(searching, "headroom", asked))).isEqualTo(new EvidenceCount(1, 0, 0));
    }

    @Test
    void should_take_braces_in_questions_and_passages_for_text() {
        EvalCase braces = new EvalCase(
                "braces",
                "k",
                "dev",
                "single-hop",
                "Be {{brief}}.",
                "What does {{it}} mean?",
                List.of(),
                pool.gold(),
                List.of(),
                List.of(),
                List.of(new RetrievedPassage("a", "", "It means {{contents}}.", 1)));
        assertThat(run(SILENT, "none", braces).injected()).isEqualTo(HEADING + "It means {{contents}}.");
    }

    private RagSession run(PassageReader reader, String arm) {
        return run(reader, arm, pool);
    }

    private RagSession run(PassageReader reader, String arm, EvalCase evalCase) {
        return new RagReplay(reader).run(evalCase, arm(arm), () -> 100);
    }

    private RagArm arm(String name) {
        return arms.all().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
