package io.github.headroom4j.compressor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.template.LogRepacker;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.LogUnpacker;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is repacked can be restored, whatever it is. The decoder is asked directly, so that a text that fails is seen. */
class LogRoundTripTest {

    private static final CompressionContext CONTEXT = CompressionContext.of(TokenCounter.o200k());

    @Property(tries = 3000, seed = "7101")
    void arbitrary_text_is_restored(@ForAll("anyText") String text) {
        assertRestored(text);
    }

    @Property(tries = 2000, seed = "7102")
    void lines_of_log_pieces_are_restored(@ForAll("logs") String text) {
        assertRestored(text);
    }

    @Property(tries = 1000, seed = "7103")
    void what_looks_like_our_own_notation_is_restored(@ForAll("lookAlikes") String text) {
        assertRestored(text);
    }

    @Example
    void our_own_output_is_restored_when_packed_again() {
        String once = pack(SampleLogs.shop(60));
        assertRestored(once);
        assertRestored(once + once);
    }

    @Example
    void line_ends_of_every_kind_are_restored() {
        for (String text : List.of(
                "",
                "\n",
                "\n\n\n",
                "\r\n",
                "a",
                "a\r",
                "a\n\r\n b",
                "x 1\r\nx 2\r\nx 3\nx 4\r\n",
                "t\t1 \nt\t2  \nt\t3\n",
                "\u001b[31mERROR 1\u001b[0m\n\u001b[31mERROR 2\u001b[0m\n\u001b[31mERROR 3\u001b[0m")) {
            assertRestored(text);
        }
    }

    @Example
    void times_in_every_known_layout_become_steps_and_come_back() {
        List<String> times = List.of(
                "2026-02-28 23:59:5%d",
                "2026-02-28T23:59:5%d.123456789Z",
                "2026-02-28 23:59:5%d,001 +0100",
                "2026/02/28 23:59:5%d",
                "26/02/28 23:59:5%d",
                "260228 23595%d",
                "127.0.0.1 - - [28/Feb/2026:23:59:5%d +0000]",
                "12:M 28 Feb 2026 23:59:5%d.999 *",
                "28-Feb-2026 23:59:5%d.000",
                "28.02.2026 23:59:5%d.5",
                "E0228 23:59:5%d.000001",
                "Feb 28 23:59:5%d",
                "Feb  3 03:00:0%d",
                "Sat Feb 28 23:59:5%d 2026",
                "Feb 28, 2026 1:59:5%d PM",
                "Feb 28, 2026 12:00:0%d AM",
                "23:59:5%d,1",
                "177229799%d.25",
                "177229799%d123");
        for (String time : times) {
            StringBuilder log = new StringBuilder();
            for (int i = 0; i < 9; i++) {
                log.append(time.replace("%d", String.valueOf((i * 7) % 10)))
                        .append(" request ")
                        .append(i)
                        .append(" done\n");
            }
            String packed = pack(log.toString());
            assertThat(packed).as(time).contains("<t>");
            assertRestored(log.toString());
        }
    }

    @Example
    void what_templates_begin_with_is_named_once() {
        StringBuilder log = new StringBuilder();
        String[] loggers = {
            "Cart opened", "Cart closed by owner", "Order 7", "9 lives", ";", "&1 left", "Rate <t> is \\new"
        };
        for (int i = 0; i < 28; i++) {
            log.append("2026-03-01 10:00:").append(10 + i).append(",007 [http-nio-8080-exec-1] INFO org.example.shop.");
            log.append(loggers[i % 7]).append(i % 3 == 0 ? " now" : "").append('\n');
        }
        assertThat(pack(log.toString()))
                .contains("\n&1=<t> [http-nio-8080-exec-1] INFO org.example.shop.\n")
                .contains("=&1Cart closed by owner")
                .contains("=&1;9 lives")
                .contains("=&1;;");
        assertRestored(log.toString());
    }

    @Property(tries = 300, seed = "7311")
    void logs_whose_lines_share_beginnings_are_restored(@ForAll("sharedBeginnings") String text) {
        assertRestored(text);
    }

    @Provide
    Arbitrary<String> sharedBeginnings() {
        Arbitrary<String> head = Arbitraries.of(
                "&1=<t> [main:",
                "&12;",
                "\\",
                "2026-03-01 10:00:01,123 INFO [main:o.a.z.server.",
                "<t> a.b.c.d.e.f.g.h.",
                "é\ud83d\ude00.");
        Arbitrary<String> tail =
                Arbitraries.strings().withChars("ab1;&<>\\.:- \ud83d\ude00").ofMaxLength(12);
        Arbitrary<String> line =
                head.list().ofMinSize(1).ofMaxSize(3).flatMap(heads -> tail.map(end -> String.join("", heads) + end));
        return line.list().ofMaxSize(40).map(lines -> String.join("\n", lines));
    }

    @Example
    void what_is_not_ours_is_not_decoded() {
        assertThat(LogCompressor.decode("")).isEmpty();
        assertThat(LogCompressor.decode("A=<t> x\n--\nA5")).isEmpty();
        assertThat(LogCompressor.decode(LogRepacker.LEGEND)).isEmpty();
        assertThat(LogCompressor.decode(LogRepacker.LEGEND + "\n--\n^7-9")).isEmpty();
        assertThat(LogCompressor.decode(LogRepacker.LEGEND + "\n--\nA5")).isEmpty();
        assertThat(LogCompressor.decode(LogRepacker.LEGEND + "\nt=%Y from soon\n--\n"))
                .isEmpty();
        assertThat(LogCompressor.decode(LogRepacker.LEGEND + "\nA=&1x\n--\nA")).isEmpty();
        assertThat(LogCompressor.decode(LogRepacker.LEGEND + "\n&1=&1x\nA=&1x\n--\nA"))
                .isEmpty();
    }

    private static void assertRestored(String text) {
        assertThat(LogUnpacker.unpack(pack(text))).contains(text);
    }

    private static String pack(String text) {
        return LogRepacker.propose(LogText.read(text, CONTEXT), CONTEXT)
                .flatMap(Proposal::proven)
                .orElseThrow();
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings().withChars("ab01 \t\r\n-.:,<>\\\"&^*@|=+").ofMaxLength(300),
                Arbitraries.strings()
                        .withChars("\n\r\u0000\u0085\u2028\ud83d\ude00\ud800ä1 a")
                        .ofMaxLength(200));
    }

    @Provide
    Arbitrary<String> logs() {
        Arbitrary<String> piece = Arbitraries.of(
                "2026-03-01 10:00:01,123",
                "Mar  1 10:00:01",
                "[01/Mar/2026:10:00:01 +0000]",
                "1772359201",
                "INFO",
                "ERROR",
                "worker",
                "user=",
                "bob",
                "alice",
                "took",
                "ms",
                "10.0.0.1",
                "10.0.0.12:8080",
                "7",
                "42",
                "  7",
                "  42",
                " 107",
                "007",
                "-3",
                "1e5",
                "0x1f",
                "blk_-12",
                "99999999999999999999",
                "\"",
                "&1",
                "\\s",
                "\\",
                "<>",
                "<t>",
                "<*>",
                "a1b2",
                "550e8400-e29b-41d4-a716-446655440000",
                "[",
                "]",
                ":",
                "\t",
                "  ",
                "\r",
                "é");
        Arbitrary<String> line = piece.list().ofMaxSize(7).map(pieces -> String.join(" ", pieces));
        return line.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(kinds -> Arbitraries.of(kinds).list().ofMaxSize(40))
                .map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> lookAlikes() {
        Arbitrary<String> line = Arbitraries.of(
                LogRepacker.LEGEND,
                "--",
                "A=<t> x <>",
                "t=%H:%M:%S from 10:00:00",
                "A5 1 2",
                " 5",
                "5",
                "^1-3",
                "*3",
                "|x",
                "@100 10:00:00",
                "&1=5",
                "A",
                "\"",
                "A \"",
                "10:00:00 x 1",
                "10:00:05 x &1",
                "10:00:07 x \"",
                "");
        return Combinators.combine(line.list().ofMaxSize(25), Arbitraries.of("\n", "\r\n"))
                .as((lines, end) -> String.join(end, lines));
    }
}
