package io.github.headroom4j.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class TokenCounterTest {

    private static final TokenCounter O200K = TokenCounter.o200k();

    private final List<String> counted = new ArrayList<>();

    @Example
    void counts_as_the_published_encodings_do() {
        assertThat(O200K.count("")).isZero();
        assertThat(O200K.count("hello world")).isEqualTo(2);
        assertThat(TokenCounter.cl100k().count("hello world")).isEqualTo(2);
        assertThat(O200K.count("tiktoken is great!")).isEqualTo(6);
        assertThat(TokenCounter.cl100k().count("tiktoken is great!")).isEqualTo(6);
    }

    @Example
    void text_that_spells_a_special_token_is_text() {
        assertThat(O200K.count("<|endoftext|> <|fim_prefix|>")).isGreaterThan(2);
        assertThat(TokenCounter.cl100k().count("<|endoftext|>")).isGreaterThan(1);
    }

    @Property(seed = "7201", tries = 500)
    void a_bound_says_what_counting_says(@ForAll String text, @ForAll @IntRange(max = 400) int limit) {
        int count = O200K.count(text);
        assertThat(count).isBetween(0, 3 * text.length());
        assertThat(O200K.countsAtMost(text, limit)).isEqualTo(count <= limit);
        assertThat(O200K.cached(1_000).countsAtMost(text, limit)).isEqualTo(count <= limit);
        TokenCounter plain = String::length;
        assertThat(plain.countsAtMost(text, limit)).isEqualTo(text.length() <= limit);
    }

    @Example
    void lone_surrogates_and_long_runs_are_counted() {
        assertThat(O200K.count("\ud83d")).isPositive();
        assertThat(O200K.count("a".repeat(100_000))).isPositive();
    }

    @Example
    void a_cache_counts_each_text_once() {
        TokenCounter cached = recording().cached(100);
        assertThat(cached.count("one")).isEqualTo(3);
        assertThat(cached.count("one")).isEqualTo(3);
        assertThat(cached.countsAtMost("one", 2)).isFalse();
        assertThat(counted).containsExactly("one");
    }

    @Example
    void a_full_cache_forgets_what_was_used_least_recently() {
        TokenCounter cached = recording().cached(10);
        cached.count("aaaa");
        cached.count("bbbb");
        cached.count("aaaa");
        cached.count("cccc");
        cached.count("aaaa");
        assertThat(counted).containsExactly("aaaa", "bbbb", "cccc");
        cached.count("bbbb");
        assertThat(counted).containsExactly("aaaa", "bbbb", "cccc", "bbbb");
    }

    @Example
    void a_text_larger_than_the_cache_is_not_kept_and_displaces_nothing() {
        TokenCounter cached = recording().cached(10);
        cached.count("aaaa");
        cached.count("x".repeat(11));
        cached.count("x".repeat(11));
        cached.count("aaaa");
        assertThat(counted).containsExactly("aaaa", "x".repeat(11), "x".repeat(11));
    }

    @Example
    void a_fast_counter_has_only_its_longer_texts_remembered() {
        CachingTokenCounter cached = (CachingTokenCounter) O200K.cached(1_000);
        String shorter = "x".repeat(JtokkitTokenCounter.MIN_REMEMBERED - 1);
        assertThat(cached.count(shorter)).isEqualTo(O200K.count(shorter));
        assertThat(cached.size()).isZero();
        assertThat(cached.count(shorter + "x")).isEqualTo(O200K.count(shorter + "x"));
        assertThat(cached.size()).isEqualTo(1);
    }

    @Example
    void what_a_cache_holds_is_bounded_however_short_its_texts_are() {
        CachingTokenCounter cached = new CachingTokenCounter(String::length, Integer.MAX_VALUE);
        for (int i = 0; i < CachingTokenCounter.MAX_TEXTS + 1_000; i++) {
            cached.count(Integer.toString(i));
        }
        assertThat(cached.size()).isEqualTo(CachingTokenCounter.MAX_TEXTS);
    }

    @Example
    void many_threads_get_the_same_counts_and_leave_the_cache_within_its_bound() throws Exception {
        CachingTokenCounter cached = new CachingTokenCounter(text -> text.length() + 1, 1_000);
        CountDownLatch start = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> counting = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Random random = new Random(thread / 2);
                counting.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    for (int i = 0; i < 20_000; i++) {
                        String text = "x".repeat(random.nextInt(300));
                        assertThat(cached.count(text)).isEqualTo(text.length() + 1);
                    }
                    return null;
                }));
            }
            for (Future<?> one : counting) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        cached.count("one more, when all others are done".repeat(3));
        assertThat(cached.heldChars()).isBetween(1L, 1_000L);
        assertThat(cached.size()).isPositive();
    }

    @Property(seed = "7202", tries = 200)
    void a_cache_never_changes_a_count(@ForAll List<String> texts, @ForAll @IntRange(min = 1, max = 50) int maxChars) {
        TokenCounter plain = text -> text.length() + 1;
        TokenCounter cached = plain.cached(maxChars);
        for (String text : texts) {
            assertThat(cached.count(text)).isEqualTo(text.length() + 1);
            assertThat(cached.count(text)).isEqualTo(text.length() + 1);
        }
    }

    @Example
    void nonsense_is_refused() {
        assertThatThrownBy(() -> O200K.cached(0)).hasMessage("maxChars must be positive, but was 0");
    }

    private TokenCounter recording() {
        return text -> {
            counted.add(text);
            return text.length();
        };
    }
}
