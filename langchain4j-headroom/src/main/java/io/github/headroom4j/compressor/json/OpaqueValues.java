package io.github.headroom4j.compressor.json;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.OpaqueFolding;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import io.github.headroom4j.content.OpaqueRuns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves base64 and the like out of a document's texts, with the path of each in its place. */
final class OpaqueValues {

    /** A longer path costs more than it helps; the reader knows where the value stands anyway. */
    private static final int MAX_PATH = 80;

    private final String query;
    private final Pace pace;

    private OpaqueValues(CompressionContext context) {
        query = context.query();
        pace = context.pace();
    }

    /** The document without its opaque runs, or the same object if it has none. */
    static Document fold(Document document, CompressionContext context) {
        Value root = new OpaqueValues(context).fold(document.root(), "");
        return root == document.root() ? document : new Document(root, document.lines());
    }

    private Value fold(Value value, String pointer) {
        if (value instanceof Text text && text.text().length() >= OpaqueRuns.MIN_RUN) {
            String place = pointer.length() > MAX_PATH ? "path …" + end(pointer) : "path " + pointer;
            String folded =
                    OpaqueFolding.fold(text.text(), OpaqueRuns.find(text.text(), pace::step), query, start -> place);
            return folded.equals(text.text()) ? value : new Text(folded);
        }
        if (value instanceof Items items) {
            List<Value> folded = each(items.elements(), null, pointer);
            return folded == items.elements() ? value : new Items(folded);
        }
        if (value instanceof Members members) {
            List<Value> folded = each(members.values(), members.names(), pointer);
            return folded == members.values() ? value : new Members(members.names(), folded);
        }
        return value;
    }

    private static String end(String pointer) {
        int slash = pointer.indexOf('/', pointer.length() - MAX_PATH);
        return pointer.substring(slash < 0 ? pointer.length() - MAX_PATH : slash);
    }

    /** The folded values, or the same list if none of them changed. */
    private List<Value> each(List<Value> values, @Nullable List<String> names, String pointer) {
        List<Value> folded = new ArrayList<>(values.size());
        boolean changed = false;
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            boolean leaf = value instanceof Value.Literal
                    || (value instanceof Text text && text.text().length() < OpaqueRuns.MIN_RUN);
            Value now = leaf ? value : fold(value, pointer + "/" + (names == null ? i : escaped(names.get(i))));
            changed |= now != value;
            folded.add(now);
        }
        return changed ? folded : values;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
