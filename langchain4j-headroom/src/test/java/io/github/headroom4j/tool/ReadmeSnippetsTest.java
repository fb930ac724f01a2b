package io.github.headroom4j.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Explanation;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.token.TokenBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the README run, and are the ones that stand there. */
final class ReadmeSnippetsTest {

    /** The programs have the default time limit, which a JVM that has loaded nothing yet may exceed. */
    @BeforeAll
    static void warmUp() {
        Headroom.create().warmUp();
    }

    private static final Path README = Path.of("..", "README.md");

    private static final Path SELF =
            Path.of("src", "test", "java", "io", "github", "headroom4j", "tool", "ReadmeSnippetsTest.java");

    interface Assistant {
        String chat(String question);
    }

    static final class LogTools {
        @Tool("Reads the log of a service")
        String readLog(String service) {
            return service + " is well";
        }
    }

    @Test
    void tools() {
        ScriptedChatModel scripted = new ScriptedChatModel()
                .calls("1", "readLog", "{\"service\":\"pay\"}")
                .says("It is well.");
        ChatModel model = scripted;
        // snippet:tools
        Headroom headroom = Headroom.create();

        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new LogTools()))
                .build();
        // end
        assertThat(assistant.chat("How is pay?")).isEqualTo("It is well.");
        assertThat(scripted.lastToolResult().text()).isEqualTo("pay is well");
    }

    @Test
    void policies() {
        // snippet:policies
        Headroom headroom = Headroom.builder()
                .policies(CompressionPolicies.standard()
                        .with("read_file", CompressionPolicy.verbatim())
                        .with("billing_*", CompressionPolicy.lossless())
                        .with("fetch_logs", CompressionPolicy.reversible().withBudget(TokenBudget.tokens(2_000))))
                .listener(event -> System.out.println(
                        event.request().tool() + " saved " + event.result().savedFraction()))
                .build();
        // end
        assertThat(headroom.compress(CompressionRequest.of("text").withTool("read_file")))
                .isInstanceOfSatisfying(
                        Unchanged.class, result -> assertThat(result.reason()).isEqualTo(Reason.VERBATIM_POLICY));
        assertThat(headroom.policies().of("billing_export")).isEqualTo(CompressionPolicy.lossless());
    }

    @Test
    void explain(@TempDir Path folder) throws IOException {
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        Path page = folder.resolve("page.html");
        String toolResult = "2026-01-01T10:00:00.000Z INFO  [http] request served\n".repeat(300)
                + "2026-01-01T10:00:01.000Z ERROR [db] deadlock detected\n";
        // snippet:explain
        Explanation explanation = headroom.explain(
                CompressionRequest.of(toolResult).withQuery("Which statements failed, and was there a deadlock?"));

        System.out.println(explanation.text());
        Files.writeString(page, explanation.html());
        // end
        assertThat(explanation.text()).contains("saved by log", "repack  ");
        assertThat(Files.readString(page))
                .contains("ERROR [db] deadlock detected")
                .endsWith("</html>\n");
    }

    @Test
    void the_readme_shows_what_runs_here() throws IOException {
        assumeTrue(
                Files.exists(README) && Files.exists(SELF), "README.md or this source is not where the build has it");
        String readme = Files.readString(README);
        // Those of other modules are tested there.
        List<String> names = new ArrayList<>();
        Matcher shown = Pattern.compile(
                        "<!-- snippet:(tools|policies|explain) -->\\s*```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        while (shown.find()) {
            names.add(shown.group(1));
            assertThat(blankless(shown.group(2))).as(shown.group(1)).isEqualTo(blankless(snippet(shown.group(1))));
        }
        assertThat(names).containsExactly("tools", "policies", "explain");
    }

    private static String snippet(String name) throws IOException {
        String source = Files.readString(SELF);
        String opening = "// snippet:" + name + "\n";
        int start = source.indexOf(opening) + opening.length();
        return source.substring(start, source.indexOf("// end", start));
    }

    /** The formatter breaks lines elsewhere than the README does. */
    private static String blankless(String code) {
        return code.replaceAll("\\s+", "");
    }
}
