package io.github.headroom4j.compressor.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.table.Notation.Document;
import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What single parts of the notation look like. */
class NotationTest {

    @Test
    void should_leave_out_times_that_are_as_expected_and_write_out_the_one_that_is_not() {
        Document document = rows(
                30,
                i -> new Members(
                        List.of("at", "load"),
                        List.of(
                                new Text("2026-03-04T09:%02d:%02dZ".formatted(i / 4, i == 5 ? 16 : i % 4 * 15)),
                                new Literal(String.valueOf(i * 31 % 17)))));

        String written = written(document);

        assertThat(written)
                .startsWith("@ 30 rows\nat(blank=above+15s)\tload\n2026-03-04T09:00:00Z\t0\n\t14\n")
                .contains("\n2026-03-04T09:01:16Z\t");
        assertThat(written.lines().filter(line -> line.startsWith("2026"))).hasSize(5);
    }

    @Test
    void should_name_what_messages_share_and_keep_what_differs() {
        Document document = rows(
                40,
                i -> new Members(
                        List.of("level", "message"),
                        List.of(
                                new Text(i % 3 == 0 ? "WARN" : "INFO"),
                                new Text(
                                        i % 2 == 0
                                                ? "Removed block of user" + i
                                                : "Finished task %d.0 in stage %d of the job"
                                                        .formatted(i * 7, i % 5)))));

        assertThat(written(document))
                .contains("*2=Finished task <> in stage <> of the job\n")
                .contains("\nWARN\t*2(21.0;3)\n");
    }

    private static Document rows(int count, IntFunction<Value> row) {
        return new Document(new Items(IntStream.range(0, count).mapToObj(row).toList()), false);
    }

    private static String written(Document document) {
        String written = Notation.write(document, TokenCounter.o200k());
        assertThat(Notation.read(written)).contains(document);
        return written;
    }
}
