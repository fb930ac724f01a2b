package io.github.headroom4j.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import redis.clients.jedis.RedisClient;

/** Opens stores below a prefix of its own for each test, reaches behind them, and leaves nothing on the server. */
abstract class RedisOriginals extends DurableOriginalStoreContract {

    static final String VARIABLE = "HEADROOM_TEST_REDIS_URL";

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    static final Duration DAY = Duration.ofDays(1);

    final String prefix = "headroom-test:" + ProcessHandle.current().pid() + ':' + PREFIXES.incrementAndGet() + ':';

    final RedisClient client = RedisClient.create(System.getenv(VARIABLE));

    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @AfterEach
    void close() {
        client.scanIteration(1_000, prefix + "*").collect(new HashSet<>()).forEach(client::del);
        client.close();
    }

    RedisOriginalStore.Builder builder() {
        return RedisOriginalStore.builder(client).keyPrefix(prefix).clock(() -> now);
    }

    String keyOf(String scope) {
        return prefix + OriginalTexts.key(scope);
    }

    @Override
    OriginalStore store(OriginalTexts texts) {
        return builder().texts(texts).build();
    }

    @Override
    OriginalStore unreachable() {
        return RedisOriginalStore.builder(RedisClient.create("127.0.0.1", closedPort()))
                .keepFor(DAY)
                .build();
    }

    @Override
    OriginalStats stats(OriginalStore store) {
        return ((RedisOriginalStore) store).stats();
    }

    @Override
    int count() {
        return (int) builder().build().stats().count();
    }

    @Override
    byte[] content(String scope, OriginalId id) {
        return client.hget(keyOf(scope).getBytes(ISO_8859_1), ("t:" + id.shortForm()).getBytes(ISO_8859_1));
    }

    @Override
    void overwrite(String scope, OriginalId id, byte[] content) {
        client.hset(keyOf(scope).getBytes(ISO_8859_1), ("t:" + id.shortForm()).getBytes(ISO_8859_1), content);
    }

    @Override
    void overwriteId(String scope, OriginalId id, String sha256) {
        client.hset(keyOf(scope), "h:" + id.shortForm(), sha256);
    }
}
