package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names for what printed templates begin with: a log of many loggers repeats its header in each template. {@code
 * &1=<t> [main] INFO shop.} is told once, then {@code A=&1Cart - opened}; one may begin with another. {@link #expand} is the
 * inverse. Linear in the templates, of each of which a bounded part is looked at.
 */
final class Beginnings {

    /** Headers are shorter. Characters. */
    private static final int MAX_LENGTH = 240;

    /** What a name costs where it is used, */
    private static final int NAME = 2;

    /** and where it is defined. */
    private static final int DEFINITION = 4;

    /** What a name must add to a shorter one: who reads a template should not have to look up a chain of syllables. */
    private static final int MIN_ADDED = 5;

    /** Parts a name from what follows, if that could be taken for a part of it. */
    private static final char END = ';';

    /** Names by text, the shortest first. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<Long, String> byHash = new HashMap<>();

    private Beginnings() {}

    /** Finds what is worth a name in printed templates. */
    static Beginnings of(List<String> printed) {
        List<Map<Long, Integer>> cuts = printed.stream().map(Beginnings::cuts).toList();
        Map<Long, Integer> sharers = new HashMap<>();
        cuts.forEach(some -> some.keySet().forEach(hash -> sharers.merge(hash, 1, Integer::sum)));
        Map<String, Integer> choosers = new LinkedHashMap<>();
        for (int i = 0; i < cuts.size(); i++) {
            String best = best(printed.get(i), cuts.get(i), sharers);
            if (!best.isEmpty()) {
                choosers.merge(best, 1, Integer::sum);
            }
        }
        Beginnings beginnings = new Beginnings();
        choosers.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().length()))
                .filter(entry -> beginnings.isWorthAName(entry.getKey(), entry.getValue()))
                .forEach(entry -> beginnings.name(entry.getKey()));
        return beginnings;
    }

    int count() {
        return names.size();
    }

    /** One line per name, each read by those before it. */
    List<String> definitions() {
        List<String> lines = new ArrayList<>();
        names.forEach((text, name) -> lines.add(name + '=' + write(text, text.length() - 1)));
        return lines;
    }

    /** A printed template by the longest beginning that has a name. */
    String write(String printed) {
        return write(printed, printed.length());
    }

    private String write(String text, int longest) {
        String best = longest(text, longest);
        if (best.isEmpty()) {
            return text.startsWith("&") ? "\\" + text : text;
        }
        String rest = text.substring(best.length());
        boolean joins = !rest.isEmpty() && (isDigit(rest.charAt(0)) || rest.charAt(0) == END);
        return names.get(best) + (joins ? String.valueOf(END) : "") + rest;
    }

    /** Restores what {@link #write} wrote, given the texts of the names. */
    static String expand(String written, Map<String, String> texts) {
        if (!written.startsWith("&")) {
            return written;
        }
        int end = 1;
        while (end < written.length() && isDigit(written.charAt(end))) {
            end++;
        }
        @Nullable String text = texts.get(written.substring(0, end));
        if (text == null) {
            throw new IllegalArgumentException("no beginning is called '" + written.substring(0, end) + "'");
        }
        return text + written.substring(written.startsWith(String.valueOf(END), end) ? end + 1 : end);
    }

    private void name(String text) {
        names.put(text, "&" + (names.size() + 1));
        cuts(text).forEach((hash, end) -> {
            if (end == text.length()) {
                byHash.put(hash, text);
            }
        });
    }

    private static String best(String text, Map<Long, Integer> cuts, Map<Long, Integer> sharers) {
        double most = 0;
        int best = 0;
        int weight = 0;
        int weighed = 0;
        for (Map.Entry<Long, Integer> cut : cuts.entrySet()) {
            int sharing = sharers.getOrDefault(cut.getKey(), 0);
            // No word or number goes on behind a cut.
            weight += Weight.of(text.substring(weighed, cut.getValue()));
            weighed = cut.getValue();
            double gain = weight - NAME - (double) (weight + DEFINITION) / sharing;
            if (sharing > 1 && gain > most) {
                most = gain;
                best = cut.getValue();
            }
        }
        return text.substring(0, best);
    }

    /** Whether it pays to name a text, given the shorter ones that have names. */
    private boolean isWorthAName(String text, int uses) {
        String shorter = longest(text, text.length() - 1);
        int weight = Weight.of(text.substring(shorter.length())) - (shorter.isEmpty() ? NAME : 0);
        boolean readable = shorter.isEmpty() || weight >= MIN_ADDED;
        return readable && weight * uses > weight + DEFINITION;
    }

    /** The longest named beginning of a text up to a length; empty if it has none. */
    private String longest(String text, int length) {
        String longest = "";
        for (Map.Entry<Long, Integer> cut : cuts(text).entrySet()) {
            String known = cut.getValue() <= length ? byHash.get(cut.getKey()) : null;
            longest = known != null && text.startsWith(known) ? known : longest;
        }
        return longest;
    }

    /** Where a text can be cut, ascending, by the hashes of what is before: never in a word, a number or a column's sign. */
    private static Map<Long, Integer> cuts(String text) {
        Map<Long, Integer> cuts = new LinkedHashMap<>();
        long hash = 0;
        boolean sign = false;
        for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
            char c = text.charAt(i);
            hash = (hash ^ c) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            sign = (c == '<' && !escaped) || (sign && c != '>');
            if (!sign && c != '\\' && c != '-' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
                cuts.put(hash, i + 1);
            }
        }
        return cuts;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
