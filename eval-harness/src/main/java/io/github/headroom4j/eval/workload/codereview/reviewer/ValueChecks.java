package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Values that others rely on: constants, null, the order of arguments, what a test expects. Stateless. */
final class ValueChecks {

    private static final Set<String> CHECKS = Set.of("requireNonNull", "notNull", "checkNotNull", "isNull", "nonNull");

    private ValueChecks() {}

    static List<Finding> nullCheck(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).filter(spot -> !spot.isTest()).forEach(spot -> {
            List<Token> before = spot.change().removedTokens();
            List<Token> after = spot.change().addedTokens();
            if (nullChecks(before) > nullChecks(after)) {
                boolean needed = checkedNames(before)
                        .anyMatch(name -> spot.method()
                                .filter(method -> method.uses(name) && nullMayCome(spot, method, name))
                                .isPresent());
                if (needed) {
                    findings.add(spot.finding(DefectCategory.MISSING_NULL_CHECK, lineOf(spot)));
                }
            }
        });
        Spot.in(view)
                .filter(spot -> !spot.isTest())
                .forEach(spot -> unchecked(spot)
                        .map(line -> spot.finding(DefectCategory.MISSING_NULL_CHECK, line))
                        .filter(finding -> findings.isEmpty())
                        .ifPresent(findings::add));
        return findings;
    }

    /** A line of a new method that uses a parameter for which a visible call passes null, and nobody has asked before. */
    private static Optional<Integer> unchecked(Spot spot) {
        for (DiffLine line : spot.change().added()) {
            List<Token> tokens = JavaTokens.of(line.text());
            for (int i = 0; i + 2 < tokens.size(); i++) {
                String name = tokens.get(i).text();
                boolean follows = tokens.get(i + 1).is(".")
                        && (i == 0 || !tokens.get(i - 1).is("."));
                if (follows
                        && spot.method()
                                .filter(method -> trusts(spot, method, name))
                                .isPresent()) {
                    return Optional.of(line.number());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean trusts(Spot spot, SeenMethod method, String name) {
        int at = method.parameterNames().indexOf(name);
        return at >= 0
                && !checked(method.body(), name)
                && spot.view().usages().stream()
                        .filter(usage -> !usage.text().contains("assertThrows")
                                && !usage.text().contains("NullPointer"))
                        .anyMatch(usage -> passesNull(usage.text(), method, at));
    }

    private static boolean checked(List<Token> body, String name) {
        return checkedNames(body).anyMatch(name::equals)
                || Calls.in(body).stream()
                        .anyMatch(call -> call.arguments().stream()
                                .anyMatch(one -> one.size() == 1
                                        && one.get(0).is(name)
                                        && !call.receiver().equals(name)))
                || SeenMethod.has(body, "null");
    }

    private static boolean passesNull(String line, SeenMethod method, int at) {
        return Calls.in(JavaTokens.of(line)).stream()
                .filter(call -> call.name().equals(method.name()))
                .filter(call ->
                        call.arguments().size() == method.parameterNames().size())
                .anyMatch(call -> call.arguments().get(at).size() == 1
                        && call.arguments().get(at).get(0).is("null"));
    }

    private static int lineOf(Spot spot) {
        return spot.change().edits().stream()
                .filter(edit -> SeenMethod.has(edit.removed(), "null")
                        || edit.removed().stream().anyMatch(token -> CHECKS.contains(token.text())))
                .findFirst()
                .map(Edit::line)
                .orElse(spot.change().number());
    }

    private static long nullChecks(List<Token> tokens) {
        long count = 0;
        for (int i = 1; i < tokens.size(); i++) {
            boolean compared = tokens.get(i).is("null")
                    && (tokens.get(i - 1).is("==") || tokens.get(i - 1).is("!="));
            count += compared || CHECKS.contains(tokens.get(i).text()) ? 1 : 0;
        }
        return count;
    }

    private static Stream<String> checkedNames(List<Token> tokens) {
        List<String> names = new ArrayList<>();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i).is("null")) {
                names.add(tokens.get(i - 2).text());
            }
        }
        Calls.in(tokens).stream()
                .filter(call ->
                        CHECKS.contains(call.name()) && !call.arguments().isEmpty())
                .forEach(call -> names.add(call.arguments().get(0).get(0).text()));
        return names.stream();
    }

    /** Whether a visible call passes null, or what the name is set to may return it. */
    private static boolean nullMayCome(Spot spot, SeenMethod method, String name) {
        boolean parameter = method.parameterNames().contains(name);
        Stream<String> lines = Stream.concat(
                spot.view().usages().stream().map(Usage::text),
                spot.view().files().stream()
                        .flatMap(file -> file.lines().stream())
                        .filter(line -> line.contains("null") && line.contains(method.name())));
        boolean passed = parameter
                && lines.anyMatch(line -> Calls.in(JavaTokens.of(line)).stream()
                        .filter(call -> call.name().equals(method.name()))
                        .anyMatch(call -> call.arguments().stream()
                                .anyMatch(one -> one.size() == 1 && one.get(0).is("null"))));
        return passed || comesFromNullable(spot, method, name);
    }

    private static boolean comesFromNullable(Spot spot, SeenMethod method, String name) {
        List<Token> body = method.body();
        for (int i = 0; i + 3 < body.size(); i++) {
            if (body.get(i).is(name) && body.get(i + 1).is("=")) {
                List<Token> value = body.subList(i + 2, Math.min(body.size(), i + 12));
                boolean nullable = Calls.in(value).stream().anyMatch(call -> returnsNull(spot, call.name()));
                if (nullable) {
                    return true;
                }
            }
        }
        return spot.view().fields(spot.path()).contains(name)
                && spot.view().files().stream()
                        .flatMap(file -> file.lines().stream())
                        .anyMatch(line -> line.contains(name + " = null;"));
    }

    private static boolean returnsNull(Spot spot, String called) {
        return spot.view().files().stream()
                .flatMap(file -> file.methods().stream())
                .filter(method -> method.name().equals(called))
                .anyMatch(method -> Edit.text(method.body()).contains("return null"));
    }

    static List<Finding> constant(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view)
                .forEach(spot -> spot.change().edits().stream()
                        .filter(ValueChecks::changesLiteral)
                        .forEach(edit -> constantOf(edit)
                                .filter(name -> isUsedElsewhere(
                                        spot, name, edit.removed().get(0)))
                                .ifPresent(
                                        name -> findings.add(spot.finding(DefectCategory.CONSTANT_MISMATCH, edit)))));
        return findings;
    }

    private static boolean changesLiteral(Edit edit) {
        return edit.removed().size() == 1
                && edit.added().size() == 1
                && edit.removed().get(0).kind() == edit.added().get(0).kind()
                && (edit.added().get(0).kind() == Token.Kind.NUMBER
                        || edit.added().get(0).kind() == Token.Kind.TEXT);
    }

    /** The constant whose declaration holds an edit. */
    private static Optional<String> constantOf(Edit edit) {
        int start = edit.to();
        while (start > 0 && !";{}".contains(edit.after().get(start - 1).text())) {
            start--;
        }
        List<Token> declaration = edit.after().subList(start, edit.to());
        for (int i = 1; i < declaration.size(); i++) {
            if (declaration.get(i).is("=") && SeenMethod.has(declaration, "static")) {
                return Optional.of(declaration.get(i - 1).text());
            }
        }
        return Optional.empty();
    }

    /** Whether another line names the constant; of a version of a class, whether it is written down there, too. */
    private static boolean isUsedElsewhere(Spot spot, String name, Token before) {
        return spot.view().usages().stream()
                .filter(usage -> !usage.path().equals(spot.path())
                        || usage.number() != spot.change().number())
                .map(usage -> JavaTokens.of(usage.text()))
                .anyMatch(line ->
                        SeenMethod.has(line, name) && (!name.equals("serialVersionUID") || line.contains(before)));
    }

    static List<Finding> contract(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view)
                .filter(spot -> !spot.isTest())
                .forEach(spot -> spot.change().edits().stream()
                        .filter(edit ->
                                edit.removed().size() == 1 && edit.added().size() == 1)
                        .filter(edit -> constantOf(edit).isEmpty())
                        .filter(edit -> spot.method()
                                .filter(method ->
                                        isPinned(spot, method, edit.removed().get(0)))
                                .isPresent())
                        .forEach(edit -> findings.add(spot.finding(DefectCategory.BROKEN_CONTRACT, edit))));
        return findings;
    }

    /** Whether a test names the method and what it returned or threw before. */
    private static boolean isPinned(Spot spot, SeenMethod method, Token before) {
        boolean telling =
                (before.kind() != Token.Kind.MARK && before.text().length() > 1) || before.kind() == Token.Kind.NUMBER;
        return telling
                && spot.view().usages().stream()
                        .filter(Usage::isTest)
                        .map(usage -> JavaTokens.of(usage.text()))
                        .anyMatch(line -> SeenMethod.has(line, method.name()) && line.contains(before));
    }
}
