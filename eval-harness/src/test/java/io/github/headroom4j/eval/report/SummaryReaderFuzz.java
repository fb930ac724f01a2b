package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as the report for programs: its tables are written into a page, or it is refused as no report. */
final class SummaryReaderFuzz {

    @MethodSource("seeds")
    @FuzzTest
    void any_text_is_read_or_refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            SummaryReader read = SummaryReader.of(text);
            assertThat(read.protocol()).isNotNull();
            assertThat(read.rows()).hasSameSizeAs(read.strengths());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("a report must ");
            return;
        }
        assertThat(ReadmeBlock.of(text)).contains("Power:");
    }

    @Test
    void the_first_seed_is_read() {
        assertThat(SummaryReader.of(new String(seeds().findFirst().orElseThrow(), StandardCharsets.UTF_8))
                        .rows())
                .isNotEmpty();
    }

    static Stream<byte[]> seeds() {
        String whole = new ReportJson(Reports.of("toy", 2)).text();
        return Stream.of(
                        "{\"format\":" + ReportJson.FORMAT
                                + ",\"manifest\":{\"reader\":\"r\",\"options\":\"\",\"protocol\":"
                                + "{\"marginPoints\":2,\"confidence\":0.95,\"resamples\":100,\"seed\":1,\"minCases\":1,"
                                + "\"minClusters\":1}},\"summaries\":[{\"workload\":\"w\",\"arm\":\"none\",\"cases\":1,"
                                + "\"clusters\":1,\"before\":{\"requests\":1,\"inputTokens\":5},\"after\":{\"inputTokens\":2},"
                                + "\"saved\":{\"value\":0.5,\"lower\":0.4,\"upper\":0.6},\"f1\":1.0,\"verdict\":\"too few\","
                                + "\"costs\":[{\"cache\":\"c\",\"inputTokens\":1,\"before\":2.5,\"after\":1}]}]}",
                        whole,
                        "{\"format\":" + ReportJson.FORMAT + ",\"manifest\":{\"protocol\":null}}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
