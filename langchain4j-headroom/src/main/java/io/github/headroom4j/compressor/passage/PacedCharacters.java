package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Pace;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/** A text for a {@link java.text.BreakIterator}, which may look for the end of a sentence through all of it at once. */
final class PacedCharacters implements CharacterIterator {

    /** Characters looked at after which a step is made. */
    static final int PART = 1024;

    private final CharacterIterator characters;
    private final Pace pace;
    private int read;

    PacedCharacters(String text, Pace pace) {
        this(new StringCharacterIterator(text), pace);
    }

    private PacedCharacters(CharacterIterator characters, Pace pace) {
        this.characters = characters;
        this.pace = pace;
    }

    @Override
    public char next() {
        step();
        return characters.next();
    }

    @Override
    public char first() {
        return characters.first();
    }

    @Override
    public char last() {
        return characters.last();
    }

    @Override
    public char current() {
        step();
        return characters.current();
    }

    @Override
    public char previous() {
        return characters.previous();
    }

    @Override
    public char setIndex(int position) {
        step();
        return characters.setIndex(position);
    }

    @Override
    public int getBeginIndex() {
        return characters.getBeginIndex();
    }

    @Override
    public int getEndIndex() {
        return characters.getEndIndex();
    }

    @Override
    public int getIndex() {
        return characters.getIndex();
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Object clone() {
        return new PacedCharacters((CharacterIterator) characters.clone(), pace);
    }

    private void step() {
        if (++read % PART == 0) {
            pace.step(PART);
        }
    }
}
