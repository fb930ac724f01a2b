package io.github.headroom4j.eval.workload.longsession;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.InSight;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.original.OriginalMarker;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupPolicyTest {

    private final LookupPolicy policy = new LookupPolicy();

    @Test
    void should_look_for_a_name_that_nothing_shows_in_the_best_fitting_results_first() {
        Seen parsers = folded("search_code", "org.example.Parser#parse(String)\n");
        Seen writers = folded("search_code", "org.example.Writer#write(String)\n");
        Seen both = folded("grep_code", "Writer.java Writer#close\n");
        List<Lookup> lookups = lookups("Where is org.example.Writer#flush() declared?", parsers, writers, both);
        assertThat(lookups).extracting(Lookup::grep).containsOnly("org.example.Writer#flush()");
        assertThat(lookups).hasSize(3);
        assertThat(lookups.get(2).ref()).isEqualTo(ref(parsers));
    }

    @Test
    void should_ask_only_results_of_the_tool_that_the_question_names() {
        Seen search = folded("search_code", "org.example.Parser\n");
        Seen grep = folded("grep_code", "org.example.Writer\n");
        assertThat(lookups("Where does search_code print Writer#flush()?", search, grep))
                .extracting(Lookup::ref)
                .doesNotContain(ref(grep));
    }

    @Test
    void should_look_for_nothing_when_the_name_is_in_sight_or_there_is_none() {
        Seen shown = folded("search_code", "org.example.Writer#flush()\n".repeat(50));
        assertThat(lookups("Where is org.example.Writer#flush() declared?", shown))
                .isEmpty();
        assertThat(lookups("Which method writes what is buffered?", shown)).isEmpty();
    }

    @Test
    void should_read_results_again_of_which_next_to_nothing_is_in_sight() {
        Seen bare = folded("search_code", "Writer\n");
        Seen other = folded("grep_code", "Writer, an example\n");
        String question = "Which method writes an example that is buffered?";
        assertThat(lookups(question, bare)).containsExactly(new Lookup(ref(bare), ""));
        String arguments = "{\"ref\":\"" + ref(bare) + "\"}";
        Seen read = new Seen(OriginalMarker.RETRIEVE_TOOL, arguments, "[lines 1-2 of 2]\nWriter\nand more");
        assertThat(lookups(question, bare, other, read)).extracting(Lookup::ref).containsExactly(ref(other));
        Seen leftOut = folded(OriginalMarker.RETRIEVE_TOOL, arguments, "[an old result, left out]\n");
        assertThat(lookups(question, bare, leftOut)).extracting(Lookup::ref).contains(ref(bare));
    }

    @Test
    void should_look_for_nothing_when_nothing_is_folded() {
        Seen whole = new Seen("search_code", "{}", "org.example.Parser");
        assertThat(lookups("Where is org.example.Writer#flush() declared?", whole))
                .isEmpty();
    }

    @Test
    void names_have_what_prose_does_not_have() {
        assertThat(LookupPolicy.names(
                        "Since 21:59, writes of \"max_size\" fail in HttpClient#run(int, long). Why, at a/b?"))
                .containsExactly("max_size", "HttpClient#run(int, long)");
        assertThat(LookupPolicy.names("Why did r-277 of pay7 fail at 12:30, in 2026?"))
                .containsExactly("r-277", "pay7");
    }

    private List<Lookup> lookups(String question, Seen... seen) {
        return policy.lookups(
                question,
                question,
                List.of(seen).stream().map(one -> new InSight(one, "")).toList());
    }

    private static Seen folded(String tool, String visible) {
        return folded(tool, "{\"query\":\"example\"}", visible);
    }

    private static Seen folded(String tool, String arguments, String visible) {
        String marker = OriginalMarker.of(tool + visible + "and more\n").render();
        return new Seen(tool, arguments, visible, visible + marker);
    }

    private static String ref(Seen seen) {
        return OriginalMarker.refAtEndOf(seen.shown()).orElseThrow();
    }
}
