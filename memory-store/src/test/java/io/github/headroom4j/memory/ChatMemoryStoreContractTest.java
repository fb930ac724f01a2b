package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices what decorators of stores were seen to break. */
class ChatMemoryStoreContractTest {

    /** A decorator that breaks nothing; subclasses do. */
    private static class Decorator implements ChatMemoryStore {

        final Map<Object, List<ChatMessage>> delegate = new HashMap<>();

        @Override
        public List<ChatMessage> getMessages(Object memoryId) {
            return new ArrayList<>(delegate.getOrDefault(memoryId, List.of()));
        }

        @Override
        public void updateMessages(Object memoryId, List<ChatMessage> messages) {
            delegate.put(memoryId, new ArrayList<>(messages));
        }

        @Override
        public void deleteMessages(Object memoryId) {
            delegate.remove(memoryId);
        }
    }

    /** The names of the tests that a decorator fails. */
    private static Set<String> failures(Supplier<ChatMemoryStore> decorated) throws ReflectiveOperationException {
        ChatMemoryStoreContract contract = new ChatMemoryStoreContract() {
            @Override
            protected ChatMemoryStore decorated() {
                return decorated.get();
            }
        };
        Set<String> failures = new TreeSet<>();
        for (Method test : ChatMemoryStoreContract.class.getDeclaredMethods()) {
            if (test.isAnnotationPresent(Test.class)) {
                try {
                    test.invoke(contract);
                } catch (InvocationTargetException e) {
                    failures.add(test.getName());
                }
            }
        }
        return failures;
    }

    /** The failures of a decorator that stores another list than it is given. */
    private static Set<String> storing(UnaryOperator<List<ChatMessage>> change) throws ReflectiveOperationException {
        return failures(() -> new Decorator() {
            @Override
            public void updateMessages(Object memoryId, List<ChatMessage> messages) {
                super.updateMessages(memoryId, change.apply(new ArrayList<>(messages)));
            }
        });
    }

    /** The failures of a decorator that stores other results than it is given. */
    private static Set<String> storingResults(UnaryOperator<ToolExecutionResultMessage> change)
            throws ReflectiveOperationException {
        return storing(messages -> {
            messages.replaceAll(
                    message -> message instanceof ToolExecutionResultMessage result ? change.apply(result) : message);
            return messages;
        });
    }

    private static ToolExecutionResultMessage shortened(ToolExecutionResultMessage result) {
        return !result.hasSingleText() || result.text().length() < 1_000
                ? result
                : result.toBuilder()
                        .contents(List.of(TextContent.from(result.text().substring(0, 500))))
                        .build();
    }

    @Test
    void should_accept_a_decorator_that_changes_nothing_or_shortens_results_once() throws Exception {
        assertThat(failures(Decorator::new)).isEmpty();
        assertThat(storingResults(ChatMemoryStoreContractTest::shortened)).isEmpty();
    }

    @Test
    void should_notice_a_system_message_that_is_rewritten() throws Exception {
        assertThat(storing(messages -> {
                    messages.replaceAll(message -> message instanceof SystemMessage system
                            ? SystemMessage.from(system.text().replace(" So far: …", "") + " So far: …")
                            : message);
                    return messages;
                }))
                .contains("should_keep_the_system_message_first_when_it_is_added_again");
    }

    @Test
    void should_notice_a_result_that_is_compressed_again_each_time() throws Exception {
        assertThat(storingResults(result -> result.hasSingleText()
                        ? result.toBuilder()
                                .contents(List.of(TextContent.from("shorter: " + result.text())))
                                .build()
                        : result))
                .contains("should_store_the_same_when_what_was_read_is_stored_again");
    }

    @Test
    void should_notice_a_rule_of_the_last_results() throws Exception {
        assertThat(storing(messages -> {
                    int newest = messages.size() - 1;
                    for (int i = 0; i < newest; i++) {
                        if (messages.get(i) instanceof ToolExecutionResultMessage result) {
                            messages.set(i, shortened(result));
                        }
                    }
                    return messages;
                }))
                .contains("should_not_change_a_message_once_it_was_read");
    }

    @Test
    void should_notice_a_message_that_is_added_or_dropped() throws Exception {
        assertThat(storing(messages -> {
                    messages.add(UserMessage.from("Summary"));
                    return messages;
                }))
                .contains("should_keep_number_order_ids_and_everything_but_texts_of_results");
        assertThat(storing(messages -> messages.size() < 2 ? messages : messages.subList(1, messages.size())))
                .contains("should_keep_number_order_ids_and_everything_but_texts_of_results");
    }

    @Test
    void should_notice_what_is_lost_of_a_result() throws Exception {
        assertThat(storingResults(
                        result -> result.toBuilder().attributes(Map.of()).build()))
                .containsExactly("should_keep_attributes_of_others");
        assertThat(storingResults(result -> result.toBuilder().isError(null).build()))
                .contains("should_keep_number_order_ids_and_everything_but_texts_of_results");
        assertThat(storingResults(result -> result.toBuilder()
                        .contents(List.of(result.contents().get(0)))
                        .build()))
                .contains("should_keep_number_order_ids_and_everything_but_texts_of_results");
    }

    @Test
    void should_notice_an_ai_message_without_its_signature() throws Exception {
        assertThat(storing(messages -> {
                    messages.replaceAll(message -> message instanceof AiMessage ai
                            ? ai.toBuilder().thinking(null).attributes(Map.of()).build()
                            : message);
                    return messages;
                }))
                .contains("should_keep_number_order_ids_and_everything_but_texts_of_results");
    }

    @Test
    void should_notice_lists_that_are_shared() throws Exception {
        assertThat(failures(() -> new Decorator() {
                    @Override
                    public List<ChatMessage> getMessages(Object memoryId) {
                        return delegate.computeIfAbsent(memoryId, id -> new ArrayList<>());
                    }
                }))
                .contains("should_not_store_what_is_added_to_a_list_that_it_returned");
        assertThat(failures(() -> new Decorator() {
                    @Override
                    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
                        messages.replaceAll(message -> message);
                        super.updateMessages(memoryId, messages);
                    }
                }))
                .contains("should_not_change_the_list_that_it_is_given");
        assertThat(failures(() -> new Decorator() {
                    @Override
                    public List<ChatMessage> getMessages(Object memoryId) {
                        return List.copyOf(super.getMessages(memoryId));
                    }
                }))
                .contains("should_return_an_empty_list_that_may_be_changed_when_nothing_is_stored");
    }

    @Test
    void should_notice_a_store_that_forgets_too_much_or_too_little() throws Exception {
        assertThat(failures(() -> new Decorator() {
                    @Override
                    public void deleteMessages(Object memoryId) {
                        delegate.clear();
                    }
                }))
                .containsExactly("should_forget_what_is_deleted_and_nothing_else");
        assertThat(failures(() -> new Decorator() {
                    @Override
                    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
                        if (messages.size() >= getMessages(memoryId).size()) {
                            super.updateMessages(memoryId, messages);
                        }
                    }
                }))
                .containsExactly("should_store_a_list_that_became_shorter");
    }

    @Test
    void should_notice_ids_that_are_mixed() throws Exception {
        assertThat(failures(() -> new Decorator() {
                    @Override
                    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
                        super.updateMessages(memoryId.getClass(), messages);
                    }

                    @Override
                    public List<ChatMessage> getMessages(Object memoryId) {
                        return super.getMessages(memoryId.getClass());
                    }
                }))
                .contains("should_forget_what_is_deleted_and_nothing_else");
    }
}
