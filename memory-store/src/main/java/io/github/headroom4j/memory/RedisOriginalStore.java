package io.github.headroom4j.memory;

import io.github.headroom4j.memory.OriginalTexts.Identified;
import io.github.headroom4j.memory.OriginalTexts.Kept;
import io.github.headroom4j.memory.RedisScopes.NewOriginal;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Originals in Redis or a server that speaks its protocol, shared by all processes that use it.
 *
 * <pre>{@code
 * RedisClient client = RedisClient.create("redis://localhost:6379");
 * Headroom headroom = Headroom.builder()
 *         .originals(RedisOriginalStore.builder(client).keepFor(Duration.ofDays(30)).build())
 *         .build();
 * }</pre>
 *
 * <p>What it guarantees:
 * <ul>
 *   <li>As durable as the server: {@link #put} returns after it has answered, so what survives its crash is up to
 *       {@code appendonly} and {@code appendfsync}, and what survives a failover is up to replication. A server without
 *       persistence forgets all when it restarts.
 *   <li>Explicit misses: nothing is forgotten but by {@link #clear}, by {@link Builder#keepFor} if given, and by what the
 *       server loses; then {@link #find} is empty.
 *   <li>Integrity: every read is checked against the original's SHA-256; a damaged value is an exception, never another
 *       text.
 *   <li>Once: concurrent puts of one text, also by several processes, keep it once; two originals of a scope with the same
 *       short form are refused.
 * </ul>
 *
 * <p><b>Memory</b>: where {@code maxmemory} is set, {@code maxmemory-policy} must be {@code noeviction}: then a full server
 * refuses new originals, and compression leaves nothing out. A policy of {@code allkeys-*}, and with {@link Builder#keepFor}
 * one of {@code volatile-*}, evicts originals whose markers still stand; a warning is logged when the store is built on such a
 * server, if it tells.
 *
 * <p>A scope is one hash, named by the SHA-256 of the scope, so that every memory id fits and none can be read off; it also
 * lives in one slot of a cluster. {@link #clear} is one command. Texts are stored deflated, and encrypted if
 * {@link Builder#encryption} is given. Scripts are sent by {@code EVAL}, which the user must be allowed to.
 *
 * <p>Needs {@code redis.clients:jedis} 7 or 8. Takes any of its clients that are pooled, such as {@code RedisClient} or
 * {@code RedisClusterClient}, whose time-outs hold, and closes none. Thread-safe, as they are. A call costs one round trip, and
 * two if it keeps something new.
 */
public final class RedisOriginalStore implements OriginalStore {

    private static final Logger log = LoggerFactory.getLogger(RedisOriginalStore.class);

    /** A renewal within this part of the time to live is left out, and in any case within {@link #MAX_PAUSE}. */
    private static final int PAUSES_PER_TTL = 8;

    private static final Duration MAX_PAUSE = Duration.ofHours(1);

    private final RedisScopes scopes;
    private final OriginalTexts texts;
    private final boolean expires;
    private final RenewalMemo renewals;

    /**
     * A store that keeps originals until their scope is cleared.
     *
     * @param client reaches the server; stays open when this is no longer used
     */
    public RedisOriginalStore(UnifiedJedis client) {
        this(builder(client));
    }

    private RedisOriginalStore(Builder builder) {
        expires = !builder.keepFor.isZero();
        scopes = new RedisScopes(builder.client, builder.keyPrefix, builder.keepFor.toMillis());
        texts = builder.texts;
        Duration pause = builder.keepFor.dividedBy(PAUSES_PER_TTL);
        renewals = new RenewalMemo(builder.clock, pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE);
        warnOfEviction();
    }

    /**
     * Begins a store that differs from the defaults.
     *
     * @param client reaches the server; stays open when the store is no longer used
     * @return a builder
     */
    public static Builder builder(UnifiedJedis client) {
        return new Builder(Objects.requireNonNull(client, "client"));
    }

    @Override
    public OriginalId put(String scope, String text) {
        return putAll(scope, List.of(text)).get(0);
    }

    /**
     * {@inheritDoc} Costs two round trips, however many there are. If it fails half-way, some may have been kept, to which no
     * marker leads.
     */
    @Override
    public List<OriginalId> putAll(String scope, List<String> newTexts) {
        Identified identified = texts.identified(scope, newTexts);
        if (!identified.ids().isEmpty()) {
            on(identified.what() + " could not be kept", () -> keep(OriginalTexts.key(scope), identified));
        }
        return identified.ids();
    }

    private List<OriginalId> keep(String key, Identified identified) {
        List<OriginalId> ids = List.copyOf(identified.byId().keySet());
        List<String> held = scopes.held(key, ids);
        List<OriginalId> absent = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (held.get(i).isEmpty() || !OriginalTexts.refuseOther(held.get(i), ids.get(i))) {
                absent.add(ids.get(i));
            }
        }
        if (!absent.isEmpty()) {
            List<String> kept = scopes.keep(key, encoded(key, identified, absent));
            for (int i = 0; i < absent.size(); i++) {
                // Another may have been faster, with the same text or one that collides.
                OriginalTexts.refuseOther(kept.get(i), absent.get(i));
            }
        }
        return absent;
    }

    private List<NewOriginal> encoded(String key, Identified identified, List<OriginalId> absent) {
        return absent.stream()
                .map(id -> {
                    String text = Objects.requireNonNull(identified.byId().get(id));
                    return new NewOriginal(id, texts.encode(key, id, text));
                })
                .toList();
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        if (!OriginalTexts.isRef(ref)) {
            return Optional.empty();
        }
        String key = OriginalTexts.key(scope);
        Optional<Kept> kept = on("the original " + ref + " could not be read", () -> scopes.find(key, ref));
        return kept.flatMap(found -> texts.decode(key, ref, found));
    }

    /**
     * {@inheritDoc} Renews all originals of the scope at once. Costs a round trip at most once in an eighth of the time to
     * live, and in an hour; none if originals do not expire.
     */
    @Override
    public void renew(String scope, Collection<OriginalId> ids) {
        String key = OriginalTexts.key(scope);
        if (expires && !ids.isEmpty() && renewals.isDue(key, 0)) {
            on("the originals in use could not be renewed", () -> {
                scopes.renew(key);
                return key;
            });
        }
    }

    @Override
    public void clear(String scope) {
        on("the scope could not be cleared", () -> {
            scopes.clear(OriginalTexts.key(scope));
            return scope;
        });
    }

    /**
     * Counts what is kept, over all scopes. Goes through all keys of the server's database, some at a time, so it takes time
     * linear in their number but holds up nobody; scopes that come or go meanwhile may or may not be counted.
     *
     * @return how many originals and bytes
     * @throws OriginalStoreException if the store fails
     */
    public OriginalStats stats() {
        return on("the originals could not be counted", scopes::stats);
    }

    /** A server may forbid to ask, or be down for the moment; neither is a reason to fail. */
    private void warnOfEviction() {
        try {
            RedisEviction.risk(scopes.memoryInfo(), expires)
                    .ifPresent(policy -> log.warn(
                            "The server's maxmemory-policy is {}, so it may evict originals that are in use;"
                                    + " set it to noeviction",
                            policy));
        } catch (RuntimeException e) {
            log.debug("The server's maxmemory-policy is not known", e);
        }
    }

    /** The client's pool throws an illegal state when it is closed. */
    private static <T> T on(String failure, Supplier<T> work) {
        try {
            return work.get();
        } catch (JedisException | IllegalStateException e) {
            throw new OriginalStoreException(failure + ": " + e.getMessage(), e);
        }
    }

    /** Builds a store that differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9:._{}-]{1,100}");

        private final UnifiedJedis client;
        private String keyPrefix = "headroom:original:";
        private Duration keepFor = Duration.ZERO;
        private OriginalTexts texts = OriginalTexts.PLAIN;
        private InstantSource clock = InstantSource.system();

        private Builder(UnifiedJedis client) {
            this.client = client;
        }

        /**
         * How the names of all keys begin, {@code headroom:original:} by default; another one keeps applications apart that
         * share a server and may have the same memory ids.
         *
         * @param prefix 1 to 100 of {@code A-Z a-z 0-9 : . _ { } -}
         * @return this
         * @throws IllegalArgumentException if it has another length or other characters
         */
        public Builder keyPrefix(String prefix) {
            if (!PREFIX.matcher(prefix).matches()) {
                throw new IllegalArgumentException(
                        "prefix must be 1 to 100 of A-Z a-z 0-9 : . _ { } -, but was '" + prefix + "'");
            }
            keyPrefix = prefix;
            return this;
        }

        /**
         * Lets the originals of a scope expire when it was unused for some time; by default they never do. A scope is used
         * when one of its originals is put or found, or a history that shows one is stored through a
         * {@link CompressingChatMemoryStore}, which {@linkplain OriginalStore#renew renews}. So the time should be longer than a
         * conversation may rest. What expires all the same is an explicit miss, which tells the model to call the tool again.
         *
         * <p>Processes that share scopes should agree, for the last one that uses a scope decides. A store without this lets
         * a scope that it puts into or finds in live on for ever.
         *
         * @param time from 1 second to 36,500 days; renewals may come an eighth of it late, so 7/8 of it are sure
         * @return this
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder keepFor(Duration time) {
            if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Retention.MAX_AGE) > 0) {
                throw new IllegalArgumentException(
                        "time must be from PT1S to " + Retention.MAX_AGE + ", but was " + time);
            }
            keepFor = time;
            return this;
        }

        /**
         * Encrypts texts at rest; by default they are not.
         *
         * @param encryption with which keys
         * @return this
         */
        public Builder encryption(OriginalEncryption encryption) {
            return texts(OriginalTexts.encryptedBy(Objects.requireNonNull(encryption, "encryption")));
        }

        /** For tests: with a low limit, or a hash that collides. */
        Builder texts(OriginalTexts newTexts) {
            texts = newTexts;
            return this;
        }

        /** For tests: by which clock renewals pause. */
        Builder clock(InstantSource newClock) {
            clock = newClock;
            return this;
        }

        /**
         * Builds the store. Asks the server for its eviction policy; that it is down is no error yet.
         *
         * @return the store
         */
        public RedisOriginalStore build() {
            return new RedisOriginalStore(this);
        }
    }
}
