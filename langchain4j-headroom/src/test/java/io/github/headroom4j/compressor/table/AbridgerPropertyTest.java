package io.github.headroom4j.compressor.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.table.Abridger.Abridged;
import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value.Elided;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.token.TokenBudget;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class AbridgerPropertyTest {

    private static final CompressionContext CONTEXT =
            CompressionContext.of(String::length).withQuery("who is u3?");

    @Property(tries = 3_000, seed = "2201", shrinking = ShrinkingMode.OFF)
    void every_row_is_shown_as_it_was_or_counted_in_a_note(@ForAll("records") Value records) {
        Document document = new Document(records, false);

        Optional<Abridged> abridged = Abridger.abridge(document, CONTEXT, TokenBudget.tokens(50));

        if (abridged.isPresent()) {
            String written = Notation.write(abridged.get().document(), String::length);
            Document read = Notation.read(written).orElseThrow(() -> new AssertionError(written));
            assertAccountedFor(((Items) records).elements(), ((Items) read.root()).elements());
        }
    }

    private static void assertAccountedFor(List<Value> rows, List<Value> shown) {
        int at = 0;
        for (Value value : shown) {
            if (value instanceof Elided run) {
                assertThat(run.first()).isEqualTo(at);
                at = run.last() + 1;
            } else {
                assertThat(value).isEqualTo(rows.get(at++));
            }
        }
        assertThat(at).isEqualTo(rows.size());
    }

    @Provide
    Arbitrary<Value> records() {
        return Values.records();
    }
}
