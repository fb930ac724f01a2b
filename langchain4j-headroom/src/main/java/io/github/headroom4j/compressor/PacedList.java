package io.github.headroom4j.compressor;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The elements of a list, with a step over each that is read; see {@link Pace#list}. */
final class PacedList<T> extends AbstractList<T> implements RandomAccess {

    /** Held without the list that they came in, since documents are made of very many short lists. */
    private final Object[] elements;

    private final Pace pace;

    PacedList(List<T> list, Pace pace) {
        this.elements = list.toArray();
        this.pace = pace;
    }

    @Override
    @SuppressWarnings("unchecked") // The elements came in a list of them.
    public T get(int index) {
        Object element = elements[index];
        // A string is told from other things at once, a character sequence by searching all that a class implements.
        pace.step(element instanceof String text ? text.length() : 0);
        return (T) element;
    }

    @Override
    public int size() {
        return elements.length;
    }
}
