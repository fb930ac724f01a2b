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

/** The long texts of some rows, and what of them is near a query: pieces are weighed against those of all rows. */
final class Excerpts {

    /** So much of one text says what it is about. Its beginning and its nearest piece are shown even if they are longer. Tokens. */
    private static final int MAX_TOKENS = 30;

    /** Shorter texts are names, addresses and titles. Characters. */
    private static final int MIN_CHARS = 80;

    /** Of what has fewer lines than three, such as a paragraph, a part says too little. */
    private static final int MIN_BREAKS = 2;

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
                && text.chars().filter(c -> c == '\n').limit(MIN_BREAKS).count() == MIN_BREAKS;
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

    /** A row with what its long texts begin with and what of them is nearest to the query. */
    Value nearest(Value row) {
        return replaced(row, excerpt -> excerpt.show(near(excerpt)));
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

    private BitSet near(Excerpt excerpt) {
        BitSet chosen = new BitSet();
        chosen.set(0, Math.min(1, excerpt.pieces().size()));
        double[] scores = worth.getOrDefault(excerpt.text(), new double[0]);
        List<Integer> byWorth = IntStream.range(0, scores.length)
                .filter(piece -> scores[piece] > 0)
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
}
