package io.github.headroom4j.eval.reader.extractive;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence that can be read. Immutable.
 *
 * @param text the sentence
 * @param tokens its tokens
 * @param section the number of the section it is in: what stands under one heading, or one paragraph if there is none above it
 * @param heading the heading of the section; empty if there is none
 * @param isTitle whether it names what follows and says nothing by itself
 */
record Sentence(String text, List<Token> tokens, int section, String heading, boolean isTitle) {

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.{1,200})$");

    /** Nothing is counted when text is only cut up. */
    private static final TokenCounter UNCOUNTED = String::length;

    /** The sentences of passages between which blank lines stand, in order. */
    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int section = 0;
        String heading = "";
        for (String part :
                BLANK_LINE.split(HEADING.matcher(text).replaceAll("\n\n$0\n\n").strip(), -1)) {
            boolean isHeading = HEADING.matcher(part.strip()).matches();
            section += isHeading || heading.isEmpty() ? 1 : 0;
            heading =
                    isHeading ? HEADING.matcher(part.strip()).replaceFirst("$1").strip() : heading;
            PassagePieces pieces = PassagePieces.read(part, false, CompressionContext.of(UNCOUNTED));
            for (int i = 0; i < pieces.texts().size(); i++) {
                String sentence = pieces.texts().get(i).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(new Sentence(
                            sentence, Token.of(sentence), section, heading, isHeading || pieces.isTitle(i)));
                }
            }
        }
        return sentences;
    }
}
