package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every conversation of real texts, however it goes on. */
class CompactionPropertyTest {

    private static final List<String> FILES = Conversations.files();

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();

    /** A conversation that grows message by message through a store; each state it was in, and what was decided. */
    private static final class Session {
        private final List<List<ChatMessage>> states = new ArrayList<>();
        private final List<CompactionEvent> epochs = new ArrayList<>();
        private final List<Integer> epochStates = new ArrayList<>();

        static Session of(Headroom headroom, Compaction.Builder compaction, List<ChatMessage> messages) {
            Session session = new Session();
            Compaction settings = compaction
                    .listener(event -> {
                        if (!event.folded().isEmpty()) {
                            session.epochs.add(event);
                            session.epochStates.add(session.states.size());
                        }
                    })
                    .build();
            ChatMemoryStore store = CompressingChatMemoryStore.builder(headroom, new InMemoryChatMemoryStore())
                    .compaction(settings)
                    .build();
            for (ChatMessage message : messages) {
                List<ChatMessage> soFar = store.getMessages("id");
                soFar.add(message);
                store.updateMessages("id", soFar);
                session.states.add(store.getMessages("id"));
            }
            return session;
        }

        List<ChatMessage> last() {
            return states.get(states.size() - 1);
        }
    }

    private static List<ChatMessage> conversation(long seed, int turns) {
        Random random = new Random(seed);
        Conversations conversation = new Conversations();
        for (int turn = 0; turn < turns; turn++) {
            boolean passages = random.nextInt(4) == 0;
            conversation.asks("What about " + random.nextInt(9) + "?"
                    + (passages
                            ? "\n\nAnswer using the following information:\n" + Conversations.content(any(random))
                            : ""));
            for (int i = random.nextInt(4); i > 0; i--) {
                conversation.reads(any(random));
            }
            conversation.answers(random.nextInt(5) == 0 ? Conversations.content(any(random)) : "It is fine.");
        }
        return conversation.messages();
    }

    private static String any(Random random) {
        return FILES.get(random.nextInt(FILES.size()));
    }

    private static Compaction.Builder budget(int tokens) {
        return Compaction.builder(tokens);
    }

    @Property(tries = 10, seed = "7")
    void between_epochs_no_byte_changes_and_an_epoch_changes_none_before_its_first(
            @ForAll long seed, @ForAll @IntRange(min = 4_000, max = 30_000) int budget) {
        Session session = Session.of(headroom, budget(budget), conversation(seed, 20));

        for (int i = 1; i < session.states.size(); i++) {
            int epoch = session.epochStates.indexOf(i);
            List<ChatMessage> before = session.states.get(i - 1);
            int same = epoch < 0
                    ? before.size()
                    : Math.min(before.size(), session.epochs.get(epoch).firstChanged());
            assertThat(session.states.get(i).subList(0, same)).isEqualTo(before.subList(0, same));
        }
    }

    @Property(tries = 10, seed = "8")
    void messages_keep_number_order_and_all_that_is_not_text_and_everything_can_be_read_back(
            @ForAll long seed, @ForAll @IntRange(min = 2_000, max = 20_000) int budget) {
        List<ChatMessage> messages = conversation(seed, 15);

        List<ChatMessage> stored = Session.of(headroom, budget(budget).prices(CachePrices.uncached()), messages)
                .last();

        assertThat(stored).hasSameSizeAs(messages);
        IntStream.range(0, messages.size()).forEach(i -> keepsWhatItMust(messages.get(i), stored.get(i)));
    }

    private void keepsWhatItMust(ChatMessage raw, ChatMessage stored) {
        if (raw.equals(stored)) {
            return;
        }
        assertThat(raw).isNotInstanceOf(SystemMessage.class);
        if (raw instanceof ToolExecutionResultMessage result) {
            ToolExecutionResultMessage kept = (ToolExecutionResultMessage) stored;
            assertThat(kept.id()).isEqualTo(result.id());
            assertThat(kept.toolName()).isEqualTo(result.toolName());
            assertThat(kept.isError()).isEqualTo(result.isError());
            assertThat(step(kept)).isIn("REPACKED", "SELECTED", "UNCHANGED", "OUTLINED", "LEFT_OUT");
            readsBack(result.text(), kept.text(), step(kept));
        } else if (raw instanceof AiMessage ai) {
            assertThat(((AiMessage) stored).toolExecutionRequests()).isEqualTo(ai.toolExecutionRequests());
            readsBack(ai.text(), ((AiMessage) stored).text(), "OUTLINED");
        } else {
            String written = Passages.in((UserMessage) raw).orElseThrow().written();
            String kept = ((UserMessage) stored).singleText();
            assertThat(kept).startsWith(written);
            readsBack(((UserMessage) raw).singleText().substring(written.length()), kept, "OUTLINED");
        }
    }

    private static String step(ToolExecutionResultMessage message) {
        return String.valueOf(message.attributes().get(HeadroomAttributes.STEP));
    }

    /** Repacked text is not kept as it came: what can be read back then is its lossless form. */
    private void readsBack(String raw, String shown, String step) {
        if (step.equals("REPACKED") || step.equals("UNCHANGED")) {
            return;
        }
        String original = OriginalMarker.refAtEndOf(shown)
                .flatMap(ref -> headroom.originals().find("id", ref))
                .orElseThrow();
        if (!original.equals(raw)) {
            assertThat(original).doesNotContain("headroom_retrieve ref=");
            assertThat(headroom.counter().count(original))
                    .isLessThan(headroom.counter().count(raw));
        }
    }

    @Property(tries = 5, seed = "9")
    void the_same_messages_become_the_same_bytes_and_stay_so(@ForAll long seed) {
        List<ChatMessage> messages = conversation(seed, 12);
        Compaction settings = budget(9_000).build();

        List<ChatMessage> once = new Compactor(headroom, settings).compact(messages, "id");
        List<ChatMessage> elsewhere =
                new Compactor(Headroom.builder().withoutTimeout().build(), settings).compact(messages, "id");

        assertThat(elsewhere).isEqualTo(once);
        assertThat(new Compactor(headroom, settings).compact(once, "id")).isEqualTo(once);
    }

    /** Each frees a twentieth of the budget, so there cannot be more of them than what came in allows. */
    @Property(tries = 5, seed = "10")
    void epochs_free_what_they_say_and_never_less_than_a_twentieth_of_the_budget(@ForAll long seed) {
        List<ChatMessage> messages = conversation(seed, 40);
        int budget = 16_000;

        Session session = Session.of(headroom, budget(budget).prices(CachePrices.uncached()), messages);

        MessageTokens counter = new MessageTokens(headroom.counter());
        assertThat(session.epochs).isNotEmpty();
        for (int i = 0; i < session.epochs.size(); i++) {
            CompactionEvent epoch = session.epochs.get(i);
            List<ChatMessage> state = session.states.get(session.epochStates.get(i));
            assertThat(new History(state, counter).total()).isEqualTo(epoch.tokensAfter());
            assertThat(epoch.tokensBefore() - epoch.tokensAfter()).isGreaterThanOrEqualTo(budget / 20);
        }
    }
}
