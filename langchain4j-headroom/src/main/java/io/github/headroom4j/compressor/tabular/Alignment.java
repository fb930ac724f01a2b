package io.github.headroom4j.compressor.tabular;

/** Where a cell stands between the bars of a drawn table. */
enum Alignment {
    /** At the left, filled up with blanks. */
    LEFT('l'),
    /** At the right. */
    RIGHT('r'),
    /** In the middle, or half a place left of it. */
    CENTER('c'),
    /** In the middle, or half a place right of it. */
    CENTER_RIGHT('d'),
    /** Between two blanks, however wide the column is. */
    TIGHT('t'),
    /** The same, but one blank alone for no text. */
    TIGHT_OR_BLANK('u'),
    /** After a blank. */
    AFTER_BLANK('e'),
    /** After a blank, but nothing for no text. */
    AFTER_BLANK_OR_NOTHING('v'),
    /** Before a blank. */
    BEFORE_BLANK('s'),
    /** Bare. */
    BARE('b');

    private final char letter;

    Alignment(char letter) {
        this.letter = letter;
    }

    /** What stands for it among the words of a format. */
    char letter() {
        return letter;
    }

    static Alignment of(char letter) {
        for (Alignment alignment : values()) {
            if (alignment.letter == letter) {
                return alignment;
            }
        }
        throw new IllegalArgumentException("no alignment: " + letter);
    }

    /**
     * What stands between the bars.
     *
     * @param text the cell, without blanks at its ends
     * @param room the columns between the bars that the text leaves free; may be negative
     */
    String place(String text, int room) {
        int inner = Math.max(0, room - 2);
        return switch (this) {
            case LEFT -> " " + text + " ".repeat(Math.max(0, room - 1));
            case RIGHT -> " ".repeat(Math.max(0, room - 1)) + text + " ";
            case CENTER -> " ".repeat(1 + inner / 2) + text + " ".repeat(1 + inner - inner / 2);
            case CENTER_RIGHT -> " ".repeat(1 + inner - inner / 2) + text + " ".repeat(1 + inner / 2);
            case TIGHT -> " " + text + " ";
            case TIGHT_OR_BLANK -> text.isEmpty() ? " " : " " + text + " ";
            case AFTER_BLANK -> " " + text;
            case AFTER_BLANK_OR_NOTHING -> text.isEmpty() ? "" : " " + text;
            case BEFORE_BLANK -> text + " ";
            case BARE -> text;
        };
    }
}
