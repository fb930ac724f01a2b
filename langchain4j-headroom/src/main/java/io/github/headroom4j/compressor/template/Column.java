package io.github.headroom4j.compressor.template;

/**
 * A place of a template whose text differs from line to line.
 *
 * @param mode how its values are written
 * @param number the index of the layout for {@link Mode#TIME}, the width for {@link Mode#PADDED}, else 0
 */
record Column(Mode mode, int number) {

    /** How the values of a column are written. */
    enum Mode {
        /** The step from the time before it in the same layout. Written right after the template's name. */
        TIME,
        /** As it is. */
        PLAIN,
        /** A whole number, as the difference from the value before it. */
        STEP,
        /** Padded with spaces on the left to a fixed width; written without them. */
        PADDED,
        /** All that is left of the line, spaces included. */
        REST
    }

    static final Column PLAIN = new Column(Mode.PLAIN, 0);
    static final Column STEP = new Column(Mode.STEP, 0);
    static final Column REST = new Column(Mode.REST, 0);

    static Column time(int layout) {
        return new Column(Mode.TIME, layout);
    }

    static Column padded(int width) {
        return new Column(Mode.PADDED, width);
    }

    /** The sign between angle brackets that stands for the column in a template's text. */
    String sign() {
        return switch (mode) {
            case TIME -> String.valueOf((char) ('t' + number));
            case PLAIN -> "";
            case STEP -> "+";
            case PADDED -> Integer.toString(number);
            case REST -> "*";
        };
    }

    /** Reads a sign. */
    static Column of(String sign) {
        if (sign.isEmpty()) {
            return PLAIN;
        }
        char c = sign.charAt(0);
        if (c == '+') {
            return STEP;
        }
        if (c == '*') {
            return REST;
        }
        return c >= 't' ? time(c - 't') : padded(Integer.parseInt(sign));
    }
}
