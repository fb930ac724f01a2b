package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Arithmetic that was done in long, as one operand was widened first: it is done in int, and the result is widened. */
final class IntegerOverflow implements Mutator {

    private static final Set<BinaryExpr.Operator> GROW =
            Set.of(BinaryExpr.Operator.MULTIPLY, BinaryExpr.Operator.LEFT_SHIFT, BinaryExpr.Operator.PLUS);

    @Override
    public DefectCategory category() {
        return DefectCategory.INTEGER_OVERFLOW;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("(long)") || text.contains("1L <<") || text.contains("L *") || text.contains("* 1");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (BinaryExpr arithmetic : file.unit().findAll(BinaryExpr.class)) {
            Optional<CallableDeclaration<?>> callable = Ast.callableAround(arithmetic);
            if (callable.isPresent() && GROW.contains(arithmetic.getOperator())) {
                edit(file, arithmetic)
                        .ifPresent(splice -> proposals.accept(
                                new Proposal(category(), List.of(splice), List.of(), fewerWide(callable.get()))));
            }
        }
    }

    private static Predicate<JavaFile> fewerWide(CallableDeclaration<?> callable) {
        String key = JavaFile.key(callable);
        long before = wide(callable);
        return edited ->
                edited.callable(key).filter(method -> wide(method) < before).isPresent();
    }

    private static Optional<Splice> edit(JavaFile file, BinaryExpr arithmetic) {
        Expression left = arithmetic.getLeft();
        if (isWideningCast(left)) {
            CastExpr cast = left.asCastExpr();
            String operands =
                    file.source(cast.getExpression()) + file.text().substring(file.end(left), file.end(arithmetic));
            return Optional.of(file.replace(arithmetic, "(long) (" + operands + ")"));
        }
        boolean shift = arithmetic.getOperator() == BinaryExpr.Operator.LEFT_SHIFT
                && left.toString().equals("1L")
                // What is narrowed in the end may come out the same.
                && Ast.ancestor(arithmetic, CastExpr.class).isEmpty()
                && !arithmetic.getRight().isLiteralExpr();
        return shift ? Optional.of(file.replace(left, "1")) : Optional.empty();
    }

    private static boolean isWideningCast(Expression expression) {
        return expression instanceof CastExpr cast
                && cast.getTypeAsString().equals("long")
                && !(cast.getExpression() instanceof EnclosedExpr)
                && isInt(cast.getExpression());
    }

    /** As far as one can see; a value that is long already could not overflow for it. */
    private static boolean isInt(Expression expression) {
        return Ast.typeOf(expression).filter("int"::equals).isPresent()
                || expression.toString().matches("[\\w.]+\\.length|[\\w.]+\\.(size|length|remaining|capacity)\\(\\)");
    }

    /** Growing operations with a left operand that is long. */
    private static long wide(Node node) {
        return node.findAll(BinaryExpr.class).stream()
                .filter(one -> GROW.contains(one.getOperator()))
                .filter(one -> one.getLeft() instanceof LongLiteralExpr || isWideningCast(one.getLeft()))
                .count();
    }
}
