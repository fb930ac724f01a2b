package io.github.headroom4j.eval.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.eval.replay.Notation;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomTools;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets the original back from what a model is given, by the means that a model or a user has. Stateless. */
final class RoundTrip {

    /** How a check ended. */
    enum Outcome {
        /** The same came back. */
        SAME,
        /** Something else came back, or nothing. */
        DIFFERENT,
        /** Nothing was changed, or no public decoder can tell; the compressor itself had to prove it. */
        NOT_CHECKED
    }

    private static final Pattern MORE = Pattern.compile("\\[more with lines=([0-9]+(@[0-9]+)?(?:-[0-9@]*)?)]");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1 << 20)
                    .maxNumberLength(1 << 20)
                    .maxStringLength(Headroom.MAX_CHARS)
                    .build())
            .build();

    private RoundTrip() {}

    /** Decodes a repacked text, if one compressor read all of it and has a public decoder. */
    static Outcome decode(Compressed repacked, String original) {
        if (repacked.detected().size() != 1
                || repacked.compressors().size() != 1
                || !Notation.hasDecoder(repacked.compressors().get(0))) {
            return Outcome.NOT_CHECKED;
        }
        String compressor = repacked.compressors().get(0);
        Optional<String> decoded = Notation.decode(compressor, repacked.text());
        if (decoded.isEmpty()) {
            return Outcome.DIFFERENT;
        }
        boolean same = compressor.equals("json")
                ? sameJson(decoded.get(), original)
                : decoded.get().equals(original);
        return same ? Outcome.SAME : Outcome.DIFFERENT;
    }

    /** Reads the whole original through the retrieve tool, slice by slice, as a model would. */
    static Outcome retrieve(Headroom headroom, String shown, String original) {
        Optional<String> ref = OriginalMarker.refAtEndOf(shown);
        if (ref.isEmpty()) {
            return Outcome.DIFFERENT;
        }
        StringBuilder read = new StringBuilder();
        String lines = "1-";
        while (!lines.isEmpty()) {
            String answer = ask(headroom, ref.get(), lines);
            String body = answer.substring(answer.indexOf('\n') + 1);
            Matcher more = MORE.matcher(body).region(body.lastIndexOf('\n') + 1, body.length());
            boolean last = !more.matches() || read.length() + body.length() == original.length();
            int end = last ? body.length() : more.regionStart();
            // A slice that ends within a line is given a line feed before the hint how to go on.
            boolean within = !last && more.group(2) != null;
            read.append(body, 0, within ? end - 1 : end);
            lines = last || end == 0 ? "" : more.group(1);
        }
        return original.contentEquals(read) ? Outcome.SAME : Outcome.DIFFERENT;
    }

    private static String ask(Headroom headroom, String ref, String lines) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("read-back")
                .name(OriginalMarker.RETRIEVE_TOOL)
                .arguments(JsonNodeFactory.instance
                        .objectNode()
                        .put("ref", ref)
                        .put("lines", lines)
                        .toString())
                .build();
        return HeadroomTools.retrieve(headroom).toolExecutor().execute(request, "default");
    }

    /** Equal values in equal order, numbers digit by digit; only white space and escapes may differ. */
    static boolean sameJson(String one, String other) {
        try (JsonParser left = JSON.createParser(one);
                JsonParser right = JSON.createParser(other)) {
            JsonToken token;
            do {
                token = left.nextToken();
                if (token != right.nextToken() || (token != null && !Objects.equals(left.getText(), right.getText()))) {
                    return false;
                }
            } while (token != null);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
