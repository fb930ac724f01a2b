package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The only check for null of a variable that is used as an object afterwards, and that is null at times as another place shows. */
final class MissingNullCheck implements Mutator {

    @Override
    public DefectCategory category() {
        return DefectCategory.MISSING_NULL_CHECK;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains(" null");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        NullSources sources = new NullSources(project);
        for (CallableDeclaration<?> callable : file.callables()) {
            Ast.body(callable)
                    .ifPresent(body -> body.findAll(BinaryExpr.class)
                            .forEach(test -> Ast.testedForNull(test, test.getOperator())
                                    .filter(name -> isOnlyTest(body, name))
                                    .ifPresent(name -> proposal(file, test, name)
                                            .ifPresent(splice -> accept(
                                                    new Found(file, callable, name), splice, sources, proposals)))));
        }
    }

    private record Found(JavaFile file, CallableDeclaration<?> callable, String name) {}

    private void accept(Found found, Splice splice, NullSources sources, Consumer<Proposal> proposals) {
        Optional<Place> source = sources.of(found.file(), found.callable(), found.name());
        String key = JavaFile.key(found.callable());
        Predicate<JavaFile> unchecked = edited -> edited.callable(key)
                .flatMap(Ast::body)
                .filter(body -> tests(body, found.name()) == 0 && Ast.dereferences(body, found.name()))
                .isPresent();
        source.ifPresent(
                place -> proposals.accept(new Proposal(category(), List.of(splice), List.of(place), unchecked)));
    }

    private static boolean isOnlyTest(BlockStmt body, String name) {
        return tests(body, name) == 1;
    }

    /** Comparisons with null and calls that are likely to check. */
    private static long tests(BlockStmt body, String name) {
        long compared = body.findAll(BinaryExpr.class).stream()
                .filter(test -> Ast.testedForNull(test, test.getOperator())
                        .filter(name::equals)
                        .isPresent())
                .count();
        long checked = body.findAll(MethodCallExpr.class).stream()
                .filter(call ->
                        call.getNameAsString().matches("requireNonNull\\w*|notNull|isNull|nonNull|isEmpty|isBlank"))
                .filter(call -> call.getArguments().stream().anyMatch(argument -> Ast.isVariable(argument, name)))
                .count();
        long matched = body.findAll(com.github.javaparser.ast.expr.InstanceOfExpr.class).stream()
                .filter(match -> Ast.isVariable(match.getExpression(), name))
                .count();
        return compared + checked + matched;
    }

    private static Optional<Splice> proposal(JavaFile file, BinaryExpr test, String name) {
        if (test.getParentNode().orElse(null) instanceof IfStmt branch
                && branch.getCondition().equals(test)) {
            return guard(file, branch, test, name);
        }
        return test.getParentNode().orElse(null) instanceof BinaryExpr both
                ? operand(file, both, test, name)
                : Optional.empty();
    }

    /** "if (x == null) return …;" before the variable is used. */
    private static Optional<Splice> guard(JavaFile file, IfStmt branch, BinaryExpr test, String name) {
        boolean leaves = test.getOperator() == BinaryExpr.Operator.EQUALS
                && branch.getElseStmt().isEmpty()
                && !(branch.getParentNode().orElse(null) instanceof IfStmt)
                && Ast.single(branch.getThenStmt())
                        .filter(only -> only instanceof ReturnStmt || only instanceof ThrowStmt)
                        .isPresent();
        boolean usedAfter = Ast.ancestor(branch, BlockStmt.class)
                .filter(block -> block.getStatements().stream()
                        .anyMatch(after -> file.begin(after) > file.begin(branch) && Ast.dereferences(after, name)))
                .isPresent();
        return leaves && usedAfter ? file.withoutLines(branch) : Optional.empty();
    }

    /** "x != null &amp;&amp; x.…" and "x == null || x.…". */
    private static Optional<Splice> operand(JavaFile file, BinaryExpr both, BinaryExpr test, String name) {
        boolean and =
                both.getOperator() == BinaryExpr.Operator.AND && test.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
        boolean or = both.getOperator() == BinaryExpr.Operator.OR && test.getOperator() == BinaryExpr.Operator.EQUALS;
        Expression rest = both.getRight();
        return (and || or) && Ast.isSame(both.getLeft(), test) && Ast.dereferences(rest, name)
                ? Optional.of(file.replace(both, file.source(rest)))
                : Optional.empty();
    }

    /** Where null comes from. */
    private record NullSources(Project project) {

        /** Files that are searched for callers; a name in more of them is no hint. */
        private static final int MAX_FILES = 25;

        Optional<Place> of(JavaFile file, CallableDeclaration<?> callable, String name) {
            for (int i = 0; i < callable.getParameters().size(); i++) {
                if (callable.getParameter(i).getNameAsString().equals(name)) {
                    return caller(file, callable, i);
                }
            }
            return callable.findAll(VariableDeclarator.class).stream()
                    .filter(variable -> variable.getNameAsString().equals(name))
                    .flatMap(variable -> variable.getInitializer().stream())
                    .filter(MethodCallExpr.class::isInstance)
                    .flatMap(value -> returnsNull((MethodCallExpr) value).stream())
                    .filter(place -> !(place.path().equals(file.path()) && near(file, callable, place)))
                    .findFirst();
        }

        private static boolean near(JavaFile file, CallableDeclaration<?> callable, Place place) {
            return place.line() >= file.line(callable)
                    && place.line() <= callable.getEnd().orElseThrow().line;
        }

        private Optional<Place> caller(JavaFile file, CallableDeclaration<?> callable, int parameter) {
            String name = callable.getNameAsString();
            int parameters = callable.getParameters().size();
            List<String> paths = project.mentioning(name).stream()
                    .filter(path -> project.text(path).contains(name + "("))
                    .toList();
            boolean unique = paths.size() <= MAX_FILES
                    && project.declared(name, parameters).size() == 1;
            if (!unique || !callable.isMethodDeclaration()) {
                return Optional.empty();
            }
            return paths.stream()
                    .filter(path -> project.text(path).contains("null"))
                    .flatMap(path -> project.file(path).stream())
                    .flatMap(from -> from.unit().findAll(MethodCallExpr.class).stream()
                            .filter(call -> call.getNameAsString().equals(name)
                                    && call.getArguments().size() == parameters
                                    && call.getArgument(parameter) instanceof NullLiteralExpr
                                    && isCallOf(from, call, file, callable))
                            .map(from::place))
                    .filter(place -> !(place.path().equals(file.path()) && near(file, callable, place)))
                    .findFirst();
        }

        /** Whether the receiver is the declaring type, or an object of it as far as one can see. */
        private static boolean isCallOf(
                JavaFile from, MethodCallExpr call, JavaFile file, CallableDeclaration<?> callable) {
            String typeKey = JavaFile.typeKey(callable);
            String type = typeKey.substring(typeKey.lastIndexOf('.') + 1);
            if (call.getScope().isEmpty() || call.getScope().get().isThisExpr()) {
                return from == file;
            }
            Expression scope = call.getScope().get();
            return scope.toString().equals(type)
                    || scope.toString().startsWith("new " + type + "(")
                    || Ast.typeOf(scope).filter(type::equals).isPresent();
        }

        /** The statement by which the method that is called returns null. */
        private Optional<Place> returnsNull(MethodCallExpr call) {
            List<Project.Declared> declared =
                    project.declared(call.getNameAsString(), call.getArguments().size());
            if (declared.size() != 1) {
                return Optional.empty();
            }
            JavaFile file = declared.get(0).file();
            return declared.get(0).callable().findAll(ReturnStmt.class).stream()
                    .filter(returned -> returned.getExpression()
                            .filter(NullLiteralExpr.class::isInstance)
                            .isPresent())
                    .map(file::place)
                    .findFirst();
        }
    }
}
