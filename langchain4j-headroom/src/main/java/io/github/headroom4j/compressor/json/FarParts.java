package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.ErrorSignals;
import io.github.headroom4j.compressor.QueryRelevance;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Folds the parts of a document's tree that a question does not ask for into notes of how much they hold; the path to them stays.
 * Parts near the question stay, parts that an identifier of it names, and parts that speak of an error. Without a question that the
 * document speaks to, everything stays.
 */
final class FarParts {

    /** A smaller part is shown: a note and asking for it would cost as much. Characters. */
    private static final int MIN_CHARS = 80;

    /** What is less near than this share of the nearest part is far. */
    private static final double NEAR = 0.35;

    /** If more parts speak of errors, such as the answers that an interface describes, errors are what the document is about. */
    private static final int MAX_ERRORS = 12;

    /** Longer texts are descriptions, which speak of errors that did not happen. Characters. */
    private static final int MAX_LABEL = 160;

    private final List<Value> parts = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final IdentityHashMap<Value, Boolean> kept = new IdentityHashMap<>();

    private FarParts() {}

    /** The document with far parts folded, or the same object if none is. */
    static Document fold(Document document, CompressionContext context) {
        QueryRelevance query = QueryRelevance.to(context);
        if (!query.isPresent() || !DocumentTree.isBranch(document.root())) {
            return document;
        }
        FarParts far = new FarParts();
        far.collect(document.root(), "");
        if (!far.decide(query)) {
            return document;
        }
        Value root = far.children(document.root());
        return root.equals(document.root()) ? document : new Document(root, document.lines());
    }

    /** Takes note of every part with what it says itself; a list of rows is a part with all its rows. */
    private void collect(Value value, String name) {
        StringBuilder text = new StringBuilder(name).append('\n');
        parts.add(value);
        int at = texts.size();
        texts.add("");
        List<Value> children = DocumentTree.children(value);
        boolean branch = DocumentTree.isBranch(value);
        for (int i = 0; i < children.size(); i++) {
            Value child = children.get(i);
            String childName =
                    value instanceof Members members ? members.names().get(i) : "";
            if (branch && DocumentTree.isContainer(child)) {
                collect(child, childName);
            } else if (!(child instanceof Elided)) {
                text.append(childName)
                        .append(' ')
                        .append(DocumentTree.characters(child))
                        .append('\n');
            }
        }
        texts.set(at, text.toString());
    }

    private boolean decide(QueryRelevance query) {
        double[] scores = query.score(texts);
        double best = 0;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        List<Value> errors = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (best > 0 && scores[i] >= NEAR * best) {
                kept.put(parts.get(i), true);
            }
            if (texts.get(i).lines().anyMatch(line -> line.length() <= MAX_LABEL && ErrorSignals.speaksOfError(line))) {
                errors.add(parts.get(i));
            }
        }
        for (int named : query.naming(texts)) {
            kept.put(parts.get(named), true);
        }
        if (errors.size() <= MAX_ERRORS) {
            errors.forEach(part -> kept.put(part, true));
        }
        return best > 0;
    }

    /** A container with its far children folded; it is itself shown. */
    private Value children(Value container) {
        List<Value> shown = new ArrayList<>();
        for (Value child : DocumentTree.children(container)) {
            shown.add(isFar(child) ? folded(child) : DocumentTree.isBranch(child) ? children(child) : child);
        }
        return container instanceof Items ? new Items(merged(shown)) : DocumentTree.with(container, shown);
    }

    private boolean isFar(Value value) {
        return DocumentTree.isContainer(value)
                && !holdsNear(value)
                && value.toJson().length() >= MIN_CHARS;
    }

    private boolean holdsNear(Value value) {
        return kept.containsKey(value)
                || (DocumentTree.isBranch(value)
                        && DocumentTree.children(value).stream()
                                .filter(DocumentTree::isContainer)
                                .anyMatch(this::holdsNear));
    }

    private static Value folded(Value value) {
        Elided all = new Elided(0, size(value) - 1, List.of());
        return value instanceof Members ? new Members(List.of(""), List.of(all)) : new Items(List.of(all));
    }

    private static int size(Value container) {
        int size = 0;
        for (Value child : DocumentTree.children(container)) {
            size += child instanceof Elided run ? run.last() - run.first() + 1 : 1;
        }
        return size;
    }

    /** Elements that are folded whole, one after another, as one run. */
    private static List<Value> merged(List<Value> elements) {
        List<Value> merged = new ArrayList<>();
        int first = 0;
        while (first < elements.size()) {
            int end = first;
            while (end < elements.size() && isFolded(elements.get(end))) {
                end++;
            }
            if (end - first > 1) {
                merged.add(new Elided(first, end - 1, List.of()));
                first = end;
            } else {
                merged.add(elements.get(first++));
            }
        }
        return merged;
    }

    private static boolean isFolded(Value value) {
        List<Value> children = DocumentTree.children(value);
        return children.size() == 1 && children.get(0) instanceof Elided;
    }
}
