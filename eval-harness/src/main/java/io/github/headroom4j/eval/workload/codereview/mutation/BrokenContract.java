package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a method answers at once to null or to an empty argument, and a test pins: it answers something else. The test's call
 * reaches the guard, as it stands first and depends on that argument alone.
 */
final class BrokenContract implements Mutator {

    private static final int MAX_TESTS = 12;

    private static final Map<String, List<String>> OTHER_ANSWERS = Map.of(
            "false", List.of("true"),
            "true", List.of("false"),
            "-1", List.of("0"),
            "INDEX_NOT_FOUND", List.of("0"),
            "0", List.of("-1"),
            "null", List.of("\"\"", "EMPTY"),
            "EMPTY", List.of("null"),
            "\"\"", List.of("null"));

    @Override
    public DefectCategory category() {
        return DefectCategory.BROKEN_CONTRACT;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("public static");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (TypeDeclaration<?> type : file.unit().findAll(TypeDeclaration.class)) {
            for (MethodDeclaration method : type.getMethods()) {
                if (method.isStatic()
                        && method.isPublic()
                        && method.getParameters().isNonEmpty()) {
                    guard(method).ifPresent(guard -> consider(file, project, guard, proposals));
                }
            }
        }
    }

    /** The answer that a method gives at once if one of its parameters is null or empty. */
    private record Guard(MethodDeclaration method, int parameter, boolean empty, ReturnStmt answer, String value) {}

    private static Optional<Guard> guard(MethodDeclaration method) {
        Statement first = method.getBody()
                .filter(body -> body.getStatements().isNonEmpty())
                .map(body -> body.getStatement(0))
                .orElse(null);
        if (!(first instanceof IfStmt branch)) {
            return Optional.empty();
        }
        ReturnStmt answer = Ast.single(branch.getThenStmt())
                .filter(ReturnStmt.class::isInstance)
                .map(ReturnStmt.class::cast)
                .orElse(null);
        if (answer == null || answer.getExpression().isEmpty()) {
            return Optional.empty();
        }
        String value = answer.getExpression().get().toString();
        for (int i = 0;
                OTHER_ANSWERS.containsKey(value) && i < method.getParameters().size();
                i++) {
            String name = method.getParameter(i).getNameAsString();
            if (holdsFor(branch.getCondition(), name, true)) {
                return Optional.of(new Guard(method, i, holdsFor(branch.getCondition(), name, false), answer, value));
            }
        }
        return Optional.empty();
    }

    /** Whether a condition is true of null, or else of the empty text, whatever the other variables are. */
    private static boolean holdsFor(Expression condition, String name, boolean forNull) {
        if (condition instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.OR) {
            return holdsFor(both.getLeft(), name, forNull)
                    || (isHarmless(both.getLeft()) && holdsFor(both.getRight(), name, forNull));
        }
        boolean isEmpty = condition instanceof MethodCallExpr call
                && call.getNameAsString().matches("isEmpty|isBlank")
                && call.getArguments().size() == 1
                && Ast.isVariable(call.getArgument(0), name);
        return isEmpty || (forNull && Ast.isNullTest(condition, BinaryExpr.Operator.EQUALS, name));
    }

    private static boolean isHarmless(Expression condition) {
        return (condition instanceof BinaryExpr test && test.getOperator() == BinaryExpr.Operator.EQUALS)
                || (condition instanceof MethodCallExpr call
                        && call.getArguments().size() == 1);
    }

    private void consider(JavaFile file, Project project, Guard guard, Consumer<Proposal> proposals) {
        MethodDeclaration method = guard.method();
        boolean overloaded = ((TypeDeclaration<?>) method.getParentNode().orElseThrow())
                        .getMethodsByName(method.getNameAsString()).stream()
                                .filter(other -> other.getParameters().size()
                                        == method.getParameters().size())
                                .count()
                > 1;
        String value = guard.value();
        String other = OTHER_ANSWERS.getOrDefault(value, List.of(value)).get(0);
        Optional<Place> pin = overloaded || !fits(method, value, other) ? Optional.empty() : pin(file, project, guard);
        String key = JavaFile.key(method);
        Predicate<JavaFile> broken = edited -> edited.callable(key)
                .flatMap(found -> guard((MethodDeclaration) found))
                .filter(found ->
                        found.parameter() == guard.parameter() && found.value().equals(other))
                .isPresent();
        pin.ifPresent(place -> proposals.accept(new Proposal(
                category(),
                List.of(file.replace(guard.answer().getExpression().orElseThrow(), other)),
                List.of(place),
                broken)));
    }

    /** Whether the method can answer with the other value. */
    private static boolean fits(MethodDeclaration method, String value, String other) {
        String type = method.getTypeAsString();
        boolean text = other.startsWith("\"") || value.startsWith("\"") || value.equals("EMPTY");
        return text ? type.equals("String") : !value.equals("null");
    }

    /** A line of a test that calls the method with null or the empty text, and wants the value. */
    private static Optional<Place> pin(JavaFile file, Project project, Guard guard) {
        String name = guard.method().getNameAsString();
        List<String> tests = project.mentioning(name).stream()
                .filter(path -> path.startsWith(Release.TEST))
                .filter(path -> project.text(path).contains(name + "("))
                .limit(MAX_TESTS)
                .toList();
        return tests.stream()
                .flatMap(path -> project.file(path).stream())
                .flatMap(test -> test.unit().findAll(MethodCallExpr.class).stream()
                        .filter(call -> isPin(file, call, guard))
                        .map(test::place))
                .findFirst();
    }

    private static boolean isPin(JavaFile file, MethodCallExpr assertion, Guard guard) {
        String value = guard.value();
        List<Expression> arguments = assertion.getArguments();
        String name = assertion.getNameAsString();
        if (arguments.isEmpty() || !reaches(file, arguments.get(arguments.size() - 1), guard)) {
            return false;
        }
        return switch (name) {
            case "assertFalse" -> value.equals("false");
            case "assertTrue" -> value.equals("true");
            case "assertNull" -> value.equals("null");
            case "assertEquals" ->
                arguments.size() == 2 && says(arguments.get(0).toString(), value);
            default -> false;
        };
    }

    private static boolean says(String expected, String value) {
        return switch (value) {
            case "INDEX_NOT_FOUND", "-1" -> expected.equals("-1") || expected.endsWith("INDEX_NOT_FOUND");
            case "EMPTY", "\"\"" -> expected.equals("\"\"") || expected.endsWith("EMPTY");
            default -> expected.equals(value);
        };
    }

    private static boolean reaches(JavaFile file, Expression tested, Guard guard) {
        return tested instanceof MethodCallExpr call
                && call.getNameAsString().equals(guard.method().getNameAsString())
                && call.getArguments().size() == guard.method().getParameters().size()
                && isOfType(file, call)
                && isTrigger(call.getArgument(guard.parameter()), guard.empty());
    }

    private static boolean isOfType(JavaFile file, MethodCallExpr call) {
        String type = call.getScope().map(Expression::toString).orElse("");
        return file.path().endsWith("/" + type + ".java");
    }

    private static boolean isTrigger(Expression argument, boolean empty) {
        Expression bare = argument.isCastExpr() ? argument.asCastExpr().getExpression() : argument;
        return bare instanceof NullLiteralExpr || (empty && bare.toString().equals("\"\""));
    }
}
