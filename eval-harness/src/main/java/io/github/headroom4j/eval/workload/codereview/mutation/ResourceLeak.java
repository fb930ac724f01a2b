package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.IfStmt;
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

/** A resource that was closed: by a finally block of the method that opened it, or by the close method of its owner. */
final class ResourceLeak implements Mutator {

    private static final Set<String> CLOSES = Set.of("close", "closeQuietly", "closeAll", "disconnect", "shutdown");
    private static final Set<String> OWNERS_END =
            Set.of("close", "doClose", "shutdown", "dispose", "stop", "stopInternal");

    @Override
    public DefectCategory category() {
        return DefectCategory.RESOURCE_LEAK;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("close(") || text.contains("closeQuietly(") || text.contains("shutdown(");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        Releases releases = new Releases(category(), call -> CLOSES.contains(call.getNameAsString()));
        for (TryStmt around : file.unit().findAll(TryStmt.class)) {
            around.getFinallyBlock().stream()
                    .flatMap(block -> block.getStatements().stream())
                    .flatMap(statement -> release(file, around, statement).stream())
                    .forEach(release -> releases.propose(file, release, proposals));
        }
        for (CallableDeclaration<?> callable : file.callables()) {
            if (callable instanceof MethodDeclaration method && OWNERS_END.contains(method.getNameAsString())) {
                method.getBody()
                        .ifPresent(body -> body.findAll(Statement.class)
                                .forEach(statement ->
                                        ofOwner(file, method, statement).ifPresent(proposals)));
            }
        }
    }

    /** The variable that a statement closes. */
    private static Optional<String> closed(Statement statement) {
        Optional<MethodCallExpr> call = Ast.call(statement).filter(one -> CLOSES.contains(one.getNameAsString()));
        return call.flatMap(one -> one.getArguments().size() == 1
                ? Ast.variable(one.getArgument(0))
                : one.getScope().filter(scope -> one.getArguments().isEmpty()).flatMap(Ast::variable));
    }

    private static Optional<Releases.Release> release(JavaFile file, TryStmt around, Statement statement) {
        Optional<CallableDeclaration<?>> callable = Ast.callableAround(around);
        return callable.flatMap(method -> closed(statement)
                .flatMap(name -> opened(method, name)
                        .map(file::place)
                        .map(place -> new Releases.Release(around, name, statement, place))));
    }

    /** The expression that makes or opens a resource of this name; not a parameter, which its caller closes. */
    private static Optional<Expression> opened(CallableDeclaration<?> method, String name) {
        Optional<Expression> declared = method.findAll(VariableDeclarator.class).stream()
                .filter(variable -> variable.getNameAsString().equals(name))
                .flatMap(variable -> variable.getInitializer().stream())
                .filter(Ast::opens)
                .findFirst();
        return declared.or(() -> method.findAll(AssignExpr.class).stream()
                .filter(assigned -> Ast.isVariable(assigned.getTarget(), name))
                .map(AssignExpr::getValue)
                .filter(Ast::opens)
                .findFirst());
    }

    private Optional<Proposal> ofOwner(JavaFile file, MethodDeclaration method, Statement statement) {
        Optional<String> field = closed(statement).filter(name -> !Ast.isLocal(method, name));
        Statement whole = withItsTest(statement);
        Optional<Splice> splice = file.withoutLines(whole);
        boolean only = whole.getParentNode()
                .filter(parent -> parent.getChildNodes().size() < 2)
                .isPresent();
        if (field.isEmpty() || splice.isEmpty() || only) {
            return Optional.empty();
        }
        String key = JavaFile.key(method);
        Predicate<JavaFile> unclosed = edited -> edited.callable(key)
                .filter(found -> found.findAll(Statement.class).stream()
                        .noneMatch(one -> closed(one).equals(field)))
                .isPresent();
        return openedField(file, method, field.get())
                .map(place -> new Proposal(category(), List.of(splice.get()), List.of(place), unclosed));
    }

    /** "if (x != null) { x.close(); }" as a whole. */
    private static Statement withItsTest(Statement statement) {
        Optional<IfStmt> test = Ast.ancestor(statement, IfStmt.class);
        boolean alone = test.filter(branch -> branch.getElseStmt().isEmpty()
                        && Ast.single(branch.getThenStmt())
                                .filter(only -> Ast.isSame(only, statement))
                                .isPresent()
                        && Ast.testedForNull(branch.getCondition(), BinaryExpr.Operator.NOT_EQUALS)
                                .isPresent())
                .isPresent();
        return alone ? test.get() : statement;
    }

    private static Optional<Place> openedField(JavaFile file, MethodDeclaration method, String name) {
        TypeDeclaration<?> type = (TypeDeclaration<?>) method.getParentNode().orElseThrow();
        Optional<Expression> declared = Ast.fields(type).stream()
                .filter(field -> field.getNameAsString().equals(name))
                .flatMap(field -> field.getInitializer().stream())
                .filter(ObjectCreationExpr.class::isInstance)
                .findFirst();
        boolean isField = Ast.fields(type).stream()
                .anyMatch(field -> field.getNameAsString().equals(name));
        Optional<Expression> assigned = type.findAll(AssignExpr.class).stream()
                .filter(one -> Ast.isVariable(one.getTarget(), name))
                .map(AssignExpr::getValue)
                .filter(value -> !(value instanceof NullLiteralExpr) && Ast.opens(value))
                .filter(value -> Ast.ancestor(value, MethodDeclaration.class)
                        .filter(method::equals)
                        .isEmpty())
                .findFirst();
        return isField ? declared.or(() -> assigned).map(file::place) : Optional.empty();
    }
}
