package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.workload.codesearch.TaskQuestion.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskReaderTest {

    private static final String HITS = """
        [{"path":"p/A.java","line":2,"end_line":6,"symbol":"p.A#run(int)","signature":"Result run(int n)","snippet":"    Result run(int n) {"},
         {"path":"p/A.java","line":8,"end_line":9,"symbol":"p.A#run()","signature":"p.Result<X> run()","snippet":"    p.Result<X> run() {"},
         {"path":"p/A.java","line":1,"end_line":20,"symbol":"p.A#around()","signature":"void around()","snippet":"void around() {"}]\
        """;

    private static final String GREP = """
        p/A.java:4:        throw new BadState("no");
        p/A.java:5:        // throw new BadState
        p/A.java:8:    p.Result<X> run() { throw new  p.BadState(); }
        p/A.java:15:    call(launch(3));
        p/A.java:30:    throw new BadState();
        p/B.java:1:class BadState extends Failure {
        p/B.java:7:public final class Worse<T extends Comparable<T>> extends BadState implements Failure {
        q/Result.java:12:public interface Result<X> extends Comparable<Result<X>> {
        not a line\
        """;

    private static final String FILE = """
        class A {
            Result run(int n) {
                return n > MAX_SIZE ? Limits.OTHER_ONE : twice(MAX_SIZE) + UNKNOWN;
            }
            static final int UNUSED = 3;
        }
        """;

    private static final String LIMITS =
            "class Limits {\n    static final int MAX_SIZE = 1 << 20; static int OTHER_ONE = 7;\n}\n";

    @Test
    void should_list_all_hits_of_a_name() {
        assertThat(answer(Kind.NAMED, "run")).containsExactly("p.A#run(int)", "p.A#run()");
        assertThat(answer(Kind.NAMED, "ru")).isEmpty();
    }

    @Test
    void should_put_lines_into_the_innermost_hit_around_them_and_skip_comments() {
        assertThat(answer(Kind.THROWERS, "BadState")).containsExactly("p.A#run(int)", "p.A#run()");
        assertThat(answer(Kind.CALLERS, "launch")).containsExactly("p.A#around()");
        assertThat(answer(Kind.CALLERS, "run")).isEmpty();
    }

    @Test
    void should_list_types_by_their_declarations() {
        assertThat(answer(Kind.SUBTYPES, "Failure")).containsExactly("BadState", "Worse");
        assertThat(answer(Kind.SUBTYPES, "BadState")).containsExactly("Worse");
    }

    @Test
    void should_join_a_body_with_declarations_elsewhere() {
        assertThat(answer(Kind.CONSTANTS, "p.A#run(int)")).containsExactly("MAX_SIZE=1 << 20", "OTHER_ONE=7");
        assertThat(answer(Kind.CONSTANTS, "p.A#gone()")).isEmpty();
    }

    @Test
    void should_join_a_signature_with_the_declaration_of_its_type() {
        assertThat(answer(Kind.RETURNED, "p.A#run(int)")).containsExactly("q/Result.java:12");
        assertThat(answer(Kind.RETURNED, "p.A#run()")).containsExactly("q/Result.java:12");
        assertThat(answer(Kind.RETURNED, "p.A#around()")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_question_should_be_read_as_it_was_asked(Kind kind) {
        TaskQuestion question = new TaskQuestion(kind, "p.A#run(int)");
        assertThat(TaskQuestion.of(question.text())).contains(question);
        assertThat(TaskQuestion.of(Query.question(question.text()))).isEmpty();
    }

    private static List<String> answer(Kind kind, String name) {
        return new CodeSearchReader()
                .answer(
                        new TaskQuestion(kind, name).text(),
                        List.of(
                                new Seen("search_code", "{\"query\":\"run\"}", HITS),
                                new Seen("grep_code", "{\"pattern\":\"x\"}", GREP),
                                new Seen("read_file", "{\"path\":\"p/A.java\"}", FILE),
                                new Seen("read_file", "{\"path\":\"p/Limits.java\"}", LIMITS)));
    }
}
