package io.github.headroom4j.eval.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.Arms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Usage;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Reader LAST_LINES = (question, seen) -> {
        List<String> items = new ArrayList<>(List.of(question));
        seen.forEach(one -> items.add(
                one.tool() + one.arguments() + "=" + one.text().lines().count()));
        return items;
    };

    private final Arms arms = Arms.of(TokenCounter.o200k());
    private final Replay replay = new Replay(LAST_LINES);

    @Test
    void should_send_the_recorded_session_when_nothing_is_compressed() {
        EvalCase evalCase =
                evalCase(new RecordedCall("find", "{\"n\":1}", "a\nb\n"), new RecordedCall("find", "{\"n\":2}", "c\n"));

        Session session = run(evalCase, "none");

        assertThat(session.requests()).hasSize(3);
        assertThat(session.answer()).containsExactly("Why {{this}}?", "find{\"n\":1}=2", "find{\"n\":2}=1");
        assertThat(session.finalRequest().messages().get(0)).isEqualTo(SystemMessage.from("Be {{brief}}."));
        assertThat(Sight.results(session.finalRequest()))
                .extracting(ToolExecutionResultMessage::id, ToolExecutionResultMessage::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("call_0", "a\nb\n"),
                        org.assertj.core.groups.Tuple.tuple("call_1", "c\n"));
        assertThat(session.finalRequest().toolSpecifications().get(0).toJson()).contains("\"integer\"");
    }

    @Test
    void a_reader_may_look_into_what_is_folded_and_that_is_charged() {
        EvalCase evalCase = evalCase(grepCall("alpha"));
        Replay looking = new Replay(new Reader() {
            @Override
            public List<Lookup> lookups(String question, List<Seen> seen) {
                String ref = OriginalMarker.refAtEndOf(seen.get(0).shown()).orElseThrow();
                return List.of(new Lookup(ref, "Service7\\.java"));
            }

            @Override
            public List<String> answer(String question, List<Seen> seen) {
                return seen.stream().map(Seen::tool).toList();
            }
        });

        Session plain = looking.run(evalCase, arm("none"), callId -> 0);
        Session folded = looking.run(evalCase, arm("headroom"), callId -> 0);

        assertThat(plain.requests()).hasSize(2);
        assertThat(plain.answer()).containsExactly("grep_code");
        assertThat(folded.requests()).hasSize(3);
        assertThat(folded.answer()).containsExactly("grep_code", OriginalMarker.RETRIEVE_TOOL);
        assertThat(Sight.results(folded.finalRequest()).get(1).text()).contains("20 of 600 lines match");
    }

    @Test
    void should_return_to_each_call_its_own_result_when_calls_are_equal() {
        RecordedCall first = new RecordedCall("poll", "{}", "not yet");
        RecordedCall second = new RecordedCall("poll", "{}", "done");
        Session session = run(evalCase(first, second), "none");
        assertThat(Sight.results(session.finalRequest()))
                .extracting(ToolExecutionResultMessage::text)
                .containsExactly("not yet", "done");
    }

    @Test
    void every_request_should_begin_with_the_one_before() {
        EvalCase evalCase = evalCase(grepCall("alpha"), grepCall("beta"), grepCall("gamma"));
        for (String arm : arms.names()) {
            List<ChatRequest> requests = run(evalCase, arm).requests();
            for (int i = 1; i < requests.size(); i++) {
                List<ChatMessage> before = requests.get(i - 1).messages();
                assertThat(requests.get(i).messages().subList(0, before.size()))
                        .as(arm)
                        .isEqualTo(before);
                assertThat(requests.get(i).toolSpecifications())
                        .as(arm)
                        .isEqualTo(requests.get(i - 1).toolSpecifications());
            }
        }
    }

    @Test
    void usage_counts_every_request_anew_and_finds_the_cached_prefix() {
        EvalCase evalCase = evalCase(new RecordedCall("find", "{}", "four"));
        Session session = run(evalCase, "none");
        // A token a character makes the sum visible.
        Usage usage = new SessionTokens(String::length).of(session);

        String tools = "[" + session.finalRequest().toolSpecifications().get(0).toJson() + "]";
        int first = ("tools" + tools + "system\n" + "Be {{brief}}." + "user\n" + "Why {{this}}?").length();
        int second = ("assistant\n" + "call_0 find {}" + "tool call_0\n" + "four").length();
        assertThat(usage).isEqualTo(new Usage(2, 2L * first + second, first, 4));
        assertThat(usage.pricedTokens()).isEqualTo(0.1 * first + 1.25 * (first + second));
    }

    @Test
    void running_none_twice_should_give_the_same() {
        EvalCase evalCase = evalCase(grepCall("alpha"));
        SessionTokens tokens = new SessionTokens(TokenCounter.o200k());
        assertThat(tokens.of(run(evalCase, "none-again"))).isEqualTo(tokens.of(run(evalCase, "none")));
        assertThat(run(evalCase, "none-again").answer())
                .isEqualTo(run(evalCase, "none").answer());
    }

    @Test
    void naive_arms_should_never_spend_more_on_results_than_headroom() {
        EvalCase evalCase = evalCase(grepCall("alpha"), grepCall("beta"));
        SessionTokens tokens = new SessionTokens(TokenCounter.o200k());
        Session headroom = run(evalCase, "headroom");
        long allowed = tokens.of(headroom).resultTokens();
        assertThat(allowed).isLessThan(tokens.of(run(evalCase, "none")).resultTokens());
        for (String arm : List.of("head", "tail", "random")) {
            Session naive = replay.run(evalCase, arm(arm), tokens.resultsOf(headroom));
            assertThat(tokens.of(naive).resultTokens()).as(arm).isBetween(1L, allowed);
            assertThat(Sight.results(naive.finalRequest()).get(0).text())
                    .as(arm)
                    .contains("[truncated]");
        }
    }

    @Test
    void evidence_is_visible_recoverable_or_lost() {
        EvalCase evalCase = withHiddenEvidence(grepCall("alpha"));

        assertThat(EvidenceCheck.of(evalCase, run(evalCase, "none"))).isEqualTo(new EvidenceCount(1, 0, 0));
        assertThat(EvidenceCheck.of(evalCase, run(evalCase, "headroom"))).isEqualTo(new EvidenceCount(0, 1, 0));
        Session truncated = replay.run(evalCase, arm("head"), id -> 60);
        assertThat(EvidenceCheck.of(evalCase, truncated)).isEqualTo(new EvidenceCount(0, 0, 1));
    }

    @Test
    void evidence_is_lost_when_the_marker_leads_nowhere() {
        EvalCase evalCase = withHiddenEvidence(grepCall("alpha"));
        Session real = run(evalCase, "headroom");
        Session otherScope = new Session(real.requests(), real.answer(), real.tools(), "somebody else");
        assertThat(EvidenceCheck.of(evalCase, otherScope)).isEqualTo(new EvidenceCount(0, 0, 1));
    }

    /** A line of the result that the headroom arm leaves out. */
    private String hiddenLine(RecordedCall call) {
        Session session = run(evalCase(call), "headroom");
        String shown = Sight.results(session.finalRequest()).get(0).text();
        assertThat(OriginalMarker.refAtEndOf(shown)).isPresent();
        String seen = Sight.seen(session.finalRequest()).get(0).text();
        return call.result()
                .lines()
                .filter(line -> !seen.contains(line))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Session run(EvalCase evalCase, String arm) {
        return replay.run(evalCase, arm(arm), id -> 200);
    }

    private Arm arm(String name) {
        return arms.select(List.of(name)).stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EvalCase evalCase(RecordedCall... calls) {
        return evalCase(List.of(calls), List.of());
    }

    /** A case whose evidence is a line of the call's result that the headroom arm leaves out. */
    private EvalCase withHiddenEvidence(RecordedCall call) {
        return evalCase(List.of(call), List.of(new Evidence("x", 0, hiddenLine(call))));
    }

    private static EvalCase evalCase(List<RecordedCall> calls, List<Evidence> evidence) {
        return new EvalCase("c", "k", "dev", "typical", "Be {{brief}}.", "Why {{this}}?", calls, Set.of("x"), evidence);
    }

    /** Large enough that search results are not only grouped but selected from. */
    private static RecordedCall grepCall(String word) {
        StringBuilder result = new StringBuilder();
        for (int file = 0; file < 30; file++) {
            for (int line = 1; line <= 20; line++) {
                result.append("src/main/java/org/example/shop/part")
                        .append(file)
                        .append("/Service")
                        .append(file)
                        .append(".java:")
                        .append(line * 7)
                        .append(":        ")
                        .append(word)
                        .append(".call")
                        .append(line * file)
                        .append("(context, request")
                        .append(line)
                        .append(");\n");
            }
        }
        return new RecordedCall("grep_code", "{\"pattern\":\"" + word + "\"}", result.toString());
    }
}
