package io.github.headroom4j.compressor.code;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** Collects declarations from a syntax tree whose nodes stand where they stand in the text. */
final class JavaDeclarations {

    private final SourceText source;
    private final JavaSkeleton skeleton;
    private final int linesBefore;
    private final Documentation documentation;
    private final List<Declaration> declarations = new ArrayList<>();

    /**
     * Starts without any.
     *
     * @param linesBefore how many lines the parsed code has before the text's first
     */
    JavaDeclarations(SourceText source, JavaSkeleton skeleton, int linesBefore) {
        this.source = source;
        this.skeleton = skeleton;
        this.linesBefore = linesBefore;
        documentation = new Documentation(source.text(), skeleton.comments());
    }

    List<Declaration> all() {
        return declarations;
    }

    void add(Declaration.Kind kind, String name, String owner, Node node) {
        if (node.getRange().isEmpty()) {
            return;
        }
        Range range = node.getRange().get();
        int signature = offset(range.begin);
        int end = Math.min(source.text().length(), offset(range.end) + 1);
        Span body = kind == Declaration.Kind.TYPE ? Span.NONE : skeleton.blockIn(signature, end);
        Span whole = new Span(documentation.before(signature), Math.max(end, body.end()));
        declarations.add(new Declaration(kind, name, owner, whole, signature, body));
    }

    private int offset(Position position) {
        int line = position.line - 1 - linesBefore;
        return line >= source.lines()
                ? source.text().length()
                : Math.min(source.text().length(), source.start(line) + position.column - 1);
    }
}
