package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stored history tells its original store what it leads to. */
class RenewedOriginalsTest {

    private static final OriginalId ONE = OriginalId.of("one");

    private static final OriginalId TWO = OriginalId.of("two");

    private static final OriginalId THREE = OriginalId.of("three");

    private final InMemoryChatMemoryStore stored = new InMemoryChatMemoryStore();

    private final Renewals originals = new Renewals();

    private final CompressingChatMemoryStore store = new CompressingChatMemoryStore(
            Headroom.builder().originals(originals).withoutTimeout().build(), stored);

    /** Notes what is renewed, in memory that never forgets. */
    private static final class Renewals implements OriginalStore {

        private final InMemoryOriginalStore delegate = new InMemoryOriginalStore();
        private final List<List<OriginalId>> renewed = new ArrayList<>();
        private final List<String> scopes = new ArrayList<>();
        private boolean failing;

        @Override
        public OriginalId put(String scope, String text) {
            return delegate.put(scope, text);
        }

        @Override
        public Optional<String> find(String scope, String ref) {
            return delegate.find(scope, ref);
        }

        @Override
        public void clear(String scope) {
            delegate.clear(scope);
        }

        @Override
        public void renew(String scope, Collection<OriginalId> ids) {
            if (failing) {
                throw new OriginalStoreException("down");
            }
            scopes.add(scope);
            renewed.add(List.copyOf(ids));
        }
    }

    private static Map<String, Object> leadingTo(String ids) {
        return Map.of(HeadroomAttributes.STEP, "SELECTED", HeadroomAttributes.ORIGINAL, ids);
    }

    private static List<ChatMessage> history() {
        return List.of(
                SystemMessage.from("system"),
                UserMessage.builder()
                        .addContent(TextContent.from("question"))
                        .attributes(leadingTo(ONE.sha256()))
                        .build(),
                AiMessage.builder()
                        .text("answer")
                        .attributes(leadingTo(TWO.sha256()))
                        .build(),
                ToolExecutionResultMessage.builder()
                        .id("1")
                        .toolName("read")
                        .text("short")
                        .attributes(leadingTo(THREE + "," + ONE + ",no id"))
                        .build());
    }

    @Test
    void should_renew_once_what_all_messages_lead_to() {
        store.updateMessages("id", history());

        assertThat(originals.renewed).containsExactly(List.of(ONE, TWO, THREE));
        assertThat(originals.scopes).containsExactly(CompressionRequest.scopeOf("id"));
    }

    @Test
    void should_renew_what_was_just_compressed() {
        store.updateMessages(
                "id", List.of(ToolExecutionResultMessage.from("1", "readLog", ChatMemoryStoreContract.log("pay"))));

        assertThat(originals.renewed).containsExactly(List.of(OriginalId.of(ChatMemoryStoreContract.log("pay"))));
    }

    @Test
    void should_renew_nothing_when_no_message_leads_anywhere() {
        store.updateMessages("id", List.of(UserMessage.from("question"), AiMessage.from("answer")));

        assertThat(originals.renewed).isEmpty();
    }

    @Test
    void should_store_the_history_when_renewing_fails() {
        originals.failing = true;

        store.updateMessages("id", history());

        assertThat(stored.getMessages("id")).isEqualTo(history());
    }
}
