package io.github.headroom4j.compressor.template;

/** A time found in a text: where, what instant, and with how many fraction digits. Mutable, since one serves all lines. */
public final class TimeMatch {

    int start = -1;
    int end = -1;

    /** Since 1970, in units of the last fraction digit; without a zone, and in 2000 if the text names no year. */
    long value;

    char fractionSeparator;
    int fractionDigits;

    boolean found() {
        return start >= 0;
    }

    void clear() {
        start = -1;
        end = -1;
        fractionSeparator = 0;
        fractionDigits = 0;
    }
}
