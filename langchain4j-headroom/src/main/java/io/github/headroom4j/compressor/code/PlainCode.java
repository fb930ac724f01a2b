package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Code without what an outline does not need: comments, what literals hold, bodies of functions, lists of parameters and
 * arguments, imports of Python, brackets without a partner and what nests too deeply are blanked; every other character stays
 * where it is. A parser that reads it meets no bait in quotation marks and no unclosed bracket, and it reads a fraction of the
 * text. A text that was cut off is completed by the brackets that it did not live to see.
 *
 * <p>What a parser finds in a broken text depends on each of its tokens. So lists and imports stay in a text that has a
 * bracket without a partner, and can be had where nothing was found without them.
 *
 * <p>One pass, or two; linear in the text, as a character is blanked with at most {@value #MAX_DEPTH} lists around it.
 */
final class PlainCode {

    /** Brackets within brackets that are shown. */
    static final int MAX_DEPTH = 100;

    /** Brackets without a partner, and marks that are none of the language's, that any text may have: what was cut off before it, marks in texts between tags. */
    private static final int FEW_STRAYS = 10;

    /** Of so many brackets one may have no partner; a text with more is of another language or none. */
    private static final int BRACKETS_PER_STRAY = 25;

    private static final String OPENING = "({[";

    private static final String CLOSING = ")}]";

    private static final int PARENTHESIS = 0;

    private static final int BRACE = 1;

    private static final String LITERAL = "\"";

    /** Longer words mean nothing here. */
    private static final int MAX_WORD = 12;

    private final String text;
    private final Notation notation;
    private final Literals literals;
    private final boolean whole;
    private final BraceBodies braces;
    private final IndentBodies indents;
    private final IndentImports imports;
    private final Lists lists;
    private final char[] code;
    private final List<Span> comments = new ArrayList<>();
    private final int[] openOfKind = new int[OPENING.length()];
    private int[] open = new int[MAX_DEPTH];
    private int depth;
    private int brackets;
    private int strays;
    private String word = "";
    private char mark = ';';
    private int last = -1;
    /** How many brackets were open before the body that is being left out; -1 outside of one. */
    private int hidden = -1;

    private boolean inBody;
    /** Characters that the latest step has blanked. */
    private int blanked;

    private PlainCode(String text, Notation notation, boolean whole) {
        this.text = text;
        this.notation = notation;
        this.whole = whole;
        literals = new Literals(text, notation);
        braces = new BraceBodies(notation);
        indents = new IndentBodies(text);
        imports = new IndentImports(text);
        lists = new Lists(notation);
        code = new char[text.length()];
        for (int i = 0; i < code.length; i++) {
            code[i] = "\n\r\t".indexOf(text.charAt(i)) >= 0 ? text.charAt(i) : ' ';
        }
    }

    /** The plain code, or empty if the text's brackets are not those of this language. */
    static Optional<PlainCode> of(String text, Notation notation, CompressionContext context) {
        PlainCode plain = new PlainCode(text, notation, false);
        plain.read(context.pace());
        return plain.strays == 0 ? Optional.of(plain) : whole(text, notation, context);
    }

    /** The same with lists and imports. */
    static Optional<PlainCode> whole(String text, Notation notation, CompressionContext context) {
        PlainCode plain = new PlainCode(text, notation, true);
        plain.read(context.pace());
        boolean broken = plain.strays > FEW_STRAYS + plain.brackets / BRACKETS_PER_STRAY;
        return broken ? Optional.empty() : Optional.of(plain);
    }

    private void read(Pace pace) {
        int at = 0;
        while (at < text.length()) {
            int from = at;
            blanked = 0;
            at = step(at);
            pace.step(at - from + blanked);
        }
        // An import that goes to the text's end hides all behind a bracket that nobody closed.
        strays += depth > 0 && imports.isOpen() ? 1 : 0;
        endBefore(text.length());
    }

    /** All of it, with the brackets that are still open closed behind it. */
    String code() {
        StringBuilder all = new StringBuilder(code.length + depth).append(code);
        for (int i = depth - 1; i >= 0; i--) {
            if (code[open[i]] != ' ') {
                all.append(CLOSING.charAt(kindOf(open[i])));
            }
        }
        return all.toString();
    }

    /** In the order of the text. */
    List<Span> comments() {
        return comments;
    }

    /** Whether it has its lists and imports. */
    boolean isWhole() {
        return whole;
    }

    private int step(int at) {
        char c = text.charAt(at);
        if (c <= ' ') {
            return at + 1;
        }
        int endOfComment = literals.endOfComment(at);
        if (endOfComment > at) {
            comments.add(new Span(at, endOfComment));
            return endOfComment;
        }
        if (depth == 0) {
            endBefore(at);
        }
        int end = token(c, at);
        last = end - 1;
        return end;
    }

    private void endBefore(int at) {
        if (indents.endsBefore(at)) {
            stand(indents.body());
        }
        if (imports.endsBefore(at)) {
            stand(imports.end());
        }
    }

    private int token(char c, int at) {
        if (Character.isJavaIdentifierPart(c)) {
            return word(at);
        }
        Optional<Literals.Literal> literal =
                c == '/' && notation.opensRegex(word, mark) ? literals.regex(at) : literals.at(at, at);
        if (literal.isPresent()) {
            return literal(at, literal.get());
        }
        hide(at, at + 1);
        mark(c, at);
        return at + 1;
    }

    private int word(int at) {
        int end = JavaLexer.endOfWord(text, at);
        Optional<Literals.Literal> literal = literals.prefixed(at, end);
        if (literal.isPresent()) {
            return literal(at, literal.get());
        }
        hide(at, end);
        copy(at, end);
        boolean member = word.isEmpty() && mark == '.';
        word = text.substring(at, Math.min(end, at + MAX_WORD));
        if (!inParentheses() && !member) {
            braces.word(word);
        }
        return end;
    }

    private int literal(int at, Literals.Literal literal) {
        hide(at, literal.end());
        copy(at, at + literal.opening());
        copy(literal.end() - literal.closing(), literal.end());
        // Only where they are joined by standing together a literal follows another.
        strays += word.equals(LITERAL) && !notation.joinsLiterals() && !inParentheses() ? 1 : 0;
        brackets++;
        word = LITERAL;
        return literal.end();
    }

    private void mark(char c, int at) {
        if (OPENING.indexOf(c) >= 0) {
            brackets++;
            open(at);
        } else if (CLOSING.indexOf(c) >= 0) {
            brackets++;
            close(CLOSING.indexOf(c), at);
        } else if (notation.isMark(c, text, at)) {
            copy(at, at + 1);
        } else {
            strays++;
        }
        lists.mark(c, at);
        if (!inParentheses() && (c == ';' || c == '}')) {
            braces.endStatement();
        }
        word = "";
        mark = c;
    }

    private void open(int at) {
        int kind = kindOf(at);
        boolean inside = inParentheses();
        copy(at, depth < MAX_DEPTH ? at + 1 : at);
        if (kind == BRACE && !inside) {
            boolean body =
                    braces.opens(depth, last >= 0 && (text.charAt(last) == ')' || text.startsWith("=>", last - 1)));
            hidden = body && hidden < 0 ? depth : hidden;
        } else {
            braces.opensOther(depth);
            if (!inside) {
                braces.call();
            }
        }
        lists.opens(depth, kind == PARENTHESIS, word.equals(LITERAL) ? "" : word);
        open = depth == open.length ? Arrays.copyOf(open, 2 * depth) : open;
        open[depth++] = at;
        openOfKind[kind]++;
    }

    /** A brace closes what is open within its own; any other bracket only closes the innermost. */
    private void close(int kind, int at) {
        boolean known = openOfKind[kind] > 0 && (kind == BRACE || kindOf(open[depth - 1]) == kind);
        if (!known) {
            strays++;
            return;
        }
        while (kindOf(open[depth - 1]) != kind) {
            code[open[depth - 1]] = ' ';
            strays++;
            pop();
        }
        if (!whole && lists.isBarren(depth - 1, open[depth - 1])) {
            blank(open[depth - 1] + 1, at);
        }
        hidden = hidden >= depth - 1 ? -1 : hidden;
        copy(at, at + 1);
        pop();
    }

    private int kindOf(int at) {
        return OPENING.indexOf(text.charAt(at));
    }

    private boolean inParentheses() {
        return depth > 0 && kindOf(open[depth - 1]) != BRACE;
    }

    private void pop() {
        openOfKind[kindOf(open[--depth])]--;
    }

    private void hide(int from, int to) {
        inBody = notation == Notation.PYTHON
                && (indents.holds(from, to, depth > 0) || (!whole && imports.holds(from, to, depth > 0)));
    }

    /** An empty tuple stands for a body or an import, as long as it. */
    private void stand(Span body) {
        if (!body.isEmpty()) {
            code[body.start()] = body.end() - body.start() > 1 ? '(' : '0';
            code[body.end() - 1] = body.end() - body.start() > 1 ? ')' : '0';
        }
    }

    private void blank(int from, int to) {
        blanked = to - from;
        for (int i = from; depth <= MAX_DEPTH && hidden < 0 && i < to; i++) {
            code[i] = code[i] <= ' ' ? code[i] : ' ';
        }
    }

    private void copy(int from, int to) {
        for (int i = from; depth <= MAX_DEPTH && hidden < 0 && !inBody && i < to; i++) {
            code[i] = text.charAt(i);
        }
    }
}
