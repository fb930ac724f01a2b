package io.github.headroom4j.eval.reader.extractive;

import io.github.headroom4j.eval.reader.extractive.SentenceRanking.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some tokens of a sentence that may be an answer. Immutable.
 *
 * @param in the sentence with its rank
 * @param tags the parts of speech of the sentence's tokens
 * @param from the index of the first token
 * @param to the index behind the last token
 */
record Span(Ranked in, List<String> tags, int from, int to) {

    /** Tokens; longer answers are rare, and most are clauses. */
    private static final int MAX_TOKENS = 8;

    private static final Set<String> WITHIN =
            Set.of("-", "–", "'", "’", "&", "/", "\"", ",", "(", ")", ".", "\u201c", "\u201d");

    /** All spans of a sentence that begin and end with a word that means something, and hold no sign that parts clauses. */
    static List<Span> of(Ranked ranked, List<String> tags) {
        List<Token> tokens = ranked.sentence().tokens();
        List<Span> spans = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from++) {
            int limit = tokens.get(from).isContent() ? Math.min(tokens.size(), from + MAX_TOKENS) : from;
            for (int to = from + 1; to <= limit && mayHold(tokens.get(to - 1)); to++) {
                if (tokens.get(to - 1).isContent()) {
                    spans.add(new Span(ranked, tags, from, to));
                }
            }
        }
        return spans;
    }

    private static boolean mayHold(Token token) {
        return token.isWord() || WITHIN.contains(token.text());
    }

    List<Token> tokens() {
        return in.sentence().tokens().subList(from, to);
    }

    String text() {
        List<Token> all = in.sentence().tokens();
        return in.sentence()
                .text()
                .substring(all.get(from).start(), all.get(to - 1).end());
    }

    /** The part of speech of a token of the sentence; empty beyond its ends. */
    String tag(int index) {
        return index >= 0 && index < tags.size() ? tags.get(index) : "";
    }

    /** The token right before the span, in lower case; empty if there is none. */
    String before() {
        return from > 0 ? in.sentence().tokens().get(from - 1).lower() : "";
    }
}
