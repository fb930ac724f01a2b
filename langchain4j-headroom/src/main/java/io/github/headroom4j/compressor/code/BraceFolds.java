package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Folds of languages with braces: outermost bodies, documentation past its first sentence, licences, imports. */
final class BraceFolds {

    /** Fewer imports than this are cheaper to show than to note. */
    private static final int MIN_IMPORTS = 4;

    private static final List<String> IMPORT_WORDS =
            List.of("import ", "import\t", "using ", "use ", "#include", "from ");

    private final SourceText source;
    private final List<Fold> folds = new ArrayList<>();

    private BraceFolds(SourceText source) {
        this.source = source;
    }

    static List<Fold> of(SourceText source, CompressionContext context) {
        BraceScanner scanned = BraceScanner.scan(source.text(), context);
        BraceFolds finder = new BraceFolds(source);
        finder.addBodies(scanned.blocks());
        scanned.comments().forEach(finder::addComment);
        finder.addImports();
        return disjoint(finder.folds);
    }

    private void addBodies(List<Block> blocks) {
        int outside = 0;
        for (Block block : blocks) {
            if (block.open < outside || block.isContainer()) {
                continue;
            }
            outside = block.close;
            if (source.lineAt(block.close) - source.lineAt(block.open) > 1) {
                folds.add(new Fold(Fold.Kind.BODY, block.open + 1, block.close, " /* ", " */ ", block.declaration));
            }
        }
    }

    private void addComment(BraceScanner.Comment comment) {
        String text = source.text().substring(comment.start(), comment.end());
        if (!text.endsWith("*/") || text.indexOf('\n') < 0) {
            return;
        }
        int shown = isLicence(text) ? text.startsWith("/**") ? 3 : 2 : firstSentence(text);
        int start = comment.start() + shown;
        int end = comment.end() - 2;
        if (start < end) {
            folds.add(new Fold(Fold.Kind.BOILERPLATE, start, end, " ", " ", start));
        }
    }

    private static boolean isLicence(String comment) {
        String lower = comment.toLowerCase(Locale.ROOT);
        return lower.contains("license") || lower.contains("licence") || lower.contains("copyright");
    }

    /** The length of a comment up to the end of its first sentence, or all of it if that is its last. */
    private static int firstSentence(String comment) {
        for (int i = 3; i < comment.length() - 2; i++) {
            char c = comment.charAt(i);
            char next = comment.charAt(i + 1);
            boolean ends = (c == '.' || c == '!' || c == '?') && next <= ' ';
            if (ends) {
                return onlyClosing(comment, i + 1) ? comment.length() : i + 1;
            }
            boolean tag = (c == '@' && isLineStart(comment, i)) || comment.startsWith("<p>", i);
            if (tag && !comment.substring(3, i).replace('*', ' ').isBlank()) {
                return endOfText(comment, i);
            }
        }
        return comment.length();
    }

    private static boolean onlyClosing(String comment, int from) {
        return comment.substring(from, comment.length() - 2).isBlank();
    }

    private static boolean isLineStart(String comment, int at) {
        int i = at - 1;
        while (i >= 0 && (comment.charAt(i) == ' ' || comment.charAt(i) == '\t' || comment.charAt(i) == '*')) {
            i--;
        }
        return i >= 0 && comment.charAt(i) == '\n';
    }

    private static int endOfText(String comment, int before) {
        int end = before;
        while (end > 3 && (comment.charAt(end - 1) <= ' ' || comment.charAt(end - 1) == '*')) {
            end--;
        }
        return end;
    }

    private void addImports() {
        int line = 0;
        while (line < source.lines()) {
            int last = lastImport(line);
            if (last - line + 1 >= MIN_IMPORTS) {
                int start = source.start(line);
                folds.add(new Fold(Fold.Kind.BOILERPLATE, start, source.end(last), "// ", " of imports", start));
            }
            line = Math.max(last, line) + 1;
        }
    }

    /** The last line of the run of imports that begins at a line, or the line before it if none does. */
    private int lastImport(int first) {
        int last = first - 1;
        if (source.indent(first) < 0) {
            return last;
        }
        int balance = 0;
        for (int line = first; line < source.lines(); line++) {
            boolean imports = source.indent(line) == 0 && isImport(line);
            if (!imports && balance <= 0 && source.indent(line) >= 0) {
                break;
            }
            if (imports || balance > 0) {
                balance += balance(line);
                last = line;
            }
        }
        return last;
    }

    private boolean isImport(int line) {
        return IMPORT_WORDS.stream().anyMatch(word -> source.lineStartsWith(line, word));
    }

    private int balance(int line) {
        int balance = 0;
        for (int i = source.start(line); i < source.end(line); i++) {
            char c = source.text().charAt(i);
            balance += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
        }
        return balance;
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
