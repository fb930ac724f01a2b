package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A parsed source file that knows where its nodes stand in its text. Not thread-safe. */
final class JavaFile {

    private final String path;
    private final String text;
    private final CompilationUnit unit;
    /** Offsets at which lines begin. */
    private final int[] lines;

    private JavaFile(String path, String text, CompilationUnit unit) {
        this.path = path;
        this.text = text;
        this.unit = unit;
        lines = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /**
     * Parses.
     *
     * @return empty if it is not Java 17
     */
    static Optional<JavaFile> parse(String path, String text) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setAttributeComments(false);
        ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
        return result.isSuccessful()
                ? result.getResult().map(unit -> new JavaFile(path, text, unit))
                : Optional.empty();
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    CompilationUnit unit() {
        return unit;
    }

    int line(Node node) {
        return node.getBegin().orElseThrow().line;
    }

    Place place(Node node) {
        return new Place(path, line(node));
    }

    int begin(Node node) {
        return offset(node.getBegin().orElseThrow());
    }

    /** After the last character. */
    int end(Node node) {
        return offset(node.getEnd().orElseThrow()) + 1;
    }

    private int offset(Position position) {
        return lines[position.line - 1] + position.column - 1;
    }

    String source(Node node) {
        return text.substring(begin(node), end(node));
    }

    int lineAt(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where the line begins that holds an offset. */
    int lineStart(int offset) {
        return lines[lineAt(offset) - 1];
    }

    /** Where the line after the one that holds an offset begins. */
    int nextLine(int offset) {
        int line = lineAt(offset);
        return line < lines.length ? lines[line] : text.length();
    }

    String indentation(Node node) {
        String before = text.substring(lineStart(begin(node)), begin(node));
        return before.isBlank()
                ? before
                : before.substring(0, before.length() - before.stripLeading().length());
    }

    Splice replace(Node node, String by) {
        return new Splice(path, begin(node), end(node) - begin(node), by);
    }

    Splice replace(int from, int to, String by) {
        return new Splice(path, from, to - from, by);
    }

    /** Removes the lines of a node; empty if they hold something else, too. */
    Optional<Splice> withoutLines(Node node) {
        int from = lineStart(begin(node));
        int to = nextLine(end(node) - 1);
        boolean alone = text.substring(from, begin(node)).isBlank()
                && text.substring(end(node), to).isBlank();
        return alone ? Optional.of(new Splice(path, from, to - from, "")) : Optional.empty();
    }

    /** Methods and constructors of named types. */
    List<CallableDeclaration<?>> callables() {
        return unit.findAll(CallableDeclaration.class).stream()
                .<CallableDeclaration<?>>map(callable -> (CallableDeclaration<?>) callable)
                .filter(callable -> callable.getParentNode()
                        .filter(TypeDeclaration.class::isInstance)
                        .isPresent())
                .collect(Collectors.toList());
    }

    /** Finds a method again in an edited file by its {@link #key}. */
    Optional<CallableDeclaration<?>> callable(String key) {
        return callables().stream()
                .filter(callable -> key(callable).equals(key))
                .findFirst();
    }

    /** Names a method within its file, whatever its body is. */
    static String key(CallableDeclaration<?> callable) {
        return typeKey(callable) + "#" + callable.getNameAsString()
                + callable.getParameters().stream()
                        .map(parameter -> Ast.name(parameter.getType()))
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** The names of the types around a node, outermost first. */
    static String typeKey(Node node) {
        StringBuilder key = new StringBuilder();
        Optional<Node> parent = node.getParentNode();
        while (parent.isPresent()) {
            if (parent.get() instanceof TypeDeclaration<?> type) {
                key.insert(0, "." + type.getNameAsString());
            }
            parent = parent.get().getParentNode();
        }
        return key.toString();
    }

    /** Finds a type again by its key. */
    Optional<TypeDeclaration<?>> type(String key) {
        return unit.findAll(TypeDeclaration.class).stream()
                .<TypeDeclaration<?>>map(type -> (TypeDeclaration<?>) type)
                .filter(type -> (typeKey(type) + "." + type.getNameAsString()).equals(key))
                .findFirst();
    }
}
