package io.github.headroom4j.eval.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** A token a character, so that sums can be told from the texts. */
class ProviderCacheTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-6);
    private static final AnthropicCache ANTHROPIC = AnthropicCache.of("anthropic", 1_024);
    private static final OpenAiCache OPENAI = new OpenAiCache("openai", 0.5);

    @Property
    void an_append_only_session_costs_what_the_closed_form_says(@ForAll("sizes") List<Integer> sizes) {
        // Request k has the tools and the first k messages; the tools alone reach the minimum.
        List<Prompt> session = appendOnly(1_100, sizes);
        long input = session.stream().mapToLong(Prompt::tokens).sum();
        long last = session.get(session.size() - 1).tokens();

        // Every token is written once, and read in each later request.
        CacheUsage usage = ANTHROPIC.usage(session);
        assertThat(usage).isEqualTo(new CacheUsage(input, input - last, last));
        assertThat(ANTHROPIC.cost(usage)).isCloseTo(0.1 * (input - last) + 1.25 * last, ROUNDING);

        long read = 0;
        for (Prompt request : session.subList(0, session.size() - 1)) {
            read += request.tokens() / 128 * 128L;
        }
        assertThat(OPENAI.usage(session)).isEqualTo(new CacheUsage(input, read, 0));
        assertThat(OPENAI.cost(OPENAI.usage(session))).isCloseTo(input - 0.5 * read, ROUNDING);
    }

    @Property
    void a_session_whose_first_message_always_changes_caches_nothing_beyond_it(
            @ForAll("sizes") List<Integer> sizes, @ForAll @IntRange(min = 0, max = 3_000) int tools) {
        List<Prompt> session = new ArrayList<>();
        for (int k = 0; k < sizes.size(); k++) {
            List<PromptBlock> blocks = new ArrayList<>(List.of(block("tools", tools), message("user\n" + k, 40)));
            for (int i = 0; i < k; i++) {
                blocks.add(message("m" + i, sizes.get(i)));
            }
            session.add(prompt(blocks));
        }
        long fixed = session.get(0).tokensOf(1);
        long later = session.size() - 1L;
        assertThat(ANTHROPIC.usage(session).read()).isEqualTo(fixed < 1_024 ? 0 : later * fixed);
        assertThat(OPENAI.usage(session).read()).isEqualTo(fixed < 1_024 ? 0 : later * (fixed / 128 * 128));
    }

    @Property
    void whatever_is_sent_counts_stay_in_their_bounds(@ForAll("sessions") List<Prompt> session) {
        long input = session.stream().mapToLong(Prompt::tokens).sum();
        for (ProviderCache cache : ProviderCaches.all()) {
            CacheUsage usage = cache.usage(session);
            assertThat(usage.input()).isEqualTo(input);
            assertThat(usage.read() + usage.written()).isBetween(0L, input);
            assertThat(cache.cost(usage)).isBetween(cache.readPrice() * input - 1e-6, 1.25 * input + 1e-6);
        }
    }

    @Property
    void openai_reads_multiples_of_128_from_1024_on(@ForAll("sessions") List<Prompt> session) {
        for (int i = 0; i < session.size(); i++) {
            long before = OPENAI.usage(session.subList(0, i)).read();
            long read = OPENAI.usage(session.subList(0, i + 1)).read() - before;
            assertThat(read % 128).isZero();
            assertThat(read == 0 || read >= 1_024).isTrue();
            assertThat(read).isLessThanOrEqualTo(session.get(i).tokens());
        }
    }

    @Property
    void a_larger_minimum_never_reads_more(@ForAll("sessions") List<Prompt> session) {
        long small = AnthropicCache.of("a", 1_024).usage(session).read();
        assertThat(AnthropicCache.of("b", 4_096).usage(session).read()).isLessThanOrEqualTo(small);
    }

    @Property
    void marking_where_a_request_was_rewritten_never_reads_less(@ForAll("sessions") List<Prompt> session) {
        AnthropicCache unmarked = new AnthropicCache("a", 1_024, 20, false);
        assertThat(ANTHROPIC.usage(session).read())
                .isGreaterThanOrEqualTo(unmarked.usage(session).read());
    }

    @Example
    void a_cache_holds_prefixes_of_all_earlier_requests() {
        Prompt first = prompt(List.of(block("tools", 10), message("a", 2_000)));
        Prompt second = prompt(List.of(block("tools", 10), message("b", 2_000)));
        List<Prompt> session = List.of(first, second, first);
        assertThat(ANTHROPIC.usage(session).read()).isEqualTo(first.tokens());
        assertThat(OPENAI.usage(session).read()).isEqualTo(first.tokens() / 128 * 128L);
    }

    @Example
    void an_entry_is_found_up_to_20_blocks_before_a_break_point() {
        AnthropicCache unmarked = new AnthropicCache("a", 1_024, 20, false);
        List<Integer> sizes = new ArrayList<>(java.util.Collections.nCopies(22, 100));
        List<Prompt> requests = appendOnly(500, sizes, 2_000);
        Prompt first = requests.get(1);
        assertThat(unmarked.usage(List.of(first, requests.get(21))).read()).isEqualTo(first.tokens());
        assertThat(unmarked.usage(List.of(first, requests.get(22))).read()).isZero();
    }

    @Example
    void what_is_too_short_is_neither_read_nor_written() {
        Prompt small = prompt(List.of(block("tools", 100), message("a", 200)));
        assertThat(ANTHROPIC.usage(List.of(small, small))).isEqualTo(new CacheUsage(2L * small.tokens(), 0, 0));
        assertThat(OPENAI.usage(List.of(small, small))).isEqualTo(new CacheUsage(2L * small.tokens(), 0, 0));
    }

    @Example
    void impossible_settings_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnthropicCache.of("a", -1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenAiCache("o", 1.5))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CacheUsage(10, 6, 5))
                .withMessageContaining("6 and 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Prompt(List.of(), List.of()));
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(0, 3_000).list().ofMinSize(1).ofMaxSize(18);
    }

    /** Sessions that append, rewrite and drop messages as they like. */
    @Provide
    Arbitrary<List<Prompt>> sessions() {
        Arbitrary<PromptBlock> blocks =
                Arbitraries.integers().between(0, 5).map(i -> message("m" + i, 300 * i * i + 17));
        return blocks.list()
                .ofMaxSize(12)
                .map(messages -> {
                    List<PromptBlock> all = new ArrayList<>(List.of(block("tools", 300)));
                    all.addAll(messages);
                    return prompt(all);
                })
                .list()
                .ofMaxSize(12);
    }

    private static List<Prompt> appendOnly(int tools, List<Integer> sizes) {
        return appendOnly(tools, sizes, 0);
    }

    /** One request without messages, then one more message in each. */
    private static List<Prompt> appendOnly(int tools, List<Integer> sizes, int firstSize) {
        List<PromptBlock> blocks = new ArrayList<>(List.of(block("tools", tools)));
        List<Prompt> session = new ArrayList<>(List.of(prompt(blocks)));
        for (int size : sizes) {
            blocks.add(message("m" + blocks.size(), blocks.size() == 1 && firstSize > 0 ? firstSize : size));
            session.add(prompt(blocks));
        }
        return session;
    }

    private static Prompt prompt(List<PromptBlock> blocks) {
        return Prompt.of(blocks, String::length);
    }

    private static PromptBlock message(String header, int size) {
        return block(header, size);
    }

    private static PromptBlock block(String header, int size) {
        return new PromptBlock(header, "x".repeat(size));
    }
}
