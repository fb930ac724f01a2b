package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A synchronized method that uses a field which every other method uses under the same lock: it is synchronized no longer. */
final class UnguardedField implements Mutator {

    /** Methods that use the field under the lock, beside the one that is changed. */
    private static final int MIN_OTHERS = 2;

    @Override
    public DefectCategory category() {
        return DefectCategory.UNGUARDED_FIELD;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("synchronized");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (TypeDeclaration<?> type : file.unit().findAll(TypeDeclaration.class)) {
            for (MethodDeclaration method : type.getMethods()) {
                if (!method.isStatic()) {
                    edit(file, method)
                            .ifPresent(splices -> fields(type).stream()
                                    .filter(field -> uses(method, field.getNameAsString()))
                                    .filter(field -> others(type, method, field.getNameAsString())
                                                    .size()
                                            >= MIN_OTHERS)
                                    .findFirst()
                                    .ifPresent(field ->
                                            proposals.accept(proposal(file, new Found(type, method, field), splices))));
                }
            }
        }
    }

    private record Found(TypeDeclaration<?> type, MethodDeclaration method, VariableDeclarator field) {}

    private Proposal proposal(JavaFile file, Found found, List<Splice> splices) {
        String name = found.field().getNameAsString();
        List<Place> elsewhere = new ArrayList<>(List.of(file.place(found.field())));
        others(found.type(), found.method(), name).stream()
                .limit(2)
                .map(other -> file.place(guard(other)))
                .forEach(elsewhere::add);
        String key = JavaFile.key(found.method());
        String typeKey = JavaFile.typeKey(found.method());
        Predicate<JavaFile> unguarded = edited -> edited.callable(key)
                        .map(MethodDeclaration.class::cast)
                        .filter(method -> uses(method, name) && !isGuarded(method, name))
                        .isPresent()
                && edited.type(typeKey)
                        .filter(type -> type.getMethods().stream()
                                .filter(method -> !JavaFile.key(method).equals(key) && uses(method, name))
                                .allMatch(method -> isGuarded(method, name)))
                        .isPresent();
        return new Proposal(category(), splices, elsewhere, unguarded);
    }

    /** The word that takes the lock: of the method, or of the first block that does. */
    private static com.github.javaparser.ast.Node guard(MethodDeclaration method) {
        return method.isSynchronized()
                ? method.getName()
                : method.findFirst(SynchronizedStmt.class).orElseThrow();
    }

    private static List<VariableDeclarator> fields(TypeDeclaration<?> type) {
        return Ast.fields(type).stream()
                .filter(field -> {
                    FieldDeclaration declared = Ast.declaration(field);
                    return !declared.isFinal() && !declared.isVolatile() && !isAtomic(field);
                })
                .toList();
    }

    private static boolean isAtomic(VariableDeclarator field) {
        return field.getTypeAsString().startsWith("Atomic")
                || field.getTypeAsString().startsWith("Concurrent");
    }

    /** The guarded methods that use a field beside one; empty if some method uses it without the lock. */
    private static List<MethodDeclaration> others(TypeDeclaration<?> type, MethodDeclaration but, String field) {
        List<MethodDeclaration> using = type.getMethods().stream()
                .filter(method -> !Ast.isSame(method, but) && uses(method, field))
                .toList();
        return using.stream().allMatch(method -> isGuarded(method, field)) ? using : List.of();
    }

    private static boolean uses(MethodDeclaration method, String field) {
        return !Ast.isLocal(method, field)
                && method.getBody().filter(body -> Ast.mentions(body, field)).isPresent()
                && Ast.ancestor(method, ConstructorDeclaration.class).isEmpty();
    }

    private static boolean isGuarded(MethodDeclaration method, String field) {
        if (method.isSynchronized()) {
            return true;
        }
        long all = mentions(method, field);
        long inside = method.findAll(SynchronizedStmt.class).stream()
                .filter(block -> block.getExpression().isThisExpr())
                .filter(block -> Ast.ancestor(block, SynchronizedStmt.class).isEmpty())
                .mapToLong(block -> mentions(block, field))
                .sum();
        return all > 0 && all == inside;
    }

    private static long mentions(com.github.javaparser.ast.Node node, String field) {
        return node.findAll(com.github.javaparser.ast.expr.Expression.class, one -> Ast.isVariable(one, field))
                .size();
    }

    private static Optional<List<Splice>> edit(JavaFile file, MethodDeclaration method) {
        return method.getModifiers().stream()
                .filter(modifier -> modifier.getKeyword() == Modifier.Keyword.SYNCHRONIZED)
                .map(modifier -> List.of(file.replace(file.begin(modifier), file.end(modifier) + 1, "")))
                .findFirst();
    }
}
