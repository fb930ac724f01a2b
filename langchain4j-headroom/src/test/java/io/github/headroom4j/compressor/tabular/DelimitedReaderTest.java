package io.github.headroom4j.compressor.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.table.Table;
import io.github.headroom4j.compressor.table.Value.Text;
import org.junit.jupiter.api.Test;

class DelimitedReaderTest {

    @Test
    void should_hold_a_row_once_unless_it_was_written_oddly() {
        String text = "id,name\n1,\"a, b\"\n2,c\n\"3\",d\n";

        TableText read = DelimitedReader.read(text, CompressionContext.of(String::length))
                .orElseThrow();
        Table exact = read.exact().get().orElseThrow().table();

        assertThat(exact.rows().get(0)).isSameAs(read.table().rows().get(0));
        assertThat(exact.rows().get(1)).isSameAs(read.table().rows().get(1));
        assertThat(exact.rows().get(2)).containsExactly(new Text("\"3\""), new Text("d"));
    }
}
