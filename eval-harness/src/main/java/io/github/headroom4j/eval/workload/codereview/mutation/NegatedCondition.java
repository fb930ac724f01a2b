package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A condition whose branch shows what it must be: an object is used where it is not null, an exception is thrown where there
 * is nothing. It says the opposite.
 */
final class NegatedCondition implements Mutator {

    @Override
    public DefectCategory category() {
        return DefectCategory.NEGATED_CONDITION;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("if (");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (IfStmt branch : file.unit().findAll(IfStmt.class)) {
            Optional<CallableDeclaration<?>> callable = Ast.callableAround(branch);
            Optional<Splice> splice = negation(file, branch);
            if (callable.isPresent() && splice.isPresent()) {
                String key = JavaFile.key(callable.get());
                String body = branch.getThenStmt().toString();
                long before = wrong(callable.get(), body);
                Predicate<JavaFile> more = edited -> edited.callable(key)
                        .filter(method -> wrong(method, body) > before)
                        .isPresent();
                proposals.accept(new Proposal(category(), List.of(splice.get()), List.of(), more));
            }
        }
    }

    private static Optional<Splice> negation(JavaFile file, IfStmt branch) {
        Expression condition = branch.getCondition();
        if (!isRight(condition, branch.getThenStmt())) {
            return Optional.empty();
        }
        if (condition instanceof BinaryExpr test) {
            String between = file.text().substring(file.end(test.getLeft()), file.begin(test.getRight()));
            String other = between.contains("!=") ? between.replace("!=", "==") : between.replace("==", "!=");
            return Optional.of(file.replace(file.end(test.getLeft()), file.begin(test.getRight()), other));
        }
        return condition instanceof UnaryExpr not
                ? Optional.of(file.replace(not, file.source(not.getExpression())))
                : Optional.of(file.replace(condition, "!" + file.source(condition)));
    }

    private static boolean isRight(Expression condition, Statement then) {
        boolean throwsAtOnce =
                Ast.single(then).filter(ThrowStmt.class::isInstance).isPresent();
        boolean used = Ast.testedForNull(condition, BinaryExpr.Operator.NOT_EQUALS)
                .filter(name -> Ast.dereferences(then, name))
                .isPresent();
        boolean missing = throwsAtOnce
                && Ast.testedForNull(condition, BinaryExpr.Operator.EQUALS).isPresent();
        boolean exhausted = throwsAtOnce && condition.toString().matches("!\\w+\\.hasNext\\(\\)|!hasNext\\(\\)");
        return used || missing || exhausted || loops(condition, then);
    }

    /** "if (!list.isEmpty()) { … list.get(…) … }". */
    private static boolean loops(Expression condition, Statement then) {
        if (!(condition instanceof UnaryExpr not
                && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
                && not.getExpression() instanceof MethodCallExpr call
                && call.getNameAsString().equals("isEmpty"))) {
            return false;
        }
        return call.getScope()
                .flatMap(Ast::variable)
                .filter(name -> Ast.mentions(then, name))
                .isPresent();
    }

    /** Branches with a body that the condition does not fit any more. */
    private static long wrong(CallableDeclaration<?> callable, String body) {
        return callable.findAll(IfStmt.class).stream()
                .filter(one -> one.getThenStmt().toString().equals(body))
                .filter(one -> !isRight(one.getCondition(), one.getThenStmt()))
                .count();
    }
}
