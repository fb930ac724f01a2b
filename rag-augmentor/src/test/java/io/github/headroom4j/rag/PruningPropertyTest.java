package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.compressor.passage.PassageScorer;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.original.Selector;
import io.github.headroom4j.rag.PrunedPassages.Outcome;
import io.github.headroom4j.rag.PrunedPassages.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any passages and any question. */
class PruningPropertyTest {

    private static final List<String> WORDS = List.of(
            "pool",
            "cache",
            "Lindqvist",
            "server",
            "writes",
            "However",
            "it",
            "of",
            "the",
            "in",
            "1998",
            "42",
            "however",
            "Umea",
            "restarts",
            "slow",
            "default",
            "is",
            "not",
            "retry",
            "option",
            "pool.max-size",
            "Mr.",
            "\"quoted\"",
            "水");

    private static final Pattern NOTE = Pattern.compile("(?m) ?…(?: \\d+ (?:sentence|line)s? \\([\\d-]+\\))? ?\n?\n?");

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();

    private static String sentence(Random random) {
        String words = IntStream.range(0, 4 + random.nextInt(14))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + (random.nextInt(9) == 0 ? "?" : ".");
    }

    private static String passage(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "About the pool\n" : "");
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            text.append(sentence(random)).append(random.nextInt(6) == 0 ? "\n\n" : " ");
        }
        return random.nextBoolean() ? text.toString() : text.toString().strip();
    }

    @Provide
    Arbitrary<List<String>> passages() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            List<String> passages = new ArrayList<>();
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                boolean again = !passages.isEmpty() && random.nextInt(5) == 0;
                passages.add(again ? passages.get(random.nextInt(passages.size())) : passage(random));
            }
            return passages;
        });
    }

    @Provide
    Arbitrary<List<String>> anything() {
        return Arbitraries.strings()
                .withChars("aB1 .,\n\r\t#-|{}[]\"…<>:\\`*ä水\ud83d\ude00")
                .ofMaxLength(400)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> questions() {
        return Arbitraries.longs().map(seed -> sentence(new Random(seed)));
    }

    private final PassagePruner usual = PassagePruner.builder(headroom).build();

    /** By words, which is fast: what is shown changes with the scorer, what must hold does not. */
    private PassagePruner pruner() {
        return PassagePruner.builder(headroom).scorer(PassageScorer.lexical()).build();
    }

    @Property(tries = 300, seed = "31")
    void should_never_grow_and_keep_order_and_whole_sentences(
            @ForAll("questions") String question, @ForAll("passages") List<String> passages) {
        PrunedPassages pruned = pruner().prune(question, passages, "a");

        assertThat(pruned.outcome()).isNotEqualTo(Outcome.FAILED);
        assertThat(pruned.tokensAfter()).isLessThanOrEqualTo(pruned.tokensBefore());
        assertThat(pruned.shown()).extracting(Shown::index).isSorted().doesNotHaveDuplicates();
        if (pruned.changed()) {
            assertThat(headroom.counter().count(pruned.text())).isEqualTo(pruned.tokensAfter());
            pruned.shown().forEach(shown -> assertWhole(shown.text(), passages.get(shown.index())));
        } else {
            assertThat(pruned.text()).isEqualTo(String.join("\n\n", passages).stripTrailing());
        }
    }

    /** What stands between the notes is a run of whole sentences of the passage, and the runs are in its order. */
    private void assertWhole(String shown, String passage) {
        List<String> sentences = PassagePieces.read(passage, false, CompressionContext.of(headroom.counter()))
                .texts();
        int sentence = 0;
        for (String run : NOTE.splitAsStream(shown).toList()) {
            String rest = run.strip();
            while (!rest.isEmpty()) {
                while (sentence < sentences.size()
                        && !rest.startsWith(sentences.get(sentence).strip())) {
                    sentence++;
                }
                assertThat(sentence)
                        .as("a sentence of the passage in: %s", rest)
                        .isLessThan(sentences.size());
                rest = rest.substring(sentences.get(sentence).strip().length()).strip();
                sentence++;
            }
        }
    }

    @Property(tries = 200, seed = "32")
    void should_keep_a_budget(
            @ForAll("questions") String question,
            @ForAll("passages") List<String> passages,
            @ForAll @IntRange(min = PassagePruner.MIN_BUDGET, max = 400) int budget) {
        PrunedPassages pruned = PassagePruner.builder(headroom)
                .scorer(PassageScorer.lexical())
                .nearTheBest(0)
                .maxTokens(budget)
                .build()
                .prune(question, passages, "a");

        assertThat(headroom.counter().count(pruned.text())).isLessThanOrEqualTo(budget);
    }

    @Property(tries = 200, seed = "33")
    void should_read_every_passage_back(
            @ForAll("questions") String question, @ForAll("passages") List<String> passages) {
        PrunedPassages pruned = pruner().prune(question, passages, "a");
        if (!pruned.changed()) {
            return;
        }
        String ref = ScriptedModel.ref(pruned.note());
        Optional<String> original = headroom.originals().find("a", ref);

        assertThat(original).contains(String.join("\n\n", passages));
        Matcher ranges = Pattern.compile("\\d+(?:-\\d+)?")
                .matcher(pruned.note().lines().findFirst().orElseThrow());
        List<Integer> shown = pruned.shown().stream().map(Shown::index).toList();
        StringBuilder leftOut = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            leftOut.append(shown.contains(i) ? "" : passages.get(i).strip() + "\n");
        }
        StringBuilder read = new StringBuilder();
        // The first number says how many passages are left out.
        ranges.results()
                .skip(1)
                .map(MatchResult::group)
                .filter(range -> !leftOut.isEmpty())
                .forEach(range -> read.append(OriginalText.of(original.orElseThrow(), "")
                        .slice(Selector.lines(range))
                        .render()));
        leftOut.toString().lines().forEach(line -> assertThat(read.toString()).contains(line.strip()));
    }

    @Property(tries = 100, seed = "34")
    void should_give_the_same_again(@ForAll("questions") String question, @ForAll("passages") List<String> passages) {
        assertThat(pruner().prune(question, passages, "a")).isEqualTo(pruner().prune(question, passages, "a"));
    }

    @Property(tries = 300, seed = "35")
    void should_cope_with_anything(@ForAll("anything") List<String> passages, @ForAll("questions") String question) {
        cope(pruner(), passages, question);
    }

    @Property(tries = 60, seed = "36")
    void should_cope_with_anything_by_default(
            @ForAll("anything") List<String> passages, @ForAll("questions") String question) {
        cope(usual, passages, question);
    }

    private static void cope(PassagePruner pruner, List<String> passages, String question) {
        PrunedPassages pruned = pruner.prune(question, passages, "a");

        assertThat(pruned.outcome()).isNotEqualTo(Outcome.FAILED);
        assertThat(pruned.tokensAfter()).isLessThanOrEqualTo(pruned.tokensBefore());
    }
}
