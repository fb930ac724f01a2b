package io.github.headroom4j.eval.reader.extractive;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A question as the reader takes it. Immutable.
 *
 * @param text the question
 * @param tokens its tokens
 * @param kind what it asks for
 * @param weights what each of its words is worth when found: a name or number more than another word
 * @param focus the stem of the noun that says what is asked for ("pathway" in "what pathway"), empty if there is none
 * @param last the stem of its last word that means something, empty if there is none
 */
record Question(
        String text, List<Token> tokens, AnswerKind kind, Map<String, Double> weights, String focus, String last) {

    private static final double NAME = 2;
    private static final double WORD = 1;

    private static final Set<String> ASKS = Set.of("what", "which", "whose");

    static Question of(String text) {
        List<Token> tokens = Token.of(text);
        Map<String, Double> weights = new LinkedHashMap<>();
        String last = "";
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isContent()) {
                boolean name = (i > 0 && token.isCapitalised()) || Token.hasDigit(token.text()) || token.isCode();
                weights.merge(token.stem(), name ? NAME : WORD, Math::max);
                last = token.stem();
            }
        }
        return new Question(text, tokens, AnswerKind.of(tokens), weights, focus(tokens), last);
    }

    /** The word right behind "what" or "which", if it means something. */
    private static String focus(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (ASKS.contains(tokens.get(i).lower()) && tokens.get(i + 1).isContent()) {
                return tokens.get(i + 1).stem();
            }
        }
        return "";
    }

    /** What share of its weight words have. */
    double coverage(Set<String> stems) {
        double all = weights.values().stream().mapToDouble(weight -> weight).sum();
        double found = weights.entrySet().stream()
                .filter(word -> stems.contains(word.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : found / all;
    }

    /** Names of options, classes and the like, in lower case: tokens of letters with signs or capitals inside. */
    Set<String> names() {
        return tokens.stream().filter(Token::isCode).map(Token::lower).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words that fewest sentences hold, as patterns: those worth most first, then the longest. */
    List<String> rarest(List<Sentence> sentences, int count) {
        Comparator<Token> fewest = Comparator.comparingLong(token -> sentences.stream()
                .filter(one ->
                        one.tokens().stream().anyMatch(other -> other.stem().equals(token.stem())))
                .count());
        return tokens.stream()
                .filter(Token::isContent)
                .sorted(fewest.thenComparing(token -> -weights.getOrDefault(token.stem(), 0.0))
                        .thenComparing(token -> -token.text().length()))
                .map(token -> literal(token.text()))
                .distinct()
                .limit(count)
                .toList();
    }

    /** A pattern of the text itself. */
    static String literal(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
    }
}
