package io.github.headroom4j.eval.arm;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.build.BuildOutputCompressor;
import io.github.headroom4j.compressor.code.CodeCompressor;
import io.github.headroom4j.compressor.diff.DiffCompressor;
import io.github.headroom4j.compressor.html.HtmlCompressor;
import io.github.headroom4j.compressor.json.JsonCompressor;
import io.github.headroom4j.compressor.log.LogCompressor;
import io.github.headroom4j.compressor.markdown.MarkdownCompressor;
import io.github.headroom4j.compressor.opaque.OpaqueCompressor;
import io.github.headroom4j.compressor.prose.ProseCompressor;
import io.github.headroom4j.compressor.search.SearchCompressor;
import io.github.headroom4j.compressor.tabular.TabularCompressor;
import io.github.headroom4j.content.ContentDetector;
import io.github.headroom4j.content.ContentDetectors;
import io.github.headroom4j.content.ContentSplitter;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The library with one part missing, so that the difference to the whole is what that part earns. Made of nothing but what the
 * library's builder offers to everybody. Stateless.
 */
public final class Ablations {

    private static final String PREFIX = "without-";

    private Ablations() {}

    /**
     * The arms: without the question, without the retrieve tool, without splitting or detecting content, and without each of the
     * compressors.
     *
     * @param counter what the library counts tokens with
     * @return the arms in the order of reports
     */
    public static List<Arm> of(TokenCounter counter) {
        List<Arm> arms = new ArrayList<>(List.of(
                arm("question", "the engine sees neither question nor arguments", unasked(), counter),
                arm("retrieve", "nothing can be read back", unretrieved(), counter),
                arm("splitting", "mixed content taken for what it is as a whole", split(whole()), counter),
                arm("detection", "everything taken for prose", split(prose()), counter)));
        for (Compressor compressor : compressors()) {
            String name = compressor.name();
            arms.add(arm(name, "the " + name + " compressor missing", Wiring.with(compressorsBut(name)), counter));
        }
        return List.copyOf(arms);
    }

    /** The built-in compressors in the engine's order, which has no public list of them. A test compares both. */
    static List<Compressor> compressors() {
        return List.of(
                new JsonCompressor(List.of(SearchCompressor::select)),
                new OpaqueCompressor(),
                new LogCompressor(),
                new SearchCompressor(),
                new CodeCompressor(),
                new DiffCompressor(),
                new BuildOutputCompressor(),
                new HtmlCompressor(),
                new MarkdownCompressor(),
                new ProseCompressor(),
                new TabularCompressor());
    }

    private static Arm arm(String part, String about, Wiring wiring, TokenCounter counter) {
        return new HeadroomArm(PREFIX + part, "as headroom, but " + about, wiring, counter);
    }

    private static Wiring unasked() {
        return new Wiring(builder -> builder, true, false);
    }

    private static Wiring unretrieved() {
        return new Wiring(builder -> builder, false, true);
    }

    private static Wiring split(ContentSplitter splitter) {
        return Wiring.with(builder -> builder.splitter(splitter));
    }

    private static ContentSplitter whole() {
        ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());
        return text -> one(text, detector.detect(text).orElse(Detection.of(ContentType.PROSE, 0)));
    }

    private static ContentSplitter prose() {
        return text -> one(text, Detection.of(ContentType.PROSE, 1));
    }

    private static List<Section> one(String text, Detection detection) {
        return text.isEmpty() ? List.of() : List.of(new Section(0, text.length(), detection));
    }

    private static UnaryOperator<Headroom.Builder> compressorsBut(String name) {
        List<Compressor> others =
                compressors().stream().filter(one -> !one.name().equals(name)).toList();
        return builder -> builder.compressors(others);
    }
}
