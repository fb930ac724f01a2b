package io.github.headroom4j.eval.hostile;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The regular expressions in the main sources of all modules, and how each is used. What is put together from constants is
 * taken from the loaded class; what is quoted at run time stands for itself.
 */
// JavaParser takes the classes of ancestors as generic varargs.
@SuppressWarnings("unchecked")
final class MainRegexes {

    /**
     * A place that uses a regular expression.
     *
     * @param type the top-level class
     * @param line where in its file
     * @param patterns what is compiled there, one for each constant of an enum; empty if that is only known at run time
     * @param searches whether a text is searched with it, rather than matched from its start
     */
    record Use(String type, int line, List<Pattern> patterns, boolean searches) {

        @Override
        public String toString() {
            return type.substring(type.lastIndexOf('.') + 1) + ":" + line + " " + patterns;
        }
    }

    private static final List<String> MODULES =
            List.of("langchain4j-headroom", "memory-store", "rag-augmentor", "eval-harness");

    private static final Set<String> ANCHORED = Set.of("matches", "lookingAt", "asMatchPredicate");

    private static final Set<String> ON_MATCHERS =
            Set.of("find", "results", "replaceAll", "replaceFirst", "appendReplacement", "hitEnd");

    private static final String QUOTED = "quoted";

    private final CompilationUnit unit;
    private final String type;

    private MainRegexes(CompilationUnit unit, String type) {
        this.unit = unit;
        this.type = type;
    }

    /** All uses, in the order of the files. */
    static List<Use> all() {
        JavaParser parser =
                new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
        List<Use> uses = new ArrayList<>();
        for (String module : MODULES) {
            Path sources = Path.of("..", module, "src", "main", "java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : (Iterable<Path>)
                        files.filter(path -> path.toString().endsWith(".java")).sorted()::iterator) {
                    CompilationUnit unit = parser.parse(file).getResult().orElseThrow();
                    String name = sources.relativize(file).toString();
                    String type =
                            name.substring(0, name.length() - ".java".length()).replace('/', '.');
                    uses.addAll(new MainRegexes(unit, type).uses());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return uses;
    }

    private List<Use> uses() {
        return unit.findAll(MethodCallExpr.class).stream()
                .map(this::use)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Use> use(MethodCallExpr call) {
        String name = call.getNameAsString();
        int arguments = call.getArguments().size();
        int line = call.getBegin().orElseThrow().line;
        boolean compiles = name.equals("compile")
                && call.getScope()
                        .map(scope -> scope.toString().endsWith("Pattern"))
                        .orElse(false);
        if (compiles) {
            return Optional.of(new Use(type, line, compiled(call), searches(call)));
        }
        boolean ofText = (name.equals("matches") && arguments == 1)
                || ((name.equals("replaceAll") || name.equals("replaceFirst")) && arguments == 2)
                || (name.equals("split") && arguments >= 1);
        Optional<String> constant = ofText ? text(call.getArgument(0)) : Optional.empty();
        boolean atRunTime = constant.isEmpty()
                && ((name.equals("split") && arguments == 2 && isNumber(call.getArgument(1)) && !isConstant(call))
                        || (name.equals("matches") && arguments == 1 && call.getArgument(0) instanceof BinaryExpr));
        List<Pattern> patterns = constant.map(Pattern::compile).stream().toList();
        return constant.isPresent() || atRunTime
                ? Optional.of(new Use(type, line, patterns, !name.equals("matches")))
                : Optional.empty();
    }

    /** Whether what is called is a constant, and so a pattern that splits and no text that is split. */
    private static boolean isConstant(MethodCallExpr call) {
        return call.getScope()
                .map(Expression::toString)
                .filter(scope -> scope.equals(scope.toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    private static boolean isNumber(Expression expression) {
        return expression instanceof IntegerLiteralExpr || expression instanceof UnaryExpr;
    }

    private List<Pattern> compiled(MethodCallExpr call) {
        Optional<VariableDeclarator> field = call.findAncestor(VariableDeclarator.class);
        Object value = field.map(one -> value(one.getNameAsString(), one)).orElse(null);
        if (value instanceof Pattern pattern) {
            return List.of(pattern);
        }
        String flags = call.getArguments().size() < 2 ? "" : call.getArgument(1).toString();
        int bits = (flags.contains("CASE_INSENSITIVE") ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.contains("LITERAL") ? Pattern.LITERAL : 0)
                | (flags.contains("DOTALL") ? Pattern.DOTALL : 0);
        return text(call.getArgument(0))
                .map(text -> List.of(Pattern.compile(text, bits)))
                .orElseGet(this::ofConstants);
    }

    /** The patterns that the constants of the file's enum hold, if it is one. */
    private List<Pattern> ofConstants() {
        List<Pattern> patterns = new ArrayList<>();
        try {
            Class<?> loaded = Class.forName(type);
            for (Object constant : loaded.isEnum() ? loaded.getEnumConstants() : new Object[0]) {
                for (Field field : loaded.getDeclaredFields()) {
                    field.setAccessible(true);
                    if (field.get(constant) instanceof Pattern pattern) {
                        patterns.add(pattern);
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return patterns;
    }

    private Optional<String> text(Expression expression) {
        if (expression instanceof StringLiteralExpr literal) {
            return Optional.of(literal.asString());
        }
        if (expression instanceof TextBlockLiteralExpr block) {
            return Optional.of(block.asString());
        }
        if (expression instanceof BinaryExpr binary) {
            return text(binary.getLeft())
                    .flatMap(left -> text(binary.getRight()).map(right -> left + right));
        }
        if (expression instanceof MethodCallExpr call && call.getNameAsString().equals("quote")) {
            return Optional.of(Pattern.quote(text(call.getArgument(0)).orElse(QUOTED)));
        }
        if (expression instanceof NameExpr || expression instanceof FieldAccessExpr) {
            String name = expression.toString();
            Object value = value(name.substring(name.lastIndexOf('.') + 1), expression);
            return value instanceof String || value instanceof Integer
                    ? Optional.of(value.toString())
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** What a static field of the class around a node, or of one around that, holds; null if there is none of this name. */
    private @Nullable Object value(String field, Node node) {
        List<String> names = new ArrayList<>();
        Optional<Node> at = node.getParentNode();
        while (at.isPresent()) {
            if (at.get() instanceof TypeDeclaration<?> declared) {
                names.add(0, declared.getNameAsString());
            }
            at = at.get().getParentNode();
        }
        String root = type.substring(0, type.lastIndexOf('.') + 1);
        for (int depth = names.size(); depth > 0; depth--) {
            try {
                Field found = Class.forName(root + String.join("$", names.subList(0, depth)))
                        .getDeclaredField(field);
                found.setAccessible(true);
                return Modifier.isStatic(found.getModifiers()) ? found.get(null) : null;
            } catch (NoClassDefFoundError e) {
                // What the class uses is optional, and absent here: its sources must do.
                return null;
            } catch (NoSuchFieldException e) {
                // Perhaps the class around it.
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    /** Whether any use of the field, or of the compiled pattern itself, looks beyond the start of a text. */
    private boolean searches(MethodCallExpr call) {
        Optional<VariableDeclarator> field = call.findAncestor(VariableDeclarator.class);
        if (field.isEmpty()) {
            return searchesWith(call);
        }
        String name = field.get().getNameAsString();
        List<NameExpr> mentions = unit.findAll(NameExpr.class).stream()
                .filter(mention -> mention.getNameAsString().equals(name))
                .toList();
        return mentions.isEmpty() || mentions.stream().anyMatch(this::searchesWith);
    }

    private boolean searchesWith(Expression pattern) {
        Optional<MethodCallExpr> matcher = callOn(pattern);
        if (matcher.isEmpty()) {
            return true;
        }
        if (!matcher.get().getNameAsString().equals("matcher")) {
            return !ANCHORED.contains(matcher.get().getNameAsString());
        }
        Optional<MethodCallExpr> then = callOn(matcher.get());
        if (then.isPresent()) {
            return !ANCHORED.contains(then.get().getNameAsString()) && !isRegion(then.get());
        }
        return matcher.get()
                .findAncestor(MethodDeclaration.class)
                .map(method -> method.findAll(MethodCallExpr.class).stream()
                        .anyMatch(one -> ON_MATCHERS.contains(one.getNameAsString())))
                .orElse(true);
    }

    private static boolean isRegion(MethodCallExpr call) {
        return call.getNameAsString().equals("region");
    }

    /** The same place in the source, not one that reads alike. */
    @SuppressWarnings("ReferenceEquality")
    private static Optional<MethodCallExpr> callOn(Expression scope) {
        return scope.getParentNode()
                .filter(MethodCallExpr.class::isInstance)
                .map(MethodCallExpr.class::cast)
                .filter(call -> call.getScope().filter(one -> one == scope).isPresent());
    }
}
