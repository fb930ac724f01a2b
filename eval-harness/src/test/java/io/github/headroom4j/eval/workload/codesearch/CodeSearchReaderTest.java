package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.reader.Reader.Seen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSearchReaderTest {

    private static final String QUESTION = Query.question("Joins the parts of a path with slashes.");

    private static final String OPEN = """
            {"path":"p/Files.java","line":3,"end_line":5,"symbol":"p.Files#open(String)",
             "signature":"File open(String path)","snippet":"File open(String path) {\\n  return find(path);\\n}"}""";
    private static final String JOIN = """
            {"path":"p/Paths.java","line":2,"end_line":5,"symbol":"p.Paths#join(String[])",
             "signature":"String join(String[] parts)","snippet":"String join(String[] parts) {\\n  // slashes"}""";
    private static final String CLOSE = """
            {"path":"p/Files.java","line":7,"end_line":9,"symbol":"p.Files#close()",
             "signature":"void close()","snippet":"void close() {"}""";

    private final CodeSearchReader reader = new CodeSearchReader();

    @Test
    void should_answer_the_hit_that_shares_most_words_when_it_is_not_the_first() {
        assertThat(answer(search("[" + OPEN + "," + JOIN + "," + CLOSE + "]")))
                .containsExactly("p.Paths#join(String[])");
    }

    @Test
    void should_answer_another_or_nothing_when_the_best_is_hidden() {
        assertThat(answer(search("[" + OPEN + "," + CLOSE + "]"))).containsExactly("p.Files#open(String)");
        assertThat(answer(search("[" + CLOSE + "]"))).isEmpty();
        assertThat(answer(search(""))).isEmpty();
        assertThat(answer()).isEmpty();
    }

    @Test
    void should_not_change_its_mind_when_worse_hits_are_hidden() {
        assertThat(answer(search("[" + JOIN + "]"))).containsExactly("p.Paths#join(String[])");
        assertThat(answer(search("[" + CLOSE + "," + JOIN + "]"))).containsExactly("p.Paths#join(String[])");
    }

    @Test
    void should_read_whole_hits_when_the_json_around_them_is_broken() {
        String whole = "[" + OPEN + "," + JOIN + "," + CLOSE + "]";

        assertThat(answer(search(whole.substring(20, whole.length() - 20)))).containsExactly("p.Paths#join(String[])");
        assertThat(answer(search(JOIN + "\n… 98 rows left out …\n" + CLOSE))).containsExactly("p.Paths#join(String[])");
        assertThat(answer(search("{\"total\":2,\"items\":[" + OPEN + "," + JOIN + "]}")))
                .containsExactly("p.Paths#join(String[])");
    }

    @Test
    void should_read_lines_when_there_is_no_json() {
        assertThat(answer(search("""
                2 hits # of many
                p/Files.java:3 p.Files#open(String) opens
                p/Paths.java:2 p.Paths#join(String[]) joins parts
                """))).containsExactly("p.Paths#join(String[])");
    }

    @Test
    void should_name_namesakes_when_they_score_alike() {
        String other = JOIN.replace("String[]", "List<String>");

        assertThat(answer(search("[" + JOIN + "," + OPEN + "," + other + "]")))
                .containsExactly("p.Paths#join(String[])", "p.Paths#join(List<String>)");
    }

    @Test
    void should_prefer_the_hit_that_grep_lines_support_when_two_are_alike() {
        String here = hit("Here", "apply");
        String there = hit("There", "invoke");
        Seen search = search("[" + here + "," + there + "]");

        assertThat(answer(search)).containsExactly("p.Here#apply()");
        assertThat(answer(search, new Seen("grep_code", "{}", "p/There.java:3:  path slashes\np/Here.java:9:  path")))
                .containsExactly("p.There#invoke()");
    }

    @Test
    void should_prefer_the_hit_whose_visible_body_speaks_of_it_when_two_are_alike() {
        String here = hit("Here", "apply");
        String there = hit("There", "invoke");
        String file = "class There {\n\n  void invoke() {\n    slashes(path);\n  }\n  // parts\n}\n";

        assertThat(answer(
                        search("[" + here + "," + there + "]"),
                        new Seen("read_file", "{\"path\":\"p/There.java\"}", file)))
                .containsExactly("p.There#invoke()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:1", "a:b:c", "a::c", "a:99999999999:c", ":1:x", "", "no colon"})
    void should_pass_over_grep_lines_when_they_have_another_form(String line) {
        assertThat(answer(search("[" + JOIN + "]"), new Seen("grep_code", "not json", line)))
                .containsExactly("p.Paths#join(String[])");
    }

    @Test
    void should_look_at_nothing_but_the_search_result_for_candidates() {
        assertThat(answer(new Seen("other_tool", "{}", "[" + JOIN + "]"), new Seen("read_file", "broken", JOIN)))
                .isEmpty();
    }

    private static String hit(String type, String name) {
        return """
                {"path":"p/TYPE.java","line":2,"end_line":5,"symbol":"p.TYPE#NAME()",
                 "signature":"void NAME()","snippet":"  void NAME() {\\n    parts"}""".replace("TYPE", type).replace("NAME", name);
    }

    private static Seen search(String text) {
        return new Seen("search_code", "{\"query\":\"any\"}", text);
    }

    private List<String> answer(Seen... seen) {
        return reader.answer(QUESTION, new ArrayList<>(List.of(seen)));
    }
}
