package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A method that copies or resets the fields of a class: it forgets one of them. */
final class ForgottenField implements Mutator {

    private static final String NAMES =
            "(copy|reset|clear|recycle|clone|init|set|with|from|restore|load|fill|assign)\\w*";
    private static final int MIN_ASSIGNED = 3;
    private static final int FAR = 4;

    @Override
    public DefectCategory category() {
        return DefectCategory.FORGOTTEN_FIELD;
    }

    @Override
    public boolean mayApply(String text) {
        return true;
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (CallableDeclaration<?> callable : file.callables()) {
            TypeDeclaration<?> type =
                    (TypeDeclaration<?>) callable.getParentNode().orElseThrow();
            List<Statement> assigning = Ast.body(callable).map(BlockStmt::getStatements).stream()
                    .flatMap(List::stream)
                    .filter(statement -> assigned(callable, type, statement).isPresent())
                    .toList();
            boolean copies = callable instanceof ConstructorDeclaration
                    || callable.getNameAsString().matches(NAMES);
            if (copies && assigning.size() >= MIN_ASSIGNED) {
                for (Statement statement : assigning) {
                    consider(file, callable, statement).ifPresent(proposals);
                }
            }
        }
    }

    private Optional<Proposal> consider(JavaFile file, CallableDeclaration<?> callable, Statement statement) {
        TypeDeclaration<?> type = (TypeDeclaration<?>) callable.getParentNode().orElseThrow();
        VariableDeclarator field = assigned(callable, type, statement).orElseThrow();
        String name = field.getNameAsString();
        Optional<Splice> splice = file.withoutLines(statement);
        List<Place> elsewhere = new ArrayList<>(List.of(file.place(field)));
        type.getMethods().stream()
                .filter(method -> !Ast.isSame(method, callable) && !Ast.isLocal(method, name))
                .flatMap(
                        method -> method
                                .findFirst(
                                        com.github.javaparser.ast.expr.Expression.class,
                                        one -> Ast.isVariable(one, name))
                                .stream())
                .findFirst()
                .ifPresent(use -> elsewhere.add(file.place(use)));
        boolean far = elsewhere.size() > 1
                && elsewhere.stream().allMatch(place -> Math.abs(place.line() - file.line(statement)) >= FAR);
        String key = JavaFile.key(callable);
        Predicate<JavaFile> forgotten = edited -> edited.callable(key)
                .filter(method -> method.findFirst(AssignExpr.class, one -> Ast.isVariable(one.getTarget(), name))
                        .isEmpty())
                .isPresent();
        return far
                ? splice.map(found -> new Proposal(category(), List.of(found), elsewhere, forgotten))
                : Optional.empty();
    }

    /** The field of this object that a statement writes; not a final one, without which the class would not compile. */
    private static Optional<VariableDeclarator> assigned(
            CallableDeclaration<?> callable, TypeDeclaration<?> type, Statement statement) {
        if (!(statement instanceof ExpressionStmt expression
                && expression.getExpression() instanceof AssignExpr assign
                && assign.getOperator() == AssignExpr.Operator.ASSIGN)) {
            return Optional.empty();
        }
        // A new object has most of these values anyway.
        if (callable instanceof ConstructorDeclaration && assign.getValue().isLiteralExpr()) {
            return Optional.empty();
        }
        boolean explicit = assign.getTarget().isFieldAccessExpr();
        return Ast.variable(assign.getTarget())
                .filter(name -> explicit || !Ast.isLocal(callable, name))
                .flatMap(name -> Ast.fields(type).stream()
                        .filter(field -> field.getNameAsString().equals(name))
                        .filter(field -> !Ast.declaration(field).isFinal())
                        .findFirst());
    }
}
