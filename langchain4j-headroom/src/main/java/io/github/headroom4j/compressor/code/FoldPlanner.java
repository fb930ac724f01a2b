package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides what of a file is left out, given the declarations that someone wants whole. Stateless; linear in the file. */
final class FoldPlanner {

    /** One line is shown: a note would say no less. */
    private static final int MIN_BODY_LINES = 1;

    /** A run of boilerplate names so many of its members. */
    private static final int MAX_NAMED = 12;

    /** And of fields and constants so many, which are seldom asked for. */
    private static final int MAX_NAMED_VALUES = 4;

    private final SourceText source;
    private final FileOutline outline;
    private final Boilerplate boilerplate;
    private final CommentFolds comments;

    FoldPlanner(SourceText source, FileOutline outline) {
        this.source = source;
        this.outline = outline;
        boilerplate = new Boilerplate(source.text());
        comments = new CommentFolds(source);
    }

    /** What to leave out, ascending and disjoint. */
    List<Fold> plan(Focus.Chosen chosen) {
        BitSet kept = chosen.whole();
        List<Fold> folds = new ArrayList<>(ImportFolds.of(source, outline.indented()));
        NavigableMap<Integer, Span> open = new TreeMap<>();
        comments.groups(outline.comments()).forEach(comment -> open.put(comment.start(), comment));
        addRuns(chosen, folds);
        for (int i = 0; i < outline.declarations().size(); i++) {
            Declaration declaration = outline.declarations().get(i);
            if (kept.get(i)) {
                // What its body says stays as it is; its documentation is still shortened.
                open.subMap(declaration.signature(), declaration.whole().end()).clear();
            } else if (declaration.kind() == Declaration.Kind.TYPE) {
                addType(i, kept, folds);
            } else {
                addDeclaration(declaration, open, folds);
            }
        }
        open.values()
                .forEach(comment ->
                        comments.fold(comment).filter(fold -> fold.pays(source)).ifPresent(folds::add));
        return disjoint(folds);
    }

    /** One note speaks for a body and for what follows the first sentence of its documentation. */
    private void addDeclaration(Declaration declaration, NavigableMap<Integer, Span> open, List<Fold> folds) {
        Optional<Fold> body = body(declaration);
        if (body.isEmpty()) {
            return;
        }
        int noteFrom = body.get().start();
        var last = open.lowerEntry(noteFrom);
        if (last != null && last.getKey() >= declaration.whole().start() && !comments.isLicence(last.getValue())) {
            open.remove(last.getKey());
            Optional<Fold> documentation = comments.fold(last.getValue());
            if (documentation.isPresent()) {
                folds.add(documentation.get().silent());
                Span noted = documentation.get().noted();
                noteFrom = noted.isEmpty() ? noteFrom : noted.start();
            }
        }
        folds.add(body.get().notedFrom(noteFrom));
    }

    /** A type that need not be seen is a note with the names of its members, unless one of them is wanted. */
    private void addType(int type, BitSet kept, List<Fold> folds) {
        Span body = outline.declarations().get(type).body();
        if (!isLong(body)) {
            return;
        }
        List<Declaration> all = outline.declarations();
        int next = type + 1;
        while (next < all.size() && body.contains(all.get(next).whole())) {
            next++;
        }
        int wanted = kept.nextSetBit(type);
        if (wanted < 0 || wanted >= next) {
            String names = names(all.subList(type + 1, next));
            String told = names.isEmpty() ? "" : ": " + names;
            folds.add(Fold.noted(body.start(), body.end(), " /* ", told + " */ "));
        }
    }

    private Optional<Fold> body(Declaration declaration) {
        Span body = declaration.body();
        if (!isLong(body)) {
            return Optional.empty();
        }
        Fold fold = outline.indented() ? indented(declaration) : Fold.noted(body.start(), body.end(), " /* ", " */ ");
        return fold.pays(source) ? Optional.of(fold) : Optional.empty();
    }

    private boolean isLong(Span body) {
        return !body.isEmpty() && source.lineAt(body.end()) - source.lineAt(body.start()) >= MIN_BODY_LINES;
    }

    /** A body becomes {@code ...}, and so do the elements of a large value. */
    private Fold indented(Declaration declaration) {
        Span body = declaration.body();
        return declaration.kind() == Declaration.Kind.VALUE
                ? Fold.noted(body.start(), body.end(), "...  # ", "\n")
                : Fold.noted(body.start(), body.end(), "\n" + bodyIndent(body) + "...  # ", "");
    }

    /** The indentation of the first line of a body that begins after a line's end. */
    private String bodyIndent(Span body) {
        int line = source.lineAt(body.start()) + 1;
        while (line < source.lines() - 1 && source.indent(line) < 0) {
            line++;
        }
        int start = source.start(line);
        return source.text().substring(start, start + Math.max(0, source.indent(line)));
    }

    /** Runs of members of the same type that are all boilerplate or far from the query become one note with their names. */
    private void addRuns(Focus.Chosen chosen, List<Fold> folds) {
        List<Declaration> all = outline.declarations();
        for (int first = 0; first < all.size(); ) {
            int next = first;
            List<Declaration> run = new ArrayList<>();
            while (next < all.size() && sameOwner(all, first, next) && isDull(next, chosen)) {
                run.add(all.get(next));
                next = behind(next);
            }
            if (run.size() > 1) {
                Fold fold = members(run);
                if (fold.pays(source)) {
                    folds.add(fold);
                }
            }
            first = Math.max(next, first + 1);
        }
    }

    /** The declaration after one and its members. */
    private int behind(int declaration) {
        List<Declaration> all = outline.declarations();
        int next = declaration + 1;
        while (next < all.size()
                && all.get(declaration).whole().contains(all.get(next).whole())) {
            next++;
        }
        return next;
    }

    private boolean isDull(int declaration, Focus.Chosen chosen) {
        Declaration one = outline.declarations().get(declaration);
        if (chosen.whole().get(declaration)) {
            return false;
        }
        boolean far = !one.owner().isEmpty() && chosen.far().nextClearBit(declaration) >= behind(declaration);
        return far || boilerplate.is(one);
    }

    private static boolean sameOwner(List<Declaration> all, int first, int other) {
        return all.get(first).owner().equals(all.get(other).owner());
    }

    private Fold members(List<Declaration> run) {
        String names = names(run);
        int start = run.get(0).whole().start();
        int end = behindComma(run.get(run.size() - 1).whole().end());
        return outline.indented()
                ? Fold.noted(start, end, "# ", ": " + names)
                : Fold.noted(start, end, "/* ", ": " + names + " */");
    }

    /** Constants of an enum are parted by commas, and the one behind the last is of no use without it. */
    private int behindComma(int end) {
        int next = end;
        while (next < source.text().length()
                && Character.isWhitespace(source.text().charAt(next))) {
            next++;
        }
        return next < source.text().length() && source.text().charAt(next) == ',' ? next + 1 : end;
    }

    /** Functions and types first, since they are what is asked for by name. */
    private static String names(List<Declaration> members) {
        Map<Boolean, List<String>> names = members.stream()
                .filter(member -> !member.name().isEmpty())
                .collect(Collectors.partitioningBy(
                        member -> member.kind() == Declaration.Kind.VALUE,
                        Collectors.mapping(Declaration::name, Collectors.toList())));
        List<String> told = new ArrayList<>();
        told.addAll(firsts(names.getOrDefault(false, List.of()), MAX_NAMED));
        told.addAll(firsts(names.getOrDefault(true, List.of()), MAX_NAMED_VALUES));
        long all = members.stream()
                .map(Declaration::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
        return String.join(", ", told) + (told.size() < all ? ", …" : "");
    }

    private static List<String> firsts(List<String> names, int most) {
        return names.stream().distinct().limit(most).toList();
    }

    private static List<Fold> disjoint(List<Fold> folds) {
        folds.sort(Comparator.comparingInt(Fold::start).thenComparing(Fold::end, Comparator.reverseOrder()));
        List<Fold> disjoint = new ArrayList<>();
        int end = 0;
        for (Fold fold : folds) {
            if (fold.start() >= end) {
                disjoint.add(fold);
                end = fold.end();
            }
        }
        return disjoint;
    }
}
