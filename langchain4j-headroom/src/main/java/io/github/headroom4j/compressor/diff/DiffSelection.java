package io.github.headroom4j.compressor.diff;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Elision;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.diff.HunkView.Level;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;
import java.util.Optional;

/** Prints every change that is not folded, with as much context as the budget allows. */
final class DiffSelection {

    /** A run of fewer lines of a diffstat is not worth a note. */
    private static final int MIN_STAT_LINES = 3;

    private final DiffContent content;
    private final List<String> lines;
    private final CompressionContext context;
    private final QueryFocus focus;

    DiffSelection(DiffContent content) {
        this.content = content;
        lines = content.diff().lines();
        context = content.context();
        focus = QueryFocus.of(content);
    }

    Optional<Selection> select(TokenBudget budget) {
        Printed chosen = print(budget.bounded() ? Level.FULL : Level.NEAR);
        if (budget.bounded()) {
            chosen = exceeds(chosen, budget) ? print(Level.NEAR) : chosen;
            chosen = exceeds(chosen, budget) ? print(Level.NONE) : chosen;
        }
        int total = lines.size();
        return chosen.shown == total
                ? Optional.empty()
                : Optional.of(Selection.of(chosen.writer.written(), chosen.shown, total));
    }

    private boolean exceeds(Printed printed, TokenBudget budget) {
        return context.counter().count(printed.writer.written()) > budget.limit();
    }

    private Printed print(Level level) {
        Printed printed = new Printed(level);
        for (Part part : content.parts()) {
            context.checkDeadline();
            if (part instanceof FilePart file) {
                printed.file(file);
            } else {
                printed.text(part);
            }
        }
        return printed;
    }

    /** What is printed at one level, and how many lines of the original that shows. */
    private final class Printed {

        private final Level level;
        private final DiffWriter writer = new DiffWriter(DiffWriter.TRIMMED, content.diff());
        private int shown;

        Printed(Level level) {
            this.level = level;
        }

        void text(Part part) {
            int from = part.from();
            int at = from;
            while (at < part.to()) {
                int end = endOfStat(at, part.to());
                if (end - at < MIN_STAT_LINES) {
                    at = Math.max(end, at + 1);
                    continue;
                }
                verbatim(from, at);
                writer.line(Elision.lines(context.firstLine() + at, context.firstLine() + end - 1) + " diffstat");
                from = end;
                at = end;
            }
            verbatim(from, part.to());
        }

        private void verbatim(int from, int to) {
            writer.text(lines.subList(from, to));
            shown += to - from;
        }

        void file(FilePart file) {
            Optional<FileKind> kind = focus.names(file) ? Optional.empty() : FileKind.folded(file, lines);
            if (kind.isPresent()) {
                writer.file(file.header().describe(folded(file, kind.get())));
                return;
            }
            if (file.header().path().isEmpty()) {
                verbatim(file.from(), file.headerTo());
            } else {
                writer.file(file.header().describe(range(file)));
                shown += file.headerTo() - file.from();
            }
            HunkPrinter printer = new HunkPrinter(lines, writer, context.firstLine());
            for (Hunk hunk : file.hunks()) {
                HunkView view = HunkView.of(file.header().path(), hunk, hunk.body(lines));
                Level own = focus.isOn(hunk) && level != Level.NONE ? Level.FULL : level;
                shown += printer.print(hunk, view.at(own)) + 1;
            }
        }

        private String range(FilePart file) {
            int first = context.firstLine() + file.from();
            return file.hunks().isEmpty() ? "" : first + "-" + (context.firstLine() + file.to() - 1);
        }
    }

    private String folded(FilePart file, FileKind kind) {
        int added = 0;
        int removed = 0;
        for (Hunk hunk : file.hunks()) {
            for (String line : hunk.body(lines)) {
                Sign sign = hunk.sign(line);
                added += sign == Sign.ADDED ? 1 : 0;
                removed += sign == Sign.REMOVED ? 1 : 0;
            }
        }
        String changes = file.hunks().isEmpty() ? "" : " +" + added + " -" + removed;
        int first = context.firstLine() + file.from();
        // The header says already that a file is binary.
        String label = kind == FileKind.BINARY ? "" : kind.label() + changes + ' ';
        return label + Elision.lines(first, context.firstLine() + file.to() - 1);
    }

    private int endOfStat(int from, int to) {
        int end = from;
        while (end < to && isStat(lines.get(end))) {
            end++;
        }
        return end;
    }

    /** {@code path | 12 ++++---}: the files below say it again. */
    private static boolean isStat(String line) {
        int bar = line.lastIndexOf(" | ");
        if (bar <= 1 || line.charAt(0) != ' ') {
            return false;
        }
        String rest = line.substring(bar + 3).strip();
        int digits = 0;
        while (digits < rest.length() && HunkHeader.isDigit(rest.charAt(digits))) {
            digits++;
        }
        return (digits > 0 && rest.substring(digits).chars().allMatch(c -> c == ' ' || c == '+' || c == '-'))
                || rest.startsWith("Bin");
    }
}
