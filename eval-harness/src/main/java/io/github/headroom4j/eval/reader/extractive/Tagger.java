package io.github.headroom4j.eval.reader.extractive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/**
 * Says what part of speech each token is, in the tags of Universal Dependencies, by Apache OpenNLP's English model. Deterministic
 * and thread-safe.
 */
final class Tagger {

    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final POSModel model;

    Tagger() {
        try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " is not on the class path");
            }
            model = new POSModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(MODEL + " cannot be read", e);
        }
    }

    List<String> tags(List<Token> tokens) {
        String[] words = tokens.stream().map(Token::text).toArray(String[]::new);
        // A tagger remembers its last sentence, the model does not.
        return List.of(new POSTaggerME(model).tag(words));
    }
}
