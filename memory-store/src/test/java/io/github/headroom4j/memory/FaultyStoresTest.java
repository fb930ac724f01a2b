package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import io.github.headroom4j.CompressionListener;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.memory.FaultyOriginals.Fault;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.tool.HeadroomAttributes;
import io.github.headroom4j.tool.HeadroomTools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stores that are down, slow, lying or failing half-way, under real agents: the answer comes, the message is stored as it
 * came, an event says why, and nothing that was shown once changes when the store is well again.
 */
class FaultyStoresTest {

    interface Agent {
        String chat(String question);
    }

    /** What LangChain4j takes for the id of a service's only memory, whatever id the memory itself has. */
    private static final String ID = CompressionRequest.DEFAULT_SCOPE;

    /** Texts that cannot be re-encoded without loss, so that what is not kept stays as it came. */
    static final class Blobs {

        @Tool("Reads a blob")
        String readBlob(int number) {
            return blob(number);
        }
    }

    private final FaultyOriginals originals = new FaultyOriginals(new InMemoryOriginalStore());
    private final List<CompressionListener.Event> events = new CopyOnWriteArrayList<>();
    private final JsonChatMemoryStore stored = new JsonChatMemoryStore();

    @AfterEach
    void release() {
        originals.release();
    }

    private static String blob(int seed) {
        byte[] bytes = new byte[20_000];
        new Random(seed).nextBytes(bytes);
        return "blob " + seed + "\n" + Base64.getMimeEncoder().encodeToString(bytes);
    }

    private Headroom headroom(OriginalStore store) {
        return Headroom.builder()
                .originals(store)
                .listener(events::add)
                .withoutTimeout()
                .build();
    }

    private static ChatMemory memory(ChatMemoryStore store) {
        return MessageWindowChatMemory.builder()
                .id(ID)
                .maxMessages(100)
                .chatMemoryStore(store)
                .build();
    }

    private static ScriptedModel twoTurns() {
        return new ScriptedModel()
                .calls("readBlob", "{\"number\":1}")
                .answers("first")
                .calls("readBlob", "{\"number\":2}")
                .answers("second");
    }

    /** An agent whose results are compressed when they are stored. */
    private Agent byMemory(ScriptedModel model, OriginalStore store) {
        return AiServices.builder(Agent.class)
                .chatModel(model)
                .chatMemory(memory(new CompressingChatMemoryStore(headroom(store), stored)))
                .tools(new Blobs())
                .build();
    }

    /** An agent whose results are compressed when they are born. */
    private Agent byTools(ScriptedModel model, OriginalStore store) {
        List<AiServiceTool> tools = HeadroomTools.wrap(headroom(store), new Blobs());
        return AiServices.builder(Agent.class)
                .chatModel(model)
                .chatMemory(memory(stored))
                .tools(tools)
                .build();
    }

    private List<ToolExecutionResultMessage> results() {
        return stored.getMessages(ID).stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast)
                .toList();
    }

    private List<Throwable> failures() {
        List<Throwable> failures = new ArrayList<>();
        for (CompressionListener.Event event : events) {
            if (event.failureOrNull() != null) {
                assertThat(event.result()).isInstanceOf(Unchanged.class);
                assertThat(((Unchanged) event.result()).reason()).isEqualTo(Reason.NOT_KEPT);
                failures.add(event.failureOrNull());
            }
        }
        return failures;
    }

    private void assertSecondResultIsCompressed() {
        String shown = results().get(1).text();
        assertThat(shown).hasSizeLessThan(2_000);
        assertThat(originals.find(ID, OriginalMarker.refAtEndOf(shown).orElseThrow()))
                .contains(blob(2));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PUT_THROWS", "PUT_THROWS_AFTER_WRITING", "FIND_THROWS", "FIND_IS_EMPTY", "FIND_RETURNS_OTHER"})
    void should_store_a_message_as_it_came_and_never_change_it_when_its_original_is_not_kept(Fault fault) {
        ScriptedModel model = twoTurns();
        Agent agent = byMemory(model, originals);

        originals.next(fault);
        assertThat(agent.chat("Read the first.")).isEqualTo("first");
        ToolExecutionResultMessage first = results().get(0);
        originals.next(Fault.NONE);
        assertThat(agent.chat("Read the second.")).isEqualTo("second");

        assertThat(first.text()).isEqualTo(blob(1));
        assertThat(first.attributes()).containsEntry(HeadroomAttributes.STEP, HeadroomAttributes.UNCHANGED);
        assertThat(results().get(0)).isEqualTo(first);
        assertThat(model.results().get(0).text()).isEqualTo(blob(1));
        assertThat(failures()).hasSize(1);
        assertSecondResultIsCompressed();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PUT_THROWS", "PUT_THROWS_AFTER_WRITING", "FIND_THROWS", "FIND_IS_EMPTY", "FIND_RETURNS_OTHER"})
    void should_return_a_result_as_it_came_when_its_original_is_not_kept(Fault fault) {
        ScriptedModel model = twoTurns();
        Agent agent = byTools(model, originals);

        originals.next(fault);
        assertThat(agent.chat("Read the first.")).isEqualTo("first");
        originals.next(Fault.NONE);
        assertThat(agent.chat("Read the second.")).isEqualTo("second");

        assertThat(results().get(0).text()).isEqualTo(blob(1));
        assertThat(failures()).hasSize(1);
        assertSecondResultIsCompressed();
    }

    @ParameterizedTest
    @EnumSource(names = {"PUT_HANGS", "FIND_HANGS"})
    void should_go_on_when_a_store_does_not_answer(Fault fault) {
        ScriptedModel model = twoTurns();
        Agent agent = byMemory(model, new TimeLimitedOriginalStore(originals, Duration.ofMillis(1)));

        originals.next(fault);
        assertThat(agent.chat("Read the first.")).isEqualTo("first");

        assertThat(results().get(0).text()).isEqualTo(blob(1));
        assertThat(failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("the store did not answer within PT0.001S"));
    }

    @Test
    void should_tell_the_model_when_a_store_does_not_answer_its_question() {
        ScriptedModel model = new ScriptedModel()
                .calls("headroom_retrieve", "{\"ref\":\"0123456789ab\"}")
                .answers("I cannot read it.");
        originals.next(Fault.FIND_HANGS);

        assertThat(byTools(model, new TimeLimitedOriginalStore(originals, Duration.ofMillis(1)))
                        .chat("Read it again."))
                .isEqualTo("I cannot read it.");
        assertThat(results().get(0).text()).contains("could not be read: the store did not answer within PT0.001S");
    }

    @Test
    void should_re_encode_without_a_marker_what_can_be_without_loss_when_a_store_is_down() {
        originals.next(Fault.PUT_THROWS);
        String log = ChatMemoryStoreContract.log("pay");

        new CompressingChatMemoryStore(headroom(originals), stored)
                .updateMessages(ID, List.of(ToolExecutionResultMessage.from("1", "readLog", log)));

        assertThat(results().get(0).text()).hasSizeLessThan(log.length());
        assertThat(OriginalMarker.refAtEndOf(results().get(0).text())).isEmpty();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.failureOrNull()).hasMessage("the store is down");
            assertThat(((Compressed) event.result()).step()).isEqualTo(Step.REPACKED);
        });
    }

    @Test
    void should_compress_all_others_when_a_store_fails_in_the_middle_of_a_list() {
        originals.next(Fault.EVERY_THIRD_PUT_THROWS);
        List<ChatMessage> history = new ArrayList<>();
        IntStream.rangeClosed(1, 9)
                .forEach(i -> history.add(ToolExecutionResultMessage.from("call-" + i, "readBlob", blob(i))));
        ChatMemoryStore store = new CompressingChatMemoryStore(headroom(originals), stored);

        store.updateMessages(ID, history);
        String once = stored.json(ID);
        originals.next(Fault.NONE);
        store.updateMessages(ID, store.getMessages(ID));

        assertThat(stored.json(ID)).isEqualTo(once);
        assertThat(failures()).hasSize(3);
        for (int i = 1; i <= 9; i++) {
            String text = results().get(i - 1).text();
            if (i % 3 == 0) {
                assertThat(text).isEqualTo(blob(i));
            } else {
                assertThat(originals.find(ID, OriginalMarker.refAtEndOf(text).orElseThrow()))
                        .contains(blob(i));
            }
        }
    }

    /** What is no exception, such as a lack of memory or of a driver's class, is nothing to go on after. */
    @Test
    void should_pass_on_an_error_and_leave_what_is_stored_as_it_was() {
        Agent agent = byMemory(twoTurns(), originals);
        originals.next(Fault.PUT_THROWS_ERROR);

        assertThatThrownBy(() -> agent.chat("Read the first.")).isInstanceOf(NoClassDefFoundError.class);

        assertThat(stored.getMessages(ID))
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("UserMessage", "AiMessage");
    }

    /** Fails on the updates that it is told to fail on. */
    private final class FailingMessages implements ChatMemoryStore {

        private boolean down;

        @Override
        public List<ChatMessage> getMessages(Object memoryId) {
            return stored.getMessages(memoryId);
        }

        @Override
        public void updateMessages(Object memoryId, List<ChatMessage> messages) {
            if (down) {
                throw new IllegalStateException("the store of messages is down");
            }
            stored.updateMessages(memoryId, messages);
        }

        @Override
        public void deleteMessages(Object memoryId) {
            stored.deleteMessages(memoryId);
        }
    }

    @Test
    void should_pass_on_what_the_store_of_messages_throws_and_go_on_when_it_is_well_again() {
        FailingMessages messages = new FailingMessages();
        ScriptedModel model = new ScriptedModel()
                .calls("readBlob", "{\"number\":1}")
                .answers("first")
                .answers("second");
        ChatMemory memory = memory(new CompressingChatMemoryStore(headroom(originals), messages));
        Agent agent = AiServices.builder(Agent.class)
                .chatModel(model)
                .chatMemory(memory)
                .tools(new Blobs())
                .build();
        agent.chat("Read the first.");
        String before = stored.json(ID);

        messages.down = true;
        assertThatThrownBy(() -> agent.chat("And now?")).hasMessage("the store of messages is down");
        assertThat(stored.json(ID)).isEqualTo(before);
        messages.down = false;

        assertThat(agent.chat("And now?")).isEqualTo("second");
        assertThat(stored.getMessages(ID)).hasSize(6).endsWith(UserMessage.from("And now?"), AiMessage.from("second"));
        assertThat(stored.json(ID)).startsWith(before.substring(0, before.length() - 1));
    }

    @Test
    void should_store_the_same_bytes_when_an_update_that_failed_is_tried_again() {
        FailingMessages messages = new FailingMessages();
        ChatMemoryStore store = new CompressingChatMemoryStore(headroom(originals), messages);
        List<ChatMessage> history =
                List.of(UserMessage.from("Read it."), ToolExecutionResultMessage.from("call-1", "readBlob", blob(1)));

        messages.down = true;
        assertThatThrownBy(() -> store.updateMessages(ID, history)).isInstanceOf(IllegalStateException.class);
        assertThat(stored.json(ID)).isEmpty();
        messages.down = false;
        store.updateMessages(ID, history);

        String shown = results().get(0).text();
        assertThat(originals.find(ID, OriginalMarker.refAtEndOf(shown).orElseThrow()))
                .contains(blob(1));
        assertThat(events.get(0).result().text()).isEqualTo(shown);
    }
}
