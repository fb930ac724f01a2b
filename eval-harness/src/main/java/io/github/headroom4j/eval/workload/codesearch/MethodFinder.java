package io.github.headroom4j.eval.workload.codesearch;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.Type;
import io.github.headroom4j.eval.workload.codesearch.SourceMethod.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the methods and constructors of the named types of a file. Members of local and anonymous classes have no name
 * by which an answer could point at them and are left out. Types and signatures are taken from the text, since the
 * parser's own printing of keywords depends on the default locale. Not thread-safe: one per thread.
 */
final class MethodFinder {

    private static final Pattern ANNOTATION = Pattern.compile("\\s?@[\\w.]+(?:\\([^()]{0,200}\\))?\\s?");

    private final JavaParser parser = new JavaParser(
            new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21).setAttributeComments(false));

    private final CodeFacts facts;

    /** A finder that keeps nothing else. */
    MethodFinder() {
        this(new CodeFacts());
    }

    /**
     * A finder.
     *
     * @param facts takes what else there is to know of methods and types
     */
    MethodFinder(CodeFacts facts) {
        this.facts = facts;
    }

    private record Scope(String owner, TypeDeclaration<?> type) {}

    /** The methods in the order of the file; none if the file is not Java that the parser understands. */
    List<SourceMethod> find(ShownFile file) {
        ParseResult<CompilationUnit> parsed = parser.parse(file.text());
        Optional<CompilationUnit> unit = parsed.getResult();
        if (!parsed.isSuccessful() || unit.isEmpty()) {
            return List.of();
        }
        String prefix = unit.get()
                .getPackageDeclaration()
                .map(NodeWithName::getNameAsString)
                .map(name -> name + ".")
                .orElse("");
        Deque<Scope> open = new ArrayDeque<>();
        unit.get().getTypes().forEach(type -> open.add(new Scope(prefix + type.getNameAsString(), type)));
        List<SourceMethod> methods = new ArrayList<>();
        while (!open.isEmpty()) {
            visit(file, open.remove(), open, methods);
        }
        return methods;
    }

    private void visit(ShownFile file, Scope scope, Deque<Scope> open, List<SourceMethod> methods) {
        facts.add(file, scope.type());
        for (BodyDeclaration<?> member : scope.type().getMembers()) {
            if (member instanceof TypeDeclaration<?> nested) {
                open.add(new Scope(scope.owner() + "." + nested.getNameAsString(), nested));
            } else if (member instanceof MethodDeclaration method) {
                methods.add(method(file, scope.owner(), method, method.getBody()));
            } else if (member instanceof ConstructorDeclaration constructor) {
                methods.add(method(file, scope.owner(), constructor, Optional.of(constructor.getBody())));
            }
        }
    }

    private SourceMethod method(
            ShownFile file, String owner, CallableDeclaration<?> declared, Optional<BlockStmt> body) {
        Range range = declared.getRange().orElseThrow();
        int bodyLines =
                body.flatMap(BlockStmt::getRange).map(Range::getLineCount).orElse(0);
        String javadoc = file.javadocBefore(range.begin.line, range.begin.column);
        SourceMethod method = new SourceMethod(
                file,
                owner,
                declared.getNameAsString(),
                declared.getParameters().stream()
                        .map(parameter -> typeOf(file, parameter))
                        .collect(Collectors.joining(", ", "(", ")")),
                signature(file, declared, body),
                new Span(range.begin.line, range.end.line, bodyLines),
                declared instanceof ConstructorDeclaration,
                javadoc == null ? null : JavadocSentence.first(javadoc));
        facts.add(method.symbol(), declared);
        return method;
    }

    /** From the first modifier, type parameter or type to the body, on one line. */
    private static String signature(ShownFile file, CallableDeclaration<?> declared, Optional<BlockStmt> body) {
        Position start = Stream.of(
                        declared.getModifiers().stream(),
                        declared.getTypeParameters().stream(),
                        declared instanceof MethodDeclaration method
                                ? Stream.of(method.getType())
                                : Stream.<Node>empty(),
                        Stream.of(declared.getName()))
                .flatMap(nodes -> nodes)
                .flatMap(node -> node.getBegin().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Position end = body.flatMap(BlockStmt::getBegin).or(declared::getEnd).orElseThrow();
        int from = declared.getTypeParameters().isEmpty()
                        || declared.getModifiers().isNonEmpty()
                ? 0
                : 1;
        return squeezed(file.between(start.line, start.column - from, end.line, end.column));
    }

    /** The type as written, without annotations. */
    private static String typeOf(ShownFile file, Parameter parameter) {
        StringBuilder brackets = new StringBuilder(parameter.isVarArgs() ? "..." : "");
        Type type = parameter.getType();
        while (type instanceof ArrayType array && array.getOrigin() == ArrayType.Origin.NAME) {
            brackets.append("[]");
            type = array.getComponentType();
        }
        Range range = type.getRange().orElseThrow();
        String written = file.between(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
        return squeezed(ANNOTATION.matcher(written).replaceAll("")) + brackets;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
