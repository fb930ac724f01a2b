package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A catch clause that threw on: it does nothing. */
final class SwallowedException implements Mutator {

    @Override
    public DefectCategory category() {
        return DefectCategory.SWALLOWED_EXCEPTION;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("catch (") && text.contains("throw ");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (CatchClause clause : file.unit().findAll(CatchClause.class)) {
            Optional<CallableDeclaration<?>> callable = Ast.callableAround(clause);
            boolean rethrows = clause.getBody()
                    .getStatements()
                    .getLast()
                    .filter(ThrowStmt.class::isInstance)
                    .isPresent();
            if (rethrows && callable.isPresent() && mayGoOn(clause, callable.get())) {
                String key = JavaFile.key(callable.get());
                long before = empty(callable.get());
                Predicate<JavaFile> more = edited -> edited.callable(key)
                        .filter(method -> empty(method) > before)
                        .isPresent();
                proposals.accept(new Proposal(category(), List.of(edit(file, clause)), List.of(), more));
            }
        }
    }

    /** Whether the method still compiles: nothing has to be returned after the try statement, and no variable is set in it. */
    private static boolean mayGoOn(CatchClause clause, CallableDeclaration<?> callable) {
        TryStmt around = (TryStmt) clause.getParentNode().orElseThrow();
        boolean returnsNothing = !(callable instanceof MethodDeclaration method)
                || method.getType().isVoidType();
        boolean last = around.getParentNode()
                .filter(BlockStmt.class::isInstance)
                .map(BlockStmt.class::cast)
                .flatMap(block -> block.getStatements().getLast())
                .filter(statement -> Ast.isSame(statement, around))
                .isPresent();
        boolean assigns = around.getTryBlock()
                .findFirst(
                        com.github.javaparser.ast.expr.AssignExpr.class,
                        one -> one.getTarget().isNameExpr())
                .isPresent();
        return (last && returnsNothing) || (!last && !assigns);
    }

    private static Splice edit(JavaFile file, CatchClause clause) {
        BlockStmt body = clause.getBody();
        // Line ends, so that the line of the defect is that of the clause.
        int from = file.nextLine(file.begin(body)) - 1;
        int to = file.lineStart(file.end(body) - 1) - 1;
        boolean lines = from < to;
        return lines ? file.replace(from, to, "") : file.replace(body, "{}");
    }

    private static long empty(CallableDeclaration<?> callable) {
        return callable.findAll(CatchClause.class).stream()
                .filter(clause -> clause.getBody().getStatements().isEmpty())
                .count();
    }
}
