package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Edits that look like defects and change nothing: a clean pull request with one tests whether a reviewer cries wolf. */
final class Decoys {

    private static final int MAX_SWAPPED_LINES = 14;

    private Decoys() {}

    static void propose(JavaFile file, Consumer<Splice> decoys) {
        Stream.of(
                        file.unit().findAll(ForStmt.class).stream().flatMap(loop -> lastIndex(file, loop).stream()),
                        file.unit().findAll(IfStmt.class).stream().flatMap(branch -> swapped(file, branch).stream()),
                        file.unit().findAll(BinaryExpr.class).stream()
                                .flatMap(product -> otherCast(file, product).stream()))
                .flatMap(found -> found)
                .forEach(decoys);
    }

    /** "i &lt; n" as "i &lt;= n - 1", which is the same where n is no less than the smallest int. */
    private static Optional<Splice> lastIndex(JavaFile file, ForStmt loop) {
        return loop.getCompare()
                .filter(BinaryExpr.class::isInstance)
                .map(BinaryExpr.class::cast)
                .filter(test -> test.getOperator() == BinaryExpr.Operator.LESS)
                .filter(test -> isSize(test.getRight()))
                .map(test -> file.replace(
                        test, file.source(test.getLeft()) + " <= " + file.source(test.getRight()) + " - 1"));
    }

    private static boolean isSize(Expression bound) {
        return bound.toString().matches("\\w+\\.length|\\w+\\.(size|length)\\(\\)");
    }

    /** "if (x == null) A else B" as "if (x != null) B else A". */
    private static Optional<Splice> swapped(JavaFile file, IfStmt branch) {
        boolean blocks = branch.getThenStmt() instanceof BlockStmt
                && branch.getElseStmt().filter(BlockStmt.class::isInstance).isPresent();
        boolean small = branch.getEnd().orElseThrow().line - file.line(branch) <= MAX_SWAPPED_LINES;
        if (!blocks
                || !small
                || Ast.testedForNull(branch.getCondition(), BinaryExpr.Operator.EQUALS)
                        .isEmpty()) {
            return Optional.empty();
        }
        BinaryExpr test = branch.getCondition().asBinaryExpr();
        BlockStmt then = branch.getThenStmt().asBlockStmt();
        BlockStmt otherwise = branch.getElseStmt().orElseThrow().asBlockStmt();
        String text = file.text();
        String head = text.substring(file.begin(branch), file.begin(test));
        String between = text.substring(file.end(then), file.begin(otherwise));
        String condition = file.source(test.getLeft()) + " != " + file.source(test.getRight());
        return Optional.of(file.replace(
                branch,
                head
                        + condition
                        + text.substring(file.end(test), file.begin(then))
                        + file.source(otherwise)
                        + between
                        + file.source(then)));
    }

    /** "(long) a * b" as "a * (long) b". */
    private static Optional<Splice> otherCast(JavaFile file, BinaryExpr product) {
        boolean simple = product.getOperator() == BinaryExpr.Operator.MULTIPLY
                && product.getLeft() instanceof CastExpr cast
                && Ast.name(cast.getType()).equals("long")
                && Ast.typeOf(cast.getExpression()).filter("int"::equals).isPresent()
                && Ast.variable(product.getRight()).isPresent();
        return simple
                ? Optional.of(file.replace(
                        product,
                        file.source(product.getLeft().asCastExpr().getExpression()) + " * (long) "
                                + file.source(product.getRight())))
                : Optional.empty();
    }
}
