package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each test shows a text and the sections it falls into: the kind, and the first and last line of each. */
class ContentSplittersTest {

    private static final String PAYLOAD = """
            {
              "orderId": "a[1}", "note": "brackets in strings: ]]}}",
              "items": [
                {"sku": "AX-1", "quantity": 2, "price": 19.90, "warehouse": "north-east-1"},
                {"sku": "BX-7", "quantity": 1, "price": 5.25, "warehouse": "north-east-1"},
                {"sku": "CX-9", "quantity": 4, "price": 99.00, "warehouse": "south-west-2"},
                {"sku": "DX-2", "quantity": 8, "price": 12.50, "warehouse": "south-west-2"}
              ]
            }
            """;

    private static final String ENTRIES = """
            2026-01-01T10:00:00Z INFO worker started
            2026-01-01T10:00:01Z INFO request received
            2026-01-01T10:00:02Z INFO calling inventory
            """;

    @Test
    void should_give_no_section_when_text_is_empty() {
        assertThat(split("")).isEmpty();
    }

    @Test
    void should_give_one_section_when_text_is_of_one_kind() {
        assertThat(split(PAYLOAD)).containsExactly("json: { … }");
        assertThat(split("{}")).containsExactly("json: {} … {}");
        assertThat(split(ENTRIES))
                .containsExactly(
                        "log: 2026-01-01T10:00:00Z INFO worker started … 2026-01-01T10:00:02Z INFO calling inventory");
        assertThat(split(" \n\n")).containsExactly("prose:   … ");
    }

    @Test
    void should_cut_json_after_introduction() {
        assertThat(split("Here are the results:\n" + PAYLOAD))
                .containsExactly("prose: Here are the results: … Here are the results:", "json: { … }");
    }

    @Test
    void should_cut_json_body_after_headers() {
        String headers = """
                HTTP/1.1 200 OK
                Server: nginx
                Content-Type: application/json

                """;
        assertThat(split(headers + PAYLOAD)).containsExactly("prose: HTTP/1.1 200 OK … ", "json: { … }");
    }

    @Test
    void should_cut_payload_of_several_lines_out_of_log() {
        assertThat(split(ENTRIES + PAYLOAD + "\n" + ENTRIES))
                .containsExactly(
                        "log: 2026-01-01T10:00:00Z INFO worker started … 2026-01-01T10:00:02Z INFO calling inventory",
                        "json: { … }",
                        "log:  … 2026-01-01T10:00:02Z INFO calling inventory");
    }

    @Test
    void should_keep_log_whole_when_payloads_are_within_lines() {
        String entry =
                "2026-01-01T10:00:00Z INFO sent {\"id\": 1, \"tags\": [\"a\", \"b\"]}\n{\"id\": 2, \"ok\": true}\n";
        assertThat(split(entry.repeat(20))).hasSize(1).first().asString().startsWith("log: ");
    }

    @Test
    void should_keep_log_whole_when_payload_is_small() {
        assertThat(split(ENTRIES + "{\n  \"id\": 1\n}\n" + ENTRIES)).hasSize(1);
    }

    @Test
    void should_cut_inside_of_fences_and_leave_fence_lines_outside() {
        String code =
                "def total(items):\n    result = 0\n    for item in items:\n        result += item.price\n    return result\n";
        String markdown = "# Totals\n\nThis is how it works.\n\n```python\n" + code.repeat(3) + "```\n\nThat is all.\n";
        assertThat(split(markdown))
                .containsExactly(
                        "markdown: # Totals … ```python",
                        "code(python): def total(items): …     return result",
                        "markdown: ``` … That is all.");
    }

    @Test
    void should_believe_content_rather_than_hint() {
        String markdown = "See the answer of the server below.\n\n```java\n" + PAYLOAD + "```\n";
        assertThat(split(markdown)).element(1).asString().startsWith("json: {");
    }

    @Test
    void should_keep_program_whole_when_it_holds_json() {
        String program = "import json\n\nDEFAULTS = json.loads(\"\"\"\n" + PAYLOAD + "\"\"\")\n\n\ndef total(items):\n"
                + "    result = 0\n    for item in items:\n        result += item.price\n    return result\n";
        assertThat(split(program)).hasSize(1).first().asString().startsWith("code(python): import json");
    }

    @Test
    void should_cut_stack_trace_at_end_of_prose() {
        String frames = "\tat com.acme.shop.OrderService.place(OrderService.java:42)\n";
        String trace = "java.lang.IllegalStateException: no stock\n" + frames.repeat(6);
        String prose = "I ran the command you asked for and it failed while placing the order.\n";
        assertThat(split(prose + "\n" + trace))
                .containsExactly(
                        "prose: I ran the command you asked for and it failed while placing the order. … ",
                        "stack-trace: java.lang.IllegalStateException: no stock … \tat com.acme.shop.OrderService.place(OrderService.java:42)");
    }

    @Test
    void should_keep_commit_message_with_its_diff() {
        String diff = """
                commit 1234567890abcdef1234567890abcdef12345678
                Author: A <a@example.org>
                Date:   Thu Jan 1 10:00:00 2026 +0000

                    Mend the total

                diff --git a/Total.java b/Total.java
                --- a/Total.java
                +++ b/Total.java
                @@ -1,3 +1,3 @@
                 class Total {
                -    int sum() { return 0; }
                +    int sum() { return 1; }
                 }
                """;
        assertThat(split(diff)).hasSize(1).first().asString().startsWith("diff: commit");
    }

    @Test
    void should_put_blanks_between_blocks_into_a_section() {
        String text = "\n\nResults of both calls:\n\n" + PAYLOAD + "\n\n\n" + PAYLOAD + "\n\n";
        List<Section> sections = ContentSplitters.standard().split(text);
        assertThat(sections.stream().map(section -> section.in(text)).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(split(text)).containsExactly("prose:  … ", "json: { … ", "json: { … ");
    }

    /** Sections as "kind: first line … last line". */
    private static List<String> split(String text) {
        return ContentSplitters.standard().split(text).stream()
                .map(section -> describe(section, section.in(text)))
                .toList();
    }

    private static String describe(Section section, String own) {
        List<String> lines = own.lines().toList();
        String language =
                section.detection().language().map(name -> "(" + name + ")").orElse("");
        return section.detection().type() + language + ": " + lines.get(0) + " … " + lines.get(lines.size() - 1);
    }
}
