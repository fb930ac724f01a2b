package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bounds, conditions and comparisons: what one or two tokens of a line say. Stateless. */
final class ConditionChecks {

    private static final Map<String, String> NEIGHBOURS = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final Map<String, String> OPPOSITES =
            Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">", "==", "!=", "!=", "==");
    private static final Set<String> SIZES = Set.of("length", "size");

    private ConditionChecks() {}

    static List<Finding> offByOne(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            for (Edit edit : spot.change().edits()) {
                if ((isNeighbour(edit) || isOneMore(edit) || isNextNumber(edit)) && edit.isLone()) {
                    findings.add(spot.finding(DefectCategory.OFF_BY_ONE, edit));
                }
            }
            spot.change().added().stream()
                    .filter(line -> runsOver(JavaTokens.of(line.text())))
                    .map(line -> spot.finding(DefectCategory.OFF_BY_ONE, line.number()))
                    .filter(finding -> !findings.contains(finding))
                    .forEach(findings::add);
        });
        return findings;
    }

    private static boolean isNeighbour(Edit edit) {
        return edit.addedText().equals(NEIGHBOURS.get(edit.removedText()));
    }

    /** {@code + 1} or {@code - 1} came or went. */
    private static boolean isOneMore(Edit edit) {
        String one = edit.removed().isEmpty() ? edit.addedText() : edit.added().isEmpty() ? edit.removedText() : "";
        return one.equals("+ 1") || one.equals("- 1");
    }

    /** A number that is one more or less, where it counts something: not where a constant is declared. */
    private static boolean isNextNumber(Edit edit) {
        if (edit.removed().size() != 1 || edit.added().size() != 1 || SeenMethod.has(edit.after(), "static")) {
            return false;
        }
        String before = edit.removedText();
        String after = edit.addedText();
        return isSmall(before)
                && isSmall(after)
                && Math.abs(Integer.parseInt(before) - Integer.parseInt(after)) == 1
                && !edit.around(-1).equals("return");
    }

    private static boolean isSmall(String text) {
        return text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code i <= x.length} in the head of a loop. */
    private static boolean runsOver(List<Token> line) {
        if (line.isEmpty() || !line.get(0).is("for")) {
            return false;
        }
        for (int i = 0; i + 3 < line.size(); i++) {
            if (line.get(i).is("<=")
                    && line.get(i + 2).is(".")
                    && SIZES.contains(line.get(i + 3).text())) {
                return line.subList(i, line.size()).stream().noneMatch(token -> token.is("-"));
            }
        }
        return false;
    }

    static List<Finding> negated(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view)
                .forEach(spot -> spot.change().edits().stream()
                        .filter(edit -> isNegation(edit) && edit.isLone())
                        .forEach(edit -> findings.add(spot.finding(DefectCategory.NEGATED_CONDITION, edit))));
        return findings;
    }

    private static boolean isNegation(Edit edit) {
        String removed = edit.removedText();
        String added = edit.addedText();
        return (removed.equals("!") && added.isEmpty())
                || (removed.isEmpty() && added.equals("!"))
                || added.equals(OPPOSITES.get(removed));
    }

    static List<Finding> identity(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            List<Token> before = spot.change().removedTokens();
            List<Token> after = spot.change().addedTokens();
            long equalsGone = Calls.count(before, "equals") - Calls.count(after, "equals");
            long identities = comparisons(after) - comparisons(before);
            if (equalsGone > 0 && identities > 0) {
                spot.change().edits().stream()
                        .filter(edit -> SeenMethod.has(edit.removed(), "equals")
                                || edit.added().stream().anyMatch(ConditionChecks::isComparison))
                        .limit(1)
                        .forEach(edit -> findings.add(spot.finding(DefectCategory.REFERENCE_EQUALITY, lineOf(edit))));
            }
            spot.change().added().stream()
                    .filter(line -> comparesText(JavaTokens.of(line.text())))
                    .forEach(line -> findings.add(spot.finding(DefectCategory.REFERENCE_EQUALITY, line.number())));
        });
        return findings;
    }

    private static int lineOf(Edit edit) {
        for (int i = edit.to(); i < edit.after().size(); i++) {
            if (isComparison(edit.after().get(i))) {
                return edit.change().lineOf(edit.after(), i);
            }
        }
        return edit.line();
    }

    private static boolean comparesText(List<Token> line) {
        for (int i = 1; i + 1 < line.size(); i++) {
            if (isComparison(line.get(i)) && (isText(line.get(i - 1)) || isText(line.get(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(Token token) {
        return token.kind() == Token.Kind.TEXT && token.text().charAt(0) == '"';
    }

    private static boolean isComparison(Token token) {
        return token.is("==") || token.is("!=");
    }

    /** Comparisons that are not with null, a number or a truth value. */
    private static long comparisons(List<Token> tokens) {
        long count = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token next = tokens.get(i + 1);
            count += isComparison(tokens.get(i)) && next.kind() != Token.Kind.NUMBER && !next.is("null") ? 1 : 0;
        }
        return count;
    }
}
