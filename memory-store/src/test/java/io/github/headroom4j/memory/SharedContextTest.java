package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedContextTest {

    private static final String LOG = ChatMemoryStoreContract.log("pay");

    private final InMemoryOriginalStore originals = new InMemoryOriginalStore();
    private final Headroom headroom =
            Headroom.builder().originals(originals).withoutTimeout().build();
    private final AtomicLong seconds = new AtomicLong();
    private final SharedContext board = builder().build();

    private SharedContext.Builder builder() {
        return SharedContext.builder(headroom, "incident")
                .clock(() -> Instant.ofEpochSecond(seconds.incrementAndGet()));
    }

    @Test
    void should_show_less_than_the_exact_content_that_it_gives_back() {
        board.put("log", LOG);

        String shown = board.get("log").orElseThrow();

        assertThat(shown).contains("ERROR pay pool exhausted").hasSizeLessThan(2_000);
        assertThat(board.getOriginal("log")).contains(LOG);
        String ref = OriginalMarker.refAtEndOf(shown).orElseThrow();
        assertThat(originals.find(board.scope(), ref)).contains(LOG);
    }

    @Test
    void should_show_what_a_question_is_about_and_the_same_again() {
        board.put("log", LOG);

        String shown = board.get("log", "What became of request r-123?").orElseThrow();

        assertThat(shown).contains("r-123");
        assertThat(board.get("log").orElseThrow()).doesNotContain("r-123").isNotEqualTo(shown);
        assertThat(board.get("log", "  What became of request r-123?\n")).contains(shown);
        assertThat(builder().entries(board.entries()).build().get("log", "What became of request r-123?"))
                .contains(shown);
    }

    @Test
    void should_not_change_what_was_shown_when_the_first_compression_failed() {
        AtomicLong counted = new AtomicLong();
        Headroom weak = Headroom.builder()
                .originals(originals)
                .tokenCounter(text -> {
                    if (counted.getAndIncrement() == 0) {
                        throw new IllegalStateException("not ready yet");
                    }
                    return text.length() / 4;
                })
                .withoutTimeout()
                .build();
        SharedContext late = SharedContext.builder(weak, "late").build();
        SharedEntry entry = late.put("log", LOG);

        assertThat(late.get("log")).contains(LOG);
        assertThat(late.get("log")).contains(LOG);
        assertThat(entry.tokensAfter()).isEqualTo(LOG.length() / 4);
        assertThat(late.get("log", "r-1?").orElseThrow()).hasSizeLessThan(2_000);
    }

    @Test
    void should_show_a_small_content_as_it_came_and_know_its_tokens() {
        SharedEntry entry = board.put("note", "The pool was exhausted.");

        assertThat(board.get("note")).contains("The pool was exhausted.");
        assertThat(entry.tokensBefore()).isPositive().isEqualTo(entry.tokensAfter());
        assertThat(entry.chars()).isEqualTo(23);
    }

    @Test
    void should_tell_who_put_what_and_when() {
        board.as("collector").put("log", LOG);
        SharedEntry entry = board.as("tester").put("log", "replaced");

        assertThat(entry.versions())
                .containsExactly(
                        new SharedEntry.Version(OriginalId.of(LOG), "collector", Instant.ofEpochSecond(1)),
                        new SharedEntry.Version(OriginalId.of("replaced"), "tester", Instant.ofEpochSecond(2)));
        assertThat(entry).isEqualTo(board.entry("log").orElseThrow());
        assertThat(board.get("log")).contains("replaced");
        assertThat(board.put("mine", "x").current().agent()).isEqualTo(SharedContext.DEFAULT_AGENT);
    }

    @Test
    void should_count_tokens_before_and_after() {
        SharedEntry entry = board.put("log", LOG);

        assertThat(entry.tokensBefore()).isEqualTo(headroom.counter().count(LOG));
        assertThat(entry.tokensAfter())
                .isEqualTo(headroom.counter().count(board.get("log").orElseThrow()))
                .isLessThan(entry.tokensBefore() / 10);
    }

    @Test
    void should_remember_the_newest_versions_only() {
        IntStream.range(0, 40).forEach(i -> board.as("agent " + i).put("key", "content " + i));

        assertThat(board.entry("key").orElseThrow().versions())
                .hasSize(SharedContext.MAX_VERSIONS)
                .last()
                .extracting(SharedEntry.Version::agent)
                .isEqualTo("agent 39");
        assertThat(originals.find(board.scope(), OriginalId.of("content 3").sha256()))
                .contains("content 3");
    }

    @Test
    void should_store_the_same_content_once_and_keep_it_for_another_key() {
        board.as("one").put("a", LOG);
        board.as("other").put("b", LOG);
        assertThat(originals.count()).isEqualTo(1);

        assertThat(board.remove("a")).isTrue();

        assertThat(board.remove("a")).isFalse();
        assertThat(board.get("a")).isEmpty();
        assertThat(board.getOriginal("a")).isEmpty();
        assertThat(board.getOriginal("b")).contains(LOG);
        assertThat(board.keys()).containsExactly("b");
    }

    @Test
    void should_list_keys_in_the_order_in_which_they_came() {
        List.of("b", "a", "c").forEach(key -> board.put(key, key));
        board.put("b", "again");

        assertThat(board.keys()).containsExactly("b", "a", "c");
        assertThat(board.entries()).extracting(SharedEntry::key).containsExactly("b", "a", "c");
    }

    @Test
    void should_keep_scopes_apart_from_each_other_and_from_memories_of_the_same_name() {
        SharedContext other = SharedContext.builder(headroom, "other").build();
        board.put("log", LOG);
        String id = OriginalId.of(LOG).sha256();

        assertThat(other.get("log")).isEmpty();
        assertThat(originals.find(other.scope(), id)).isEmpty();
        assertThat(originals.find(CompressionRequest.scopeOf("incident"), id)).isEmpty();
        assertThat(originals.find(CompressionRequest.scopeOf(board.scope()), id))
                .isEmpty();
        assertThat(board.scope()).isEqualTo("<io.github.headroom4j.memory.SharedScope> SharedScope[name=incident]");
    }

    @Test
    void should_say_that_a_content_is_gone_when_its_scope_was_cleared() {
        board.put("log", LOG);
        originals.clear(board.scope());

        assertThatThrownBy(() -> board.getOriginal("log"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("shared key 'log' is no longer kept");
        assertThatThrownBy(() -> board.get("log", "a new question")).isInstanceOf(OriginalStoreException.class);
    }

    @Test
    void should_forget_everything_when_cleared() {
        board.put("log", LOG);

        board.clear();

        assertThat(board.entries()).isEmpty();
        assertThat(originals.count()).isZero();
        board.put("log", LOG);
        assertThat(board.getOriginal("log")).contains(LOG);
    }

    @Test
    void should_find_everything_again_after_a_restart(@TempDir Path directory) throws SQLException {
        Path file = directory.resolve("originals");
        SharedContext before = context(JdbcOriginalStore.embedded(file)).build();
        before.as("collector").put("log", LOG);
        before.as("writer").put("note", "short");
        String shown = before.get("log").orElseThrow();
        List<SharedEntry> kept = before.entries();
        shutDown(file);

        SharedContext after =
                context(JdbcOriginalStore.embedded(file)).entries(kept).build();

        assertThat(after.entries()).isEqualTo(kept);
        assertThat(after.get("log")).contains(shown);
        assertThat(after.getOriginal("log")).contains(LOG);
        assertThat(after.get("note")).contains("short");
        shutDown(file);
    }

    private static SharedContext.Builder context(JdbcOriginalStore store) {
        return SharedContext.builder(
                Headroom.builder().originals(store).withoutTimeout().build(), "incident");
    }

    private static void shutDown(Path file) throws SQLException {
        try (Connection connection = EmbeddedDatabase.open(file).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    @Test
    void should_refuse_entries_that_name_a_key_twice() {
        board.put("log", LOG);
        List<SharedEntry> twice =
                List.of(board.entries().get(0), board.entries().get(0));

        assertThatThrownBy(() -> builder().entries(twice).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'log'");
    }

    @Test
    void should_refuse_more_keys_than_there_may_be_and_store_nothing() {
        SharedContext small = builder().maxKeys(2).build();
        small.put("a", "1");
        small.put("b", "2");

        assertThatThrownBy(() -> small.put("c", "3"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("holds 2 keys, its limit, so it cannot take 'c'");
        assertThat(originals.count()).isEqualTo(2);
        small.put("a", "4");
        small.remove("b");
        small.put("c", "3");
        assertThat(small.keys()).containsExactly("a", "c");
    }

    @Test
    void should_refuse_more_characters_than_there_may_be() {
        SharedContext small = builder().maxChars(10).build();
        small.put("a", "1234567");

        assertThatThrownBy(() -> small.put("b", "1234"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("holds 7 of 10 characters and cannot take 4 more under 'b'");
        small.put("a", "1234567890");
        assertThatThrownBy(() -> small.put("a", "12345678901")).isInstanceOf(OriginalStoreException.class);
        assertThat(small.getOriginal("a")).contains("1234567890");
        small.remove("a");
        small.put("b", "1234567890");
    }

    @Test
    void should_leave_a_key_as_it_was_when_the_store_does_not_keep_a_content() {
        FaultyOriginals faulty = new FaultyOriginals(originals);
        SharedContext shared = SharedContext.builder(
                        Headroom.builder().originals(faulty).withoutTimeout().build(), "incident")
                .build();
        shared.put("log", "as it was");

        faulty.next(FaultyOriginals.Fault.PUT_THROWS);
        assertThatThrownBy(() -> shared.put("log", LOG)).isInstanceOf(OriginalStoreException.class);
        faulty.next(FaultyOriginals.Fault.FIND_RETURNS_OTHER);
        assertThatThrownBy(() -> shared.put("log", LOG))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("did not come back");
        faulty.next(FaultyOriginals.Fault.NONE);

        assertThat(shared.entry("log").orElseThrow().versions()).hasSize(1);
        assertThat(shared.get("log")).contains("as it was");
    }

    @Test
    void should_refuse_names_that_would_break_a_listing() {
        for (String name : List.of("", " ", "two\nlines", "x".repeat(201))) {
            assertThatThrownBy(() -> board.put(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("key must be one line of 1 to 200 characters")
                    .message()
                    .hasSizeLessThan(400);
            assertThatThrownBy(() -> board.as(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SharedContext.builder(headroom, name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void should_refuse_limits_that_are_not_positive() {
        assertThatThrownBy(() -> builder().maxKeys(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> builder().maxChars(-1)).hasMessageContaining("-1");
    }

    @Test
    void should_show_the_same_when_so_much_was_asked_that_views_were_forgotten() {
        board.put("note", "short");
        board.put("log", LOG);
        String shown = board.get("log", "r-42?").orElseThrow();

        IntStream.range(0, SharedViews.MAX_VIEWS + 10).forEach(i -> board.get("note", "r-" + i));

        assertThat(board.get("log", "r-42?")).contains(shown);
    }

    @Test
    void should_lose_and_mix_nothing_when_agents_put_and_get_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> agents = new ArrayList<>();
            for (int agent = 0; agent < 8; agent++) {
                String name = "agent-" + agent;
                agents.add(() -> work(board.as(name), name));
            }
            for (Future<Integer> read : threads.invokeAll(agents)) {
                assertThat(read.get()).isEqualTo(20);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(board.keys()).hasSize(8 * 20 + 1);
        assertThat(board.entry("common").orElseThrow().versions()).hasSize(SharedContext.MAX_VERSIONS);
    }

    private static int work(SharedContext mine, String name) {
        int read = 0;
        for (int i = 0; i < 20; i++) {
            String content = ChatMemoryStoreContract.log(name + "-" + i);
            mine.put(name + "/" + i, content);
            mine.put("common", content);
            assertThat(mine.get(name + "/" + i).orElseThrow()).contains("ERROR " + name + "-" + i + " ");
            assertThat(mine.getOriginal(name + "/" + i)).contains(content);
            assertThat(mine.get("common").orElseThrow()).contains("ERROR agent-");
            read++;
        }
        return read;
    }
}
