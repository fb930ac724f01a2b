package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A lock that a finally block released. */
final class MissingUnlock implements Mutator {

    private static final Map<String, String> TAKEN_BY =
            Map.of("unlock", "lock", "unlockRead", "readLock", "unlockWrite", "writeLock", "release", "acquire");

    @Override
    public DefectCategory category() {
        return DefectCategory.MISSING_UNLOCK;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("finally") && (text.contains("unlock") || text.contains("acquire"));
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        Releases releases = new Releases(category(), call -> TAKEN_BY.containsKey(call.getNameAsString()));
        for (TryStmt around : file.unit().findAll(TryStmt.class)) {
            around.getFinallyBlock().stream()
                    .flatMap(block -> block.getStatements().stream())
                    .flatMap(statement -> release(file, around, statement).stream())
                    .forEach(release -> releases.propose(file, release, proposals));
        }
    }

    private static Optional<Releases.Release> release(JavaFile file, TryStmt around, Statement statement) {
        Optional<CallableDeclaration<?>> callable = Ast.callableAround(around);
        return callable.flatMap(method -> Ast.call(statement)
                .filter(call -> TAKEN_BY.containsKey(call.getNameAsString()))
                .flatMap(call -> method.findFirst(MethodCallExpr.class, taken -> takes(taken, call))
                        .filter(taken -> file.begin(taken) < file.begin(statement))
                        .map(taken -> new Releases.Release(around, Ast.receiver(call), statement, file.place(taken)))));
    }

    private static boolean takes(MethodCallExpr call, MethodCallExpr release) {
        String by = TAKEN_BY.getOrDefault(release.getNameAsString(), "");
        return call.getNameAsString().startsWith(by)
                && !Ast.receiver(release).isEmpty()
                && Ast.receiver(call).equals(Ast.receiver(release));
    }
}
