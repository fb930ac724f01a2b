package io.github.headroom4j.compressor.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;

/** Over this project's own sources, and over the development data where they are at hand. */
class RealCodeTest {

    private static final CodeCompressor COMPRESSOR = new CodeCompressor();

    private static Map<String, String> own() throws IOException {
        Map<String, String> files = new LinkedHashMap<>(RealCode.files(Path.of("src/main/java")));
        files.putAll(RealCode.files(Path.of("src/test/java")));
        return files;
    }

    @Example
    void java_is_read_by_javaparser_and_its_outline_still_parses() throws IOException {
        own().forEach(RealCodeTest::checkOutline);
    }

    @Example
    void samples_of_every_language_become_outlines() throws IOException {
        for (String language : List.of("java", "python", "go", "javascript", "typescript", "rust")) {
            Map<String, String> files = RealCode.files(RealCode.SAMPLES.resolve(language));
            assertThat(files).as(language).hasSizeGreaterThanOrEqualTo(10);
            assertThat(files)
                    .allSatisfy((name, text) -> assertThat(
                                    COMPRESSOR.parse(text, CompressionContext.of(TokenCounter.o200k())))
                            .as(name)
                            .isPresent());
        }
    }

    @Example
    void outlines_of_real_projects_still_parse() throws IOException {
        assumeTrue(Files.exists(RealCode.LOCALISE), "the development data are not here");
        for (RealCode.Bug bug : RealCode.bugs()) {
            bug.files().forEach(RealCodeTest::checkOutline);
        }
    }

    @Example
    void lines_to_mend_can_be_read_back_by_the_name_of_their_member() throws IOException {
        assumeTrue(Files.exists(RealCode.LOCALISE), "the development data are not here");
        int named = 0;
        List<RealCode.Bug> bugs = RealCode.bugs();
        for (RealCode.Bug bug : bugs) {
            String text = Objects.requireNonNull(bug.files().get(bug.gold()));
            int line = new SourceText(text).start(bug.lines().get(0) - 1);
            boolean member = COMPRESSOR.partsOf(text).stream()
                    .filter(part -> part.name().indexOf('#') > 0)
                    .anyMatch(part -> part.start() <= line && line < part.end());
            named += member ? 1 : 0;
        }
        // The others are lines between members: imports, or a place where one was missing.
        assertThat(named).isGreaterThanOrEqualTo(bugs.size() * 8 / 10);
    }

    private static void checkOutline(String name, String text) {
        if (!name.endsWith(".java") || !parses(text)) {
            return;
        }
        CompressionContext context =
                CompressionContext.of(TokenCounter.o200k()).withQuery("where is the token counted?");
        boolean read =
                new JavaOutlineParser().parse(new SourceText(text), context).isPresent();
        assertThat(read || name.endsWith("package-info.java")).as(name).isTrue();
        COMPRESSOR
                .parse(text, context)
                .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                .map(selection -> selection.markedWith(OriginalMarker.of(text)))
                .ifPresent(
                        printed -> assertThat(parses(printed.substring(0, printed.lastIndexOf("[headroom_retrieve"))))
                                .as(() -> name + "\n" + printed)
                                .isTrue());
    }

    private static boolean parses(String text) {
        ParserConfiguration newest =
                new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
        return new JavaParser(newest).parse(text).isSuccessful();
    }
}
