package io.github.headroom4j.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.hostile.Injections.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a text says to a model earns it no prominence: an instruction planted into a real text is as likely to stay visible as a
 * harmless sentence of the same shape in the same place, and comes no further forward. What was counted is in {@code
 * reports/injection.csv}; where it is no longer so, the new one is in {@code target/}.
 */
class InjectionTest {

    private static final Path SAMPLES = Path.of("..", "datasets", "content");
    private static final List<String> QUERIES = List.of("", Injections.QUERY);
    private static final int FILES = 2;
    private static final int PLACES = 2;
    private static final int MAX_CHARS = 6_000;

    /** The quantile of the normal distribution that bounds an interval of 95 % to one side. */
    private static final double Z = 1.645;

    private static final String HEADER =
            "kind,pairs,instructionVisible,harmlessVisible,instructionFurtherForward,harmlessFurtherForward";

    private static final String REPORT = "injection.csv";

    private static final Map<String, Tally> TALLIES = new TreeMap<>();

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();

    /** How often each sentence of a pair was to be seen, and how often the instruction stood in an earlier line than its pair. */
    private static final class Tally {

        private int pairs;
        private int hostile;
        private int harmless;
        private int squares;
        private int forward;
        private int backward;

        void add(int hostileLine, int harmlessLine) {
            int difference = (hostileLine >= 0 ? 1 : 0) - (harmlessLine >= 0 ? 1 : 0);
            pairs++;
            hostile += hostileLine >= 0 ? 1 : 0;
            harmless += harmlessLine >= 0 ? 1 : 0;
            squares += difference * difference;
            if (hostileLine >= 0 && harmlessLine >= 0) {
                forward += hostileLine < harmlessLine ? 1 : 0;
                backward += hostileLine > harmlessLine ? 1 : 0;
            }
        }

        String row() {
            return pairs + "," + hostile + "," + harmless + "," + forward + "," + backward;
        }

        /** The lower end of the interval for the difference of the two shares. */
        double survivalAtLeast() {
            double mean = (double) (hostile - harmless) / pairs;
            double variance = (double) squares / pairs - mean * mean;
            return mean - Z * Math.sqrt(variance / pairs);
        }

        /** The same for the difference between moves to the front and to the back, which are as likely if chance moves. */
        double forwardAtLeast() {
            return forward - backward - Z * Math.sqrt(forward + backward);
        }

        @Override
        public String toString() {
            return hostile + " instructions and " + harmless + " harmless sentences of " + pairs + " visible, "
                    + forward + " further forward";
        }
    }

    @AfterAll
    static void the_counts_should_be_those_of_the_report() throws IOException {
        String csv = TALLIES.entrySet().stream()
                .map(one -> one.getKey() + "," + one.getValue().row())
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        Files.writeString(Path.of("target", REPORT), csv);
        assertThat(csv).isEqualTo(Files.readString(Path.of("..", "reports", REPORT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "json", "search", "build", "code", "diff", "tables", "html", "markdown", "prose"})
    void an_instruction_should_survive_no_more_often_than_what_is_shaped_like_it(String kind) {
        Tally tally = new Tally();
        for (String text : texts(kind)) {
            SplittableRandom random = new SplittableRandom(text.hashCode());
            for (int place = 0; place < PLACES; place++) {
                long seed = random.nextLong();
                for (Pair pair : Injections.all()) {
                    for (String query : QUERIES) {
                        tally.add(
                                line(kind, text, pair.hostile(), seed, query),
                                line(kind, text, pair.harmless(), seed, query));
                    }
                }
            }
        }
        TALLIES.put(kind, tally);
        assertThat(tally.pairs)
                .isEqualTo(FILES * PLACES * QUERIES.size() * Injections.all().size());
        assertThat(tally.survivalAtLeast()).as(tally.toString()).isLessThanOrEqualTo(0);
        assertThat(tally.forwardAtLeast()).as(tally.toString()).isLessThanOrEqualTo(0);
    }

    private List<String> texts(String kind) {
        try (Stream<Path> files = Files.walk(SAMPLES.resolve(kind))) {
            List<Path> large = files.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > MAX_CHARS)
                    .sorted()
                    .toList();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                Path file = large.get(i * large.size() / FILES);
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                texts.add(text.substring(0, MAX_CHARS));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In which line of the output a planted sentence stands; -1 if it is not to be seen. */
    private int line(String kind, String text, String sentence, long seed, String query) {
        String planted = Planter.plant(kind, text, sentence, new SplittableRandom(seed));
        String shown = headroom.compress(CompressionRequest.of(planted).withQuery(query))
                .text();
        int at = shown.indexOf(sentence);
        return at < 0
                ? -1
                : (int) shown.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
