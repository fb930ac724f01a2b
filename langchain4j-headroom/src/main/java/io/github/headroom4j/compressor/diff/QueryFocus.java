package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a query asks about: files by their name, hunks by what stands in them. */
final class QueryFocus {

    /** Among fewer hunks no one stands out. */
    private static final int MIN_HUNKS = 4;

    /** A hunk stands out if it scores this share of the best one's score. */
    private static final double NEAR_BEST = 0.7;

    /** At most this share of the hunks can stand out; if more do, the query speaks of the whole change. */
    private static final double MAX_SHARE = 0.25;

    private final Set<String> terms;
    private final Set<Integer> hunks;

    private QueryFocus(Set<String> terms, Set<Integer> hunks) {
        this.terms = terms;
        this.hunks = hunks;
    }

    static QueryFocus of(DiffContent content) {
        String query = content.context().query();
        QueryRelevance relevance = QueryRelevance.to(content.context());
        Set<Integer> focused = new HashSet<>();
        if (relevance.isPresent()) {
            List<Hunk> hunks = hunks(content);
            List<String> texts = hunks.stream().map(hunk -> text(hunk, content)).toList();
            Arrays.stream(relevance.naming(texts))
                    .forEach(i -> focused.add(hunks.get(i).line()));
            best(relevance.score(texts)).forEach(i -> focused.add(hunks.get(i).line()));
        }
        return new QueryFocus(Set.copyOf(Terms.of(query)), focused);
    }

    private static List<Hunk> hunks(DiffContent content) {
        List<Hunk> hunks = new ArrayList<>();
        for (Part part : content.parts()) {
            if (part instanceof FilePart file) {
                hunks.addAll(file.hunks());
            }
        }
        return hunks;
    }

    private static String text(Hunk hunk, DiffContent content) {
        return String.join("\n", content.diff().lines().subList(hunk.line(), hunk.to()));
    }

    private static List<Integer> best(double[] scores) {
        double max = Arrays.stream(scores).max().orElse(0);
        List<Integer> best = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (max > 0 && scores[i] >= max * NEAR_BEST) {
                best.add(i);
            }
        }
        return scores.length < MIN_HUNKS || best.size() > scores.length * MAX_SHARE ? List.of() : best;
    }

    boolean isOn(Hunk hunk) {
        return hunks.contains(hunk.line());
    }

    /** Whether the query names a file, by its path or its name. */
    boolean names(FilePart file) {
        String path = file.header().path();
        List<String> named = Terms.of(path + ' ' + path.substring(path.lastIndexOf('/') + 1));
        return named.stream().anyMatch(term -> term.indexOf('.') > 0 && terms.contains(term));
    }
}
