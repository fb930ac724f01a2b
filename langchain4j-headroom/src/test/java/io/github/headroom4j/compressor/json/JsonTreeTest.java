package io.github.headroom4j.compressor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.original.Selector;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents that are trees of things rather than lists of rows. */
class JsonTreeTest {

    private static final String SERVICE = """
            {"kind": "Service",
             "metadata": {"name": "shop", "labels": {"team": "orders", "tier": "front", "stage": "live", "owner": "ada"}},
             "network": {"ports": {"http": 8080, "admin": 9090, "metrics": 9100}, "policy": {"ingress": "open", "egress": "closed",
               "proxy": {"host": "proxy.internal", "port": 3128, "user": "none", "realm": "default"}}},
             "storage": {"volume": {"class": "fast", "size": "10Gi", "mount": "/data", "reclaim": "delete", "mode": "shared"}},
             "status": {"phase": "Pending", "reason": "image pull failed", "since": "2026-01-01T10:00:00Z"}}
            """;

    @Test
    void should_fold_parts_far_from_the_question_and_keep_the_path_to_what_is_near() {
        String selected = selected(SERVICE, "Which storage class has the volume?");

        assertThat(selected)
                .contains("storage:{volume:{class:fast,size:10Gi,mount:/data,reclaim:delete,mode:shared}}")
                .contains("network:{… 2 rows (0-1)}");
        assertThat(OriginalText.of(SERVICE).slice(Selector.path("/network/0-1")).content())
                .startsWith("\"ports\": {")
                .endsWith("\"realm\": \"default\"}}");
    }

    @Test
    void should_keep_parts_that_speak_of_an_error_whatever_the_question() {
        assertThat(selected(SERVICE, "Which storage class has the volume?")).contains("image pull failed");
    }

    @Test
    void should_fold_nothing_when_the_question_is_not_about_the_document() {
        assertThat(select(SERVICE, "xylophone")).isEmpty();
        assertThat(select(SERVICE, "")).isEmpty();
    }

    @Test
    void should_say_once_what_is_usual_among_the_nodes_of_a_tree_and_show_what_differs() {
        String plan =
                node("Limit", 0, node("Sort", 7, node("Join", 0, node("Scan", 0, "") + "," + node("Seek", 0, ""))));

        String selected = selected(plan, "");

        assertThat(selected)
                .startsWith("… usual in \"Plans\", shown only where different: "
                        + "{\"Parallel\":false,\"Reads\":0,\"Writes\":0,\"Loops\":1}\n")
                .contains("Reads:7")
                .containsOnlyOnce("Writes:");
        assertThat(JsonCompressor.decode(selected))
                .hasValueSatisfying(json -> assertThat(json)
                        .startsWith("{\"Node\":\"Limit\",\"Parallel\":false,")
                        .contains("{\"Node\":\"Scan\",\"Plans\":[]}"));
    }

    @Test
    void should_call_nothing_usual_that_an_object_of_the_kind_does_not_have() {
        String plan = node(
                        "Limit", 0, node("Sort", 7, node("Join", 0, node("Scan", 0, "") + "," + node("Seek", 0, ""))))
                .replace("\"Node\":\"Seek\",\"Parallel\":false", "\"Node\":\"Seek\"");

        assertThat(selected(plan, "")).contains("… usual in ").doesNotContain("{\"Parallel\":false,\"Reads\"");
    }

    private static String node(String name, int reads, String children) {
        return "{\"Node\":\"" + name + "\",\"Parallel\":false,\"Reads\":" + reads
                + ",\"Writes\":0,\"Loops\":1,\"Plans\":[" + children + "]}";
    }

    private static String selected(String json, String query) {
        return select(json, query).orElseThrow();
    }

    private static Optional<String> select(String json, String query) {
        return new JsonCompressor()
                .parse(json, CompressionContext.of(TokenCounter.o200k()).withQuery(query))
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(json)))
                .map(text -> text.substring(0, text.lastIndexOf('\n')));
    }
}
