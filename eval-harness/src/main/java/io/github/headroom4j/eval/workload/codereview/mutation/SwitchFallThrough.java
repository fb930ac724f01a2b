package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A case that ended with break: it goes on with the statements of the next one. */
final class SwitchFallThrough implements Mutator {

    @Override
    public DefectCategory category() {
        return DefectCategory.SWITCH_FALL_THROUGH;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("switch (") && text.contains("break;");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (SwitchStmt choice : file.unit().findAll(SwitchStmt.class)) {
            for (int i = 0; i + 1 < choice.getEntries().size(); i++) {
                if (endsWithBreak(choice.getEntries().get(i))
                        && choice.getEntries().get(i + 1).getStatements().isNonEmpty()) {
                    consider(file, choice.getEntries().get(i)).ifPresent(proposals);
                }
            }
        }
    }

    private Optional<Proposal> consider(JavaFile file, SwitchEntry entry) {
        Optional<CallableDeclaration<?>> callable = Ast.callableAround(entry);
        Optional<Splice> splice = entry.getStatements().getLast().flatMap(file::withoutLines);
        if (callable.isEmpty() || splice.isEmpty()) {
            return Optional.empty();
        }
        String key = JavaFile.key(callable.get());
        String labels = entry.getLabels().toString();
        Predicate<JavaFile> falls = edited -> edited.callable(key)
                .filter(method -> method.findAll(SwitchEntry.class).stream()
                        .anyMatch(one -> one.getLabels().toString().equals(labels) && mayFall(one)))
                .isPresent();
        return Optional.of(new Proposal(category(), List.of(splice.get()), List.of(), falls));
    }

    private static boolean endsWithBreak(SwitchEntry entry) {
        List<Statement> statements = entry.getStatements();
        return entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
                && statements.size() > 1
                && statements.get(statements.size() - 1) instanceof BreakStmt last
                && last.getLabel().isEmpty();
    }

    private static boolean mayFall(SwitchEntry entry) {
        return entry.getStatements()
                .getLast()
                .filter(last ->
                        !last.isBreakStmt() && !last.isReturnStmt() && !last.isThrowStmt() && !last.isContinueStmt())
                .isPresent();
    }
}
