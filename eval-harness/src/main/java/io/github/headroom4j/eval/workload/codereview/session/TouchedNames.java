package io.github.headroom4j.eval.workload.codereview.session;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a reviewer would look up of a change: the fields and methods whose declarations it touches, the fields of its file that
 * its lines use, and the methods that they call. Depends on the change alone.
 */
final class TouchedNames {

    private static final Pattern CALL = Pattern.compile("\\b([a-zA-Z_$][\\w$]{2,60})(?=\\s?\\()");
    private static final Pattern WORD = Pattern.compile("\\b[a-zA-Z_$][\\w$]{1,60}\\b");

    /** Words before a parenthesis that call nothing. */
    private static final Set<String> NO_CALLS = Set.of(
            "catch", "for", "if", "new", "return", "super", "switch", "synchronized", "this", "throw", "try", "while");

    private final Set<String> declared = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> called = new LinkedHashSet<>();

    private TouchedNames() {}

    static TouchedNames of(List<ChangedFile> files) {
        TouchedNames names = new TouchedNames();
        files.forEach(names::add);
        return names;
    }

    /** Fields and methods that were changed or hold a change. */
    Set<String> declared() {
        return declared;
    }

    /** Fields of the file that changed lines use. */
    Set<String> used() {
        return used;
    }

    /** Methods that changed lines call. */
    Set<String> called() {
        return called;
    }

    private void add(ChangedFile file) {
        List<String> before = file.before().lines().toList();
        List<String> after = file.after().lines().toList();
        StringBuilder lines = new StringBuilder();
        BitSet changed = new BitSet();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int first = delta.getTarget().getPosition() + 1;
            changed.set(first, first + Math.max(1, delta.getTarget().size()));
            delta.getSource().getLines().forEach(line -> lines.append(line).append('\n'));
            delta.getTarget().getLines().forEach(line -> lines.append(line).append('\n'));
        }
        Optional<CompilationUnit> unit = parsed(file.after());
        unit.ifPresent(one -> declarations(one, changed));
        Set<String> fields = new LinkedHashSet<>();
        unit.ifPresent(one -> one.findAll(VariableDeclarator.class, TouchedNames::isField)
                .forEach(field -> fields.add(field.getNameAsString())));
        words(WORD, lines).filter(fields::contains).forEach(used::add);
        words(CALL, lines).filter(name -> !NO_CALLS.contains(name)).forEach(called::add);
    }

    private void declarations(CompilationUnit unit, BitSet changed) {
        unit.walk(node -> {
            boolean wanted = node instanceof CallableDeclaration
                    || (node instanceof VariableDeclarator variable && isField(variable));
            if (wanted && node instanceof NodeWithSimpleName<?> named && overlaps(node, changed)) {
                declared.add(named.getNameAsString());
            }
        });
    }

    private static boolean isField(VariableDeclarator variable) {
        return variable.getParentNode()
                .filter(FieldDeclaration.class::isInstance)
                .isPresent();
    }

    private static boolean overlaps(Node node, BitSet changed) {
        return node.getRange()
                .filter(range ->
                        IntStream.rangeClosed(range.begin.line, range.end.line).anyMatch(changed::get))
                .isPresent();
    }

    private static Stream<String> words(Pattern pattern, CharSequence lines) {
        return pattern.matcher(lines).results().map(MatchResult::group);
    }

    private static Optional<CompilationUnit> parsed(String text) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.JAVA_17)
                .setAttributeComments(false);
        return new JavaParser(configuration).parse(text).getResult();
    }
}
