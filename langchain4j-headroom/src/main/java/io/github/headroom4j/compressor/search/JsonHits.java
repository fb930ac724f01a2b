package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.search.Hit.Kind;
import io.github.headroom4j.compressor.search.Hits.Layout;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads hits out of JSON as editors, code hosts and {@code rg --json} print them: an array of objects, or lines of them,
 * each of which names a file and has its line with a number, or fragments of it.
 */
final class JsonHits {

    /** Fewer are shown by the table engine just as well. */
    private static final int MIN_HITS = 3;

    /** So many of the objects must be hits. Share. */
    private static final double MIN_SHARE = 0.8;

    private static final Set<String> ROWS = Set.of("items", "results", "matches", "hits", "data", "files", "nodes");

    private static final Set<String> WITHIN_A_FILE =
            Set.of("textmatches", "matches", "linematches", "chunkmatches", "hits", "lines", "occurrences", "snippets");

    /** Events of ripgrep that hold no line. */
    private static final Set<String> FRAMES = Set.of("begin", "end", "summary");

    /** Share of the objects that may tell more than where and what was found. */
    private static final double MAX_TELLING_MORE = 0.1;

    private final List<Hit> hits = new ArrayList<>();
    /** What the first object holds under a name; if the others hold the same, it tells nothing of a hit. */
    private final Map<String, String> usual = new HashMap<>();

    private int tellingMore;
    private int files;
    private int frames;

    private JsonHits() {}

    static Optional<Hits> of(Document document, Pace pace) {
        List<Value> rows = document.root() instanceof Items items ? items.elements() : List.of();
        String preface = "";
        if (document.root() instanceof Members root) {
            for (int i = 0; i < root.names().size() && rows.isEmpty(); i++) {
                if (ROWS.contains(JsonMembers.key(root.names().get(i)))
                        && root.values().get(i) instanceof Items items) {
                    rows = items.elements();
                    preface = "/" + root.names().get(i) + JsonMembers.scalars(root);
                }
            }
        }
        JsonHits read = new JsonHits();
        for (int i = 0; i < rows.size() && read.mayBePlausible(i, rows.size()); i++) {
            if (rows.get(i) instanceof Members row) {
                read.row(i, row);
            }
        }
        return read.isPlausible(rows.size())
                ? Optional.of(new Hits(Layout.JSON, pace.list(read.hits), true, preface))
                : Optional.empty();
    }

    /** Whether no more of the rows that were read are neither hits nor frames than all rows may have. */
    private boolean mayBePlausible(int read, int rows) {
        return read - files - frames <= rows * (1 - MIN_SHARE) + 1;
    }

    private boolean isPlausible(int rows) {
        long texts = hits.stream().filter(hit -> !hit.text().isEmpty()).count();
        return texts >= MIN_HITS
                && texts * 2 >= hits.size()
                && files >= (rows - frames) * MIN_SHARE
                && tellingMore <= files * MAX_TELLING_MORE;
    }

    private void row(int index, Members row) {
        JsonMembers members = new JsonMembers(row);
        String type = members.text(Set.of("type"));
        if (FRAMES.contains(type)) {
            frames++;
            return;
        }
        String path = members.path();
        if (path.isEmpty() || path.indexOf('\n') >= 0) {
            return;
        }
        files++;
        tellingMore += members.others(path).stream().anyMatch(this::isUnusual) ? 1 : 0;
        int before = hits.size();
        Kind kind = type.equals("context") ? Kind.CONTEXT : Kind.MATCH;
        for (Map.Entry<String, Value> member : members.entries()) {
            if (WITHIN_A_FILE.contains(member.getKey()) && member.getValue() instanceof Items items) {
                items.elements().forEach(element -> within(index, path, element));
            }
        }
        if (hits.size() == before) {
            lines(new Hit(kind, index, path, members.number(), members.line()));
        }
    }

    /** Such as the name of the symbol that a line belongs to: hits would not show it. */
    private boolean isUnusual(Map.Entry<String, String> member) {
        String first = usual.putIfAbsent(member.getKey(), member.getValue());
        return first != null && !first.equals(member.getValue());
    }

    private void within(int index, String path, Value element) {
        if (element instanceof Members members) {
            JsonMembers read = new JsonMembers(members);
            String text = read.line();
            if (!text.isEmpty()) {
                lines(new Hit(Kind.MATCH, index, path, read.number(), text));
            }
        }
    }

    /** A fragment of several lines is as many hits. */
    private void lines(Hit hit) {
        List<String> lines = hit.text().lines().toList();
        for (int i = 0; i < Math.max(1, lines.size()); i++) {
            int number = hit.number() == 0 ? 0 : hit.number() + i;
            String text = lines.isEmpty() ? "" : lines.get(i);
            if (i == 0 || !text.isBlank()) {
                hits.add(new Hit(hit.kind(), hit.line(), hit.path(), number, text));
            }
        }
    }

    /** Numbers of lines that fit an int; anything else is none. */
    static int number(Value value) {
        String digits = value instanceof Literal literal ? literal.lexeme() : "";
        return HitScanner.isNumber(digits) && digits.length() <= 9 ? Integer.parseInt(digits) : 0;
    }
}
