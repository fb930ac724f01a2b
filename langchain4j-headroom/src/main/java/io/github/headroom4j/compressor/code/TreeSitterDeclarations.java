package io.github.headroom4j.compressor.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TSNode;

/** Makes declarations of nodes that come in the order of the file. Not thread-safe: one per tree. */
final class TreeSitterDeclarations {

    /** So many entries of an object are looked at for functions. */
    private static final int ENTRIES = 8;

    private static final String PROTOTYPE = ".prototype";

    /** Values of many elements. */
    private static final Set<String> TABLES = Set.of(
            "object",
            "array",
            "list",
            "dictionary",
            "set",
            "tuple",
            "array_expression",
            "composite_literal",
            "struct_expression");

    private final Grammar grammar;
    private final SourceText source;
    private final String text;
    private final NodeText nodes;
    private final List<Span> comments;
    private final List<Declaration> declarations = new ArrayList<>();
    private final Deque<Open> owners = new ArrayDeque<>();
    private int prefix = -1;
    private int prefixEnd;
    private String variable = "";
    private int variableEnd;

    /** A type whose members come. */
    private record Open(int end, String path) {}

    TreeSitterDeclarations(Grammar grammar, SourceText source, List<Span> comments) {
        this.grammar = grammar;
        this.source = source;
        this.text = source.text();
        nodes = new NodeText(text);
        this.comments = new ArrayList<>(comments);
    }

    int count() {
        return declarations.size();
    }

    Optional<FileOutline> outline() {
        if (declarations.isEmpty()) {
            return Optional.empty();
        }
        comments.sort(Comparator.comparingInt(Span::start));
        Documentation documentation = new Documentation(text, comments);
        List<Declaration> documented = declarations.stream()
                .sorted(Comparator.comparingInt(Declaration::signature))
                .map(one -> documented(one, documentation))
                .toList();
        return Optional.of(FileOutline.of(documented, comments, grammar.indented()));
    }

    private static Declaration documented(Declaration one, Documentation documentation) {
        Span whole = new Span(documentation.before(one.signature()), one.whole().end());
        return new Declaration(one.kind(), one.name(), one.owner(), whole, one.signature(), one.body());
    }

    /** Closes types that end before a node's start. */
    void leaveBefore(int start) {
        while (!owners.isEmpty() && owners.peek().end() <= start) {
            owners.pop();
        }
    }

    /** What belongs to the next declaration, and begins before it. */
    void addPrefix(TSNode node) {
        prefix = prefix < 0 ? nodes.start(node) : prefix;
        prefixEnd = Math.max(prefixEnd, nodes.end(node));
    }

    /** At the start of a node that is no declaration and follows a prefix, but is not within it. */
    void dropPrefix(int start) {
        if (start >= prefixEnd) {
            prefix = -1;
        }
    }

    /** Whether a node is a string that documents what is around or before it. */
    boolean addDocumentation(TSNode node, String type) {
        boolean documents =
                grammar.indented() && type.equals("expression_statement") && isString(node.getNamedChild(0));
        if (documents) {
            comments.add(new Span(nodes.start(node), nodes.end(node)));
        }
        return documents;
    }

    private static boolean isString(TSNode node) {
        return !node.isNull() && node.getType().equals("string");
    }

    void addType(TSNode node) {
        TSNode named = NodeText.first(node, "name", "type");
        String name = named.isNull() ? "" : nodes.firstWord(nodes.start(named), nodes.end(named));
        if (!name.isEmpty()) {
            Span body = isToldByItsName(node) ? body(node.getChildByFieldName("body")) : Span.NONE;
            String owner = owner();
            add(Declaration.Kind.TYPE, name, owner, node, body);
            open(name, node);
        }
    }

    private void open(String name, TSNode node) {
        owners.push(new Open(nodes.end(node), owner().isEmpty() ? name : owner() + "." + name));
    }

    /** Methods that a trait prescribes, and a module of tests. */
    private boolean isToldByItsName(TSNode node) {
        boolean prescribed = !node.getChildByFieldName("trait").isNull();
        return prescribed
                || (prefix >= 0 && text.substring(prefix, nodes.start(node)).contains("#[cfg(test)]"));
    }

    void addFunction(TSNode node) {
        TSNode name = node.getChildByFieldName("name");
        TSNode receiver = node.getChildByFieldName("receiver");
        String owner = receiver.isNull() ? owner() : nodes.lastWord(nodes.start(receiver), nodes.end(receiver));
        String word = name.isNull() ? "" : text.substring(nodes.start(name), nodes.end(name));
        TSNode body = node.getChildByFieldName("body");
        add(Declaration.Kind.FUNCTION, word, owner, node, body.isNull() ? rules(node) : body(body));
    }

    /** A macro's rules stand in braces without a name of their own. */
    private Span rules(TSNode node) {
        boolean macro = node.getType().equals("macro_definition");
        int open = macro ? text.indexOf('{', nodes.start(node)) : -1;
        return open < 0 || open >= nodes.end(node) - 1 ? Span.NONE : new Span(open + 1, nodes.end(node) - 1);
    }

    /** A function that a variable holds is called by the variable's name; whether the value's children are to be visited. */
    boolean addValue(TSNode node) {
        TSNode name = NodeText.first(node, "name", "left", "key", "property");
        TSNode value = NodeText.operand(NodeText.first(node, "value", "right"));
        if (name.isNull() || value.isNull()) {
            return true;
        }
        String word = nodes.lastWord(nodes.start(name), nodes.end(name));
        if (Grammar.isClosure(value.getType())) {
            add(Declaration.Kind.FUNCTION, word, ownerOf(name), node, body(value.getChildByFieldName("body")));
            return false;
        }
        if (!TABLES.contains(value.getType())) {
            variable = word;
            variableEnd = nodes.end(node);
            return !grammar.indented();
        }
        if (holdsFunctions(value)) {
            add(Declaration.Kind.TYPE, word, owner(), node, Span.NONE);
            open(word, node);
            return true;
        }
        add(Declaration.Kind.VALUE, word, owner(), node, elements(value));
        return false;
    }

    /** {@code A.prototype.b} is a member of A. */
    private String ownerOf(TSNode name) {
        TSNode object = name.getChildByFieldName("object");
        if (object.isNull()
                || !text.substring(nodes.start(object), nodes.end(object)).endsWith(PROTOTYPE)) {
            return owner();
        }
        return nodes.lastWord(nodes.start(object), nodes.end(object) - PROTOTYPE.length());
    }

    private static boolean holdsFunctions(TSNode object) {
        for (int i = 0; i < Math.min(object.getNamedChildCount(), ENTRIES); i++) {
            TSNode child = object.getNamedChild(i);
            TSNode value = child.getChildByFieldName("value");
            boolean method = child.getType().equals("method_definition");
            if (method || (!value.isNull() && Grammar.isClosure(value.getType()))) {
                return true;
            }
        }
        return false;
    }

    /** The name of the variable whose value a node is a part of; empty if there is none, or if it had its function. */
    String variable(TSNode node) {
        String name = nodes.start(node) < variableEnd ? variable : "";
        variable = "";
        return name;
    }

    /** Whether all that was declared since are variables, which may be those of a body. */
    boolean holdsOnlyValuesFrom(int first) {
        return declarations.subList(first, declarations.size()).stream()
                .allMatch(one -> one.kind() == Declaration.Kind.VALUE);
    }

    /** A function whose variables were taken for declarations. */
    void addClosure(TSNode node, String name, int firstOfIts) {
        declarations.subList(firstOfIts, declarations.size()).clear();
        Span body = body(node.getChildByFieldName("body"));
        Declaration.Kind kind = name.isEmpty() ? Declaration.Kind.INITIALIZER : Declaration.Kind.FUNCTION;
        declarations.add(new Declaration(
                kind, name, owner(), new Span(nodes.start(node), nodes.end(node)), nodes.start(node), body));
    }

    private void add(Declaration.Kind kind, String name, String owner, TSNode node, Span body) {
        int start = prefix >= 0 ? prefix : nodes.start(node);
        declarations.add(new Declaration(kind, name, owner, new Span(start, nodes.end(node)), start, body));
        prefix = -1;
        prefixEnd = 0;
    }

    private String owner() {
        return owners.isEmpty() ? "" : owners.peek().path();
    }

    /** What can be folded of a body. */
    private Span body(TSNode body) {
        if (body.isNull()) {
            return Span.NONE;
        }
        if (grammar.indented()) {
            return block(body);
        }
        boolean braces = text.startsWith("{", nodes.start(body)) && text.startsWith("}", nodes.end(body) - 1);
        return braces ? inside(nodes.start(body), nodes.end(body)) : Span.NONE;
    }

    /** The lines below a colon and the documentation that begins them. */
    private Span block(TSNode body) {
        TSNode colon = body.getPrevSibling();
        int header = source.lineAt(colon.isNull() ? nodes.start(body) : nodes.start(colon));
        if (header == source.lineAt(nodes.start(body))) {
            return Span.NONE;
        }
        int from = source.end(header);
        TSNode first = body.getNamedChild(0);
        if (!first.isNull() && isString(first.getNamedChild(0))) {
            comments.add(new Span(nodes.start(first), nodes.end(first)));
            from = nodes.end(first);
        }
        return from < nodes.end(body) ? new Span(from, nodes.end(body)) : Span.NONE;
    }

    private Span elements(TSNode table) {
        TSNode body = table.getChildByFieldName("body");
        return body.isNull()
                ? inside(nodes.start(table), nodes.end(table))
                : inside(nodes.start(body), nodes.end(body));
    }

    private static Span inside(int start, int end) {
        return end - start <= 2 ? Span.NONE : new Span(start + 1, end - 1);
    }
}
