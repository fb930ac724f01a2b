package io.github.headroom4j.eval.workload.codereview.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import io.github.headroom4j.eval.workload.codereview.change.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReviewSessionTest {

    private static final String BEFORE = """
        package demo;

        final class Counter {

            static final int LIMIT = 10;

            private int count;

            synchronized void add(int step) {
                if (count + step < LIMIT) {
                    count += step;
                }
            }

            int total() {
                return count;
            }
        }
        """;

    private static final String AFTER = BEFORE.replace("count + step < LIMIT", "count + step <= LIMIT");

    private static final String USER = """
        package demo;

        final class User {
            void run(Counter counter) {
                counter.add(Counter.LIMIT);
            }
        }
        """;

    private static final String BUILD = """
        demo/User.java:4: warning: [rawtypes] found raw type: Counter
            void run(Counter counter) {
                     ^
        1 warning
        """;

    @Test
    void should_show_a_pull_request_as_real_tools_do() throws IOException {
        String session = ReviewSession.of(request(), new ProjectWords()).stream()
                .map(call -> "### " + call.tool() + " " + call.arguments() + "\n" + call.result())
                .collect(Collectors.joining("\n"));

        assertThat(session + "\n").isEqualTo(golden());
    }

    @Test
    void should_describe_the_change_in_valid_json() throws JsonProcessingException {
        List<RecordedCall> calls = ReviewSession.of(request(), new ProjectWords());
        JsonNode pull = JsonMapper.builder().build().readTree(calls.get(0).result());
        JsonNode files = JsonMapper.builder().build().readTree(calls.get(1).result());

        assertThat(pull.path("changed_files").asInt()).isEqualTo(1);
        assertThat(pull.at("/head/repo/full_name").asText()).isEqualTo("example-org/demo");
        assertThat(files.at("/0/filename").asText()).isEqualTo("demo/Counter.java");
        assertThat(calls.get(2).result()).contains(files.at("/0/patch").asText());
    }

    @Test
    void should_not_ask_for_the_log_of_a_build_that_says_nothing() {
        PullRequest one = request();
        PullRequest quiet = new PullRequest(
                one.id(), one.library(), one.from(), one.to(), one.title(), one.files(), one.defects(), one.tree(), "");

        assertThat(tools(one)).contains(ReviewSession.BUILD);
        assertThat(tools(quiet)).doesNotContain(ReviewSession.BUILD);
    }

    private static List<String> tools(PullRequest request) {
        return ReviewSession.of(request, new ProjectWords()).stream()
                .map(RecordedCall::tool)
                .toList();
    }

    @Test
    void should_name_objects_as_git_does() {
        assertThat(GitDiff.blob("what is up, doc?")).isEqualTo("bd9dbf5aae1a3862dd1526723246b20206e5fc37");
    }

    @Test
    void should_read_a_long_file_around_its_changes_only() {
        String text = "// a line of a long file that nobody reads as a whole\n".repeat(2_000);
        ChangedFile file = new ChangedFile("Long.java", text, text.replaceFirst("\n", "\nint added;\n"));

        assertThat(LineRange.around(file)).containsExactly(new LineRange(1, 153));
    }

    private static String golden() throws IOException {
        Path file = Path.of("src", "test", "resources", "code-review", "session.txt");
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static PullRequest request() {
        SortedMap<String, String> files = new TreeMap<>(Map.of("demo/Counter.java", AFTER, "demo/User.java", USER));
        SourceTree tree = SourceTree.of(files);
        ChangedFile changed = new ChangedFile("demo/Counter.java", BEFORE, AFTER);
        return new PullRequest(
                "demo-1", "demo", "1.0", "1.1", "Count up to the limit", List.of(changed), List.of(), tree, BUILD);
    }
}
