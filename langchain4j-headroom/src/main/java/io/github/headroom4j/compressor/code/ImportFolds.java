package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.List;

/** Runs of imports at the top of a file, whatever the language calls them. Linear in the text. */
final class ImportFolds {

    /** Fewer imports than this are cheaper to show than to note. */
    private static final int MIN_IMPORTS = 4;

    private static final List<String> IMPORT_WORDS =
            List.of("import ", "import\t", "import{", "using ", "use ", "pub use ", "#include", "from ", "require(");

    private final SourceText source;
    private final String mark;

    private ImportFolds(SourceText source, boolean indented) {
        this.source = source;
        mark = indented ? "# " : "// ";
    }

    static List<Fold> of(SourceText source, boolean indented) {
        return new ImportFolds(source, indented).find();
    }

    private List<Fold> find() {
        List<Fold> folds = new ArrayList<>();
        int line = 0;
        while (line < source.lines()) {
            int last = lastImport(line);
            if (last - line + 1 >= MIN_IMPORTS) {
                folds.add(Fold.noted(source.start(line), source.end(last), mark, " of imports"));
            }
            line = Math.max(last, line) + 1;
        }
        return folds;
    }

    /** The last line of the run of imports that begins at a line, or the line before it if none does. */
    private int lastImport(int first) {
        int last = first - 1;
        if (!isImport(first)) {
            return last;
        }
        int balance = 0;
        for (int line = first; line < source.lines(); line++) {
            boolean imports = isImport(line);
            if (!imports && balance <= 0 && source.indent(line) >= 0) {
                break;
            }
            if (imports || balance > 0) {
                balance += balance(line);
                last = line;
            }
        }
        return balance > 0 ? first - 1 : last;
    }

    private boolean isImport(int line) {
        return source.indent(line) == 0 && IMPORT_WORDS.stream().anyMatch(word -> source.lineStartsWith(line, word));
    }

    private int balance(int line) {
        int balance = 0;
        for (int i = source.start(line); i < source.end(line); i++) {
            char c = source.text().charAt(i);
            balance += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
        }
        return balance;
    }
}
