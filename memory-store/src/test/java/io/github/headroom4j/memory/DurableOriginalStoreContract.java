package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalCodec;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store keeps that outlives its process. */
abstract class DurableOriginalStoreContract extends EncryptedOriginalsContract {

    /** Two ids that share their short form, and so their marker. */
    static final OriginalId ONE = new OriginalId("0123456789ab" + "1".repeat(52));

    static final OriginalId OTHER = new OriginalId("0123456789ab" + "2".repeat(52));

    /** A store whose server is down. */
    abstract OriginalStore unreachable() throws Exception;

    abstract OriginalStats stats(OriginalStore store);

    @Override
    OriginalStore emptyStore() throws Exception {
        return store(OriginalTexts.PLAIN);
    }

    static OriginalTexts limited(int maxChars, Function<String, OriginalId> identify) {
        return new OriginalTexts(maxChars, identify, null);
    }

    static OriginalId collide(String text) {
        return text.equals("first") ? ONE : OTHER;
    }

    @Test
    void should_find_what_another_instance_put() throws Exception {
        OriginalId id = emptyStore().put("scope", noise(100_000));

        assertThat(emptyStore().find("scope", id.shortForm())).contains(noise(100_000));
        assertThat(emptyStore().put("scope", noise(100_000))).isEqualTo(id);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void should_refuse_another_original_of_the_same_short_form() throws Exception {
        OriginalStore colliding = store(limited(100, DurableOriginalStoreContract::collide));
        colliding.put("scope", "first");

        for (List<String> second : List.of(List.of("second"), List.of("second", "second"))) {
            assertThatThrownBy(() -> colliding.putAll("scope", second))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining(ONE.sha256())
                    .hasMessageContaining(OTHER.sha256());
        }
        assertThat(colliding.find("scope", ONE.shortForm())).contains("first");
        assertThat(colliding.find("scope", OTHER.sha256())).isEmpty();
        assertThat(colliding.put("elsewhere", "second")).isEqualTo(OTHER);
    }

    @Test
    void should_refuse_several_that_collide_among_themselves_and_keep_none() throws Exception {
        OriginalStore colliding = store(limited(100, DurableOriginalStoreContract::collide));

        assertThatThrownBy(() -> colliding.putAll("scope", List.of("first", "second")))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("already names");
        assertThat(count()).isZero();
    }

    @Test
    void should_refuse_a_damaged_text_and_never_give_another_one() throws Exception {
        OriginalStore store = emptyStore();
        OriginalId id = store.put("scope", TEXT);
        byte[] whole = content("scope", id);
        byte[] turned = whole.clone();
        turned[turned.length / 2] ^= 4;
        byte[] another = OriginalCodec.encode("another text");
        byte[] shorter = Arrays.copyOf(whole, whole.length - 9);

        for (byte[] damaged : List.of(turned, another, shorter, new byte[0])) {
            overwrite("scope", id, damaged);
            for (String ref : List.of(id.shortForm(), id.sha256())) {
                assertThatThrownBy(() -> store.find("scope", ref))
                        .isInstanceOf(OriginalStoreException.class)
                        .hasMessageContaining("the original " + ref);
            }
        }
        overwrite("scope", id, whole);
        assertThat(store.find("scope", id.shortForm())).contains(TEXT);
    }

    @Test
    void should_refuse_an_original_whose_id_is_damaged() throws Exception {
        OriginalStore store = emptyStore();
        OriginalId id = store.put("scope", "text");

        overwriteId("scope", id, id.shortForm() + "no digits");

        for (String ref : List.of(id.sha256(), id.shortForm())) {
            assertThatThrownBy(() -> store.find("scope", ref))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining("no longer matches its hash");
        }
        assertThatThrownBy(() -> store.put("scope", "text")).hasMessageContaining("already names");
    }

    @Test
    void should_refuse_what_stands_whole_in_the_place_of_another() throws Exception {
        OriginalStore store = emptyStore();
        OriginalId id = store.put("scope", "text");
        OriginalId other = store.put("scope", "other text");

        overwrite("scope", id, content("scope", other));
        overwriteId("scope", id, other.sha256());

        assertThatThrownBy(() -> store.find("scope", id.shortForm()))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining(id.shortForm())
                .hasMessageContaining("stands in its place");
    }

    @Test
    void should_refuse_a_text_above_its_limit_and_name_both() throws Exception {
        OriginalStore small = store(limited(10, OriginalId::of));

        small.put("scope", "0123456789");

        assertThatThrownBy(() -> small.putAll("scope", List.of("short", "0123456789+")))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("may have 10 characters")
                .hasMessageContaining("has 11");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void should_count_originals_and_their_bytes() throws Exception {
        OriginalStore store = emptyStore();
        assertThat(stats(store)).isEqualTo(new OriginalStats(0, 0));

        OriginalId id = store.put("scope", TEXT);
        store.put("scope", TEXT);
        OriginalId second = store.putAll("other", List.of(TEXT, "short")).get(1);

        assertThat(stats(store))
                .isEqualTo(new OriginalStats(3, 2L * content("scope", id).length + content("other", second).length));
        store.clear("other");
        assertThat(stats(store)).isEqualTo(new OriginalStats(1, content("scope", id).length));
    }

    @Test
    void should_say_what_failed_when_the_server_is_down() throws Exception {
        OriginalStore store = unreachable();
        OriginalId id = OriginalId.of("text");
        Map<String, Runnable> calls = Map.of(
                id + " could not be kept",
                () -> store.put("scope", "text"),
                "2 originals could not be kept",
                () -> store.putAll("scope", List.of("text", "more")),
                id.shortForm() + " could not be read",
                () -> store.find("scope", id.shortForm()),
                "originals in use could not be renewed",
                () -> store.renew("scope", List.of(id)),
                "could not be cleared",
                () -> store.clear("scope"),
                "could not be counted",
                () -> stats(store));

        calls.forEach((message, call) -> assertThatThrownBy(call::run)
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("text")
                .hasCauseInstanceOf(Exception.class));
    }

    @Test
    void should_leave_texts_unchanged_when_the_server_is_down() throws Exception {
        Headroom headroom = headroom(unreachable());
        String opaque = opaque();

        CompressionResult result =
                headroom.compress(CompressionRequest.of(opaque).withScope("scope"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Unchanged.class,
                        unchanged -> assertThat(unchanged.reason()).isEqualTo(Reason.NOT_KEPT));
        assertThat(result.text()).isSameAs(opaque);
        assertThat(headroom(emptyStore())
                        .compress(CompressionRequest.of(opaque).withScope("scope"))
                        .text())
                .hasSizeLessThan(opaque.length() / 2);
    }

    @Test
    void should_store_a_history_when_its_originals_cannot_be_renewed() throws Exception {
        InMemoryChatMemoryStore stored = new InMemoryChatMemoryStore();
        List<ChatMessage> history = List.of(ToolExecutionResultMessage.builder()
                .id("1")
                .toolName("read")
                .text("short")
                .attributes(Map.of(
                        HeadroomAttributes.STEP,
                        "SELECTED",
                        HeadroomAttributes.ORIGINAL,
                        OriginalId.of("text").sha256()))
                .build());

        new CompressingChatMemoryStore(
                        Headroom.builder()
                                .originals(unreachable())
                                .withoutTimeout()
                                .build(),
                        stored)
                .updateMessages("id", history);

        assertThat(stored.getMessages("id")).isEqualTo(history);
    }

    /** With time enough, however busy the machine is. */
    static Headroom headroom(OriginalStore originals) {
        return Headroom.builder()
                .originals(originals)
                .timeout(Duration.ofMinutes(5))
                .build();
    }

    /** One that nobody listens on. */
    static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can only be left out, not said in fewer words. */
    static String opaque() {
        byte[] bytes = new byte[6_000];
        new Random(5402).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
