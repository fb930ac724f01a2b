package io.github.headroom4j.eval.reader.extractive;

import io.github.headroom4j.compressor.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word, number, identifier or sign of a sentence. Immutable.
 *
 * @param start where it begins in the sentence
 * @param end where it ends
 * @param text as it is written
 * @param stem what other forms of the word share; empty for signs and words that only join others
 */
record Token(int start, int end, String text, String stem) {

    /** Words with what holds names, numbers, options and paths together, of some hundred parts at most; else sign by sign. */
    private static final Pattern TOKEN = Pattern.compile(
            "[$€£¥]?[\\p{L}\\p{N}_]++(?:[.'’/:,@#+-][\\p{L}\\p{N}_]++){0,200}[%°]?|\\S",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Set<String> JOINING =
            Set.of(("a an the of in on at to for from by with and or but nor as is are was were be been"
                            + " being am do does did have has had having will would shall should can could may might must"
                            + " that this these those it its he she they them his her their him we us our you your i my me"
                            + " who whom whose which what when where why how there here not no than then so such if while"
                            + " into onto upon about over under between among through during before after against within"
                            + " without along also only very much many more most some any each every both all other another"
                            + " one's 's per via up down out off again further once because until")
                    .split(" "));

    /** Of a longer text so many tokens are read, default 1,000: parts of speech take time by the square of their number. */
    private static final int MAX_TOKENS = 1_000;

    /** The tokens of a sentence, in order; the first ones of what is too long for a sentence. */
    static List<Token> of(String sentence) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sentence);
        while (tokens.size() < MAX_TOKENS && matcher.find()) {
            String text = matcher.group();
            tokens.add(new Token(matcher.start(), matcher.end(), text, stemOf(text)));
        }
        return tokens;
    }

    /** The stems of what means something in a text. */
    static Set<String> stems(String text) {
        return stems(of(text));
    }

    static Set<String> stems(List<Token> tokens) {
        return tokens.stream().filter(Token::isContent).map(Token::stem).collect(Collectors.toSet());
    }

    private static String stemOf(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replaceFirst("['’]s$", "");
        if (JOINING.contains(lower) || !Character.isLetterOrDigit(lower.codePointAt(0))) {
            return hasDigit(text) ? lower : "";
        }
        List<String> stems = Stems.of(lower);
        return stems.isEmpty() ? lower : stems.get(0);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isContent() {
        return !stem.isEmpty();
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(text.length() - 1)) || hasDigit(text);
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean isNumber() {
        return hasDigit(text) && text.chars().noneMatch(c -> Character.isLetter(c) && c != 's' && c != 't' && c != 'h');
    }

    /** Names of programs, options, classes: letters with signs or digits inside, or capitals within. */
    boolean isCode() {
        boolean signs = text.chars().anyMatch(c -> "._/:#@".indexOf(c) >= 0);
        boolean camel = text.length() > 2
                && text.substring(1).chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isLowerCase);
        return text.chars().anyMatch(Character::isLetter) && (signs || camel);
    }

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
