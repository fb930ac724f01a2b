package io.github.headroom4j.compressor.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes declarations of nodes that come in the order of the file. Not thread-safe: one per tree. */
final class TreeSitterDeclarations {

    /** So many entries of an object are looked at for functions. */
    private static final int ENTRIES = 8;

    /** Signs and conversions around a value. */
    private static final int MAX_OPERATORS = 3;

    /** Letters before a string. */
    private static final int MAX_PREFIX = 2;

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
    private final Names names;
    private final List<Span> comments;
    private final List<Declaration> declarations = new ArrayList<>();
    private final Deque<Open> owners = new ArrayDeque<>();
    private final DeclarationPrefix prefix;
    private String variable = "";
    private int variableEnd;
    /** The statement that the next node begins; none if that begins another node. */
    private @Nullable SyntaxNode statement;

    /** A type whose members come. */
    private record Open(int end, String path) {}

    TreeSitterDeclarations(Grammar grammar, SourceText source, List<Span> comments, DeclarationPrefix prefix) {
        this.grammar = grammar;
        this.source = source;
        this.text = source.text();
        this.prefix = prefix;
        names = new Names(text);
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

    /** Takes the next node of a walk: a string that is a statement documents what is around or before it. */
    void reach(SyntaxNode node) {
        if (statement != null && node.type().equals("string")) {
            comments.add(statement.span());
        }
        statement = grammar.indented() && node.type().equals("expression_statement") ? node : null;
    }

    private static boolean beginsWithString(SyntaxNode node) {
        return node.child().filter(child -> child.type().equals("string")).isPresent();
    }

    void addType(SyntaxNode node) {
        String name = node.field("name", "type")
                .map(named -> names.first(named.span()))
                .orElseGet(() -> variable(node));
        if (name.isEmpty()) {
            prefix.drop();
        } else {
            Span body = isToldByItsName(node) ? body(node) : Span.NONE;
            String owner = owner();
            add(Declaration.Kind.TYPE, name, owner, node, body);
            open(name, node);
        }
    }

    private void open(String name, SyntaxNode node) {
        owners.push(new Open(node.end(), owner().isEmpty() ? name : owner() + "." + name));
    }

    /** Methods that a trait prescribes, and a module of tests. */
    private boolean isToldByItsName(SyntaxNode node) {
        return node.has("trait")
                || text.substring(prefix.startOf(node), node.start()).contains("#[cfg(test)]");
    }

    void addFunction(SyntaxNode node) {
        String owner = node.field("receiver")
                .map(receiver -> names.last(receiver.span()))
                .orElseGet(this::owner);
        String name = node.field("name")
                .map(named -> text.substring(named.start(), named.end()))
                .orElse("");
        add(Declaration.Kind.FUNCTION, name, owner, node, node.has("body") ? body(node) : rules(node));
    }

    /** A macro's rules stand in braces without a name of their own. */
    private Span rules(SyntaxNode node) {
        boolean macro = node.type().equals("macro_definition");
        int open = macro ? text.indexOf('{', node.start()) : -1;
        return open < 0 || open >= node.end() - 1 ? Span.NONE : new Span(open + 1, node.end() - 1);
    }

    /** A function that a variable holds is called by the variable's name; whether the value's children are to be visited. */
    boolean addValue(SyntaxNode node) {
        prefix.endWith(node);
        Optional<SyntaxNode> name = node.field("name", "left", "key", "property");
        Optional<SyntaxNode> value = node.field("value", "right").flatMap(TreeSitterDeclarations::operand);
        return name.isEmpty() || value.isEmpty() || addValue(node, name.get(), value.get());
    }

    private boolean addValue(SyntaxNode node, SyntaxNode name, SyntaxNode value) {
        String word = names.last(name.span());
        if (Grammar.isClosure(value.type())) {
            add(Declaration.Kind.FUNCTION, word, ownerOf(name), node, body(value));
            return false;
        }
        if (!TABLES.contains(value.type())) {
            variable = word;
            variableEnd = node.end();
            return !grammar.indented() && mayDeclare(value.start(), variableEnd);
        }
        if (holdsFunctions(value)) {
            add(Declaration.Kind.TYPE, word, owner(), node, Span.NONE);
            open(word, node);
            return true;
        }
        add(Declaration.Kind.VALUE, word, owner(), node, elements(value));
        return false;
    }

    /** Whether a value has a mark of those that functions, classes and other variables have. */
    private boolean mayDeclare(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '{' || text.charAt(i) == '=') {
                return true;
            }
        }
        return false;
    }

    /** A value without what stands around it. */
    private static Optional<SyntaxNode> operand(SyntaxNode value) {
        Optional<SyntaxNode> operand = Optional.of(value);
        for (int i = 0;
                i < MAX_OPERATORS
                        && operand.filter(TreeSitterDeclarations::isOperator).isPresent();
                i++) {
            operand = operand.flatMap(
                    outer -> outer.field("operand", "value", "argument").or(outer::child));
        }
        return operand;
    }

    private static boolean isOperator(SyntaxNode node) {
        return switch (node.type()) {
            case "expression_list",
                    "unary_expression",
                    "reference_expression",
                    "as_expression",
                    "satisfies_expression",
                    "parenthesized_expression" -> true;
            default -> false;
        };
    }

    /** {@code A.prototype.b} is a member of A. */
    private String ownerOf(SyntaxNode name) {
        return name.field("object")
                .map(SyntaxNode::span)
                .filter(object -> text.substring(object.start(), object.end()).endsWith(PROTOTYPE))
                .map(object -> names.last(new Span(object.start(), object.end() - PROTOTYPE.length())))
                .orElseGet(this::owner);
    }

    private static boolean holdsFunctions(SyntaxNode object) {
        return object.children(ENTRIES).stream()
                .anyMatch(child -> child.type().equals("method_definition")
                        || child.field("value")
                                .filter(value -> Grammar.isClosure(value.type()))
                                .isPresent());
    }

    /** The name of the variable whose value a node is a part of; empty if there is none, or if it had its function. */
    String variable(SyntaxNode node) {
        String name = node.start() < variableEnd ? variable : "";
        variable = "";
        return name;
    }

    /** Whether all that was declared since are variables, which may be those of a body. */
    boolean holdsOnlyValuesFrom(int first) {
        return declarations.subList(first, declarations.size()).stream()
                .allMatch(one -> one.kind() == Declaration.Kind.VALUE);
    }

    /** A function whose variables were taken for declarations. */
    void addClosure(SyntaxNode node, String name, int firstOfIts) {
        declarations.subList(firstOfIts, declarations.size()).clear();
        Declaration.Kind kind = name.isEmpty() ? Declaration.Kind.INITIALIZER : Declaration.Kind.FUNCTION;
        declarations.add(new Declaration(kind, name, owner(), node.span(), node.start(), body(node)));
    }

    private void add(Declaration.Kind kind, String name, String owner, SyntaxNode node, Span body) {
        int start = prefix.startOf(node);
        declarations.add(new Declaration(kind, name, owner, new Span(start, node.end()), start, body));
        prefix.drop();
    }

    private String owner() {
        return owners.isEmpty() ? "" : owners.peek().path();
    }

    /** What can be folded of a node's body. */
    private Span body(SyntaxNode node) {
        return node.field("body")
                .map(body -> grammar.indented() ? block(body) : inBraces(body.span()))
                .orElse(Span.NONE);
    }

    private Span inBraces(Span body) {
        boolean braces = text.startsWith("{", body.start()) && text.startsWith("}", body.end() - 1);
        return braces ? inside(body) : Span.NONE;
    }

    /** The lines below a colon and the documentation that begins them. */
    private Span block(SyntaxNode body) {
        int header = source.lineAt(Math.max(0, body.endOfPrevious() - 1));
        if (header == source.lineAt(body.start())) {
            return Span.NONE;
        }
        Optional<SyntaxNode> documentation = Optional.of(body)
                .filter(block -> mayQuote(block.start()))
                .flatMap(SyntaxNode::child)
                .filter(TreeSitterDeclarations::beginsWithString);
        documentation.map(SyntaxNode::span).ifPresent(comments::add);
        int from = documentation.map(SyntaxNode::end).orElseGet(() -> source.end(header));
        return from < body.end() ? new Span(from, body.end()) : Span.NONE;
    }

    /** Whether a string may begin here, with a prefix. */
    private boolean mayQuote(int start) {
        int end = Math.min(text.length(), start + MAX_PREFIX + 1);
        return text.substring(start, end).chars().anyMatch(c -> c == '"' || c == '\'');
    }

    private static Span elements(SyntaxNode table) {
        return inside(table.field("body").orElse(table).span());
    }

    private static Span inside(Span span) {
        return span.end() - span.start() <= 2 ? Span.NONE : new Span(span.start() + 1, span.end() - 1);
    }
}
