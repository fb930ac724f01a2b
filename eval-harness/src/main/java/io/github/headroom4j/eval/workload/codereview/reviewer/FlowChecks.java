package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Exceptions that are lost, cases that fall through, products that are widened too late. Stateless. */
final class FlowChecks {

    private static final Set<String> JUMPS = Set.of("break", "return", "throw", "continue", "yield");
    private static final Set<String> EXACT =
            Set.of("multiplyExact", "addExact", "subtractExact", "toIntExact", "incrementExact");

    /** Lines of comment, braces or nothing that may stand between a change and the case after it. */
    private static final int NEXT_LINES = 3;

    private FlowChecks() {}

    static List<Finding> swallowed(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        for (Hunk hunk : view.hunks()) {
            List<DiffLine> now =
                    hunk.lines().stream().filter(line -> !line.isRemoved()).toList();
            List<String> texts = now.stream().map(DiffLine::text).toList();
            List<Token> tokens = JavaTokens.of(texts);
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("catch") && tokens.get(i + 1).is("(")) {
                    emptyCatch(hunk, now, tokens, i, findings);
                }
            }
        }
        Spot.in(view)
                .forEach(spot -> view.file(spot.path())
                        .flatMap(file -> file.emptyCatch(spot.now(), spot.change()).stream())
                        .map(line -> spot.finding(DefectCategory.SWALLOWED_EXCEPTION, line))
                        .filter(finding -> findings.stream().noneMatch(finding::isNear))
                        .forEach(findings::add));
        return findings;
    }

    private static void emptyCatch(Hunk hunk, List<DiffLine> now, List<Token> tokens, int at, List<Finding> findings) {
        int brace = Calls.closing(tokens, at + 1) + 1;
        boolean empty = brace + 1 < tokens.size()
                && tokens.get(brace).is("{")
                && tokens.get(brace + 1).is("}");
        if (!empty) {
            return;
        }
        int first = now.get(tokens.get(at).line()).number();
        int last = now.get(tokens.get(brace + 1).line()).number();
        boolean emptied = hunk.lines().stream()
                .anyMatch(line -> !line.isContext() && line.number() >= first && line.number() <= last);
        boolean follows =
                contiguous(now, tokens.get(at).line(), tokens.get(brace + 1).line());
        String name = tokens.get(brace - 2).text();
        boolean explained = now
                .subList(tokens.get(at).line(), tokens.get(brace + 1).line() + 1)
                .stream()
                .anyMatch(line -> line.text().contains("//") || line.text().contains("/*"));
        if (emptied && follows && !explained && !name.startsWith("ignore") && !name.startsWith("expected")) {
            findings.add(new Finding(DefectCategory.SWALLOWED_EXCEPTION, hunk.path(), first));
        }
    }

    private static boolean contiguous(List<DiffLine> now, int from, int to) {
        return now.get(to).number() - now.get(from).number() == to - from;
    }

    static List<Finding> fallThrough(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            boolean gone = spot.change().removed().stream().anyMatch(line -> isJump(line.text()))
                    && spot.change().added().stream().noneMatch(line -> isJump(line.text()));
            if (gone && (nextIsCase(spot) || isWarnedOf(spot))) {
                findings.add(spot.finding(DefectCategory.SWITCH_FALL_THROUGH));
            } else {
                fallsInNew(spot)
                        .ifPresent(line -> findings.add(spot.finding(DefectCategory.SWITCH_FALL_THROUGH, line)));
            }
        });
        return findings;
    }

    /** In new code the case after one that neither jumps nor is empty, where others jump. */
    private static Optional<Integer> fallsInNew(Spot spot) {
        List<DiffLine> lines = spot.change().added().stream()
                .filter(line -> !line.text().isBlank())
                .toList();
        boolean jumps = lines.stream().anyMatch(line -> line.text().strip().equals("break;"));
        for (int i = 1; i < lines.size() && jumps; i++) {
            String before = lines.get(i - 1).text().strip();
            boolean works = before.endsWith(";") && !isJump(before);
            if (works
                    && isCase(lines.get(i).text())
                    && lines.get(i).number() == lines.get(i - 1).number() + 1) {
                return Optional.of(lines.get(i).number());
            }
        }
        return Optional.empty();
    }

    private static boolean isJump(String line) {
        List<Token> tokens = JavaTokens.of(line);
        return !tokens.isEmpty() && JUMPS.contains(tokens.get(0).text());
    }

    /** Whether what comes after the change, in the diff or in the file, is another case. */
    private static boolean nextIsCase(Spot spot) {
        int next = spot.change().number() + spot.change().added().size();
        return spot.now().stream()
                        .filter(line -> line.number() >= next && !line.text().isBlank())
                        .limit(1)
                        .anyMatch(line -> isCase(line.text()))
                || spot.now().stream()
                        .filter(line -> line.number() < next)
                        .reduce((first, last) -> last)
                        .filter(last -> spot.view().file(spot.path()).anyMatch(file -> file.caseFollows(last)))
                        .isPresent();
    }

    /** Whether the compiler warns of a case that is fallen into, within the change or on one of the next lines. */
    private static boolean isWarnedOf(Spot spot) {
        int first = spot.change().number();
        int last = first + spot.change().added().size() + NEXT_LINES;
        return spot.view().warnings().stream()
                .anyMatch(warning -> warning.rule().equals("fallthrough")
                        && warning.path().equals(spot.path())
                        && warning.number() >= first
                        && warning.number() <= last);
    }

    static boolean isCase(String line) {
        String stripped = line.strip();
        return stripped.startsWith("case ") || stripped.startsWith("default:") || stripped.startsWith("default :");
    }

    static List<Finding> overflow(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view)
                .forEach(spot -> spot.change().edits().stream()
                        .filter(edit -> widensLater(edit) || isNoLongerExact(edit))
                        .limit(1)
                        .forEach(edit -> findings.add(spot.finding(DefectCategory.INTEGER_OVERFLOW, edit))));
        return findings;
    }

    /** A cast to long, or the mark of a long number, went away or moved out of the sum that it widened. */
    private static boolean widensLater(Edit edit) {
        boolean cast = edit.removedText().equals("( long )") && edit.added().isEmpty();
        boolean moved = edit.removed().isEmpty()
                && edit.addedText().equals("(")
                && edit.around(-2).equals("long");
        boolean number = edit.removed().size() == 1
                && edit.added().size() == 1
                && (edit.removedText().equals(edit.addedText() + "L")
                        || edit.removedText().equals(edit.addedText() + "l"));
        return (cast || moved || number) && hasArithmetic(edit);
    }

    private static boolean hasArithmetic(Edit edit) {
        for (int i = -6; i <= 8; i++) {
            String text = edit.around(i);
            if (text.equals("*")
                    || text.equals("+")
                    || (text.equals("<") && edit.around(i + 1).equals("<"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoLongerExact(Edit edit) {
        return edit.removed().stream().anyMatch(token -> EXACT.contains(token.text()))
                && edit.after().stream().noneMatch(token -> EXACT.contains(token.text()));
    }
}
