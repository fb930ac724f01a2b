package io.github.headroom4j.compressor.template;

import java.util.Arrays;

/** Lines that differ only in their variables. Grows while lines are added. */
public final class LogTemplate {

    private final byte[] kinds;
    private final String[] words;
    private final boolean[] varies;
    private final int layout;
    private int rows;
    private int firstLine = -1;
    private int lastLine = -1;

    private LogTemplate(byte[] kinds, String[] words, boolean[] varies, int layout) {
        this.kinds = kinds;
        this.words = words;
        this.varies = varies;
        this.layout = layout;
    }

    /** The template of one line. */
    static LogTemplate of(LineScanner scanned, int layout) {
        int count = scanned.count();
        byte[] kinds = new byte[count];
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = scanned.kind(i);
            words[i] = kinds[i] == LineScanner.REST || kinds[i] == LineScanner.TIME ? "" : scanned.get(i);
        }
        return new LogTemplate(kinds, words, new boolean[count], layout);
    }

    LogTemplate copy() {
        LogTemplate copy = new LogTemplate(kinds.clone(), words.clone(), varies.clone(), layout);
        copy.rows = rows;
        copy.firstLine = firstLine;
        copy.lastLine = lastLine;
        return copy;
    }

    /** What is shared by lines that begin like this one: its first tokens, with every variable a column. */
    LogTemplate beginning(int tokens) {
        byte[] someKinds = Arrays.copyOf(kinds, tokens);
        boolean[] someVary = new boolean[tokens];
        for (int i = 0; i < tokens; i++) {
            someVary[i] = someKinds[i] == LineScanner.VARIABLE;
        }
        return new LogTemplate(someKinds, Arrays.copyOf(words, tokens), someVary, layout);
    }

    /** Whether a line has the same words at the same places. */
    boolean fits(LineScanner scanned, int lineLayout) {
        if (scanned.count() != kinds.length || lineLayout != layout) {
            return false;
        }
        for (int i = 0; i < kinds.length; i++) {
            byte kind = kinds[i];
            if (scanned.kind(i) != kind) {
                return false;
            }
            if ((kind == LineScanner.WORD || kind == LineScanner.SPACE) && !scanned.is(i, words[i])) {
                return false;
            }
        }
        return true;
    }

    void add(LineScanner scanned, int line) {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == LineScanner.VARIABLE && !varies[i]) {
                varies[i] = !scanned.is(i, words[i]);
            }
        }
        count(line);
    }

    private void count(int line) {
        if (rows++ == 0) {
            firstLine = line;
        }
        lastLine = line;
    }

    /**
     * How many tokens the template has.
     *
     * @return not negative
     */
    public int size() {
        return kinds.length;
    }

    int layout() {
        return layout;
    }

    /**
     * How many lines follow the template.
     *
     * @return not negative
     */
    public int rows() {
        return rows;
    }

    void setRows(int newRows) {
        rows = newRows;
    }

    int firstLine() {
        return firstLine;
    }

    int lastLine() {
        return lastLine;
    }

    /**
     * What a token is.
     *
     * @param token an index
     * @return one of {@link LineScanner}'s kinds
     */
    public byte kind(int token) {
        return kinds[token];
    }

    /**
     * The text of a token.
     *
     * @param token an index
     * @return as the first line of the template has it
     */
    public String word(int token) {
        return words[token];
    }

    /** Whether a token differs from line to line. A time and a rest always may. */
    boolean isColumn(int token) {
        return varies[token] || kinds[token] >= LineScanner.TIME;
    }

    /** Takes another template's lines in: every place where the two differ becomes a column. */
    void absorb(LogTemplate other) {
        for (int i = 0; i < kinds.length; i++) {
            varies[i] |= other.varies[i] || !words[i].equals(other.words[i]);
        }
        rows += other.rows;
        firstLine = Math.min(firstLine, other.firstLine);
        lastLine = Math.max(lastLine, other.lastLine);
    }

    /** Whether absorbing the other is possible at all: white space, times and rests stand at the same places. */
    boolean isAlignedWith(LogTemplate other) {
        if (kinds.length != other.kinds.length || layout != other.layout) {
            return false;
        }
        for (int i = 0; i < kinds.length; i++) {
            boolean exact = kinds[i] == LineScanner.SPACE || kinds[i] >= LineScanner.TIME;
            boolean otherExact = other.kinds[i] == LineScanner.SPACE || other.kinds[i] >= LineScanner.TIME;
            if ((exact || otherExact) && (kinds[i] != other.kinds[i] || !words[i].equals(other.words[i]))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text without its time, with a sign for each column, for people and for ranking.
     *
     * @return one line
     */
    public String outline() {
        return outline(false);
    }

    /**
     * The same with a sign for each value, also for one that all lines share: what other templates have there may differ.
     *
     * @return one line
     */
    public String shape() {
        return outline(true);
    }

    private String outline(boolean allValues) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < kinds.length; i++) {
            boolean value = isColumn(i) || (allValues && kinds[i] == LineScanner.VARIABLE);
            if (kinds[i] != LineScanner.TIME) {
                out.append(value ? "*" : words[i]);
            }
        }
        return out.toString();
    }
}
