package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A method that overrides one with a body in a class of the library: another name or parameter type makes it a new method, and
 * callers get the inherited one. The annotation that would have told the compiler goes, too.
 */
final class LostOverride implements Mutator {

    private static final int MAX_DEPTH = 5;

    private static final Map<String, String> OTHER_TYPES =
            Map.of("int", "Integer", "long", "Long", "boolean", "Boolean", "char", "Character", "double", "Double");

    @Override
    public DefectCategory category() {
        return DefectCategory.LOST_OVERRIDE;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("@Override") && text.contains(" extends ");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (ClassOrInterfaceDeclaration type : file.unit().findAll(ClassOrInterfaceDeclaration.class)) {
            for (MethodDeclaration method : type.getMethods()) {
                method.getAnnotationByName("Override")
                        .filter(annotation -> !callsSuper(method))
                        .flatMap(annotation -> overridden(file, project, type, method)
                                .flatMap(over -> proposal(file, method, annotation, over)))
                        .ifPresent(proposals);
            }
        }
    }

    /** The overridden method. */
    private record Overridden(JavaFile file, MethodDeclaration method) {}

    /** A class and its file. */
    private record Holder(JavaFile file, ClassOrInterfaceDeclaration type) {}

    private static boolean callsSuper(MethodDeclaration method) {
        return method.findFirst(SuperExpr.class).isPresent();
    }

    private static Optional<Overridden> overridden(
            JavaFile file, Project project, ClassOrInterfaceDeclaration type, MethodDeclaration method) {
        Set<String> seen = new HashSet<>();
        ClassOrInterfaceDeclaration current = type;
        JavaFile in = file;
        for (int depth = 0; depth < MAX_DEPTH && seen.add(current.getNameAsString()); depth++) {
            Optional<String> parent = current.getExtendedTypes().getFirst().map(ClassOrInterfaceType::getNameAsString);
            Optional<Holder> holder = parent.flatMap(name -> declaration(project, name));
            if (holder.isEmpty() || current.isInterface()) {
                return Optional.empty();
            }
            JavaFile where = holder.get().file();
            ClassOrInterfaceDeclaration declared = holder.get().type();
            Optional<MethodDeclaration> same = declared.getMethods().stream()
                    .filter(other ->
                            signature(other).equals(signature(method)) && !other.isStatic() && !other.isPrivate())
                    .findFirst();
            if (same.isPresent()) {
                return same.filter(other -> other.getBody().isPresent() && in != where)
                        .map(other -> new Overridden(where, other));
            }
            current = declared;
        }
        return Optional.empty();
    }

    private static Optional<Holder> declaration(Project project, String name) {
        return project.declaring(name)
                .flatMap(file -> file.unit().getTypes().stream()
                        .filter(type -> type.getNameAsString().equals(name))
                        .filter(type -> type instanceof ClassOrInterfaceDeclaration declared && !declared.isInterface())
                        .map(type -> new Holder(file, (ClassOrInterfaceDeclaration) type))
                        .findFirst());
    }

    private static String signature(MethodDeclaration method) {
        return method.getSignature().toString();
    }

    private Optional<Proposal> proposal(
            JavaFile file, MethodDeclaration method, AnnotationExpr annotation, Overridden overridden) {
        Optional<Splice> without = file.withoutLines(annotation);
        Optional<Splice> other = otherType(file, method).or(() -> otherName(file, method));
        if (without.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        String typeKey = JavaFile.typeKey(method);
        String signature = signature(method);
        Predicate<JavaFile> lost = edited -> edited.type(typeKey)
                .filter(type -> type.getMethods().stream()
                        .noneMatch(one -> signature(one).equals(signature)))
                .isPresent();
        return Optional.of(new Proposal(
                category(),
                new ArrayList<>(List.of(other.get(), without.get())),
                List.of(overridden.file().place(overridden.method().getName())),
                lost));
    }

    private static Optional<Splice> otherType(JavaFile file, MethodDeclaration method) {
        for (Parameter parameter : method.getParameters()) {
            String type = OTHER_TYPES.get(Ast.name(parameter.getType()));
            if (type != null) {
                return Optional.of(file.replace(parameter.getType(), type));
            }
        }
        return Optional.empty();
    }

    /** A name that says the same in other words. */
    private static Optional<Splice> otherName(JavaFile file, MethodDeclaration method) {
        String name = method.getNameAsString();
        String other = name.startsWith("get") && name.length() > 3
                ? "fetch" + name.substring(3)
                : name.startsWith("is") && name.length() > 2
                        ? "has" + name.substring(2)
                        : name.startsWith("set") && name.length() > 3
                                ? "update" + name.substring(3)
                                : "do" + capital(name);
        boolean known = Set.of("equals", "hashCode", "toString").contains(name);
        return known ? Optional.empty() : Optional.of(file.replace(method.getName(), other));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
