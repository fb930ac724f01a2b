package io.github.headroom4j.eval.workload.codesearch;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the parser knows of the methods, types and constants of a library. Filled file by file, then only read. */
final class CodeFacts {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{3,60}");

    /** A value that stands on one line and computes nothing by a call. */
    private static final Pattern VALUE = Pattern.compile("[^();{}\\n]{1,60}");

    /**
     * What a method does itself, in lambdas and anonymous classes too.
     *
     * @param calls the simple names of the methods that it calls
     * @param thrown the simple names of the exceptions that it creates and throws
     * @param constants names in capitals that it uses
     * @param returned the simple name of the type that it returns; empty for constructors and for what is no class
     */
    record Body(Set<String> calls, Set<String> thrown, Set<String> constants, String returned) {}

    /** A named type, the line of its name, and the simple names of what it extends or implements. */
    record NamedType(String name, ShownFile file, int line, Set<String> parents) {}

    /** A static final field with a simple value. */
    record Constant(String name, ShownFile file, int line, String value) {}

    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final List<NamedType> types = new ArrayList<>();
    private final Map<String, List<Constant>> constants = new LinkedHashMap<>();

    void add(String symbol, CallableDeclaration<?> declared) {
        Set<String> used = new LinkedHashSet<>();
        declared.findAll(SimpleName.class).stream()
                .map(SimpleName::getIdentifier)
                .filter(name -> CONSTANT.matcher(name).matches())
                .forEach(used::add);
        bodies.put(
                symbol,
                new Body(
                        names(declared.findAll(MethodCallExpr.class)),
                        thrown(declared),
                        used,
                        declared instanceof MethodDeclaration method
                                        && method.getType() instanceof ClassOrInterfaceType returned
                                ? returned.getNameAsString()
                                : ""));
    }

    private static Set<String> thrown(CallableDeclaration<?> declared) {
        Set<String> names = new LinkedHashSet<>();
        for (ThrowStmt thrown : declared.findAll(ThrowStmt.class)) {
            if (thrown.getExpression().isObjectCreationExpr()) {
                names.add(
                        thrown.getExpression().asObjectCreationExpr().getType().getNameAsString());
            }
        }
        return names;
    }

    void add(ShownFile file, TypeDeclaration<?> type) {
        types.add(new NamedType(type.getNameAsString(), file, line(type.getName()), parents(type)));
        boolean isInterface = type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
        for (FieldDeclaration field : type.getFields()) {
            if (isInterface || (field.isStatic() && field.isFinal())) {
                field.getVariables().forEach(variable -> add(file, variable));
            }
        }
    }

    private void add(ShownFile file, VariableDeclarator variable) {
        String name = variable.getNameAsString();
        if (CONSTANT.matcher(name).matches()) {
            String value = variable.getInitializer()
                    .flatMap(Expression::getRange)
                    .map(range ->
                            file.between(range.begin.line, range.begin.column, range.end.line, range.end.column + 1))
                    .filter(text -> VALUE.matcher(text).matches())
                    .orElse("");
            constants
                    .computeIfAbsent(name, any -> new ArrayList<>())
                    .add(new Constant(name, file, line(variable.getName()), value));
        }
    }

    /** The facts of a method; of several with the same symbol the last one's. */
    Body body(SourceMethod method) {
        return bodies.getOrDefault(method.symbol(), new Body(Set.of(), Set.of(), Set.of(), ""));
    }

    List<NamedType> types() {
        return types;
    }

    /** The constants of a name, in whichever type. */
    List<Constant> constants(String name) {
        return constants.getOrDefault(name, List.of());
    }

    private static Set<String> parents(TypeDeclaration<?> type) {
        Stream<ClassOrInterfaceType> parents = Stream.empty();
        if (type instanceof ClassOrInterfaceDeclaration declared) {
            parents = Stream.concat(declared.getExtendedTypes().stream(), declared.getImplementedTypes().stream());
        } else if (type instanceof EnumDeclaration declared) {
            parents = declared.getImplementedTypes().stream();
        } else if (type instanceof RecordDeclaration declared) {
            parents = declared.getImplementedTypes().stream();
        }
        return names(parents.toList());
    }

    private static Set<String> names(Collection<? extends NodeWithSimpleName<?>> nodes) {
        Set<String> names = new LinkedHashSet<>();
        nodes.forEach(node -> names.add(node.getNameAsString()));
        return names;
    }

    private static int line(Node node) {
        return node.getBegin().orElseThrow().line;
    }
}
