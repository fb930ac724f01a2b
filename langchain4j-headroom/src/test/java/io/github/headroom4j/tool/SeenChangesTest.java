package io.github.headroom4j.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.service.AiServices;
import io.github.headroom4j.Headroom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

class SeenChangesTest {

    private static final String DIFF = """
        diff --git a/demo/Ledger.java b/demo/Ledger.java
        index 1111111..2222222 100644
        --- a/demo/Ledger.java
        +++ b/demo/Ledger.java
        @@ -266,6 +266,7 @@ public final class Ledger {
             int step24(int value) {
                 int next = value;
        -        next += 1;
        +        next += 2;
        +        next += 3;
                 next += scale(next, 1) + offset(value, 1);
        @@ -354,3 +355,2 @@
             int step32(int value) {
        -        int unused = 0;
                 int next = value;
        """;

    interface Reviewer {
        String review(String question);
    }

    /** Returns a diff and the file that it changes. */
    static final class Repository {

        @Tool("Returns the diff")
        String diff() {
            return DIFF;
        }

        @Tool("Returns a file")
        String file() {
            return ledger();
        }
    }

    /** Method number i begins in line 2 + 11 i. */
    private static String ledger() {
        String more = "        next += scale(next, 1) + offset(value, 1);\n".repeat(6);
        return IntStream.rangeClosed(0, 60)
                .mapToObj(i -> "    int step" + i + "(int value) {\n        int next = value;\n        next += " + i
                        + ";\n" + more + "        return next;\n    }\n")
                .collect(Collectors.joining("", "final class Ledger {\n", "}\n"));
    }

    @Example
    void reads_which_lines_a_diff_changes() {
        assertThat(SeenChanges.of(DIFF)).isEqualTo("+++ b/demo/Ledger.java\n@@ +268,2 @@\n@@ +356,1 @@\n");
        assertThat(SeenChanges.of("+++ no diff\n")).isEmpty();
        assertThat(SeenChanges.of("+++ b/A.java\n@@ -x +99999999999 @@\n+a")).isEmpty();
    }

    @Example
    void keeps_of_a_file_what_an_earlier_diff_changed() {
        String alone = shown("file").get(0);
        String after = shown("diff", "file").get(1);

        assertThat(alone).doesNotContain("next += 24;").contains("int step24(int value) {");
        assertThat(after).contains("next += 24;").doesNotContain("next += 50;");
    }

    /** What the model is shown after calling tools in order. */
    private static List<String> shown(String... tools) {
        ScriptedChatModel model = new ScriptedChatModel();
        for (int i = 0; i < tools.length; i++) {
            model.calls("call_" + i, tools[i], "{}");
        }
        model.says("done");
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        AiServices.builder(Reviewer.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new Repository()))
                .build()
                .review("Is there a defect?");
        return model.requests().get(model.requests().size() - 1).messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(message -> ((ToolExecutionResultMessage) message).text())
                .toList();
    }
}
