package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of originals keeps. A test extends this class and gives a store of its choice. */
abstract class OriginalStoreContract {

    private static final int THREADS = 16;

    /** Texts whose hashes begin with the same 12 digits, 980e94898859, and differ in the next; 45 million texts have four such pairs. */
    private static final String FIRST = "original 9779471";

    private static final String SECOND = "original 13668023";

    private OriginalStore store;

    /** A store that holds nothing yet. */
    abstract OriginalStore emptyStore() throws Exception;

    /** How many originals that store holds now. */
    abstract int count() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        store = emptyStore();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void should_give_back_the_exact_text(String text) {
        OriginalId id = store.put("scope", text);

        assertThat(id).isEqualTo(OriginalId.of(text));
        assertThat(store.find("scope", id.shortForm())).contains(text);
        assertThat(store.find("scope", id.sha256())).contains(text);
        assertThat(store.find("scope", id.sha256().substring(0, 20))).contains(text);
    }

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                "short",
                "first\r\nsecond\n\rthird\r",
                "\u0000 in the middle \u0000 and at the end \u0000",
                "\ud800",
                "upside \udc00\ud800 down ".repeat(100),
                "\ufeffa mark, \ud83d\ude00 and \u0130\u0131",
                "'; drop table headroom_original; --",
                "a line that deflates well\n".repeat(200_000),
                noise(5_000_000));
    }

    /** Text that does not deflate well. */
    static String noise(int chars) {
        Random random = new Random(5401);
        StringBuilder noise = new StringBuilder(chars);
        for (int i = 0; i < chars; i++) {
            noise.append((char) (' ' + random.nextInt(95)));
        }
        return noise.toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void should_keep_a_text_whose_id_is_known_as_if_it_were_put(String text) throws Exception {
        OriginalId id = OriginalId.of(text);
        store.keep("scope", text, id, () -> {});
        store.keep("scope", text, id, () -> {});

        assertThat(store.find("scope", id.shortForm())).contains(text);
        assertThat(store.put("scope", text)).isEqualTo(id);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void should_never_give_a_text_for_an_id_that_is_not_its_own() {
        OriginalId other = OriginalId.of("other");

        assertThatThrownBy(() -> {
                    store.keep("scope", "text", other, () -> {});
                    store.find("scope", other.shortForm());
                })
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining(other.shortForm());
    }

    @Test
    void should_refuse_another_text_for_an_id_that_it_holds() {
        OriginalId id = store.put("scope", "text");

        assertThatThrownBy(() -> store.keep("scope", "other", id, () -> {}))
                .isInstanceOf(OriginalStoreException.class)
                .hasMessageContaining(id.shortForm());
        assertThat(store.find("scope", id.shortForm())).contains("text");
    }

    @Test
    void should_refuse_to_keep_what_collides() {
        store.put("scope", FIRST);

        assertThatThrownBy(() -> store.keep("scope", SECOND, OriginalId.of(SECOND), () -> {}))
                .isInstanceOf(OriginalStoreException.class);
        assertThat(store.find("scope", OriginalId.of(FIRST).sha256())).contains(FIRST);
        assertThat(store.find("scope", OriginalId.of(SECOND).sha256())).isEmpty();
    }

    @Test
    void should_keep_once_what_is_put_twice() throws Exception {
        OriginalId first = store.put("scope", "text");

        assertThat(store.put("scope", "text")).isEqualTo(first);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void should_keep_several_at_once_in_their_order() throws Exception {
        OriginalId held = store.put("scope", "held before");
        List<String> texts = new ArrayList<>(texts().toList());
        texts.addAll(List.of("held before", "short", "last"));

        List<OriginalId> ids = store.putAll("scope", texts);

        assertThat(ids).isEqualTo(texts.stream().map(OriginalId::of).toList()).contains(held);
        assertThat(count()).isEqualTo(texts.size() - 1);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(store.find("scope", ids.get(i).shortForm())).contains(texts.get(i));
        }
        assertThat(store.putAll("scope", texts)).isEqualTo(ids);
        assertThat(store.putAll("scope", List.of())).isEmpty();
        assertThat(count()).isEqualTo(texts.size() - 1);
    }

    @Test
    void should_keep_more_at_once_than_a_compaction_ever_has() throws Exception {
        List<String> texts = IntStream.range(0, 300).mapToObj(i -> "text " + i).toList();

        List<OriginalId> ids = store.putAll("scope", texts);

        assertThat(count()).isEqualTo(300);
        assertThat(ids)
                .allSatisfy(id -> assertThat(store.find("scope", id.shortForm()))
                        .hasValueSatisfying(
                                text -> assertThat(OriginalId.of(text)).isEqualTo(id)));
    }

    @Test
    void should_refuse_several_of_a_blank_scope() {
        assertThatThrownBy(() -> store.putAll(" ", List.of("one", "two"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void should_take_renewals_of_what_it_holds_and_of_what_it_does_not() {
        OriginalId id = store.put("scope", "text");

        store.renew("scope", List.of(id, OriginalId.of("never put")));
        store.renew("scope", List.of());
        store.renew("never heard of", List.of(id));

        assertThat(store.find("scope", id.shortForm())).contains("text");
        assertThat(store.find("never heard of", id.shortForm())).isEmpty();
    }

    @Test
    void should_keep_scopes_apart() {
        List<String> scopes = List.of("a", "A", "a ", " a", "a\u0000", "\ud800", "\ud801", "?", "x".repeat(5_000), "'");
        for (String scope : scopes) {
            OriginalId id = store.put(scope, "of " + scope);
            scopes.forEach(other ->
                    assertThat(store.find(other, id.sha256()).isPresent()).isEqualTo(other.equals(scope)));
            store.clear(scope);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void should_refuse_a_blank_scope_and_say_what_it_was(String blank) {
        assertThatThrownBy(() -> store.put(blank, "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + blank + "'");
    }

    @Test
    void should_find_nothing_by_what_is_no_reference_of_the_scope() {
        String id = store.put("scope", "text").sha256();
        String turned = id.substring(0, 63) + (id.endsWith("0") ? "1" : "0");
        List<String> strangers = List.of(
                "",
                "0",
                id.substring(0, OriginalId.SHORT_LENGTH - 1),
                "0".repeat(OriginalId.SHORT_LENGTH),
                "0".repeat(64),
                turned,
                id + "0",
                " " + id,
                "zzzzzzzzzzzz",
                "\u0000".repeat(OriginalId.SHORT_LENGTH),
                "\ud800".repeat(OriginalId.SHORT_LENGTH),
                "' or '1' = '1",
                "____________",
                "%");

        assertThat(strangers)
                .allSatisfy(ref -> assertThat(store.find("scope", ref)).as(ref).isEmpty());
        assertThat(store.find("never heard of", id)).isEmpty();
    }

    /** What databases, key patterns and case-insensitive collations might take for a reference. */
    @ParameterizedTest
    @ValueSource(strings = {"short form", "whole"})
    void should_find_nothing_by_what_only_resembles_a_reference(String form) {
        // Its short form holds letters and digits, so that there is something to resemble.
        String sha256 = store.put("scope", "text").sha256();
        String ref = form.equals("whole") ? sha256 : sha256.substring(0, OriginalId.SHORT_LENGTH);
        assertThat(ref).containsPattern("[a-f]").containsPattern("[0-9]");
        List<String> lookAlikes = List.of(
                ref.toUpperCase(Locale.ROOT),
                // Cyrillic and full-width letters and digits that look the same.
                ref.replace('a', '\u0430')
                        .replace('c', '\u0441')
                        .replace('e', '\u0435')
                        .replaceFirst("[0-9]", "\uff11"),
                ref.chars()
                        .mapToObj(c -> String.valueOf((char) (c - '!' + '\uff01')))
                        .collect(Collectors.joining()),
                // Arabic digits, which parse as numbers.
                ref.replaceFirst("[0-9]", "\u0661"),
                ref.substring(0, ref.length() - 1) + "%",
                ref.substring(0, ref.length() - 1) + "_",
                ref.substring(0, ref.length() - 1) + "*",
                ref.substring(0, ref.length() - 1) + "?",
                "*" + ref.substring(1),
                "%".repeat(ref.length()),
                "_".repeat(ref.length()),
                "*",
                "[0-9a-f]*",
                ref + "%",
                ref + "\u0000",
                ref + "\u200b",
                "\u200b" + ref,
                ref + "\n",
                ref + "' --",
                ref + "\r\nGET other");

        assertThat(store.find("scope", ref)).contains("text");
        assertThat(lookAlikes)
                .allSatisfy(one -> assertThat(store.find("scope", one)).as(one).isEmpty());
    }

    @Test
    void should_give_no_original_by_more_digits_than_it_shares_with_another() {
        OriginalId first = OriginalId.of(FIRST);
        OriginalId second = OriginalId.of(SECOND);
        assertThat(second.shortForm()).isEqualTo(first.shortForm());
        store.put("scope", FIRST);
        store.put("elsewhere", SECOND);

        assertThat(store.find("scope", second.shortForm())).contains(FIRST);
        assertThat(store.find("elsewhere", first.shortForm())).contains(SECOND);
        for (int digits = OriginalId.SHORT_LENGTH + 1; digits <= first.sha256().length(); digits++) {
            String firstRef = first.sha256().substring(0, digits);
            String secondRef = second.sha256().substring(0, digits);
            assertThat(store.find("scope", firstRef)).contains(FIRST);
            assertThat(store.find("scope", secondRef)).as(secondRef).isEmpty();
            assertThat(store.find("elsewhere", firstRef)).as(firstRef).isEmpty();
            assertThat(store.find("elsewhere", secondRef)).contains(SECOND);
        }
    }

    @Test
    void should_refuse_another_original_of_a_real_short_form_until_the_first_is_cleared() {
        OriginalId first = store.put("scope", FIRST);
        OriginalId second = OriginalId.of(SECOND);

        for (List<String> texts : List.of(List.of(SECOND), List.of("own", SECOND))) {
            assertThatThrownBy(() -> store.putAll("scope", texts))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining(first.sha256())
                    .hasMessageContaining(second.sha256());
        }
        assertThat(store.find("scope", first.shortForm())).contains(FIRST);
        assertThat(store.find("scope", second.sha256())).isEmpty();

        store.renew("scope", List.of(second));
        assertThat(store.find("scope", first.sha256())).contains(FIRST);

        store.clear("scope");
        assertThat(store.put("scope", SECOND)).isEqualTo(second);
        assertThat(store.find("scope", first.shortForm())).contains(SECOND);
        assertThat(store.find("scope", first.sha256())).isEmpty();
    }

    @Test
    void should_give_no_scope_what_only_another_one_holds() {
        OriginalId mine = store.put("mine", "of mine");
        OriginalId theirs = store.put("theirs", "of theirs");
        OriginalId shared = store.put("mine", "shared");
        store.put("theirs", "shared");

        for (String ref :
                List.of(theirs.shortForm(), theirs.sha256(), theirs.sha256().substring(0, 40))) {
            assertThat(store.find("mine", ref)).isEmpty();
            assertThat(store.find("theirs", ref)).contains("of theirs");
        }
        for (String scope :
                List.of("%", "_____", "*", "mine%", "mine\u0000", "MINE", "m\u0456ne", "../mine", "mine:")) {
            assertThat(store.find(scope, mine.sha256())).as(scope).isEmpty();
            store.clear(scope);
        }
        store.clear("theirs");
        assertThat(store.find("mine", shared.shortForm())).contains("shared");
        assertThat(store.find("mine", mine.shortForm())).contains("of mine");
    }

    @Test
    void should_forget_a_cleared_scope_and_nothing_else() throws Exception {
        OriginalId id = store.put("over", "shared");
        OriginalId second = store.put("over", "own");
        store.put("going on", "shared");

        store.clear("over");
        store.clear("never heard of");

        assertThat(store.find("over", id.shortForm())).isEmpty();
        assertThat(store.find("over", second.sha256())).isEmpty();
        assertThat(store.find("going on", id.shortForm())).contains("shared");
        assertThat(count()).isEqualTo(1);
        assertThat(store.put("over", "own")).isEqualTo(second);
        assertThat(store.find("over", second.shortForm())).contains("own");
    }

    @Test
    void should_take_hostile_scopes_as_names() {
        String hostile = "x' or 1 = 1; drop table headroom_original; --";
        OriginalId id = store.put("other", "text");

        store.clear(hostile);

        assertThat(store.find(hostile, id.sha256())).isEmpty();
        assertThat(store.find("other", id.sha256())).contains("text");
    }

    @Test
    void should_lose_and_mix_nothing_when_many_threads_put_and_find() throws Exception {
        together(thread -> putAndFind("own " + thread));
        // Ten texts that all put into one scope, and ten of each thread in its own.
        assertThat(count()).isEqualTo(10 + THREADS * 10);
    }

    @Test
    void should_lose_nothing_when_many_threads_keep_the_same_texts_in_different_orders() throws Exception {
        List<String> texts = IntStream.range(0, 40)
                .mapToObj(i -> ("text " + i + ' ').repeat(50))
                .toList();

        together(thread -> {
            List<String> mine = new ArrayList<>(texts);
            Collections.shuffle(mine, new Random(thread));
            List<OriginalId> ids = store.putAll("shared", mine);
            for (int i = 0; i < mine.size(); i++) {
                assertThat(store.find("shared", ids.get(i).sha256())).contains(mine.get(i));
            }
            store.renew("shared", ids);
        });

        assertThat(count()).isEqualTo(texts.size());
    }

    private static void together(IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                running.add(threads.submit(() -> work.accept(number)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void putAndFind(String own) {
        for (int i = 0; i < 10; i++) {
            String text = ("text " + i + ' ').repeat(1_000);
            OriginalId shared = store.put("shared", text);
            OriginalId alone = store.put(own, own + text);
            assertThat(store.find("shared", shared.shortForm())).contains(text);
            assertThat(store.find(own, alone.shortForm())).contains(own + text);
            assertThat(store.find("shared", alone.sha256())).isEmpty();
        }
    }
}
