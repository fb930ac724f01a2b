package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recognises members whose name says all: accessors of one field, {@code equals}, {@code hashCode} and {@code toString},
 * loggers and serial numbers. Looks at the first tokens of a member only, so its cost does not depend on the body.
 */
final class Boilerplate {

    /** An accessor has fewer characters; what is longer does more. */
    private static final int MAX_ACCESSOR_CHARS = 120;

    /** Generated ones compare a field a line; a longer one has logic of its own. */
    private static final int MAX_IDENTITY_CHARS = 1_200;

    private static final Set<String> IDENTITY =
            Set.of("equals", "hashCode", "toString", "canEqual", "__eq__", "__hash__", "__repr__", "__str__");

    private static final Set<String> LOGGERS =
            Set.of("log", "logger", "LOG", "LOGGER", "_log", "_logger", "Log", "Logger");

    private final String text;

    Boilerplate(String text) {
        this.text = text;
    }

    boolean is(Declaration declaration) {
        return switch (declaration.kind()) {
            case FUNCTION -> isIdentity(declaration) || isAccessor(declaration);
            case VALUE -> isConstantOfHabit(declaration);
            case TYPE, INITIALIZER -> false;
        };
    }

    private static boolean isIdentity(Declaration declaration) {
        return IDENTITY.contains(declaration.name())
                && !declaration.body().isEmpty()
                && declaration.body().end() - declaration.body().start() <= MAX_IDENTITY_CHARS;
    }

    private boolean isConstantOfHabit(Declaration declaration) {
        boolean logger = LOGGERS.contains(declaration.name());
        return (logger && mentions(declaration, "og")) || declaration.name().equals("serialVersionUID");
    }

    private boolean mentions(Declaration declaration, String word) {
        int at = text.indexOf(word, declaration.signature());
        return at >= 0 && at < declaration.whole().end();
    }

    /** One statement that returns a field, sets one, or sets one and returns its object. */
    private boolean isAccessor(Declaration declaration) {
        Span body = declaration.body();
        if (body.isEmpty()
                || body.end() - body.start() > MAX_ACCESSOR_CHARS
                || !isNamedAsAccessor(declaration.name())) {
            return false;
        }
        List<String> tokens = tokens(body);
        dropSelf(tokens);
        boolean gets = tokens.size() == 2 && tokens.get(0).equals("return");
        boolean sets = tokens.size() == 3 && tokens.get(1).equals("=");
        boolean chains =
                tokens.size() == 5 && tokens.get(1).equals("=") && tokens.get(3).equals("return");
        return gets || sets || chains;
    }

    private static boolean isNamedAsAccessor(String name) {
        for (String prefix : List.of("get", "set", "is", "has", "with")) {
            int after = prefix.length();
            if (name.startsWith(prefix)
                    && name.length() > after
                    && (Character.isUpperCase(name.charAt(after)) || name.charAt(after) == '_')) {
                return true;
            }
        }
        return false;
    }

    /** Words and marks; semicolons left out. */
    private List<String> tokens(Span body) {
        List<String> tokens = new ArrayList<>();
        for (int i = body.start(); i < body.end(); ) {
            int end = Math.max(i + 1, JavaLexer.endOfWord(text, i));
            String token = text.substring(i, end).strip();
            if (!token.isEmpty() && !token.equals(";")) {
                tokens.add(token);
            }
            i = end;
        }
        return tokens;
    }

    /** {@code this.x} and {@code self.x} are {@code x}. */
    private static void dropSelf(List<String> tokens) {
        for (int i = tokens.size() - 3; i >= 0; i--) {
            boolean self = tokens.get(i).equals("this") || tokens.get(i).equals("self");
            if (self && tokens.get(i + 1).equals(".")) {
                tokens.subList(i, i + 2).clear();
            }
        }
    }
}
