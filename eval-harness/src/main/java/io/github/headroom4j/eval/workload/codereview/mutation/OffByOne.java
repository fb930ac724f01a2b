package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A loop over all elements runs one too far, or an index of the last element points behind it. */
final class OffByOne implements Mutator {

    private static final Set<String> READS = Set.of("get", "charAt", "codePointAt", "item");
    private static final Set<String> SIZES = Set.of("size", "length");

    @Override
    public DefectCategory category() {
        return DefectCategory.OFF_BY_ONE;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("for (");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (ForStmt loop : file.unit().findAll(ForStmt.class)) {
            loop.getCompare()
                    .filter(BinaryExpr.class::isInstance)
                    .map(BinaryExpr.class::cast)
                    .filter(test -> test.getOperator() == BinaryExpr.Operator.LESS)
                    .flatMap(test -> consider(file, loop, test))
                    .ifPresent(proposals);
        }
    }

    private Optional<Proposal> consider(JavaFile file, ForStmt loop, BinaryExpr test) {
        Optional<String> index = Ast.variable(test.getLeft());
        Optional<String> whole = sized(test.getRight());
        boolean reads = index.isPresent() && whole.isPresent() && reads(loop, index.get(), whole.get());
        if (!reads || Ast.callableAround(loop).isEmpty()) {
            return Optional.empty();
        }
        String between = file.text().substring(file.end(test.getLeft()), file.begin(test.getRight()));
        Splice splice = file.replace(file.end(test.getLeft()), file.begin(test.getRight()), between.replace("<", "<="));
        String key = JavaFile.key(Ast.callableAround(loop).get());
        String tooFar = test.getLeft() + " <= " + test.getRight();
        Predicate<JavaFile> over = edited -> edited.callable(key)
                .filter(method -> method.findAll(ForStmt.class).stream()
                        .anyMatch(one ->
                                one.getCompare().map(Expression::toString).equals(Optional.of(tooFar))
                                        && reads(one, index.get(), whole.get())))
                .isPresent();
        return Optional.of(new Proposal(category(), List.of(splice), List.of(), over));
    }

    /** What an expression is the size of. */
    private static Optional<String> sized(Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            return SIZES.contains(call.getNameAsString())
                    ? call.getScope().map(Expression::toString)
                    : Optional.empty();
        }
        return expression.isFieldAccessExpr()
                        && expression.asFieldAccessExpr().getNameAsString().equals("length")
                ? Optional.of(expression.asFieldAccessExpr().getScope().toString())
                : Optional.empty();
    }

    private static boolean reads(ForStmt loop, String index, String whole) {
        boolean element = loop.getBody()
                .findFirst(
                        ArrayAccessExpr.class,
                        one -> one.getName().toString().equals(whole) && Ast.isVariable(one.getIndex(), index))
                .isPresent();
        return element
                || loop.getBody()
                        .findFirst(
                                MethodCallExpr.class,
                                one -> READS.contains(one.getNameAsString())
                                        && one.getScope()
                                                .map(Expression::toString)
                                                .equals(Optional.of(whole))
                                        && one.getArguments().size() == 1
                                        && Ast.isVariable(one.getArgument(0), index))
                        .isPresent();
    }
}
