package io.github.headroom4j.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutor;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.hostile.FuzzedText;
import io.github.headroom4j.original.OriginalText;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The retrieve tool under whatever a model may pass. An input is what it asks for in its first three lines, lines, grep and
 * path, and the original after them; the first line stands for all arguments as well.
 */
final class RetrieveToolFuzz {

    /** Around a slice: heading, and how to go on, both of which quote what was asked for. */
    private static final int MAX_FRAME_CHARS = 4_000;

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/io/github/headroom4j/hostile/fuzz.dict")
    @FuzzTest
    void every_call_is_answered(byte[] bytes) {
        String[] parts = FuzzedText.of(bytes).split("\n", 4);
        String original = parts.length < 4 ? "" : parts[3];
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        String ref = headroom.originals()
                .put(CompressionRequest.DEFAULT_SCOPE, original)
                .shortForm();
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("ref", ref);
        asked.put("lines", parts[0]);
        asked.put("grep", parts.length < 2 ? "" : parts[1]);
        asked.put("path", parts.length < 3 ? "" : parts[2]);
        ToolExecutor tool = HeadroomTools.retrieve(headroom).toolExecutor();

        answers(tool, asked.toString());
        answers(tool, parts[0].replace("REF", ref));
        assertThat(ask(tool, "{\"ref\":\"" + ref + "\",\"lines\":\"1-\"}")).contains(start(original));
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "1-2\n\n\none\ntwo\nthree\n",
                        "-2\nth?ree|two\n\none\ntwo\nthree\n",
                        "2@1-3@1\n\n\none\ntwo\nthree\n",
                        "\n\n/a/1-2\n{\"a\":[1,{\"b\":2},\"c\"],\"a/b\":{\"~\":1}}\n",
                        "\n(a+)+$\n\n" + "a".repeat(50) + "!\n",
                        "\n\nOuter.Inner#run\nclass Outer {\n class Inner {\n  void run() {\n  }\n }\n}\n",
                        "{\"ref\":\"REF\",\"lines\":2,\"grep\":null}\n\n\none\ntwo\n",
                        "\n\n\n" + "one line and ".repeat(400))
                .map(input -> input.getBytes(StandardCharsets.UTF_8));
    }

    private static void answers(ToolExecutor tool, String arguments) {
        String answer = ask(tool, arguments);
        assertThat(answer).isNotBlank();
        assertThat(answer.length()).isLessThan(OriginalText.MAX_SLICE_CHARS + MAX_FRAME_CHARS);
        assertThat(answer).doesNotStartWith("The original could not be read");
        assertThat(ask(tool, arguments)).isEqualTo(answer);
    }

    private static String ask(ToolExecutor tool, String arguments) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("fuzzed")
                .name("headroom_retrieve")
                .arguments(arguments)
                .build();
        return tool.execute(request, CompressionRequest.DEFAULT_SCOPE);
    }

    private static String start(String original) {
        return original.substring(0, Math.min(original.length(), 100));
    }
}
