package io.github.headroom4j.eval.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.github.headroom4j.eval.arm.Arm;
import io.github.headroom4j.eval.arm.SessionArms;
import io.github.headroom4j.eval.cache.AnthropicCache;
import io.github.headroom4j.eval.cache.OpenAiCache;
import io.github.headroom4j.eval.cache.Priced;
import io.github.headroom4j.eval.cache.Prompt;
import io.github.headroom4j.eval.cache.ProviderCache;
import io.github.headroom4j.eval.cache.ProviderCaches;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Reading;
import io.github.headroom4j.eval.reader.AnswerFormat;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Real agents with real memories; only the model is scripted. */
class LongReplayTest {

    /** The line of the first call that is asked for in the end, where no compressor keeps it. */
    private static final String FACT = "alpha.call153(context, request9);";

    private static final TokenCounter COUNTER = TokenCounter.o200k().cached(8 << 20);

    private final SessionArms arms = new SessionArms(COUNTER);

    /** Looks the fact up in every folded result, and answers with what it can read of it. */
    private static final SessionReader FACT_READER = new SessionReader() {
        @Override
        public List<Lookup> lookups(String question, List<InSight> sight) {
            return sight.stream()
                    .filter(one -> one.seen().arguments().contains("alpha"))
                    .flatMap(one -> OriginalMarker.refAtEndOf(one.seen().shown()).stream())
                    .map(ref -> new Lookup(ref, "call153"))
                    .toList();
        }

        @Override
        public List<String> answer(String question, View sight) {
            boolean inResult =
                    sight.results().stream().anyMatch(one -> one.text().contains(FACT));
            boolean inSlice = sight.slices().stream().anyMatch(one -> one.text().contains(FACT));
            return inResult ? List.of("result") : inSlice ? List.of("slice") : List.of();
        }
    };

    @Test
    void should_ask_everything_in_one_memory_when_nothing_is_done() {
        EvalCase session = session(3);
        LongSession replayed = replay(session, arms.baseline());

        // Per episode two calls and an answer, and one request for the question in the end.
        assertThat(replayed.session().requests()).hasSize(3 * 3 + 1);
        assertThat(replayed.session().answer()).containsExactly("0/result");
        assertThat(Sight.results(replayed.session().finalRequest())).hasSize(3 * 2);
        assertThat(EvidenceCheck.of(session, replayed)).isEqualTo(new EvidenceCount(1, 0, 0));
    }

    @Test
    void should_charge_and_read_what_the_agent_looks_up() {
        EvalCase session = session(3);
        LongSession replayed = replay(session, arms.plain("headroom"));

        assertThat(replayed.session().requests()).hasSizeGreaterThan(3 * 3 + 1);
        assertThat(replayed.session().answer()).containsExactly("0/slice");
        assertThat(Sight.results(replayed.session().finalRequest()))
                .extracting(ToolExecutionResultMessage::toolName)
                .contains(OriginalMarker.RETRIEVE_TOOL);
        assertThat(EvidenceCheck.of(session, replayed)).isEqualTo(new EvidenceCount(1, 0, 0));
    }

    @Test
    void a_language_model_should_look_up_and_answer_as_any_reader_does() {
        EvalCase session = session(3);
        ModelReader model = new ModelReader(
                LongReplayTest::lookUp, ChatRequestParameters.builder().build(), 1);
        LongSession replayed = new LongReplay(model, question -> AnswerFormat.items("Say slice."))
                .run(session, arms.plain("headroom"));

        assertThat(replayed.session().answer()).containsExactly("0/slice");
        assertThat(replayed.session().requests()).hasSize(3 * 3 + 2);
        assertThat(EvidenceCheck.of(session, replayed)).isEqualTo(new EvidenceCount(1, 0, 0));
        Reading reading = requireNonNull(replayed.session().reading());
        assertThat(reading.answers()).isEqualTo(1);
        assertThat(reading.lookups()).isEqualTo(1);
        assertThat(reading.failures()).isEmpty();
    }

    private static ModelAnswer lookUp(ModelCall call) {
        List<Seen> seen = Sight.seen(call.request());
        if (seen.stream().anyMatch(one -> one.tool().equals(OriginalMarker.RETRIEVE_TOOL))) {
            boolean found = seen.stream().anyMatch(one -> one.shown().contains(FACT));
            return new ModelAnswer(AiMessage.from("{\"items\":[\"" + (found ? "slice" : "?") + "\"]}"), 1, 1);
        }
        return new ModelAnswer(
                AiMessage.from(seen.stream()
                        .filter(one -> one.arguments().contains("alpha"))
                        .flatMap(one -> OriginalMarker.refAtEndOf(one.shown()).stream())
                        .limit(1)
                        .map(ref -> Retrieval.grep("x", ref, "call153"))
                        .toList()),
                1,
                1);
    }

    @Test
    void should_find_evidence_only_recoverable_when_nobody_looks_it_up() {
        EvalCase session = session(3);
        LongSession replayed = new LongReplay(new Silent()).run(session, arms.plain("headroom"));
        assertThat(EvidenceCheck.of(session, replayed)).isEqualTo(new EvidenceCount(0, 1, 0));
    }

    @Test
    void should_lose_old_facts_when_memory_slides() {
        EvalCase session = session(6);
        for (String arm : List.of("mask-5", "token-window")) {
            LongSession replayed = replay(session, arms.plain(arm));
            assertThat(replayed.session().answer()).as(arm).isEmpty();
            assertThat(EvidenceCheck.of(session, replayed)).as(arm).isEqualTo(new EvidenceCount(0, 0, 1));
        }
    }

    @Test
    void should_mask_all_but_the_last_results_when_asked() {
        ChatRequest last = replay(session(6), arms.plain("mask-5")).session().finalRequest();
        List<String> texts = Sight.results(last).stream()
                .map(ToolExecutionResultMessage::text)
                .toList();
        assertThat(texts).hasSize(12);
        assertThat(texts.subList(0, 7)).containsOnly("[an old result of grep_code was left out]");
        assertThat(texts.subList(7, 12)).allMatch(text -> text.length() > 1_000);
    }

    @Test
    void every_request_should_begin_with_the_one_before_when_results_are_compressed_at_birth() {
        for (Arm arm : List.of(arms.baseline(), arms.plain("headroom"))) {
            List<Prompt> prompts = prompts(replay(session(4), arm));
            for (int i = 1; i < prompts.size(); i++) {
                List<?> before = prompts.get(i - 1).blocks();
                assertThat(prompts.get(i).blocks().subList(0, before.size()))
                        .as(arm.name())
                        .isEqualTo(before);
            }
        }
    }

    @Test
    void a_sliding_rule_should_cost_more_than_doing_nothing_and_birth_less_than_any() {
        EvalCase session = session(12);
        List<ProviderCache> caches = new ArrayList<>(ProviderCaches.all());
        caches.add(new AnthropicCache("two break points", 1_024, AnthropicCache.LOOK_BACK_BLOCKS, false));
        caches.remove(new OpenAiCache("openai-0.5", 0.5));
        for (ProviderCache cache : caches) {
            double none = cost(cache, session, arms.baseline());
            double birth = cost(cache, session, arms.plain("headroom"));
            double sliding = cost(cache, session, arms.plain("mask-5"));
            double window = cost(cache, session, fitted("window-equal-cost", 24));
            assertThat(birth).as(cache.name()).isLessThan(none / 2);
            assertThat(sliding).as(cache.name()).isGreaterThan(none);
            assertThat(window).as(cache.name()).isGreaterThan(none);
        }
    }

    @Test
    void answers_should_leave_no_trace_in_what_a_session_costs() {
        EvalCase session = session(3);
        Arm none = arms.baseline();
        assertThat(prompts(replay(session, none))).isEqualTo(prompts(new LongReplay(new Silent()).run(session, none)));
    }

    private static final class Silent implements SessionReader {

        @Override
        public List<Lookup> lookups(String question, List<InSight> sight) {
            return List.of();
        }

        @Override
        public List<String> answer(String question, View sight) {
            return List.of();
        }
    }

    private Arm fitted(String name, int size) {
        return arms.fitted().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bySize()
                .apply(size);
    }

    private static double cost(ProviderCache cache, EvalCase session, Arm arm) {
        return Priced.of(cache, prompts(replay(session, arm))).cost();
    }

    private static List<Prompt> prompts(LongSession session) {
        return Prompt.session(session.session().requests(), COUNTER);
    }

    private static LongSession replay(EvalCase session, Arm arm) {
        return new LongReplay(FACT_READER).run(session, arm);
    }

    /** Episodes of two searches each; what the first one found is asked for at the end. */
    private static EvalCase session(int episodes) {
        List<RecordedCall> calls = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < episodes; i++) {
            calls.add(grepCall(i == 0 ? "alpha" : "word" + i));
            calls.add(grepCall("other" + i));
            turns.add(Turn.work("Look for part " + i, List.of(2 * i, 2 * i + 1), "Noted."));
        }
        List<Integer> all = IntStream.range(0, calls.size()).boxed().toList();
        turns.add(Turn.followUp("What was call153?", all));
        return new EvalCase(
                "s",
                "k",
                "dev",
                "mixed",
                "Be brief.",
                "",
                calls,
                Set.of("0/result"),
                List.of(new Evidence("0/result", 0, FACT)),
                turns);
    }

    private static RecordedCall grepCall(String word) {
        StringBuilder result = new StringBuilder();
        for (int file = 0; file < 20; file++) {
            for (int line = 1; line <= 10; line++) {
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
