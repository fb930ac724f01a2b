package io.github.headroom4j.eval.workload.logtriage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineQuestionsTest {

    private static final String COUNT = "How many lines of the log of db hold the text \"lock (wait)\"?";
    private static final String COUNT_IN_TIME =
            "How many lines of the log of db with a time from 10:00:02 to 10:00:04 hold the text \"lock (wait)\"?";
    private static final String SILENT = "Which one of the services app, db, web has logged nothing from 10:00:03 on?";
    private static final String NEVER =
            "Which one of the services app, db, web has not a single line with the text \"WARN\"?";
    private static final String MARKER = "[headroom_retrieve ref=0123456789ab for all 7 lines]\n";

    private final LogTriageReader reader = new LogTriageReader();

    @Test
    void lines_of_a_whole_log_are_counted() {
        List<Seen> seen = List.of(log("app", "10:00:01 lock (wait)\n"), log("db", plain()));
        assertThat(reader.lookups(COUNT, seen)).isEmpty();
        assertThat(reader.answer(COUNT, seen)).containsExactly("count:4");
        assertThat(reader.answer(COUNT_IN_TIME, seen)).containsExactly("count:3");
    }

    @Test
    void of_a_folded_log_the_number_is_looked_up() {
        List<Seen> seen = List.of(log("db", folded()));
        assertThat(reader.lookups(COUNT, seen)).containsExactly(new Lookup("0123456789ab", "(?-i)lock \\(wait\\)"));
        assertThat(reader.lookups(COUNT_IN_TIME, seen))
                .containsExactly(new Lookup("0123456789ab", "(10:00:02|10:00:03|10:00:04).*(?-i)lock \\(wait\\)"));
        Seen slice = new Seen(
                "headroom_retrieve",
                "{\"ref\":\"0123456789ab\",\"grep\":\"x\"}",
                "[grep x: 4 of 7 lines match, numbered:]\n1:10:00:01 lock (wait) 1\n");
        assertThat(reader.answer(COUNT, List.of(seen.get(0), slice))).containsExactly("count:4");
    }

    @Test
    void without_a_tool_for_it_notes_tell_the_number_or_nothing_does() {
        List<Seen> seen = List.of(log("db", folded()));
        assertThat(reader.answer(COUNT, seen)).containsExactly("count:4");
        assertThat(reader.answer(COUNT_IN_TIME, seen)).isEmpty();
        assertThat(reader.answer(COUNT, List.of(log("db", "[log lines]\n1: 10:00:01 start\n" + MARKER))))
                .isEmpty();
        assertThat(reader.answer(COUNT, List.of())).isEmpty();
    }

    @Test
    void what_a_search_for_the_text_has_found_is_the_number() {
        Seen search = new Seen(
                "grep_logs",
                "{\"pattern\":\"lock\\\\ \\\\(wait\\\\)\"}",
                "",
                "[search hits by file; \"N text\" is line N]\napp\n3 lock (wait)\ndb\n1 lock (wait)\n+64 more (lines 2-67)\n"
                        + "+./ web 3 payment 2 (lines 68-72)\n" + MARKER);
        List<Seen> seen = List.of(search, log("db", folded()));
        assertThat(reader.lookups(COUNT, seen)).isEmpty();
        assertThat(reader.answer(COUNT, seen)).containsExactly("count:65");
        assertThat(FoundCounts.of("web", "lock (wait)", seen)).hasValue(3);
        assertThat(FoundCounts.of("app", "lock (wait)", seen)).hasValue(1);
        assertThat(FoundCounts.of("app", "lock", seen)).isEmpty();
    }

    @Test
    void the_one_that_has_logged_nothing_since_is_named() {
        Seen app = log("app", "10:00:01 a\n10:00:05 b\n");
        Seen web = log("web", "10:00:01 a\n10:00:06 b\n");
        assertThat(reader.answer(SILENT, List.of(app, log("db", "10:00:01 a\n10:00:02 b\n"), web)))
                .containsExactly("absent:db");
        assertThat(reader.answer(SILENT, List.of(app, log("db", "10:00:04 a\n"), web)))
                .isEmpty();
    }

    @Test
    void the_one_without_such_a_line_is_named_and_a_folded_log_is_searched_first() {
        Seen app = log("app", "10:00:01 WARN a\n");
        Seen web = log("web", "10:00:01 WARN a\n");
        assertThat(reader.answer(NEVER, List.of(app, log("db", "10:00:01 a\n"), web)))
                .containsExactly("absent:db");
        List<Seen> folded = List.of(app, log("db", folded()), web);
        assertThat(reader.lookups(NEVER, folded)).containsExactly(new Lookup("0123456789ab", "(?-i)WARN"));
        Seen none = new Seen(
                "headroom_retrieve",
                "{\"ref\":\"0123456789ab\"}",
                "[grep WARN matches none of the 7 lines searched; try another spelling]");
        assertThat(reader.answer(NEVER, List.of(app, folded.get(1), web, none))).containsExactly("absent:db");
        assertThat(reader.answer(NEVER, List.of(app, log("db", "10:00:01 WARN b\n"), web)))
                .isEmpty();
    }

    private static String plain() {
        return "10:00:01 lock (wait) 1\n10:00:02 lock (wait) 2\n10:00:03 start\n10:00:03 lock (wait) 3\n10:00:04 lock (wait) 4\n";
    }

    /** Four entries, of which the first stands for all and the last is shown, too. */
    private static String folded() {
        return "[log lines \"number: text\"; \"×n-m\" = n entries alike from here to line m]\n"
                + "1 ×4-6: 10:00:01 lock (wait) 1\n3: 10:00:02 start\n6 ×: 10:00:03 lock (wait) 4\n… 2 entries of 1 other kinds between lines 4 and 7\n"
                + MARKER;
    }

    private static Seen log(String service, String text) {
        return new Seen("fetch_logs", "{\"service\":\"" + service + "\"}", text);
    }
}
