package io.github.headroom4j.eval.workload.afterwards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.InSight;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.eval.workload.logtriage.LateLogQuestions;
import io.github.headroom4j.original.OriginalMarker;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LateReaderTest {

    private static final String MOMENT = "What did pay-2 log at `10:00:02.500`? Answer with the whole line.";
    private static final String COUNT = "How many lines of the log of pay-2 hold `timeout`? Answer with the number.";

    private static final Seen OTHER = folded("pay", "10:00:02.500 timeout in pay-2\n".repeat(3));
    private static final Seen ASKED = folded("pay-2", "10:00:01.000 started\n");

    private final LateReader reader = new LateReader(new LateLogQuestions());

    @Test
    void should_search_first_the_result_whose_arguments_the_question_repeats_as_words() {
        assertThat(lookups(MOMENT, OTHER, ASKED)).containsExactly(new Lookup(ref(ASKED), "10\\:00\\:02\\.500"));
    }

    @Test
    void should_search_first_the_result_of_the_tool_that_the_question_names() {
        Seen found = new Seen("grep_logs", "{\"pattern\":\"timeout\"}", "web:1:x\n", "web:1:x\n" + marker("grep"));
        assertThat(lookups("At `10:00:02.500`, what did grep_logs show of pay-3?", OTHER, ASKED, found))
                .extracting(Lookup::ref)
                .containsExactly(ref(found));
    }

    private static String marker(String original) {
        return OriginalMarker.of(original).render();
    }

    @Test
    void should_look_up_nothing_when_what_is_in_sight_answers() {
        Seen shown = folded("pay-2", "10:00:01.000 started\n10:00:02.500 ready\n");
        assertThat(lookups(MOMENT, OTHER, shown)).isEmpty();
    }

    @Test
    void should_look_up_nothing_when_nothing_is_folded_or_named() {
        Seen whole = new Seen("fetch_logs", "{\"service\":\"pay-2\"}", "10:00:01.000 started\n");
        assertThat(lookups(MOMENT, whole)).isEmpty();
        assertThat(lookups(COUNT, whole, OTHER)).isEmpty();
        assertThat(lookups("What did pay-2 log?", ASKED)).isEmpty();
    }

    @Test
    void should_search_the_next_result_when_the_first_does_not_hold_it() {
        Seen nothing = slice(
                ASKED,
                "10\\:00\\:02\\.500",
                "[grep /10\\:00\\:02\\.500/ matches none of the 900 lines searched; try]\n");
        assertThat(lookups(MOMENT, OTHER, ASKED, nothing))
                .containsExactly(new Lookup(ref(OTHER), "10\\:00\\:02\\.500"));
    }

    @Test
    void should_search_for_all_even_when_some_are_in_sight_but_only_once() {
        Seen some = folded("pay-2", "10:00:01.000 timeout\n");
        assertThat(lookups(COUNT, OTHER, some)).containsExactly(new Lookup(ref(some), "timeout"));
        Seen found =
                slice(some, "timeout", "[grep /timeout/: 2 of 900 lines match, numbered:]\n5:timeout\n17:a timeout\n");
        assertThat(lookups(COUNT, OTHER, some, found)).isEmpty();
    }

    private List<Lookup> lookups(String question, Seen... seen) {
        return reader.lookups(
                question, Stream.of(seen).map(one -> new InSight(one, "")).toList());
    }

    private static Seen folded(String service, String visible) {
        String marker = OriginalMarker.of(service + visible + "and more\n").render();
        return new Seen("fetch_logs", "{\"service\":\"" + service + "\"}", visible, visible + marker);
    }

    private static Seen slice(Seen of, String pattern, String text) {
        String arguments = "{\"ref\":\"" + ref(of) + "\",\"grep\":\"" + pattern.replace("\\", "\\\\") + "\"}";
        return new Seen(OriginalMarker.RETRIEVE_TOOL, arguments, text);
    }

    private static String ref(Seen seen) {
        return OriginalMarker.refAtEndOf(seen.shown()).orElseThrow();
    }
}
