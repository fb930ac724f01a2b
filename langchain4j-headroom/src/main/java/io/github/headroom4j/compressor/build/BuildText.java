package io.github.headroom4j.compressor.build;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Build output as a person would see it: cut at line feeds, at carriage returns within a line, and in a JUnit report also
 * at its tags; each piece without escape sequences and without the time that a runner put before it. Not changed once read.
 */
final class BuildText {

    /** Characters of a piece that are looked at and shown; longer ones are data. */
    static final int MAX_CHARS = 2000;

    private final String text;
    private final Pace pace;
    private final boolean report;
    private final List<String> pieces = new ArrayList<>();
    private int[] lineOf = new int[256];
    private int lines;

    private BuildText(String text, CompressionContext context) {
        this.text = text;
        pace = context.pace();
        report = JUnitReport.is(text);
    }

    static BuildText read(String text, CompressionContext context) {
        BuildText build = new BuildText(text, context);
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            build.addLine(at, end);
            at = end + 1;
        }
        return build;
    }

    /** How many pieces there are. */
    int count() {
        return pieces.size();
    }

    /** What is seen of a piece. */
    String get(int piece) {
        String one = pieces.get(piece);
        pace.step(one.length());
        return one;
    }

    /** The index of the line of the original that a piece stands in. */
    int lineOf(int piece) {
        return lineOf[piece];
    }

    /** Whether a later piece of the same line took this one's place on the screen. */
    boolean isOverwritten(int piece) {
        return !report && piece + 1 < count() && lineOf[piece] == lineOf[piece + 1];
    }

    /** How many lines a reader would number. */
    int lines() {
        return lines;
    }

    /** Whether this is a JUnit report. */
    boolean isReport() {
        return report;
    }

    private void addLine(int start, int lineEnd) {
        int end = lineEnd;
        while (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        int at = start;
        while (at <= end) {
            int next = report ? JUnitReport.nextCut(text, at, end) : nextReturn(at, end);
            boolean last = next >= end;
            if (last || next > at) {
                add(at, next);
            }
            at = last ? end + 1 : report ? next : next + 1;
        }
        lines++;
    }

    private int nextReturn(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '\r') {
                return i;
            }
        }
        return end;
    }

    private void add(int from, int to) {
        pace.step(to - from);
        if (pieces.size() == lineOf.length) {
            lineOf = Arrays.copyOf(lineOf, lineOf.length * 2);
        }
        lineOf[pieces.size()] = lines;
        String seen = Screen.seen(text, from, to);
        pieces.add(report ? JUnitReport.unescape(seen) : seen);
    }
}
