package io.github.headroom4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines of an original stand in an output, found by comparing the two and nothing else: lines that are equal, lines
 * that the output shows with their number, and otherwise lines all of whose words stand in
 * lines of the output that show no other. Linear up to sorting.
 */
final class LineAlignment {

    /** A line that is shown with its number has at most so many digits before its text. */
    private static final int MAX_DIGITS = 9;

    private final List<String> original;
    private final List<String> shown;
    /** For each line of the original the index of the output's line that shows it, -1 if none does; and the other way. */
    private final int[] left;

    private final int[] right;
    private final boolean[] wordsShown;

    private LineAlignment(List<String> original, List<String> shown) {
        this.original = original;
        this.shown = shown;
        left = filled(original.size());
        right = filled(shown.size());
        pairNumbered();
        pairEqual();
        wordsShown = wordsShown();
    }

    static LineAlignment of(List<String> original, List<String> shown) {
        return new LineAlignment(original, shown);
    }

    /** Whether the output shows this line of the original. */
    boolean isShown(int index) {
        return left[index] >= 0;
    }

    /** Which line of the original this line of the output shows, -1 if none. */
    int originalOf(int shownIndex) {
        return right[shownIndex];
    }

    /** Whether all words of this line of the original stand in the output. */
    boolean hasWordsShown(int index) {
        return wordsShown[index];
    }

    /** Pairs that follow each other on both sides, as many as possible: what can stand side by side. */
    List<int[]> sideBySide() {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            if (left[i] >= 0) {
                pairs.add(new int[] {i, left[i]});
            }
        }
        return longestRising(pairs);
    }

    /** Such as {@code 302: text}, {@code 302 text}, {@code 9 ×335-756: text} and, without its date, {@code 9|text}. */
    private void pairNumbered() {
        for (int i = 0; i < shown.size(); i++) {
            String line = shown.get(i);
            int digits = digits(line);
            int number = digits == 0 ? 0 : Integer.parseInt(line.substring(0, digits));
            if (number >= 1 && number <= original.size() && left[number - 1] < 0) {
                if (isShownAs(original.get(number - 1).strip(), line.stripTrailing(), digits)) {
                    left[number - 1] = i;
                    right[i] = number - 1;
                }
            }
        }
    }

    private static boolean isShownAs(String wanted, String line, int digits) {
        int bar = line.indexOf('|', digits);
        boolean undated = bar > 0 && bar + 1 < line.length() && wanted.endsWith(line.substring(bar + 1));
        boolean whole = line.length() - wanted.length() > digits && line.endsWith(wanted);
        return !wanted.isEmpty() && (whole || undated);
    }

    private static int digits(String line) {
        int digits = 0;
        while (digits < Math.min(line.length(), MAX_DIGITS)
                && line.charAt(digits) >= '0'
                && line.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    /** Lines that occur once on both sides first; then, between those, equal lines in their order. */
    private void pairEqual() {
        Map<String, Integer> once = once(original, left);
        Map<String, Integer> onceShown = once(shown, right);
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < original.size(); i++) {
            Integer there = left[i] >= 0 || !isTelling(original.get(i)) ? null : onceShown.get(original.get(i));
            if (there != null && there >= 0 && once.getOrDefault(original.get(i), -1) >= 0) {
                pairs.add(new int[] {i, there});
            }
        }
        for (int[] pair : pairs) {
            left[pair[0]] = pair[1];
            right[pair[1]] = pair[0];
        }
        int[] from = {0, 0};
        for (int[] anchor : longestRising(pairs)) {
            pairInOrder(from, anchor);
            from = new int[] {anchor[0] + 1, anchor[1] + 1};
        }
        pairInOrder(from, new int[] {original.size(), shown.size()});
    }

    private static boolean isTelling(String line) {
        return line.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** The index of each line that occurs once among those without a partner; -1 for lines that occur again. */
    private static Map<String, Integer> once(List<String> lines, int[] partners) {
        Map<String, Integer> once = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (partners[i] < 0) {
                once.merge(lines.get(i), i, (one, other) -> -1);
            }
        }
        return once;
    }

    /** Pairs equal lines between two places, each of a line in the original and one in the output. */
    private void pairInOrder(int[] from, int[] to) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = from[0]; i < to[0]; i++) {
            if (left[i] < 0) {
                places.computeIfAbsent(original.get(i), line -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<String, Integer> used = new HashMap<>();
        int next = from[0];
        for (int i = from[1]; i < to[1]; i++) {
            List<Integer> candidates = right[i] >= 0 ? null : places.get(shown.get(i));
            if (candidates != null) {
                int at = used.getOrDefault(shown.get(i), 0);
                while (at < candidates.size() && candidates.get(at) < next) {
                    at++;
                }
                if (at < candidates.size()) {
                    next = candidates.get(at) + 1;
                    left[candidates.get(at)] = i;
                    right[i] = candidates.get(at);
                }
                used.put(shown.get(i), at + 1);
            }
        }
    }

    /** The longest run of pairs in which both indices rise, by patience sorting; the first indices rise already. */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] ends = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        List<int[]> rising = new ArrayList<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            rising.add(pairs.get(i));
        }
        Collections.reverse(rising);
        return rising;
    }

    /** Lines that show a line of the original are not looked at: other lines share words with them by chance. */
    private boolean[] wordsShown() {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < right.length; i++) {
            if (right[i] < 0) {
                words.addAll(words(shown.get(i)));
            }
        }
        boolean[] all = new boolean[left.length];
        for (int i = 0; i < all.length; i++) {
            List<String> wanted = words(original.get(i));
            // A bracket alone shares the fate of what stands before it.
            all[i] = wanted.isEmpty() ? i == 0 || all[i - 1] : words.containsAll(wanted);
        }
        return all;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean inside = i < line.length() && Character.isLetterOrDigit(line.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static int[] filled(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return none;
    }
}
