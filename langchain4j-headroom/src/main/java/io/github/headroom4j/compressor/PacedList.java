package io.github.headroom4j.compressor;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A view of a list that makes a step over each element that is read; see {@link Pace#list}. */
final class PacedList<T> extends AbstractList<T> implements RandomAccess {

    private final List<T> list;
    private final Pace pace;

    PacedList(List<T> list, Pace pace) {
        this.list = list;
        this.pace = pace;
    }

    @Override
    public T get(int index) {
        T element = list.get(index);
        pace.step(element instanceof CharSequence text ? text.length() : 0);
        return element;
    }

    @Override
    public int size() {
        return list.size();
    }
}
