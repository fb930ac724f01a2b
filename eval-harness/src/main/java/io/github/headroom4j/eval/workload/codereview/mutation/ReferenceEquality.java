package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Values of a type without identity, such as String, are compared by "==" instead of equals. */
final class ReferenceEquality implements Mutator {

    @Override
    public DefectCategory category() {
        return DefectCategory.REFERENCE_EQUALITY;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("equals(");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (MethodCallExpr call : file.unit().findAll(MethodCallExpr.class)) {
            Optional<Expression[]> compared = compared(call);
            Optional<CallableDeclaration<?>> callable = Ast.callableAround(call);
            if (compared.isPresent() && callable.isPresent()) {
                String key = JavaFile.key(callable.get());
                long before = byIdentity(callable.get());
                Predicate<JavaFile> more = edited -> edited.callable(key)
                        .filter(method -> byIdentity(method) > before)
                        .isPresent();
                proposals.accept(new Proposal(category(), List.of(edit(file, call, compared.get())), List.of(), more));
            }
        }
    }

    /** Both sides of a comparison of values. */
    private static Optional<Expression[]> compared(MethodCallExpr call) {
        if (!call.getNameAsString().equals("equals")) {
            return Optional.empty();
        }
        List<Expression> arguments = call.getArguments();
        Optional<Expression> scope = call.getScope();
        if (scope.isPresent() && scope.get().toString().equals("Objects") && arguments.size() == 2) {
            return ofValues(arguments.get(0), arguments.get(1));
        }
        return scope.isPresent() && arguments.size() == 1 ? ofValues(scope.get(), arguments.get(0)) : Optional.empty();
    }

    private static Optional<Expression[]> ofValues(Expression left, Expression right) {
        boolean simple = !(left instanceof BinaryExpr) && !(right instanceof BinaryExpr);
        boolean literals = left.isLiteralExpr() && right.isLiteralExpr();
        return simple && !literals && (isValue(left) || isValue(right))
                ? Optional.of(new Expression[] {left, right})
                : Optional.empty();
    }

    private static boolean isValue(Expression expression) {
        return Ast.typeOf(expression).filter(Ast::isValueType).isPresent();
    }

    private static Splice edit(JavaFile file, MethodCallExpr call, Expression[] compared) {
        String left = file.source(compared[0]);
        String right = file.source(compared[1]);
        if (call.getParentNode().orElse(null) instanceof UnaryExpr not
                && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return file.replace(not, left + " != " + right);
        }
        return file.replace(call, left + " == " + right);
    }

    private static long byIdentity(CallableDeclaration<?> callable) {
        return callable.findAll(BinaryExpr.class).stream()
                .filter(test -> test.getOperator() == BinaryExpr.Operator.EQUALS
                        || test.getOperator() == BinaryExpr.Operator.NOT_EQUALS)
                .filter(test ->
                        !test.getLeft().isNullLiteralExpr() && !test.getRight().isNullLiteralExpr())
                .filter(test -> isValue(test.getLeft()) || isValue(test.getRight()))
                .count();
    }
}
