package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.View;
import io.github.headroom4j.eval.workload.LateQuestions.LateQuestion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateCodeQuestionsTest {

    private static final String HITS = """
        [{"path":"p/A.java","line":5,"end_line":9,"symbol":"p.A#gold(int)","signature":"void gold(int n)","snippet":"x"},
         {"path":"p/A.java","line":12,"end_line":20,"symbol":"p.A#other()","signature":"void other()","snippet":"y"}]\
        """;

    private static final String FILE = """
        class A {
            private int outside = 4711;

            void other() {
                String twice = first();
                final Map<String, List<Integer>> lengthByName = lengths(first(), 3);
                String twice = second();
                int ab = 12345;
            }
        }
        """;

    private static final String SET =
            "What is the local variable `lengthByName` set to where it is declared in p/A.java? Answer with the"
                    + " expression.";

    private final LateCodeQuestions questions = new LateCodeQuestions();

    @Test
    void should_ask_for_another_hit_and_for_a_local_variable_that_is_set_once() {
        List<LateQuestion> late = questions.about(evalCase());
        assertThat(late).hasSize(2);
        assertThat(late.get(0).question()).contains("p.A#other()");
        assertThat(late.get(0).gold()).containsExactly("12-20");
        assertThat(late.get(1).question()).isEqualTo(SET);
        assertThat(late.get(1).gold()).containsExactly("lengths(first(), 3)");
        assertThat(late.get(1).evidence().get(0).call()).isEqualTo(1);
        assertThat(FILE).contains(late.get(1).evidence().get(0).text());
    }

    @Test
    void should_search_for_the_symbol_or_for_where_the_variable_is_set() {
        assertThat(questions.term(questions.about(evalCase()).get(0).question()))
                .isEqualTo("p.A#other()");
        assertThat(questions.term(SET)).isEqualTo("lengthByName = ");
    }

    @Test
    void should_read_the_value_in_the_file_that_is_asked_about_or_in_a_slice_of_it() {
        Seen file = new Seen("read_file", "{\"path\":\"p/A.java\"}", FILE);
        Seen other = new Seen("read_file", "{\"path\":\"q/A.java\"}", FILE);
        Seen slice = new Seen("read_file", "{\"path\":\"p/A.java\"}", """
            [grep /lengthByName \\= /: 1 of 10 lines match, numbered:]
            5-        String twice = first();
            6:        final Map<String, List<Integer>> lengthByName = lengths(first(), 3);
            """);
        assertThat(questions.answer(SET, new View(List.of(file), List.of()))).containsExactly("lengths(first(), 3)");
        assertThat(questions.answer(SET, new View(List.of(other), List.of()))).isEmpty();
        assertThat(questions.answer(SET, new View(List.of(other), List.of(slice))))
                .containsExactly("lengths(first(), 3)");
    }

    private static EvalCase evalCase() {
        return new EvalCase(
                "c-1",
                "k",
                "dev",
                "typical",
                "",
                Query.question("Does what the gold does, and says so."),
                List.of(
                        new RecordedCall("search_code", "{\"query\":\"gold\"}", HITS),
                        new RecordedCall("read_file", "{\"path\":\"p/A.java\"}", FILE)),
                Set.of("p.A#gold(int)"),
                List.of());
    }
}
