package io.github.headroom4j.compressor.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.token.TokenCounter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class NotationPropertyTest {

    /** Makes tables win whenever there can be one. */
    private static final TokenCounter TABLES_ALWAYS_WIN = text -> text.startsWith("@") ? 0 : 1;

    @Property(tries = 5_000, seed = "2001", shrinking = ShrinkingMode.OFF)
    void any_value_is_read_back_as_it_was(@ForAll("values") Value value) {
        Document document = new Document(value, false);

        String written = Notation.write(document, TABLES_ALWAYS_WIN);

        assertThat(Notation.read(written)).as(written).contains(document);
    }

    @Property(tries = 8_000, seed = "2002", shrinking = ShrinkingMode.OFF)
    void records_are_read_back_as_they_were(@ForAll("records") Value records) {
        Document document = new Document(records, true);

        String written = Notation.write(document, TABLES_ALWAYS_WIN);

        assertThat(Notation.read(written)).as(written).contains(document);
    }

    @Property(tries = 8_000, seed = "2003", shrinking = ShrinkingMode.OFF)
    void reading_never_throws(@ForAll("records") Value records, @ForAll int cutFrom, @ForAll int cutTo) {
        String written = Notation.write(new Document(records, false), TABLES_ALWAYS_WIN);
        int from = Math.floorMod(cutFrom, written.length());
        int to = Math.max(from, Math.floorMod(cutTo, written.length()));

        assertThatCode(() -> Notation.read(written.substring(0, from) + written.substring(to)))
                .as(written)
                .doesNotThrowAnyException();
    }

    @Property(tries = 2_000, seed = "2004")
    void reading_any_text_never_throws(@ForAll("texts") String text) {
        assertThatCode(() -> Notation.read(text)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<Value> values() {
        return Values.any();
    }

    @Provide
    Arbitrary<Value> records() {
        return Values.records();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("@ 123rows\n\t<>.#(){}[]=,;:\"\\u-…ab")
                .ofMaxLength(60);
    }
}
