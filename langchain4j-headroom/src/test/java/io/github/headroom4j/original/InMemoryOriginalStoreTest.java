package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class InMemoryOriginalStoreTest {

    /** Two ids that share their short form, and so their marker. */
    private static final OriginalId ONE = new OriginalId("0123456789ab" + "1".repeat(52));

    private static final OriginalId OTHER = new OriginalId("0123456789ab" + "2".repeat(52));

    private final InMemoryOriginalStore store = new InMemoryOriginalStore();

    @Property(seed = "5301")
    void what_was_put_is_found_by_short_and_by_full_id(@ForAll String text) {
        OriginalId id = store.put("a", text);
        assertThat(store.find("a", id.shortForm())).contains(text);
        assertThat(store.find("a", id.sha256())).contains(text);
    }

    @Example
    void another_scope_finds_nothing() {
        OriginalId id = store.put("alice", "secret");
        assertThat(store.find("bob", id.shortForm())).isEmpty();
        assertThat(store.find("bob", id.sha256())).isEmpty();
        assertThat(store.find("alice ", id.sha256())).isEmpty();
    }

    @Example
    void a_longer_reference_must_match_to_its_last_digit() {
        OriginalId id = store.put("a", "text");
        String wrong = id.shortForm() + "0".repeat(52);
        assertThat(store.find("a", wrong)).isEmpty();
        assertThat(store.find("a", id.sha256() + "0")).isEmpty();
        assertThat(store.find("a", id.sha256().substring(0, 11))).isEmpty();
        assertThat(store.find("a", "")).isEmpty();
    }

    @Example
    void the_same_text_is_kept_once_per_scope() {
        store.put("a", "text");
        long bytes = store.bytes();
        store.put("a", "text");
        assertThat(store.bytes()).isEqualTo(bytes);
        store.put("b", "text");
        assertThat(store.count()).isEqualTo(2);
    }

    @Example
    void a_colliding_short_form_is_refused_and_the_first_original_stays_readable() {
        Function<String, OriginalId> collide = text -> text.equals("first") ? ONE : OTHER;
        InMemoryOriginalStore colliding = new InMemoryOriginalStore(10_000, collide);
        colliding.put("a", "first");
        assertThatThrownBy(() -> colliding.put("a", "second"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("0123456789ab");
        assertThat(colliding.find("a", "0123456789ab")).contains("first");
        assertThat(colliding.find("a", OTHER.sha256())).isEmpty();
        assertThat(colliding.put("b", "second")).isEqualTo(OTHER);
    }

    @Example
    void text_that_no_longer_has_its_hash_is_an_error() {
        int[] calls = {0};
        InMemoryOriginalStore decaying = new InMemoryOriginalStore(10_000, text -> calls[0]++ == 0 ? ONE : OTHER);
        decaying.put("a", "text");
        assertThatThrownBy(() -> decaying.find("a", "0123456789ab"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("no longer matches its hash");
    }

    @Example
    void a_full_store_refuses_and_forgets_nothing() {
        InMemoryOriginalStore small = new InMemoryOriginalStore(1_000);
        OriginalId first = small.put("a", "first");
        small.put("a", "second");
        small.put("b", "third");
        assertThatThrownBy(() -> small.put("a", "fourth"))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining("full")
                .hasMessageContaining("of 1000 bytes");
        assertThat(small.find("a", first.shortForm())).contains("first");
        assertThat(small.count()).isEqualTo(3);
        assertThat(small.bytes()).isLessThanOrEqualTo(1_000);
    }

    @Example
    void clearing_a_scope_frees_its_bytes_and_no_others() {
        OriginalId id = store.put("a", "x".repeat(10_000));
        long before = store.bytes();
        store.put("b", "y".repeat(10_000));
        store.put("b", "z".repeat(10_000));
        store.clear("b");
        store.clear("never heard of");
        assertThat(store.bytes()).isEqualTo(before);
        assertThat(store.count()).isEqualTo(1);
        assertThat(store.find("a", id.shortForm())).isPresent();
    }

    @Example
    void many_threads_keep_each_text_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> puts = IntStream.range(0, 400)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> store.put("scope " + i % 4, "text " + i % 10)))
                    .toList();
            for (Future<?> put : puts) {
                put.get();
            }
        } finally {
            threads.shutdown();
        }
        // i mod 4 and i mod 10 meet in 20 of the 40 pairs.
        assertThat(store.count()).isEqualTo(20);
    }

    @Example
    void threads_that_put_and_clear_the_same_scope_leave_nothing_behind_uncounted() throws Exception {
        InMemoryOriginalStore small = new InMemoryOriginalStore(20_000);
        CountDownLatch start = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int number = thread;
                working.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    for (int i = 0; i < 5_000; i++) {
                        String scope = "scope " + (i + number) % 3;
                        if (i % 7 == number % 7) {
                            small.clear(scope);
                        } else {
                            putIfThereIsRoom(small, scope, "text " + i % 50);
                        }
                        assertThat(small.bytes()).isBetween(0L, 20_000L);
                    }
                    return null;
                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        List.of("scope 0", "scope 1", "scope 2").forEach(small::clear);
        assertThat(small.count()).isZero();
        assertThat(small.bytes()).isZero();
    }

    private static void putIfThereIsRoom(InMemoryOriginalStore store, String scope, String text) {
        try {
            store.put(scope, text);
        } catch (OriginalStoreException e) {
            assertThat(e).hasMessageContaining("the store is full");
        }
    }

    @Example
    void nonsense_is_refused() {
        assertThatThrownBy(() -> new InMemoryOriginalStore(0)).hasMessageContaining("but was 0");
        assertThatThrownBy(() -> store.put(" ", "text")).hasMessageContaining("scope must not be blank");
    }
}
