package io.github.headroom4j.compressor.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bar stands where a sentence ends. */
class SentencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. J. R. R. Tolkien met Mr. Smith at 3.5 km. |They left.",
                "The U.S. Army won. |It was 1945.",
                "He said \"Go. Run now.\" |Then he left.",
                "And he came back… |Then he slept.",
                "It rose.[1] |Next came the fall.[12][13] |It ended (see Fig. 3. It shows all). |Nobody knew.",
                "Is that so?! |Yes, it is! |\"Why not?\" |he asked.",
                "the term . |Released in 2011 , it is",
                "It was wrapped\nin the middle. |And went\r\non.",
                "Version 1.2.3. |Read on at www.example.org today.",
                "これは文です。|次の文です。",
                "Er kam am 5. Mai z. B. nach Hause. |„Gut. Sehr gut.“ |Dann ging er.",
                "2. Bar is the second of them. |Others follow it."
            })
    void ends_where_a_reader_would_end_them(String marked) {
        assertThat(marked(marked.replace("|", ""))).isEqualTo(marked);
    }

    @Test
    void the_locale_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        String text = "これは文です。Next one. Und noch ein Satz. Ο Κόσμος. Τέλος;";
        try {
            Locale.setDefault(Locale.JAPAN);
            String japanese = marked(text);
            Locale.setDefault(Locale.forLanguageTag("el-GR"));
            assertThat(marked(text)).isEqualTo(japanese);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 500, seed = "7401")
    void sentences_cover_the_passage(@ForAll String text) {
        int[] ends = Sentences.ends(text, 0, text.length());

        assertThat(ends).isSorted().doesNotHaveDuplicates();
        assertThat(ends.length == 0 ? 0 : ends[ends.length - 1]).isEqualTo(text.length());
    }

    /** What the iterator finds there is a part without a word, which goes to the one before. */
    @Property(tries = 2_000, seed = "7402")
    void without_a_mark_and_a_word_behind_it_no_sentence_ends(@ForAll("lines") String line) {
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        iterator.setText(line);
        for (int end = iterator.next(); !Sentences.mayBreak(line) && end != BreakIterator.DONE; end = iterator.next()) {
            assertThat(line.substring(end).chars()).noneMatch(Character::isLetterOrDigit);
        }
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> words =
                Arbitraries.of("The", "pump", "is", "x", "4", "e.g", "U.S", "(see", "Fig)", "\"So\"", "[1]");
        Arbitrary<String> marks =
                Arbitraries.of(" ", "  ", ".", "!", "?", ";", ":", "...", " - ", "\"", "'", ")", "]", "*");
        return Arbitraries.oneOf(words, marks).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    private static String marked(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end : Arrays.copyOf(Sentences.ends(text, 0, text.length()), 99)) {
            if (end > start) {
                sentences.add(text.substring(start, end));
                start = end;
            }
        }
        return String.join("|", sentences);
    }
}
