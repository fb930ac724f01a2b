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

class NotationPropertyTest {

    /** Makes tables win whenever there can be one: what is short counts as much as what is long. */
    private static final TokenCounter TABLES_ALWAYS_WIN = text -> text.startsWith("@") ? 0 : 1;

    @Property(tries = 3000, seed = "2001")
    void any_value_is_read_back_as_it_was(@ForAll("values") Value value) {
        Document document = new Document(value, false);

        String written = Notation.write(document, TABLES_ALWAYS_WIN);

        assertThat(Notation.read(written)).as(written).contains(document);
    }

    @Property(tries = 3000, seed = "2002")
    void records_are_read_back_as_they_were(@ForAll("records") Value records) {
        Document document = new Document(records, true);

        String written = Notation.write(document, TABLES_ALWAYS_WIN);

        assertThat(Notation.read(written)).as(written).contains(document);
    }

    @Property(tries = 2000, seed = "2003")
    void reading_never_throws(@ForAll("broken") String text) {
        assertThatCode(() -> Notation.read(text)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<Value> values() {
        return Values.values();
    }

    @Provide
    Arbitrary<Value> records() {
        return Values.records();
    }

    /** Texts of the notation with a part cut out of them. */
    @Provide
    Arbitrary<String> broken() {
        Arbitrary<String> written =
                Values.records().map(value -> Notation.write(new Document(value, false), TABLES_ALWAYS_WIN));
        return written.flatMap(text -> Arbitraries.integers()
                .between(0, text.length())
                .tuple2()
                .map(cut -> text.substring(0, Math.min(cut.get1(), cut.get2()))
                        + text.substring(Math.max(cut.get1(), cut.get2()))));
    }
}
