package io.github.headroom4j.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.ScanIteration;
import redis.clients.jedis.UnifiedJedis;

/**
 * The commands about scopes, each of which is one hash. An original is two fields of it: {@code h:} and its short form holds
 * the full id, {@code t:} and its short form the text; {@code bytes} counts those of all texts. What must not be torn apart
 * is a script. Thread-safe if the client is.
 */
final class RedisScopes {

    /** The field that is no original's. */
    private static final String BYTES = "bytes";

    /** How many keys of the server one step of a count looks at: some milliseconds of its time. */
    private static final int SCANNED_KEYS = 1_000;

    /** A SHA-256. */
    private static final int KEY_CHARS = 64;

    /** How the time to live begins anew. ARGV[2] is in milliseconds, 0 for none. */
    private static final String RENEW = """
            if ARGV[2] == '0' then
              redis.call('PERSIST', KEYS[1])
            else
              redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            """;

    /** The full id that is held under a short form, if any. */
    private static final byte[] HELD = bytes("""
            local held = redis.call('HGET', KEYS[1], 'h:' .. ARGV[1])
            if held then
            """ + RENEW + """
            end
            return held
            """);

    /** Keeps a text unless the short form is taken; the full id that is held then. */
    private static final byte[] KEEP = bytes("""
            local held = redis.call('HGET', KEYS[1], 'h:' .. ARGV[1])
            if not held then
              redis.call('HSET', KEYS[1], 'h:' .. ARGV[1], ARGV[3], 't:' .. ARGV[1], ARGV[4])
              redis.call('HINCRBY', KEYS[1], 'bytes', #ARGV[4])
              held = ARGV[3]
            end
            """ + RENEW + """
            return held
            """);

    /** The full id and the text. */
    private static final byte[] FIND = bytes("""
            local found = redis.call('HMGET', KEYS[1], 'h:' .. ARGV[1], 't:' .. ARGV[1])
            if found[1] then
            """ + RENEW + """
            end
            return found
            """);

    private final UnifiedJedis client;
    private final String keyPrefix;
    private final long keepForMillis;

    RedisScopes(UnifiedJedis client, String keyPrefix, long keepForMillis) {
        this.client = client;
        this.keyPrefix = keyPrefix;
        this.keepForMillis = keepForMillis;
    }

    /** An original that is to be kept. */
    static final class NewOriginal {

        private final OriginalId id;
        private final byte[] content;

        NewOriginal(OriginalId id, byte[] content) {
            this.id = id;
            this.content = content;
        }
    }

    /** Of each, the full id that is held under its short form; empty if none is. */
    List<String> held(String key, List<OriginalId> ids) {
        return run(
                key,
                ids.stream()
                        .map(id -> new Script(HELD, List.of(bytes(id.shortForm()), ttl())))
                        .toList());
    }

    /** Of each, the full id that is held under its short form now. */
    List<String> keep(String key, List<NewOriginal> originals) {
        return run(
                key,
                originals.stream()
                        .map(one -> new Script(
                                KEEP, List.of(bytes(one.id.shortForm()), ttl(), bytes(one.id.sha256()), one.content)))
                        .toList());
    }

    Optional<OriginalTexts.Kept> find(String key, String ref) {
        String shortRef = ref.substring(0, OriginalId.SHORT_LENGTH);
        Object found = client.eval(FIND, List.of(keyOf(key)), List.of(bytes(shortRef), ttl()));
        if (!(found instanceof List<?> fields) || fields.size() != 2) {
            throw new OriginalStoreException(
                    "the original " + ref + " could not be read: the server gave no two fields");
        }
        if (!(fields.get(0) instanceof byte[] sha256)) {
            return Optional.empty();
        }
        if (!(fields.get(1) instanceof byte[] content)) {
            throw new OriginalStoreException("the original " + ref + " is damaged: its text is gone");
        }
        return Optional.of(new OriginalTexts.Kept(new String(sha256, ISO_8859_1), content));
    }

    /** The time to live of the whole scope begins anew. */
    void renew(String key) {
        client.pexpire(keyOf(key), keepForMillis);
    }

    /** At once, whatever its size; the server frees the memory afterwards. */
    void clear(String key) {
        client.unlink(keyOf(key));
    }

    OriginalStats stats() {
        Set<String> keys = new HashSet<>();
        ScanIteration scan = client.scanIteration(SCANNED_KEYS, keyPrefix + '*');
        while (!scan.isIterationCompleted()) {
            for (String key : scan.nextBatchList()) {
                // A key may come twice, and a longer one belongs to a store whose prefix begins with this one's.
                if (key.length() == keyPrefix.length() + KEY_CHARS) {
                    keys.add(key);
                }
            }
        }
        OriginalStats stats = new OriginalStats(0, 0);
        for (String key : keys) {
            stats = stats.plus(statsOf(key));
        }
        return stats;
    }

    private OriginalStats statsOf(String key) {
        String bytes = client.hget(key, BYTES);
        // Cleared or expired in the meantime, or a key of somebody else.
        return bytes == null
                ? new OriginalStats(0, 0)
                : new OriginalStats((client.hlen(key) - 1) / 2, Long.parseLong(bytes));
    }

    /** What a server tells about its memory. */
    String memoryInfo() {
        return client.info("memory");
    }

    private static final class Script {

        private final byte[] text;
        private final List<byte[]> arguments;

        Script(byte[] text, List<byte[]> arguments) {
            this.text = text;
            this.arguments = arguments;
        }
    }

    /** Several in one round trip. */
    private List<String> run(String key, List<Script> scripts) {
        List<byte[]> keys = List.of(keyOf(key));
        if (scripts.size() == 1) {
            Script only = scripts.get(0);
            return List.of(ascii(client.eval(only.text, keys, only.arguments)));
        }
        List<Response<Object>> responses = new ArrayList<>(scripts.size());
        try (AbstractPipeline pipeline = client.pipelined()) {
            scripts.forEach(script -> responses.add(pipeline.eval(script.text, keys, script.arguments)));
            pipeline.sync();
        }
        return responses.stream().map(response -> ascii(response.get())).toList();
    }

    private byte[] keyOf(String key) {
        return bytes(keyPrefix + key);
    }

    private byte[] ttl() {
        return bytes(Long.toString(keepForMillis));
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(US_ASCII);
    }

    /** Any bytes as some text, also damaged ones. */
    private static String ascii(@Nullable Object bytes) {
        return bytes instanceof byte[] some ? new String(some, ISO_8859_1) : "";
    }
}
