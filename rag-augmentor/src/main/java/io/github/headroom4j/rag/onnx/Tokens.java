package io.github.headroom4j.rag.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.github.headroom4j.rag.onnx.Windows.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as a model reads it: what stands before it (the model's own signs, the question), the text's tokens with the word that
 * each belongs to, and what stands after it. The tokenizer sees the text once and whole, so windows over it differ from one
 * reading by nothing but their place. Immutable.
 */
final class Tokens {

    private final Ids before;
    private final Ids text;
    private final Ids after;
    private final int[] words;
    private final BitSet blank;

    private Tokens(Ids before, Ids text, Ids after, int[] words, BitSet blank) {
        this.before = before;
        this.text = text;
        this.after = after;
        this.words = words;
        this.blank = blank;
    }

    /** Numbers of tokens, and their types. */
    static final class Ids {

        private final long[] ids;
        private final long[] types;

        private Ids(long[] ids, long[] types) {
            this.ids = ids;
            this.types = types;
        }

        private static Ids of(Encoding encoding, List<Integer> places) {
            return new Ids(
                    places.stream().mapToLong(i -> encoding.getIds()[i]).toArray(),
                    places.stream().mapToLong(i -> encoding.getTypeIds()[i]).toArray());
        }

        int count() {
            return ids.length;
        }

        /** Writes the numbers into a row. */
        void copyIds(long[] to, int at) {
            System.arraycopy(ids, 0, to, at, ids.length);
        }

        /** Writes the types into a row. */
        void copyTypes(long[] to, int at) {
            System.arraycopy(types, 0, to, at, types.length);
        }
    }

    /**
     * Reads a text, with a question before it or without.
     *
     * @param question null for models that read the text alone
     * @param maxQuestion tokens of the question that are read at most; a longer one is cut
     */
    static Tokens of(HuggingFaceTokenizer tokenizer, @Nullable String question, Words words, int maxQuestion) {
        Encoding encoding = question == null
                ? tokenizer.encode(words.text(), true, false)
                : tokenizer.encode(question, words.text(), true, false);
        return new Reading(encoding, question == null ? 0 : 1, words, maxQuestion).tokens();
    }

    /** How many tokens of the text there are. */
    int count() {
        return text.count();
    }

    /** The number of a token of the text. */
    long id(int token) {
        return text.ids[token];
    }

    /** How many tokens stand before the text. */
    int before() {
        return before.count();
    }

    /** How many tokens stand around the text. */
    int around() {
        return before.count() + after.count();
    }

    /** The word of a token of the text, the first one if it is of several; never less than that of the token before. */
    int word(int token) {
        return words[token];
    }

    /** Whether a token of the text is blanks alone. */
    boolean isBlank(int token) {
        return blank.get(token);
    }

    /** A part of the text, with what stands around it. */
    Ids inside(Window window) {
        return new Ids(
                joined(before.ids, Arrays.copyOfRange(text.ids, window.from(), window.to()), after.ids),
                joined(before.types, Arrays.copyOfRange(text.types, window.from(), window.to()), after.types));
    }

    private static long[] joined(long[]... parts) {
        return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
    }

    /** The windows that cover the text. */
    List<Window> windows(int capacity, int overlap) {
        return Windows.over(words, capacity, overlap);
    }

    /** One call. */
    private static final class Reading {

        private final Encoding encoding;
        private final int textSequence;
        private final Words words;
        private final int maxQuestion;
        private final List<Integer> before = new ArrayList<>();
        private final List<Integer> text = new ArrayList<>();
        private final List<Integer> after = new ArrayList<>();
        private final List<Integer> wordOf = new ArrayList<>();
        private final BitSet blank = new BitSet();

        Reading(Encoding encoding, int textSequence, Words words, int maxQuestion) {
            this.encoding = encoding;
            this.textSequence = textSequence;
            this.words = words;
            this.maxQuestion = maxQuestion;
        }

        Tokens tokens() {
            long[] sequences = encoding.getSequenceIds();
            boolean any = Arrays.stream(sequences).anyMatch(sequence -> sequence == textSequence);
            int lastBefore = any ? first(sequences) : sequences.length - 1;
            if (any && textSequence > 0 && (lastBefore == 0 || sequences[lastBefore - 1] >= 0)) {
                throw new IllegalStateException(
                        "the tokenizer sets no sign between a question and a text, so no model can "
                                + "tell them apart: its post_processor needs a template for pairs");
            }
            Utf16 utf16 = new Utf16(words.text());
            int question = 0;
            for (int i = 0; i < sequences.length; i++) {
                if (sequences[i] == textSequence) {
                    addText(i, utf16);
                } else if (i < lastBefore) {
                    question += sequences[i] >= 0 ? 1 : 0;
                    if (sequences[i] < 0 || question <= maxQuestion) {
                        before.add(i);
                    }
                } else {
                    after.add(i);
                }
            }
            return new Tokens(
                    Ids.of(encoding, before),
                    Ids.of(encoding, text),
                    Ids.of(encoding, after),
                    wordOf.stream().mapToInt(i -> i).toArray(),
                    blank);
        }

        private int first(long[] sequences) {
            int at = 0;
            while (sequences[at] != textSequence) {
                at++;
            }
            return at;
        }

        /** A token of blanks alone goes with the word after it, whose first token it often is, but says nothing of it. */
        private void addText(int token, Utf16 utf16) {
            CharSpan span = encoding.getCharTokenSpans()[token];
            int word = wordOf.isEmpty() ? 0 : wordOf.get(wordOf.size() - 1);
            while (span != null && word < words.count() && words.end(word) <= utf16.index(span.getStart())) {
                word++;
            }
            if (word < words.count()) {
                blank.set(text.size(), span != null && words.start(word) >= utf16.index(span.getEnd()));
                text.add(token);
                wordOf.add(word);
            }
        }
    }

    /** Tokenizers count characters, where Java counts halves of some. */
    private static final class Utf16 {

        private final int @Nullable [] indices;

        Utf16(String text) {
            boolean same = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
            indices = same ? null : indices(text);
        }

        private static int[] indices(String text) {
            int[] indices = new int[text.codePointCount(0, text.length()) + 1];
            for (int i = 0, at = 0; at < text.length(); i++) {
                at += Character.charCount(text.codePointAt(at));
                indices[i + 1] = at;
            }
            return indices;
        }

        int index(int character) {
            return indices == null ? character : indices[Math.min(character, indices.length - 1)];
        }
    }
}
