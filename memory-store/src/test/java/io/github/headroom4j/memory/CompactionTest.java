package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.memory.CompactionEvent.Outcome;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one epoch folds, what it leaves alone, and when there is none. */
class CompactionTest {

    private static final String JAVA = "code/java/Shrinker.java";
    private static final String LOG = "build/javac.log";

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();
    private final List<CompactionEvent> events = new ArrayList<>();

    /** Folds as much as it can, whatever it costs. */
    private Compaction.Builder eager() {
        return Compaction.builder(1_000)
                .compactTo(0)
                .prices(CachePrices.uncached())
                .listener(events::add);
    }

    private List<ChatMessage> compacted(Compaction.Builder compaction, List<ChatMessage> messages) {
        return new Compactor(headroom, compaction.build()).compact(messages, "scope");
    }

    private static Conversations closed(Conversations conversation) {
        return conversation.answers("Done.").asks("And now?").answers("Now nothing.");
    }

    @Test
    void should_bring_a_history_down_to_its_share_of_the_budget_oldest_first() {
        List<ChatMessage> messages = Conversations.readingFiles(12);

        List<ChatMessage> compacted = compacted(
                Compaction.builder(40_000).prices(CachePrices.uncached()).listener(events::add), messages);

        CompactionEvent event = events.get(0);
        assertThat(event.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(event.tokensBefore()).isGreaterThan(28_000);
        assertThat(event.tokensAfter()).isBetween(12_000L, 16_000L);
        List<Integer> outlined = indices(compacted, HeadroomAttributes.OUTLINED);
        assertThat(event.folded()).containsExactly(Map.entry(FoldKind.RESULT, outlined.size()));
        List<Integer> results = IntStream.range(0, messages.size())
                .filter(i -> messages.get(i) instanceof ToolExecutionResultMessage)
                .boxed()
                .toList();
        assertThat(results).startsWith(outlined.toArray(Integer[]::new));
        assertThat(compacted).hasSameSizeAs(messages);
    }

    private static List<Integer> indices(List<ChatMessage> messages, String step) {
        return IntStream.range(0, messages.size())
                .filter(i -> messages.get(i) instanceof ToolExecutionResultMessage result
                        && step.equals(result.attributes().get(HeadroomAttributes.STEP)))
                .boxed()
                .toList();
    }

    @Test
    void should_point_from_a_read_that_was_repeated_to_the_later_one() {
        Conversations conversation = new Conversations()
                .asks("What does it do?")
                .calls("read_file", "{\"path\": \"A\", \"offset\": 20, \"limit\": 50}", Conversations.content(JAVA))
                .reads(LOG)
                .calls("read_file", "{\"path\": \"A\"}", Conversations.content(JAVA));

        List<ChatMessage> compacted = compacted(
                eager().compactTo(0.9).compactAt(1).outlineTokens(900),
                closed(conversation).messages());

        assertThat(text(compacted.get(3)))
                .matches("\\[left out: the same call was made again further down]\n"
                        + "\\[headroom_retrieve ref=[0-9a-f]{12} for all \\d+ lines]");
        assertThat(original(compacted.get(3))).isEqualTo(Conversations.content(JAVA));
        assertThat(events.get(0).folded()).containsEntry(FoldKind.SUPERSEDED, 1);
    }

    @Test
    void should_not_take_a_part_or_a_failed_call_for_a_repeated_read() {
        Conversations conversation = new Conversations()
                .asks("What does it do?")
                .calls("read_file", "{\"path\": \"A\"}", Conversations.content(JAVA))
                .calls("read_file", "{\"path\": \"A\", \"lines\": \"1-20\"}", "package a;")
                .calls("read_file", "{\"path\": \"B\"}", Conversations.content(LOG))
                .with(AiMessage.from(call("read_file", "{\"path\": \"B\"}")))
                .with(ToolExecutionResultMessage.builder()
                        .id("id")
                        .toolName("read_file")
                        .text("no such file")
                        .isError(true)
                        .build());

        compacted(eager(), closed(conversation).messages());

        assertThat(events.get(0).folded()).doesNotContainKey(FoldKind.SUPERSEDED);
    }

    private static ToolExecutionRequest call(String tool, String arguments) {
        return ToolExecutionRequest.builder()
                .id("id")
                .name(tool)
                .arguments(arguments)
                .build();
    }

    @Test
    void should_outline_passages_in_old_questions_and_leave_what_the_user_wrote() {
        String question = "Which delimiters can be used?";
        String passages = Conversations.content(largest("prose/"));
        Conversations conversation = new Conversations()
                .asks(question + "\n\nAnswer using the following information:\n" + passages)
                .answers("A comma.");

        ChatMessage folded = compacted(eager(), closed(conversation).messages()).get(1);

        assertThat(text(folded)).startsWith(question + "\n\nAnswer using the following information:\n");
        assertThat(original(folded)).isEqualTo(passages);
        assertThat(events.get(0).folded()).containsEntry(FoldKind.PASSAGES, 1);
    }

    private static String largest(String folder) {
        return Conversations.files().stream()
                .filter(file -> file.startsWith(folder))
                .max(Comparator.comparingInt(file -> Conversations.content(file).length()))
                .orElseThrow();
    }

    @Test
    void should_outline_long_answers_last_and_short_ones_never() {
        String report = Conversations.content(largest("markdown/"));
        Conversations conversation = new Conversations()
                .asks("Report.")
                .answers(report)
                .asks("Thanks.")
                .reads(JAVA);

        List<ChatMessage> compacted = compacted(eager(), closed(conversation).messages());

        assertThat(original(compacted.get(2))).isEqualTo(report);
        assertThat(text(compacted.get(6))).isEqualTo("Done.");
        assertThat(events.get(0).folded()).containsEntry(FoldKind.ANSWER, 1);
    }

    @Test
    void should_leave_nothing_but_a_marker_if_outlines_are_still_too_much() {
        List<ChatMessage> messages = Conversations.readingFiles(6);

        List<ChatMessage> compacted = compacted(eager(), messages);

        assertThat(indices(compacted, HeadroomAttributes.LEFT_OUT)).hasSizeGreaterThan(8);
        assertThat(text(compacted.get(3))).startsWith("[an old result, left out]\n[headroom_retrieve ref=");
    }

    @Test
    void should_never_touch_what_must_stay() {
        AiMessage thinking = AiMessage.builder()
                .text(Conversations.content(LOG))
                .thinking("hm")
                .build();
        AiMessage signed = AiMessage.builder()
                .text(Conversations.content(LOG))
                .attributes(Map.of("thinking_signature", "x"))
                .build();
        ToolExecutionResultMessage failed = ToolExecutionResultMessage.builder()
                .id("id")
                .toolName("run")
                .text(Conversations.content(LOG))
                .isError(true)
                .build();
        ToolExecutionResultMessage skill = ToolExecutionResultMessage.builder()
                .id("id")
                .toolName("learn")
                .text(Conversations.content(LOG))
                .attributes(Map.of("activated_skill", "x"))
                .build();
        Conversations conversation = new Conversations()
                .asks(Conversations.content(LOG))
                .with(thinking)
                .with(signed)
                .with(failed)
                .with(skill)
                .calls("activate_skill", "{}", Conversations.content(LOG))
                .reads(JAVA)
                .answers("Done.")
                .asks("Old\n\nAnswer using the following information:\n" + Conversations.content(LOG))
                .reads(LOG)
                .reads(LOG);
        List<ChatMessage> messages = conversation.messages();

        List<ChatMessage> compacted = compacted(eager(), messages);

        List<Integer> changed = IntStream.range(0, messages.size())
                .filter(i -> !messages.get(i).equals(compacted.get(i)))
                .boxed()
                .toList();
        // The file, nothing else: the newest question and the last two steps stay, too.
        assertThat(changed).containsExactly(9);
    }

    @Test
    void should_wait_until_it_pays_or_the_budget_is_exceeded() {
        List<ChatMessage> messages = Conversations.readingFiles(12);
        long tokens = new History(messages, new MessageTokens(headroom.counter())).total();

        List<ChatMessage> waiting = compacted(
                Compaction.builder((int) (tokens / 0.8)).expectedRequests(1).listener(events::add), messages);
        List<ChatMessage> forced = compacted(
                Compaction.builder((int) (tokens / 1.01)).expectedRequests(1).listener(events::add), messages);
        List<ChatMessage> paying = compacted(
                Compaction.builder((int) (tokens / 0.8)).expectedRequests(50).listener(events::add), messages);

        assertThat(events)
                .extracting(CompactionEvent::outcome)
                .containsExactly(Outcome.DOES_NOT_PAY, Outcome.COMPACTED_OVER_BUDGET, Outcome.COMPACTED);
        assertThat(waiting).isSameAs(messages);
        assertThat(forced).isNotEqualTo(messages);
        assertThat(paying).isNotEqualTo(messages);
        assertThat(events).extracting(event -> event.expectedSaving() > 0).containsExactly(false, false, true);
    }

    @Test
    void should_do_nothing_if_there_is_too_little_to_fold() {
        List<ChatMessage> messages = new Conversations()
                .asks(Conversations.content(LOG))
                .reads(JAVA)
                .answers("Done.")
                .messages();

        assertThat(compacted(eager(), messages)).isSameAs(messages);
        assertThat(events).extracting(CompactionEvent::outcome).containsOnly(Outcome.TOO_LITTLE_TO_FOLD);
    }

    @Test
    void should_respect_policies_of_its_own() {
        List<ChatMessage> messages = Conversations.readingFiles(6);

        List<ChatMessage> compacted = compacted(
                eager().policies(CompressionPolicies.standard().with("read_*", CompressionPolicy.verbatim())),
                messages);

        assertThat(compacted).isSameAs(messages);
    }

    @Test
    void should_leave_a_message_as_it_is_if_its_original_cannot_be_kept() {
        Headroom full = Headroom.builder()
                .originals(new InMemoryOriginalStore(1))
                .withoutTimeout()
                .build();
        List<ChatMessage> messages = Conversations.readingFiles(6);

        List<ChatMessage> compacted = new Compactor(full, eager().build()).compact(messages, "scope");

        assertThat(compacted).isEqualTo(messages);
    }

    @Test
    void should_fold_the_others_if_some_originals_are_no_longer_kept() {
        List<ChatMessage> messages = new ArrayList<>(Conversations.readingFiles(12));
        String marker = OriginalMarker.of("long gone").render();
        List<Integer> results = IntStream.range(0, 20)
                .filter(i -> messages.get(i) instanceof ToolExecutionResultMessage)
                .boxed()
                .toList();
        results.forEach(i -> messages.set(
                i,
                ((ToolExecutionResultMessage) messages.get(i))
                        .toBuilder()
                                .contents(List.of(TextContent.from(Conversations.content(LOG) + "\n" + marker)))
                                .attributes(Map.of(
                                        HeadroomAttributes.STEP,
                                        "SELECTED",
                                        HeadroomAttributes.ORIGINAL,
                                        OriginalId.of("long gone").sha256()))
                                .build()));

        List<ChatMessage> compacted = compacted(eager(), messages);

        results.forEach(i -> assertThat(compacted.get(i)).isEqualTo(messages.get(i)));
        assertThat(indices(compacted, HeadroomAttributes.LEFT_OUT)).hasSizeGreaterThan(8);
    }

    @Test
    void should_not_wait_for_a_store_that_is_down_once_for_each_message() {
        AtomicInteger calls = new AtomicInteger();
        OriginalStore down = new OriginalStore() {
            @Override
            public OriginalId put(String scope, String text) {
                calls.incrementAndGet();
                throw new OriginalStoreException("down");
            }

            @Override
            public Optional<String> find(String scope, String ref) {
                calls.incrementAndGet();
                throw new OriginalStoreException("down");
            }

            @Override
            public void clear(String scope) {}
        };
        Headroom headroom = Headroom.builder().originals(down).withoutTimeout().build();
        List<ChatMessage> messages = Conversations.readingFiles(12).stream()
                .map(message -> message instanceof ToolExecutionResultMessage result
                        ? result.toBuilder()
                                .attributes(Map.of(HeadroomAttributes.ORIGINAL, "0".repeat(64)))
                                .build()
                        : message)
                .toList();

        assertThat(new Compactor(headroom, eager().build()).compact(messages, "scope"))
                .isSameAs(messages);
        assertThat(calls).hasValueLessThan(5);
    }

    @Test
    void should_leave_a_history_as_it_is_if_so_little_could_be_folded_that_it_does_not_pay() {
        List<ChatMessage> messages = Conversations.readingFiles(12);
        long tokens = new History(messages, new MessageTokens(headroom.counter())).total();
        Set<String> kept = Set.of(text(messages.get(3)), text(messages.get(5)));
        InMemoryOriginalStore heap = new InMemoryOriginalStore();
        OriginalStore failing = new OriginalStore() {
            @Override
            public OriginalId put(String scope, String text) {
                if (!kept.contains(text)) {
                    throw new OriginalStoreException("full");
                }
                return heap.put(scope, text);
            }

            @Override
            public Optional<String> find(String scope, String ref) {
                return heap.find(scope, ref);
            }

            @Override
            public void clear(String scope) {}
        };
        Headroom full = Headroom.builder().originals(failing).withoutTimeout().build();
        Compaction settings = Compaction.builder((int) (tokens / 0.8))
                .expectedRequests(20)
                .listener(events::add)
                .build();

        assertThat(new Compactor(full, settings).compact(messages, "scope")).isSameAs(messages);
        assertThat(new Compactor(headroom, settings).compact(messages, "scope")).isNotEqualTo(messages);
        assertThat(events)
                .extracting(CompactionEvent::outcome)
                .containsExactly(Outcome.DOES_NOT_PAY, Outcome.COMPACTED);
    }

    @Test
    void should_ignore_a_listener_that_fails() {
        List<ChatMessage> messages = Conversations.readingFiles(6);

        List<ChatMessage> compacted = compacted(
                eager().listener(event -> {
                    throw new IllegalStateException("listener");
                }),
                messages);

        assertThat(compacted).isNotEqualTo(messages);
    }

    @Test
    void should_store_what_came_if_compaction_itself_fails() {
        Headroom broken = Headroom.builder()
                .tokenCounter(text -> {
                    throw new IllegalStateException("no tokens today");
                })
                .withoutTimeout()
                .build();
        InMemoryChatMemoryStore stored = new InMemoryChatMemoryStore();
        List<ChatMessage> messages = List.of(UserMessage.from("one"), AiMessage.from("two"));

        CompressingChatMemoryStore.builder(broken, stored)
                .compaction(Compaction.ofBudget(10))
                .build()
                .updateMessages("id", messages);

        assertThat(stored.getMessages("id")).isEqualTo(messages);
    }

    @Test
    void should_refuse_settings_that_make_no_sense() {
        assertThatThrownBy(() -> Compaction.ofBudget(0)).hasMessage("budgetTokens must be positive, but was 0");
        assertThatThrownBy(() -> eager().compactAt(1.1)).hasMessage("share must be in (0, 1], but was 1.1");
        assertThatThrownBy(() -> eager().compactTo(1)).hasMessage("share must be in [0, 1), but was 1.0");
        assertThatThrownBy(() -> eager().compactAt(0.3).compactTo(0.3).build())
                .hasMessage("compactTo must be below compactAt 0.3, but was 0.3");
        assertThatThrownBy(() -> eager().outlineTokens(10)).hasMessage("tokens must be at least 48, but was 10");
        assertThatThrownBy(() -> eager().expectedRequests(0)).hasMessage("requests must be positive, but was 0");
        assertThatThrownBy(() -> new CachePrices(-1, 1)).hasMessage("read must be in [0, 1], but was -1.0");
        assertThatThrownBy(() -> new CachePrices(0.5, 0.4))
                .hasMessage("write must be at least 0.5 and finite, but was 0.4");
    }

    private static String text(ChatMessage message) {
        return MessageTexts.of(message);
    }

    private String original(ChatMessage message) {
        String ref = OriginalMarker.refAtEndOf(text(message)).orElseThrow();
        return headroom.originals().find("scope", ref).orElseThrow();
    }
}
