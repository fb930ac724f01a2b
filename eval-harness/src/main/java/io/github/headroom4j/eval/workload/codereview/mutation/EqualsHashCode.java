package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A field that hashCode still counts in: equals no longer compares it, so equal objects have different hashes. */
final class EqualsHashCode implements Mutator {

    @Override
    public DefectCategory category() {
        return DefectCategory.EQUALS_HASH_CODE;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("boolean equals(") && text.contains("int hashCode(");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (TypeDeclaration<?> type : file.unit().findAll(TypeDeclaration.class)) {
            Optional<MethodDeclaration> equals = method(type, "equals", 1);
            Optional<MethodDeclaration> hashCode = method(type, "hashCode", 0);
            if (equals.isPresent() && hashCode.isPresent()) {
                for (VariableDeclarator field : Ast.fields(type)) {
                    String name = field.getNameAsString();
                    if (Ast.mentions(hashCode.get(), name) && Ast.mentions(equals.get(), name)) {
                        edit(file, equals.get(), name)
                                .ifPresent(splice -> proposals.accept(
                                        proposal(file, new Pair(equals.get(), hashCode.get()), name, splice)));
                    }
                }
            }
        }
    }

    private record Pair(MethodDeclaration equality, MethodDeclaration hashing) {}

    private Proposal proposal(JavaFile file, Pair pair, String name, Splice splice) {
        String typeKey = JavaFile.typeKey(pair.equality());
        Predicate<JavaFile> inconsistent = edited -> edited.type(typeKey)
                .filter(type -> method(type, "hashCode", 0)
                                .filter(method -> Ast.mentions(method, name))
                                .isPresent()
                        && method(type, "equals", 1)
                                .filter(method -> !mentionsAnywhere(method, name))
                                .isPresent())
                .isPresent();
        Expression counted = pair.hashing()
                .findFirst(Expression.class, one -> Ast.isVariable(one, name))
                .orElseThrow();
        return new Proposal(category(), List.of(splice), List.of(file.place(counted)), inconsistent);
    }

    private static boolean mentionsAnywhere(MethodDeclaration method, String name) {
        return method.getBody()
                .filter(body -> body.toString().matches("(?s).*\\b" + name + "\\b.*"))
                .isPresent();
    }

    private static Optional<MethodDeclaration> method(TypeDeclaration<?> type, String name, int parameters) {
        return type.getMethodsByName(name).stream()
                .filter(method -> method.getParameters().size() == parameters
                        && method.getBody().isPresent())
                .findFirst();
    }

    /** Removes one operand of the conjunction that is returned, or the statement that compares the field. */
    private static Optional<Splice> edit(JavaFile file, MethodDeclaration equals, String name) {
        Optional<BinaryExpr> conjunction = equals.findAll(BinaryExpr.class).stream()
                .filter(both -> both.getOperator() == BinaryExpr.Operator.AND)
                .filter(both -> Ast.ancestor(both, ReturnStmt.class).isPresent())
                .filter(both -> Ast.mentions(both.getRight(), name)
                        || (!isConjunction(both.getLeft()) && Ast.mentions(both.getLeft(), name)))
                .findFirst();
        if (conjunction.isPresent()) {
            BinaryExpr both = conjunction.get();
            boolean right = Ast.mentions(both.getRight(), name);
            return Optional.of(
                    right
                            ? file.replace(file.end(both.getLeft()), file.end(both.getRight()), "")
                            : file.replace(file.begin(both.getLeft()), file.begin(both.getRight()), ""));
        }
        return equals.findAll(IfStmt.class).stream()
                .filter(branch -> Ast.mentions(branch.getCondition(), name)
                        && branch.getElseStmt().isEmpty()
                        && Ast.single(branch.getThenStmt())
                                .filter(only -> only.toString().equals("return false;"))
                                .isPresent())
                .findFirst()
                .flatMap(file::withoutLines);
    }

    private static boolean isConjunction(Expression expression) {
        return expression instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND;
    }
}
