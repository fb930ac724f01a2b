package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Constant;
import io.github.headroom4j.compressor.table.Expression.Copy;
import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Expression.Template;
import io.github.headroom4j.compressor.table.Field.Kind;
import io.github.headroom4j.compressor.table.Field.Mode;
import io.github.headroom4j.compressor.table.TablePlan.Inner;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides for each column how it is printed, short columns first, since long ones are made of them. */
final class ColumnPlanner {

    /** A column that fewer rows have is named where it occurs: a name costs about as much as ten blank cells. */
    private static final double SPARSE_BELOW = 0.1;

    /** A value is what blank cells mean only if most rows that have any have it; a reader would not expect it otherwise. */
    private static final double USUAL = 0.6;

    /** The same for values that say that there is nothing, for which a blank is what a reader expects. */
    private static final double OFTEN = 0.25;

    /** A column repeats itself if it does so in this share of the rows. */
    private static final double REPEATING = 0.5;

    /** Characters that leaving out repeated values must save. */
    private static final int MIN_REPEATED_LENGTH = 60;

    /** Characters that a fixed part must save over all rows to be worth naming in the header. */
    private static final int MIN_TEMPLATE_SAVING = 20;

    /** Shorter texts stand in others by chance; in this many rows they do not. */
    private static final int MIN_REFERENCE_LENGTH = 3;

    private static final int ROWS_WITHOUT_CHANCE = 10;

    /** Texts that look like numbers are quoted unless the column says that it holds texts, which costs two quotes. */
    private static final int MIN_QUOTES_SAVED = 2;

    private static final Template TEXTS = new Template(List.of(Part.HOLE));

    private final TablePlan plan;
    private final Grid grid;
    private final List<Field> done = new ArrayList<>();
    private final boolean complete;

    /** A planner; in a table that is complete, values may be left out that are as the row above lets expect. */
    ColumnPlanner(TablePlan plan, boolean complete) {
        this.plan = plan;
        this.complete = complete;
        this.grid = plan.grid();
    }

    void plan() {
        List<Field> leaves = new ArrayList<>(grid.layout().leaves());
        Map<Field, Double> lengths = new HashMap<>();
        leaves.forEach(leaf -> lengths.put(leaf, meanLength(leaf)));
        leaves.sort(Comparator.comparing((Field leaf) -> leaf.kind() != Kind.KEY)
                .thenComparing(leaf -> Objects.requireNonNull(lengths.get(leaf))));
        for (Field leaf : leaves) {
            plan(leaf);
            if (!(leaf.expression() instanceof Constant)) {
                done.add(leaf);
            }
        }
    }

    private double meanLength(Field leaf) {
        long length = 0;
        int texts = 0;
        for (int row = 0; row < grid.rows(); row++) {
            String text = scalar(grid.at(leaf, row));
            if (text != null) {
                length += text.length();
                texts++;
            }
        }
        return texts == 0 ? Double.MAX_VALUE : (double) length / texts;
    }

    private void plan(Field leaf) {
        boolean planned = leaf.kind() == Kind.MEMBER
                && (isConstant(leaf) || isCopy(leaf) || (complete && Step.describes(grid, leaf)));
        if (!planned && !isMadeOfTexts(leaf)) {
            planInner(leaf);
        }
        if (leaf.mode() == Mode.CELL && leaf.kind() != Kind.KEY && leaf.step() == null) {
            planBlanks(leaf);
        }
    }

    private BitSet scope(Field leaf) {
        Field parent = leaf.parent();
        return parent == null ? new BitSet() : grid.objects(parent);
    }

    private boolean isConstant(Field leaf) {
        BitSet scope = scope(leaf);
        Value first = grid.at(leaf, scope.nextSetBit(0));
        if (first == null || !scope.stream().allMatch(row -> first.equals(grid.at(leaf, row)))) {
            return false;
        }
        leaf.describe(Mode.FIXED, new Constant(first));
        return true;
    }

    private boolean isCopy(Field leaf) {
        BitSet scope = scope(leaf);
        for (Field other : done) {
            String reference = Layout.reference(leaf, other);
            if (reference != null
                    && other.inner() == null
                    && scope.stream().allMatch(row -> Objects.equals(grid.at(leaf, row), grid.at(other, row)))) {
                leaf.describe(Mode.FIXED, new Copy(Part.reference(reference, other)));
                return true;
            }
        }
        return false;
    }

    private boolean isMadeOfTexts(Field leaf) {
        List<Integer> rows = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            Value value = grid.at(leaf, row);
            if (value instanceof Text text) {
                rows.add(row);
                texts.add(text.text());
            } else if (value != null && !Literal.NULL.equals(value)) {
                return false;
            }
        }
        if (texts.size() < 2) {
            return false;
        }
        Template template = TemplateFinder.find(texts, candidates(leaf, rows));
        if (!template.hasHole() && leaf.kind() == Kind.MEMBER && explainsAll(leaf, template)) {
            leaf.describe(Mode.FIXED, template);
        } else if (template.hasHole() && isWorthIt(template, texts.size())) {
            leaf.describe(Mode.CELL, template);
        } else if (texts.stream().filter(Lexis::isLiteral).count() >= MIN_QUOTES_SAVED) {
            leaf.describe(Mode.CELL, TEXTS);
        }
        return true;
    }

    private boolean isWorthIt(Template template, int rows) {
        int fixed = 0;
        for (Part part : template.parts()) {
            fixed += part.isReference() ? MIN_TEMPLATE_SAVING : part.literal().length();
        }
        return fixed > 2 && (long) fixed * (rows - 1) >= MIN_TEMPLATE_SAVING;
    }

    private List<TemplateFinder.Candidate> candidates(Field leaf, List<Integer> rows) {
        List<TemplateFinder.Candidate> candidates = new ArrayList<>();
        int first = rows.get(0);
        int last = rows.get(rows.size() - 1);
        for (Field other : done) {
            String reference = Layout.reference(leaf, other);
            if (reference != null && other != leaf && occurs(leaf, other, first) && occurs(leaf, other, last)) {
                List<String> texts = texts(other, rows);
                if (texts.size() == rows.size()) {
                    candidates.add(new TemplateFinder.Candidate(reference, other, texts));
                }
            }
        }
        return candidates;
    }

    private boolean occurs(Field leaf, Field other, int row) {
        String part = scalar(grid.at(other, row));
        String whole = scalar(grid.at(leaf, row));
        return part != null
                && whole != null
                && part.length() >= (grid.rows() < ROWS_WITHOUT_CHANCE ? MIN_REFERENCE_LENGTH : 1)
                && whole.contains(part);
    }

    private List<String> texts(Field leaf, List<Integer> rows) {
        List<String> texts = new ArrayList<>();
        for (int row : rows) {
            String text = scalar(grid.at(leaf, row));
            if (text == null || text.isEmpty()) {
                break;
            }
            texts.add(text);
        }
        return texts;
    }

    /** The characters of a text or number. */
    private static @Nullable String scalar(@Nullable Value value) {
        if (value instanceof Text text) {
            return text.text();
        }
        return value instanceof Literal literal && !Literal.NULL.equals(value) ? literal.lexeme() : null;
    }

    /** Where there is no text, one of the columns that it is made of must be absent or null in the same way. */
    private boolean explainsAll(Field leaf, Template template) {
        return scope(leaf).stream()
                .filter(row -> !(grid.at(leaf, row) instanceof Text))
                .allMatch(row -> Objects.equals(
                        Evaluation.withoutText(template, part -> grid.at(part.target(), row)), grid.at(leaf, row)));
    }

    private void planInner(Field leaf) {
        List<Value> elements = new ArrayList<>();
        int[] offsets = new int[grid.rows()];
        for (int row = 0; row < offsets.length; row++) {
            offsets[row] = elements.size();
            if (grid.at(leaf, row) instanceof Items items) {
                items.elements().stream()
                        .filter(element -> !(element instanceof Elided))
                        .forEach(elements::add);
            }
        }
        if (elements.size() >= 2) {
            TablePlan inner = TablePlan.of(elements, null, grid.pace());
            if (inner != null) {
                plan.addInner(leaf, new Inner(inner, offsets));
            }
        }
    }

    private void planBlanks(Field leaf) {
        // Arrays that are tables are never what a blank means, and comparing them would take long.
        boolean comparable = leaf.inner() == null;
        FrequentValue frequent = comparable ? FrequentValue.of(grid, leaf) : FrequentValue.none(grid, leaf);
        int present = frequent.present();
        if (present < grid.rows() * SPARSE_BELOW) {
            leaf.describe(Mode.SPARSE, leaf.expression());
        } else if (comparable && repeatsAbove(leaf) > frequent.count()) {
            leaf.blankMeansAbove();
        } else if (leaf.expression() == null && isUsual(frequent)) {
            leaf.blankMeans(Objects.requireNonNull(frequent.value()));
        }
    }

    private boolean isUsual(FrequentValue frequent) {
        Value value = frequent.value();
        return value != null
                && frequent.count() >= frequent.present() * (isEmpty(value) ? OFTEN : USUAL)
                && isWorthIt(value, frequent.count(), grid.rows() - frequent.present());
    }

    /** In how many rows a value is the same as in the row above, or 0 if it is not worth telling. */
    private int repeatsAbove(Field leaf) {
        int repeats = 0;
        int absent = 0;
        long length = 0;
        for (int row = 1; row < grid.rows(); row++) {
            Value value = grid.at(leaf, row);
            if (value == null) {
                absent++;
            } else if (value.equals(grid.at(leaf, row - 1))) {
                repeats++;
                length += value.toJson().length();
            }
        }
        boolean worthIt = repeats >= grid.rows() * REPEATING && length >= 4L * absent + MIN_REPEATED_LENGTH;
        return worthIt ? repeats : 0;
    }

    private static boolean isEmpty(Value value) {
        return switch (value.toJson()) {
            case "null", "false", "0", "\"\"", "[]", "{}" -> true;
            default -> false;
        };
    }

    /** Roughly in tokens of four characters: what the value's cells cost against naming it and marking absence. */
    private static boolean isWorthIt(Value frequent, int count, int absent) {
        int tokens = 1 + frequent.toJson().length() / 4;
        return (long) (count - 1) * tokens > absent + 6L + tokens;
    }
}
