package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The long texts of some rows, and what of them is near a query: pieces are weighed against those of all rows. */
final class Excerpts {

    /** So much of one text says what it is about. Its beginning and its nearest piece are shown even if they are longer. Tokens. */
    private static final int MAX_TOKENS = 30;

    /** Shorter texts are names, addresses and titles. Characters. */
    private static final int MIN_CHARS = 80;

    /** Of what has fewer lines than three, such as a paragraph, a part says too little. */
    private static final int MIN_BREAKS = 2;

    /** A text of the row that is so long is said once. Characters. */
    private static final int MIN_TOLD = 12;

    /** Every changed line of a patch is shown. */
    private static final List<String> PATCHES = List.of("@@ ", "diff ", "--- ", "Index: ");

    private static final String CAUSE = "Caused by";

    private final Map<String, Excerpt> excerpts = new LinkedHashMap<>();
    private final Map<String, double[]> worth = new LinkedHashMap<>();
    private final TokenCounter counter;

    private Excerpts(TokenCounter counter) {
        this.counter = counter;
    }

    static Excerpts of(List<Value> rows, QueryRelevance relevance, TokenCounter counter) {
        Excerpts excerpts = new Excerpts(counter);
        rows.forEach(excerpts::collect);
        excerpts.weigh(relevance);
        return excerpts;
    }

    static boolean isLong(String text) {
        return text.length() >= MIN_CHARS
                && text.chars().filter(c -> c == '\n').limit(MIN_BREAKS).count() == MIN_BREAKS
                && PATCHES.stream().noneMatch(text::startsWith);
    }

    private void collect(Value value) {
        if (value instanceof Members members) {
            members.values().forEach(this::collect);
        } else if (value instanceof Items items) {
            items.elements().forEach(this::collect);
        } else if (value instanceof Text text && isLong(text.text())) {
            excerpts.computeIfAbsent(text.text(), Excerpt::of);
        }
    }

    private void weigh(QueryRelevance relevance) {
        List<String> all = new ArrayList<>();
        excerpts.values().forEach(excerpt -> all.addAll(excerpt.pieces()));
        double[] scores = relevance.score(all);
        int at = 0;
        for (Excerpt excerpt : excerpts.values()) {
            double[] own = new double[excerpt.pieces().size()];
            System.arraycopy(scores, at, own, 0, own.length);
            worth.put(excerpt.text(), own);
            at += own.length;
        }
    }

    /** A row without its long texts. */
    Value without(Value row) {
        return replaced(row, excerpt -> excerpt.show(new BitSet()));
    }

    /** A row with what its long texts begin with and what of them is nearest to the query, but for what the row says elsewhere. */
    Value nearest(Value row) {
        List<String> labels =
                labels(row).filter(label -> label.length() >= MIN_TOLD).toList();
        return replaced(row, excerpt -> excerpt.show(near(excerpt, labels)));
    }

    /** The short texts of a row and of the objects in it. */
    static Stream<String> labels(Value value) {
        if (value instanceof Members members) {
            return members.values().stream().flatMap(Excerpts::labels);
        }
        return value instanceof Text text && !isLong(text.text()) ? Stream.of(text.text()) : Stream.empty();
    }

    private Value replaced(Value value, Function<Excerpt, String> shown) {
        if (value instanceof Members members) {
            return new Members(
                    members.names(),
                    members.values().stream()
                            .map(member -> replaced(member, shown))
                            .toList());
        }
        if (value instanceof Items items) {
            return new Items(items.elements().stream()
                    .map(element -> replaced(element, shown))
                    .toList());
        }
        Excerpt excerpt = value instanceof Text text ? excerpts.get(text.text()) : null;
        return excerpt == null ? value : new Text(shown.apply(excerpt));
    }

    private BitSet near(Excerpt excerpt, List<String> labels) {
        BitSet told = told(excerpt, labels);
        BitSet chosen = opening(excerpt, told);
        double[] scores = worth.getOrDefault(excerpt.text(), new double[0]);
        List<Integer> byWorth = IntStream.range(0, scores.length)
                .filter(piece -> scores[piece] > 0 && !told.get(piece))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer piece) -> -scores[piece]))
                .toList();
        for (int rank = 0; rank < byWorth.size(); rank++) {
            BitSet more = (BitSet) chosen.clone();
            more.set(byWorth.get(rank));
            if (rank == 0 || counter.count(excerpt.show(more)) <= MAX_TOKENS) {
                chosen = more;
            }
        }
        return chosen;
    }

    /** What a label is most of, such as the signature, if the row has it beside the code. */
    private static BitSet told(Excerpt excerpt, List<String> labels) {
        BitSet told = new BitSet();
        for (int piece = 0; piece < excerpt.pieces().size(); piece++) {
            String text = excerpt.pieces().get(piece);
            told.set(
                    piece,
                    labels.stream().anyMatch(label -> label.length() * 2 >= text.length() && text.contains(label)));
        }
        return told;
    }

    /** The first piece, and what names a cause. Lines of one word, such as annotations, are passed over. */
    private static BitSet opening(Excerpt excerpt, BitSet told) {
        List<String> pieces = excerpt.pieces();
        BitSet chosen = new BitSet();
        IntStream.range(0, pieces.size())
                .filter(piece -> pieces.get(piece).indexOf(' ') > 0)
                .limit(1)
                .forEach(chosen::set);
        IntStream.range(0, pieces.size())
                .filter(piece -> pieces.get(piece).startsWith(CAUSE))
                .forEach(chosen::set);
        chosen.andNot(told);
        return chosen;
    }
}
