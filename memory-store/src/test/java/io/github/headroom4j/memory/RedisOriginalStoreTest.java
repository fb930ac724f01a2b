package io.github.headroom4j.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStoreException;
import io.github.headroom4j.tool.HeadroomTools;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** The store in a Redis that somebody started, such as {@code .ci/run}; below a prefix of its own for each test. */
@EnabledIfEnvironmentVariable(
        named = RedisOriginals.VARIABLE,
        matches = ".+",
        disabledReason = "NOT RUN against Redis: set it to a URL such as redis://localhost:6379")
class RedisOriginalStoreTest extends RedisOriginals {

    /** In milliseconds; -1 if it has none, -2 if the scope is not there. */
    private long timeToLive(String scope) {
        return client.pttl(keyOf(scope));
    }

    @Test
    void should_keep_for_ever_by_default() {
        RedisOriginalStore store = builder().build();
        OriginalId id = store.put("scope", "text");
        store.find("scope", id.shortForm());
        store.renew("scope", List.of(id));

        assertThat(timeToLive("scope")).isEqualTo(-1);
    }

    @Test
    void should_begin_the_time_anew_with_each_use() {
        RedisOriginalStore store = builder().keepFor(DAY).build();
        OriginalId id = store.put("scope", "text");
        assertThat(timeToLive("scope")).isBetween(DAY.toMillis() - 60_000, DAY.toMillis());

        for (Runnable use : List.<Runnable>of(
                () -> store.put("scope", "text"),
                () -> store.put("scope", "another"),
                () -> store.putAll("scope", List.of("text", "third", "fourth")),
                () -> store.find("scope", id.shortForm()),
                () -> store.renew("scope", List.of(id)))) {
            client.pexpire(keyOf("scope"), 60_000);
            use.run();
            assertThat(timeToLive("scope")).isGreaterThan(DAY.toMillis() - 60_000);
        }
    }

    @Test
    void should_renew_now_and_then_when_a_history_is_stored_again_and_again() {
        RedisOriginalStore store = builder().keepFor(DAY).build();
        OriginalId id = store.put("scope", "text");
        store.renew("scope", List.of(id));

        client.pexpire(keyOf("scope"), 60_000);
        now = now.plus(Duration.ofMinutes(59));
        store.renew("scope", List.of(id));
        assertThat(timeToLive("scope")).isLessThanOrEqualTo(60_000);

        now = now.plus(Duration.ofMinutes(1));
        store.renew("scope", List.of(id));
        assertThat(timeToLive("scope")).isGreaterThan(60_000);
    }

    @Test
    void should_renew_what_a_history_in_use_leads_to() {
        RedisOriginalStore store = builder().keepFor(DAY).build();
        Headroom headroom = headroom(store);
        ChatMemoryStore memory = new CompressingChatMemoryStore(headroom, new InMemoryChatMemoryStore());
        memory.updateMessages(
                "id", List.of(ToolExecutionResultMessage.from("1", "readLog", ChatMemoryStoreContract.log("pay"))));
        String scope = CompressionRequest.scopeOf("id");
        client.pexpire(keyOf(scope), 60_000);
        now = now.plus(Duration.ofHours(2));

        List<ChatMessage> seen = memory.getMessages("id");
        memory.updateMessages("id", seen);

        assertThat(timeToLive(scope)).isGreaterThan(DAY.toMillis() - 60_000);
        String ref = OriginalMarker.refAtEndOf(((ToolExecutionResultMessage) seen.get(0)).text())
                .orElseThrow();
        assertThat(store.find(scope, ref)).contains(ChatMemoryStoreContract.log("pay"));
    }

    @Test
    void should_miss_what_expired_all_the_same_and_take_it_again() {
        RedisOriginalStore store = builder().keepFor(DAY).build();
        OriginalId id = store.put("scope", "text");

        client.pexpireAt(keyOf("scope"), 1);
        store.renew("scope", List.of(id));

        assertThat(store.find("scope", id.shortForm())).isEmpty();
        assertThat(store.stats()).isEqualTo(new OriginalStats(0, 0));
        assertThat(store.put("scope", "text")).isEqualTo(id);
        assertThat(store.find("scope", id.shortForm())).contains("text");
        assertThat(store.stats().count()).isEqualTo(1);
    }

    @Test
    void should_tell_the_model_to_call_the_tool_again_when_an_original_expired() {
        RedisOriginalStore store = builder().keepFor(DAY).build();
        String scope = CompressionRequest.scopeOf("id");
        OriginalId id = store.put(scope, "text");
        ToolExecutor retrieve = HeadroomTools.retrieve(headroom(store)).toolExecutor();
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .name(OriginalMarker.RETRIEVE_TOOL)
                .arguments("{\"ref\":\"" + id.shortForm() + "\",\"lines\":\"1\"}")
                .build();
        assertThat(retrieve.execute(call, "id")).contains("text");

        client.pexpireAt(keyOf(scope), 1);

        assertThat(retrieve.execute(call, "id"))
                .contains("has no original " + id.shortForm())
                .contains("may have expired: call the tool that returned it again");
    }

    @Test
    void should_keep_for_ever_what_a_store_without_a_time_uses() {
        OriginalId id = builder().keepFor(DAY).build().put("scope", "text");

        builder().build().find("scope", id.shortForm());

        assertThat(timeToLive("scope")).isEqualTo(-1);
    }

    @Test
    void should_leave_nothing_of_a_cleared_scope() {
        RedisOriginalStore store = builder().build();
        store.putAll("scope", List.of("one", "two", noise(100_000)));

        store.clear("scope");

        assertThat(client.scanIteration(1_000, prefix + "*").collect(new HashSet<>()))
                .isEmpty();
    }

    @Test
    void should_refuse_a_text_that_is_gone_while_its_id_is_there() {
        RedisOriginalStore store = builder().build();
        OriginalId id = store.put("scope", "text");

        client.hdel(keyOf("scope"), "t:" + id.shortForm());

        assertThatThrownBy(() -> store.find("scope", id.shortForm()))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining(id.shortForm())
                .hasMessageContaining("is gone");
    }

    @Test
    void should_refuse_a_key_that_somebody_else_took() {
        RedisOriginalStore store = builder().build();
        client.set(keyOf("scope"), "theirs");

        assertThatThrownBy(() -> store.put("scope", "text"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("WRONGTYPE");
        assertThatThrownBy(() -> store.putAll("scope", List.of("text", "more")))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("WRONGTYPE");
    }

    @Test
    void should_tell_what_took_a_short_form_in_between() {
        RedisScopes scopes = new RedisScopes(client, prefix, 0);
        String key = OriginalTexts.key("scope");
        byte[] content = "any".getBytes(ISO_8859_1);

        assertThat(scopes.keep(key, List.of(new RedisScopes.NewOriginal(ONE, content))))
                .containsExactly(ONE.sha256());
        assertThat(scopes.keep(
                        key,
                        List.of(
                                new RedisScopes.NewOriginal(OTHER, content),
                                new RedisScopes.NewOriginal(ONE, content))))
                .containsExactly(ONE.sha256(), ONE.sha256());
        assertThat(scopes.stats()).isEqualTo(new OriginalStats(1, content.length));
    }

    @Test
    void should_refuse_and_forget_nothing_when_the_server_is_full() {
        RedisOriginalStore store = builder().build();
        OriginalId id = store.put("scope", "text");
        Headroom headroom = headroom(store);
        configure("maxmemory", "1mb");
        try {
            assertThatThrownBy(() -> store.put("scope", "one more"))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining("OOM");
            assertThatThrownBy(() -> store.putAll("scope", List.of("one more", "and another")))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining("OOM");
            assertThat(headroom.compress(CompressionRequest.of(opaque()).withScope("scope")))
                    .isInstanceOfSatisfying(
                            Unchanged.class,
                            unchanged -> assertThat(unchanged.reason()).isEqualTo(Reason.NOT_KEPT));
            assertThat(store.find("scope", id.shortForm())).contains("text");
        } finally {
            configure("maxmemory", "0");
        }
        assertThat(store.stats().count()).isEqualTo(1);
    }

    @Test
    void should_see_that_the_server_may_evict() {
        configure("maxmemory", "100gb");
        try {
            configure("maxmemory-policy", "allkeys-lru");
            assertThat(RedisEviction.risk(client.info("memory"), false)).contains("allkeys-lru");
            configure("maxmemory-policy", "volatile-ttl");
            assertThat(RedisEviction.risk(client.info("memory"), true)).contains("volatile-ttl");
            assertThat(RedisEviction.risk(client.info("memory"), false)).isEmpty();
            configure("maxmemory-policy", "noeviction");
            assertThat(RedisEviction.risk(client.info("memory"), true)).isEmpty();
        } finally {
            configure("maxmemory-policy", "noeviction");
            configure("maxmemory", "0");
        }
        assertThat(RedisEviction.risk(client.info("memory"), true)).isEmpty();
    }

    private static void configure(String parameter, String value) {
        try (Jedis jedis = new Jedis(URI.create(System.getenv(VARIABLE)))) {
            jedis.configSet(parameter, value);
        }
    }

    @Test
    void should_not_close_what_it_was_given_and_say_so_when_it_is_closed() {
        RedisClient own = RedisClient.create(System.getenv(VARIABLE));
        RedisOriginalStore store =
                RedisOriginalStore.builder(own).keyPrefix(prefix).build();
        OriginalId id = store.put("scope", "text");
        assertThat(own.ping()).isEqualTo("PONG");

        own.close();

        assertThatThrownBy(() -> store.find("scope", id.shortForm())).isInstanceOf(OriginalStoreException.class);
    }

    @Test
    @SuppressWarnings(
            "deprecation") // Only so can a pool be given beside a URL that may hold a password, in all versions.
    void should_say_when_no_connection_is_left() {
        ConnectionPoolConfig one = new ConnectionPoolConfig();
        one.setMaxTotal(1);
        one.setBlockWhenExhausted(false);
        try (RedisClient narrow = RedisClient.builder()
                        .fromURI(System.getenv(VARIABLE))
                        .poolConfig(one)
                        .build();
                var taken = narrow.getPool().getResource()) {
            assertThat(taken.isConnected()).isTrue();
            RedisOriginalStore store =
                    RedisOriginalStore.builder(narrow).keyPrefix(prefix).build();
            assertThatThrownBy(() -> store.put("scope", "text")).isInstanceOf(OriginalStoreException.class);
        }
    }
}
