package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Two neighbouring arguments of one type, named like the parameters that they are for, change places. */
final class SwappedArguments implements Mutator {

    private static final int FAR = 8;

    /** Their arguments may stand in either order. */
    private static final Set<String> COMMUTES =
            Set.of("max", "min", "equals", "add", "and", "or", "xor", "gcd", "sum", "multiply", "hash");

    @Override
    public DefectCategory category() {
        return DefectCategory.SWAPPED_ARGUMENTS;
    }

    @Override
    public boolean mayApply(String text) {
        return true;
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (MethodCallExpr call : file.unit().findAll(MethodCallExpr.class)) {
            for (int i = 0; i + 1 < call.getArguments().size(); i++) {
                if (couldSwap(call, i) && !COMMUTES.contains(call.getNameAsString())) {
                    consider(file, project, call, i).ifPresent(proposals);
                }
            }
        }
    }

    private static boolean couldSwap(MethodCallExpr call, int i) {
        Optional<String> first = name(call.getArgument(i));
        Optional<String> second = name(call.getArgument(i + 1));
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }

    /** A variable, a field of this object, or what a getter of something gives. */
    private static Optional<String> name(Expression argument) {
        if (argument instanceof MethodCallExpr call && call.getArguments().isEmpty()) {
            String name = call.getNameAsString();
            return Optional.of(name.startsWith("get") ? name.substring("get".length()) : name);
        }
        return Ast.variable(argument);
    }

    private Optional<Proposal> consider(JavaFile file, Project project, MethodCallExpr call, int i) {
        List<Project.Declared> declared =
                project.declared(call.getNameAsString(), call.getArguments().size());
        if (declared.size() != 1 || !isMeant(declared.get(0).callable(), call, i)) {
            return Optional.empty();
        }
        Project.Declared target = declared.get(0);
        boolean near = target.file() == file
                && Math.abs(file.line(call) - file.line(target.callable().getName())) < FAR;
        Optional<CallableDeclaration<?>> around = Ast.callableAround(call);
        if (near || around.isEmpty()) {
            return Optional.empty();
        }
        String key = JavaFile.key(around.get());
        String swapped = call.getArgument(i + 1) + ", " + call.getArgument(i);
        Predicate<JavaFile> crossed = edited -> edited.callable(key)
                .filter(method -> method.findAll(MethodCallExpr.class).stream()
                        .anyMatch(one -> one.getNameAsString().equals(call.getNameAsString())
                                && one.getArguments().size()
                                        == call.getArguments().size()
                                && (one.getArgument(i) + ", " + one.getArgument(i + 1)).equals(swapped)))
                .isPresent();
        return Optional.of(new Proposal(
                category(),
                List.of(swap(file, call, i)),
                List.of(target.file().place(target.callable().getParameter(i))),
                crossed));
    }

    private static Splice swap(JavaFile file, MethodCallExpr call, int i) {
        Expression first = call.getArgument(i);
        Expression second = call.getArgument(i + 1);
        return file.replace(
                file.begin(first),
                file.end(second),
                file.source(second) + file.text().substring(file.end(first), file.begin(second)) + file.source(first));
    }

    /** Both arguments are named like their own parameter and the types are the same. */
    private static boolean isMeant(CallableDeclaration<?> callable, MethodCallExpr call, int i) {
        Parameter first = callable.getParameter(i);
        Parameter second = callable.getParameter(i + 1);
        return first.getTypeAsString().equals(second.getTypeAsString())
                && !first.isVarArgs()
                && !second.isVarArgs()
                && isNamedLike(call.getArgument(i), first)
                && isNamedLike(call.getArgument(i + 1), second)
                && !isNamedLike(call.getArgument(i), second)
                && !isNamedLike(call.getArgument(i + 1), first);
    }

    private static boolean isNamedLike(Expression argument, Parameter parameter) {
        String name = name(argument).orElse("").toLowerCase(Locale.ROOT);
        String wanted = parameter.getNameAsString().toLowerCase(Locale.ROOT);
        return name.equals(wanted) || (wanted.length() > 2 && name.endsWith(wanted));
    }
}
