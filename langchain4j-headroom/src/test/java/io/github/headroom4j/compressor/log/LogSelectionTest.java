package io.github.headroom4j.compressor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.compressor.template.LogRepacker;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LogSelectionTest {

    private static final CompressionContext CONTEXT = CompressionContext.of(TokenCounter.o200k());
    private static final Pattern HIDDEN = Pattern.compile("… .* between lines (\\d+) and (\\d+)");
    static final Pattern SHOWN = Pattern.compile("(\\d+)(?: ×(?:(\\d+)-(\\d+))?)?: (.*)", Pattern.DOTALL);
    static final Pattern LISTED = Pattern.compile("(\\d+)(?: ×(\\d+)-(\\d+))?≈ (.*)");

    @Example
    void a_shop_log_reads_as_reviewed() throws IOException {
        assertThat(select(SampleLogs.shop(400), "why do orders fail?")).isEqualTo(golden("shop.selected.txt"));
    }

    @Example
    void a_stack_trace_reads_as_reviewed() throws IOException {
        String log = SampleLogs.trace().repeat(3) + "\tat org.springframework.Filter.next(Filter.java:1)\n".repeat(40);
        assertThat(select(log, "")).isEqualTo(golden("trace.selected.txt"));
    }

    @Example
    void a_packed_log_reads_as_reviewed() throws IOException {
        String packed = LogRepacker.propose(LogText.read(SampleLogs.shop(40), CONTEXT), CONTEXT)
                .flatMap(Proposal::proven)
                .orElseThrow();
        assertThat(packed).isEqualTo(golden("shop.packed.txt"));
    }

    @Example
    void a_date_that_most_lines_share_is_said_once_and_read_back() {
        String log = SampleLogs.shop(400) + "2026-03-02T00:00:01.000Z ERROR [exec-1] shop.Night : ledger closed\n";
        String selected = select(log, "");
        assertThat(selected).contains("; \"|\" = \": 2026-03-01T\"]\n1 ×").contains(": 2026-03-02T00:00:01.000Z ERROR");
        assertThat(selected.split("2026-03-01T", -1)).hasSize(2);
        List<String> lines = log.lines().toList();
        assertThat(LogCompressor.decode(selected).orElseThrow().lines())
                .hasSizeGreaterThan(6)
                .contains(lines.get(0), lines.get(lines.size() - 1))
                .allMatch(lines::contains);
    }

    @Example
    void a_line_like_another_one_tells_only_what_differs_and_is_read_back() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            boolean fails = i == 90 || i >= 300;
            String message = fails
                    ? "ERROR [exec-" + i % 7
                            + "] shop.Errors : POST /checkout: lock timeout, see [55P03], in relation stock"
                    : "INFO  [exec-1] shop.Cart : served item " + i;
            log.append("2026-03-01 10:1").append(i / 60).append(':').append(10 + i % 50);
            log.append(' ').append(message).append('\n');
        }
        String selected = select(log.toString(), "");
        assertThat(selected)
                .contains("; =k: … as in line k; ")
                .contains("\n91|10:11:50 ERROR [exec-6] shop.Errors : POST /checkout")
                .contains("\n301 ×100-400=91|10:15:10 …\n400 ×=91|10:16:59 ERROR [exec-0] …\n");
        List<String> lines = log.toString().lines().toList();
        assertThat(LogCompressor.decode(selected).orElseThrow().lines())
                .contains(lines.get(300), lines.get(399))
                .allMatch(lines::contains);
        assertThat(LogCompressor.spellOut(selected)).contains("\n400 ×: " + lines.get(399) + "\n");
    }

    @Example
    void an_early_single_error_does_not_hide_the_later_burst() {
        String log = SampleLogs.shop(600);
        List<String> lines = log.lines().toList();
        int onset = 1;
        for (int i = 0, errors = 0; errors < 2; i++) {
            if (lines.get(i).contains(" ERROR ")) {
                errors++;
                onset = i + 1;
            }
        }
        assertThat(spelledOut(select(log, ""))).contains("\n8: ").containsPattern("\n" + onset + " ×50-\\d+: ");
    }

    @Example
    void harmless_levels_with_words_of_trouble_come_before_what_is_only_rare() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            boolean waits = i == 90 || (i >= 300 && i < 308);
            String rare = "module " + "abcdefghij".charAt(i / 40) + "x" + " of kind " + "klmnopqrst".charAt(i / 4 % 10)
                    + "y ready";
            String message = waits
                    ? "process 7 still waiting for lock on relation 16 after 50" + i % 10 + " ms"
                    : i % 4 == 0 ? rare : "served item " + i;
            log.append("2026-03-01 10:").append(10 + i / 50).append(':').append(10 + i % 50);
            log.append(" LOG ").append(message).append('\n');
        }
        assertThat(spelledOut(select(log.toString(), "")))
                .contains("\n91: 2026-03-01 10:11:50 LOG process 7 still waiting")
                .contains("\n301 ×8-308: 2026-03-01 10:16:10 LOG process 7 still waiting");
    }

    @Example
    void of_a_long_line_that_tells_of_no_trouble_only_the_beginning_is_shown() {
        String state = " name=value,".repeat(80) + "end";
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            String message =
                    i == 200 ? "INFO elected" + state : i == 300 ? "ERROR lost" + state : "INFO served item " + i;
            log.append("2026-03-01 10:00:00 ").append(message).append('\n');
        }
        assertThat(spelledOut(select(log.toString(), "")))
                .containsPattern("\n201~ [^\n]* elected name=value,[^\n]*… \\d+ characters more\n")
                .contains(" ERROR lost" + state + "\n");
    }

    @Example
    void an_all_info_log_keeps_its_ends_and_what_is_rare() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            String message =
                    i == 1700 ? "leader election finished, node-3 leads" : "served /item/" + i + " in " + i % 9 + " ms";
            log.append("2026-03-01 10:")
                    .append(10 + i / 60)
                    .append(':')
                    .append(10 + i % 50)
                    .append(" INFO ")
                    .append(message)
                    .append('\n');
        }
        assertThat(spelledOut(select(log.toString(), "")))
                .contains("\n1 ×2999-3000: ", "leader election finished, node-3 leads", "\n3000 ×: ")
                .hasSizeLessThan(600);
    }

    @Example
    void a_changed_line_of_a_repeated_block_is_shown() {
        StringBuilder log = new StringBuilder();
        for (int start = 0; start < 2; start++) {
            log.append("2026-03-01 1").append(start).append(":00:00 INFO settings:\n");
            for (int i = 0; i < 80; i++) {
                log.append("\tsetting.")
                        .append((char) ('a' + i % 26))
                        .append(i)
                        .append(" = ")
                        .append(i == 40 ? start : 7)
                        .append('\n');
            }
            for (int i = 0; i < 200; i++) {
                log.append("2026-03-01 1")
                        .append(start)
                        .append(":10:00 INFO beat ")
                        .append(i)
                        .append('\n');
            }
        }
        assertThat(spelledOut(select(log.toString(), ""))).contains(": \tsetting.o40 = 1\n");
    }

    @Example
    void a_line_too_long_to_show_is_announced_and_not_taken_for_shown() {
        String log = SampleLogs.syslog(60) + "Feb 12 05:00:00 web app: error " + "payload ".repeat(2000) + "\n";
        String selected = select(log, "");
        assertThat(selected).contains("\n61~ Feb 12").contains("characters more");
        assertThat(LogCompressor.decode(selected).orElseThrow()).doesNotContain("payload");
    }

    @Example
    void lines_that_the_query_names_are_shown() {
        assertThat(select(SampleLogs.shop(900), "what happened to cart 1337?")).contains("cart 1337 has");
    }

    @Example
    void equal_traces_are_shown_once_with_a_count_and_unlike_ones_apart() {
        String pool = """
                java.lang.IllegalStateException: pool exhausted
                \tat com.acme.Pool.take(Pool.java:42)
                Caused by: java.net.SocketTimeoutException: Read timed out
                \tat com.acme.Client.read(Client.java:7)
                \t... 2 more
                """;
        String order = """
                java.lang.NullPointerException
                \tat com.acme.Order.total(Order.java:9)

                """;
        String ledger = """
                com.acme.LedgerException: entry 7 lost
                \tat com.acme.Ledger.book(Ledger.java:3)
                """;
        assertThat(select((pool + order).repeat(9) + ledger + pool.repeat(10), ""))
                .isEqualTo(SelectionPrinter.LEGEND + "]" + """

                                1 ×19-120: java.lang.IllegalStateException: pool exhausted
                                2: \tat com.acme.Pool.take(Pool.java:42)
                                3: Caused by: java.net.SocketTimeoutException: Read timed out
                                4: \tat com.acme.Client.read(Client.java:7)
                                … 1 line (5)
                                6 ×9-70: java.lang.NullPointerException
                                7: \tat com.acme.Order.total(Order.java:9)
                                … 1 line (8)
                                73: com.acme.LedgerException: entry 7 lost
                                74: \tat com.acme.Ledger.book(Ledger.java:3)
                                [headroom_retrieve ref=3711297ac91c for all 124 lines]""");
    }

    @Example
    void of_a_trace_neither_quoted_source_nor_what_the_first_line_says_is_shown() {
        String error = """
                2026-03-01 10:00:00 ERROR lookup failed: RuntimeError: no answer of registry 7
                Traceback (most recent call last):
                  File "/usr/lib/python3.11/urllib/request.py", line 1348, in do_open
                    h.request(req.get_method(), req.selector, req.data, headers,
                  File "/srv/app/registry.py", line 29, in ask
                    return json.loads(self.open(request))
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                ConnectionRefusedError: [Errno 111] Connection refused
                RuntimeError: no answer of registry 7
                """;
        String log = error + "2026-03-01 10:00:01 INFO asked, settings are as they were\n".repeat(60);
        assertThat(spelledOut(select(log, "")))
                .contains(
                        "\n1: 2026-03-01 10:00:00 ERROR lookup failed: RuntimeError: no answer of registry 7\n",
                        "\n3:   File \"/usr/lib",
                        "\n5:   File \"/srv/app",
                        "\n8: ConnectionRefusedError")
                .doesNotContain("Traceback", "h.request", "json.loads", "^^^", "\n9: ");
    }

    @Property(tries = 150, seed = "7201")
    void every_kind_of_error_is_visible(@ForAll(supplier = SampleLogs.Systems.class) String log) {
        List<String> shown = shown(log).lines().toList();
        for (String kind : List.of("disk", "timeout", "refused", "corrupt")) {
            if (log.contains(" ERROR " + kind)) {
                assertThat(shown).anyMatch(line -> line.contains(" ERROR " + kind));
            }
        }
    }

    @Property(tries = 150, seed = "7202")
    void every_shown_line_is_verbatim_and_every_other_one_is_within_a_range(
            @ForAll(supplier = SampleLogs.Systems.class) String log) {
        String selected = spelledOut(select(log, ""));
        if (selected.equals(log)) {
            return;
        }
        List<String> original = log.lines().toList();
        BitSet accounted = new BitSet();
        for (String line : selected.lines().toList()) {
            Matcher shown = SHOWN.matcher(line);
            Matcher hidden = HIDDEN.matcher(line);
            Matcher listed = LISTED.matcher(line);
            if (listed.matches()) {
                int number = Integer.parseInt(listed.group(1));
                accounted.set(number, listed.group(3) == null ? number + 1 : Integer.parseInt(listed.group(3)) + 1);
            } else if (shown.matches()) {
                int number = Integer.parseInt(shown.group(1));
                assertThat(shown.group(4)).isEqualTo(original.get(number - 1));
                accounted.set(number, shown.group(3) == null ? number + 1 : Integer.parseInt(shown.group(3)) + 1);
            } else if (hidden.matches()) {
                accounted.set(Integer.parseInt(hidden.group(1)), Integer.parseInt(hidden.group(2)) + 1);
            }
        }
        assertThat(accounted.nextClearBit(1)).isGreaterThan(original.size());
    }

    @Example
    void an_entry_that_is_counted_with_an_earlier_one_bears_a_sign() {
        String log = "2026-03-01 10:00:00 ERROR disk 1 failed\n2026-03-01 10:00:01 INFO beat\n".repeat(60);
        assertThat(spelledOut(select(log, "")))
                .contains("; × = one of them")
                .contains("\n1 ×60-119: 2026-03-01 10:00:00 ERROR", "\n119 ×: 2026-03-01 10:00:00 ERROR");
    }

    /** A selection with whole lines. */
    static String spelledOut(String selected) {
        return LogCompressor.spellOut(selected);
    }

    private static String shown(String log) {
        String selected = select(log, "");
        return selected.equals(log) ? log : LogCompressor.decode(selected).orElseThrow();
    }

    static String select(String log, String query) {
        return new LogCompressor()
                .parse(log, CONTEXT.withQuery(query))
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .map((Selection selection) -> selection.markedWith(OriginalMarker.of(log)))
                .orElse(log);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LogSelectionTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
