package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Java code without what a parser need not see: comments, bodies of methods, initial values and the arguments of
 * annotations and enum constants are blanked, every other character stays where it is. What is left nests only in types,
 * type arguments and parameter lists, whose depth is bounded here; so a parser that recurses over nesting needs little
 * stack and linear time whatever the text holds, and a body that is broken, or newer than the parser, does no harm.
 *
 * <p>One pass; linear in the text. A text that was cut off is completed: an unfinished member at its end is blanked and
 * open blocks are closed.
 */
final class JavaSkeleton {

    /** Types within types; hand-written code has at most five. A parser needs some 20 frames of stack for each. */
    static final int MAX_TYPE_DEPTH = 16;

    /** Type arguments within type arguments. */
    static final int MAX_GENERIC_DEPTH = 12;

    /** Points of a qualified name and brackets of an array type; a syntax tree nests a level for each. */
    static final int MAX_LINKS = 64;

    /** Characters of one member outside of what is blanked; longer headers are no hand-written code. */
    static final int MAX_HEADER_CHARS = 20_000;

    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

    private static final Set<String> FILE_WORDS = Set.of("import", "package", "module", "open");

    private final String text;
    private final Pace pace;
    private final char[] code;
    private final List<Span> comments = new ArrayList<>();
    private final List<Span> fileLevelMembers = new ArrayList<>();
    private final NavigableMap<Integer, Integer> blocks = new TreeMap<>();
    /** For each type that is open whether its constants are still being listed. */
    private final Deque<Boolean> types = new ArrayDeque<>();

    private int at;
    private boolean declined;
    private boolean openBody;
    private boolean loose;
    private int firstUnmatched = -1;

    private int memberStart = -1;
    private int generics;
    private int links;
    private int headerChars;
    private boolean type;
    private boolean enumType;
    private boolean parameters;
    private boolean fileLevel;

    private JavaSkeleton(String text, CompressionContext context) {
        this.text = text;
        pace = context.pace();
        code = new char[text.length()];
        for (int i = 0; i < code.length; i++) {
            code[i] = text.charAt(i) == '\n' ? '\n' : ' ';
        }
    }

    /** The skeleton, or empty if the text nests too deeply or can not be Java outside of what is blanked. */
    static Optional<JavaSkeleton> of(String text, CompressionContext context) {
        JavaSkeleton skeleton = new JavaSkeleton(text, context);
        while (skeleton.at < text.length() && !skeleton.declined) {
            skeleton.step();
        }
        if (skeleton.declined) {
            return Optional.empty();
        }
        if (!skeleton.openBody) {
            skeleton.blankMember();
        }
        return Optional.of(skeleton);
    }

    /** All of it, with the braces that the text did not live to see. */
    String code() {
        return new String(code) + closing();
    }

    /**
     * The members of a type whose head is missing, so without imports.
     *
     * @param cutIn whether the text begins within a block, so that all up to the first brace without a partner is no member
     */
    String members(boolean cutIn) {
        char[] members = code.clone();
        fileLevelMembers.forEach(member -> blank(members, member.start(), member.end()));
        blank(members, 0, cutIn ? firstUnmatched + 1 : 0);
        return new String(members) + closing();
    }

    /** Whether a brace closes a block that began before the text. */
    boolean beginsWithin() {
        return firstUnmatched >= 0;
    }

    /** Whether there are members outside of any type, so that the text is a part of a file. */
    boolean isFragment() {
        return loose || firstUnmatched >= 0;
    }

    /** Comments outside of what is blanked. */
    List<Span> comments() {
        return comments;
    }

    /** What is within the first blanked block of braces, or the largest of an initial value, that opens in a range. */
    Span blockIn(int from, int to) {
        var block = blocks.ceilingEntry(from);
        return block == null || block.getKey() >= to ? Span.NONE : new Span(block.getKey() + 1, block.getValue());
    }

    private String closing() {
        return "}".repeat(types.size() + (openBody ? 1 : 0));
    }

    private void step() {
        pace.step();
        char c = text.charAt(at);
        if (c <= ' ') {
            at++;
        } else if (JavaLexer.isComment(text, at)) {
            int end = JavaLexer.endOfComment(text, at);
            comments.add(new Span(at, end));
            at = end;
        } else if (Character.isJavaIdentifierStart(c)) {
            begin();
            word();
        } else {
            punctuation(c);
        }
        declined |= headerChars > MAX_HEADER_CHARS;
    }

    private void begin() {
        memberStart = memberStart < 0 ? at : memberStart;
    }

    private void endMember() {
        memberStart = -1;
        generics = 0;
        links = 0;
        headerChars = 0;
        type = false;
        enumType = false;
        parameters = false;
        fileLevel = false;
    }

    private void word() {
        int end = JavaLexer.endOfWord(text, at);
        String word = text.substring(at, end);
        if (memberStart == at) {
            fileLevel = types.isEmpty() && FILE_WORDS.contains(word);
        }
        if (word.equals("default") && parameters) {
            at = skipValue(end);
            return;
        }
        boolean qualified = at > 0 && text.charAt(at - 1) == '.';
        if (!qualified && !parameters && TYPE_WORDS.contains(word) && nextIsName(end)) {
            type = true;
            enumType = word.equals("enum");
        }
        copy(at, end);
        at = end;
    }

    private boolean nextIsName(int from) {
        int next = from;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return next > from && next < text.length() && Character.isJavaIdentifierStart(text.charAt(next));
    }

    private void punctuation(char c) {
        switch (c) {
            case '{' -> open();
            case '}' -> close();
            case '(' -> parentheses();
            case ';' -> semicolon();
            case '=' -> {
                begin();
                at = skipValue(at + 1);
            }
            case '"', '\'', '`' -> declined = true;
            case ',' -> comma();
            default -> other(c);
        }
    }

    private void other(char c) {
        begin();
        generics += c == '<' ? 1 : c == '>' ? -1 : 0;
        links += isLink(c) ? 1 : 0;
        declined |= generics > MAX_GENERIC_DEPTH || links > MAX_LINKS;
        copy(at, at + 1);
        at++;
    }

    private static boolean isLink(char c) {
        return c == '.' || c == '[';
    }

    private void comma() {
        copy(at, at + 1);
        at++;
        links = 0;
        if (inConstants() && generics == 0) {
            endMember();
        }
    }

    private void semicolon() {
        copy(at, at + 1);
        at++;
        loose |= types.isEmpty() && memberStart >= 0 && !fileLevel;
        if (fileLevel) {
            fileLevelMembers.add(new Span(memberStart, at));
        }
        if (inConstants()) {
            types.pop();
            types.push(false);
        }
        endMember();
    }

    private boolean inConstants() {
        return Boolean.TRUE.equals(types.peek());
    }

    private void open() {
        copy(at, at + 1);
        if (type) {
            at++;
            types.push(enumType);
            declined |= types.size() > MAX_TYPE_DEPTH;
            endMember();
            return;
        }
        loose |= types.isEmpty();
        int close = skipBlock(at);
        blocks.put(at, close);
        openBody = close == text.length();
        if (!openBody) {
            copy(close, close + 1);
            at = close + 1;
            if (!inConstants()) {
                endMember();
            }
        } else {
            at = close;
        }
    }

    private void close() {
        if (!inConstants()) {
            blankMember();
        }
        if (types.isEmpty()) {
            firstUnmatched = firstUnmatched < 0 ? at : firstUnmatched;
        } else {
            types.pop();
            copy(at, at + 1);
        }
        at++;
        endMember();
    }

    /** Arguments are blanked; parameters stay, without the arguments of their annotations. */
    private void parentheses() {
        begin();
        copy(at, at + 1);
        boolean arguments = inConstants() || isAfterAnnotation();
        int close = skipParentheses(at, !arguments);
        if (close < text.length()) {
            copy(close, close + 1);
        }
        parameters |= !arguments;
        at = Math.min(text.length(), close + 1);
    }

    /** Whether the words before this parenthesis are an annotation's name. */
    private boolean isAfterAnnotation() {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == '.' || (text.charAt(i) <= ' ' && text.charAt(i) != '\n'))) {
            i--;
        }
        while (i >= 0 && (Character.isJavaIdentifierPart(text.charAt(i)) || text.charAt(i) == '.')) {
            i--;
        }
        while (i >= 0 && text.charAt(i) <= ' ') {
            i--;
        }
        return i >= 0 && text.charAt(i) == '@';
    }

    /** Where the parenthesis closes, or the end of the text. */
    private int skipParentheses(int open, boolean keep) {
        int depth = 1;
        int angle = 0;
        int chain = 0;
        int i = open + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
            boolean kept = keep && (depth == 1 || (depth == 2 && c == '(')) && !JavaLexer.isComment(text, i);
            if (c == ')' && keep && depth == 1) {
                kept = true;
            }
            angle += !kept ? 0 : c == '<' ? 1 : c == '>' ? -1 : 0;
            chain = !kept || c == ',' ? 0 : chain + (isLink(c) ? 1 : 0);
            declined |= angle > MAX_GENERIC_DEPTH || chain > MAX_LINKS || (kept && i - open > MAX_HEADER_CHARS);
            int next = JavaLexer.next(text, i);
            if (kept && next == i + 1) {
                copy(i, next);
            }
            i = next;
        }
        return text.length();
    }

    /** Where a block closes, or the end of the text. */
    private int skipBlock(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i = JavaLexer.next(text, i)) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Where an initial value ends; the largest group of brackets in it that may stand empty counts as its block. */
    private int skipValue(int from) {
        Span largest = Span.NONE;
        int i = from;
        while (i < text.length() && text.charAt(i) != ';' && text.charAt(i) != '}') {
            char c = text.charAt(i);
            if (c == '{' || c == '(') {
                int close = c == '{' ? skipBlock(i) : skipParentheses(i, false);
                boolean call = c == '{' || (i > 0 && Character.isJavaIdentifierPart(text.charAt(i - 1)));
                if (call && close - i > largest.end() - largest.start()) {
                    largest = new Span(i, close);
                }
                i = Math.min(text.length(), close + 1);
            } else {
                i = JavaLexer.next(text, i);
            }
        }
        if (!largest.isEmpty() && largest.end() < text.length()) {
            blocks.put(largest.start(), largest.end());
        }
        return i;
    }

    private void copy(int from, int to) {
        headerChars += to - from;
        for (int i = from; i < to; i++) {
            code[i] = text.charAt(i) <= ' ' ? code[i] : text.charAt(i);
        }
    }

    /** An unfinished member. */
    private void blankMember() {
        if (memberStart >= 0) {
            blank(code, memberStart, at);
        }
    }

    private static void blank(char[] code, int from, int to) {
        for (int i = from; i < to; i++) {
            code[i] = code[i] == '\n' ? '\n' : ' ';
        }
    }
}
