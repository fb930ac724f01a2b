package io.github.headroom4j.content;

/** What kinds of characters a run is made of. Line ends within it do not count. */
final class CharacterMix {

    private final String text;
    private final int start;
    private final int end;
    private int size;
    private int lower;
    private int upper;
    private int digits;
    private int joints;
    private boolean hexadecimal = true;

    CharacterMix(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        for (int i = start; i < end; i++) {
            count(text.charAt(i));
        }
    }

    private void count(char c) {
        if (c < ' ') {
            return;
        }
        size++;
        switch (classOf(c)) {
            case 0 -> lower++;
            case 1 -> upper++;
            case 2 -> digits++;
            default -> joints++;
        }
        hexadecimal &= Character.digit(c, 16) >= 0;
    }

    private static int classOf(char c) {
        if (c >= 'a' && c <= 'z') {
            return 0;
        }
        if (c >= 'A' && c <= 'Z') {
            return 1;
        }
        return c >= '0' && c <= '9' ? 2 : 3;
    }

    boolean isHexadecimal() {
        return hexadecimal && (lower == 0 || upper == 0);
    }

    boolean hasBothCases() {
        return lower > 0 && upper > 0;
    }

    int letters() {
        return lower + upper;
    }

    int digits() {
        return digits;
    }

    int joints() {
        return joints;
    }

    double share(int count) {
        return size == 0 ? 0 : (double) count / size;
    }

    /** The share of neighbours of different class; runs of equal characters of a given length do not count. */
    double changes(int padding) {
        int changes = 0;
        int pairs = 0;
        int equal = 1;
        for (int i = start + 1; i < end; i++) {
            char before = text.charAt(i - 1);
            char here = text.charAt(i);
            equal = here == before ? equal + 1 : 1;
            if (here >= ' ' && before >= ' ' && equal < padding) {
                pairs++;
                changes += classOf(here) == classOf(before) ? 0 : 1;
            }
        }
        return pairs == 0 ? 0 : (double) changes / pairs;
    }
}
