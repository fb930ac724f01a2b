package io.github.headroom4j.compressor.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node in the tree of a table's columns: a member that has cells, or a group of members of a nested object. */
final class Field {

    /** What a field stands for. */
    enum Kind {
        /** A member of the group above it. */
        MEMBER,
        /** The group above it as a whole, in rows in which it is no object. */
        SELF,
        /** The name of the row. */
        KEY
    }

    /** How a column's values are given. */
    enum Mode {
        /** By a cell in each row. */
        CELL,
        /** By an expression, without cells. */
        FIXED,
        /** By name, in the few rows that have it. */
        SPARSE
    }

    private final Kind kind;
    private final String name;
    private final @Nullable Field parent;
    private final List<Field> children = new ArrayList<>();
    private Mode mode = Mode.CELL;
    private @Nullable Expression expression;
    private @Nullable Value blank;
    private boolean repeatsAbove;
    private @Nullable Step step;
    private @Nullable Layout inner;
    private int slot = -1;

    private Field(Kind kind, String name, @Nullable Field parent) {
        this.kind = kind;
        this.name = name;
        this.parent = parent;
    }

    static Field root() {
        return new Field(Kind.MEMBER, "", null);
    }

    Field child(Kind childKind, String childName) {
        return new Field(childKind, childName, this);
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    @Nullable
    Field parent() {
        return parent;
    }

    List<Field> children() {
        return children;
    }

    boolean isGroup() {
        return slot < 0;
    }

    /** The column's number, from 0; negative for groups. */
    int slot() {
        return slot;
    }

    void becomeLeaf(int number) {
        slot = number;
    }

    Mode mode() {
        return mode;
    }

    /** A template for the texts of the cells, or what a column without cells holds. */
    @Nullable
    Expression expression() {
        return expression;
    }

    void describe(Mode newMode, @Nullable Expression newExpression) {
        mode = newMode;
        expression = newExpression;
    }

    /** What a blank cell means, if not that the value is absent. */
    @Nullable
    Value blank() {
        return blank;
    }

    void blankMeans(@Nullable Value value) {
        blank = value;
    }

    /** Whether a blank cell means the same as the cell above it. */
    boolean repeatsAbove() {
        return repeatsAbove;
    }

    void blankMeansAbove() {
        repeatsAbove = true;
    }

    /** What is added to the cell above where a cell is blank. */
    @Nullable
    Step step() {
        return step;
    }

    void blankMeansAbove(Step newStep) {
        step = newStep;
    }

    /** Whether a blank cell means something else than that the value is absent. */
    boolean givesBlanksMeaning() {
        return repeatsAbove || step != null || blank != null;
    }

    /** The columns of the objects in this column's arrays. */
    @Nullable
    Layout inner() {
        return inner;
    }

    void contains(Layout layout) {
        inner = layout;
    }

    /** Whether a leaf of a mode is this field or below it. */
    boolean holds(Mode wanted) {
        return isGroup() ? children.stream().anyMatch(child -> child.holds(wanted)) : mode == wanted;
    }

    /** The child group or leaf of a name, whatever its kind. */
    @Nullable
    Field find(Kind wantedKind, String wantedName) {
        for (Field child : children) {
            if (child.kind == wantedKind && child.name.equals(wantedName)) {
                return child;
            }
        }
        return null;
    }
}
