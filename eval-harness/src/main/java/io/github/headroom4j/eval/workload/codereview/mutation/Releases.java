package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a finally block gives back is given back no longer on every path: its line is gone if the block does more; else the
 * block becomes a catch clause that gives back and rethrows, and the ordinary end keeps what was taken.
 */
final class Releases {

    /** Lines between the place where something was taken and the change, so that no hunk shows both. */
    private static final int FAR = 4;

    private static final Set<String> CATCH_ALL = Set.of("RuntimeException", "Exception", "Throwable");

    /**
     * A statement of a finally block that gives back.
     *
     * @param what the lock or resource
     * @param statement gives it back
     * @param taken where it was taken
     */
    record Release(TryStmt around, String what, Statement statement, Place taken) {}

    private final DefectCategory category;
    private final Predicate<MethodCallExpr> givesBack;

    Releases(DefectCategory category, Predicate<MethodCallExpr> givesBack) {
        this.category = category;
        this.givesBack = givesBack;
    }

    void propose(JavaFile file, Release release, Consumer<Proposal> proposals) {
        CallableDeclaration<?> callable = Ast.callableAround(release.around()).orElseThrow();
        BlockStmt block = release.around().getFinallyBlock().orElseThrow();
        Optional<Splice> splice = block.getStatements().size() > 1
                ? file.withoutLines(release.statement())
                : toCatch(file, release.around(), block);
        if (splice.isEmpty() || file.lineAt(splice.get().at()) - release.taken().line() < FAR) {
            return;
        }
        String key = JavaFile.key(callable);
        long before = givenBack(callable, release.what());
        Predicate<JavaFile> fewer = edited -> edited.callable(key)
                .filter(method -> givenBack(method, release.what()) < before)
                .isPresent();
        proposals.accept(new Proposal(category, List.of(splice.get()), List.of(release.taken()), fewer));
    }

    /** In how many finally blocks. */
    private long givenBack(CallableDeclaration<?> callable, String what) {
        return callable.findAll(TryStmt.class).stream()
                .flatMap(one -> one.getFinallyBlock().stream())
                .flatMap(block -> block.findAll(MethodCallExpr.class).stream())
                .filter(givesBack)
                .filter(call -> what.equals(Ast.receiver(call))
                        || call.getArguments().stream().anyMatch(argument -> Ast.isVariable(argument, what)))
                .count();
    }

    private static Optional<Splice> toCatch(JavaFile file, TryStmt around, BlockStmt block) {
        boolean caught = around.getCatchClauses().stream()
                .map(CatchClause::getParameter)
                .anyMatch(parameter -> CATCH_ALL.contains(parameter.getTypeAsString()));
        int word = file.text().lastIndexOf("finally", file.begin(block));
        boolean usesName = Ast.mentions(around, "e");
        if (caught || usesName || word < 0 || block.getStatements().isEmpty()) {
            return Optional.empty();
        }
        Statement last = block.getStatement(block.getStatements().size() - 1);
        String rethrow = "\n" + file.indentation(last) + "throw e;";
        String kept = file.text().substring(file.begin(block), file.end(last));
        return Optional.of(file.replace(word, file.end(last), "catch (RuntimeException e) " + kept + rethrow));
    }
}
