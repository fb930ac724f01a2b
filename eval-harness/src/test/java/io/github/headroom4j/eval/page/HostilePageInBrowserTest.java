package io.github.headroom4j.eval.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.CompressionPolicy;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.arm.RagArms;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.explain.CaseExplanation;
import io.github.headroom4j.eval.reader.extractive.ExtractiveReader;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.RagRunner;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages with planted markup in a real browser: no script of theirs runs. The pages' own policy, which forbids every script, is
 * taken out first, so that it is the escaping that is tried. Skipped where Chromium and its driver are not installed.
 */
class HostilePageInBrowserTest {

    /** Each would say so in the window if it ran. */
    private static final String HOSTILE =
            "</td></pre></svg></style></title></textarea><script>window.ran='script'</script>"
                    + "<img src=x onerror=\"window.ran='image'\"><svg onload=window.ran='svg'><details open ontoggle=window.ran='details'>"
                    + "<a href=\"javascript:window.ran='link'\" autofocus onfocus=window.ran='focus'>click</a>"
                    + "<iframe srcdoc=\"<script>parent.ran='frame'</script>\"></iframe>\"' onmouseover=window.ran='over' x='"
                    + "<style>*{background:url(https://example.invalid/style)}</style>]]>-->\u202etxet\u2066";

    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]{0,1000}>";

    /** Goes over every element and every link, as somebody would who looks at the page. */
    private static final String LOOK_AROUND = """
            document.querySelectorAll('*').forEach(one => {
              one.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
              if (one.focus) one.focus();
            });
            document.querySelectorAll('a').forEach(one =>
              one.click ? one.click() : one.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})));
            return String(window.ran) + ' ' + document.querySelectorAll('script, iframe, img, object, a[href^=javascript]').length;
            """;

    private final Path folder;

    HostilePageInBrowserTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_report_runs_nothing() throws IOException {
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(Path.of("..", "reports", "report.json").toFile());
        poison(report);
        assertHarmless(HtmlReport.html(report, Beside.NOTHING));
    }

    @Test
    void the_explanation_of_a_text_runs_nothing() {
        Headroom headroom = Headroom.builder()
                .policies(CompressionPolicies.all(
                        CompressionPolicy.reversible().withMinTokens(0).withMinSavedFraction(0)))
                .build();
        String text = ("2026-01-01 12:00:00 INFO served " + HOSTILE + "\n").repeat(40) + "ERROR " + HOSTILE + "\n";
        assertHarmless(
                headroom.explain(CompressionRequest.of(text).withQuery(HOSTILE).withTool("tool"))
                        .html());
    }

    @Test
    void the_explanation_of_a_case_runs_nothing() {
        EvalCase named = RagFixture.named("pool-size");
        EvalCase hostile = poisoned(named);
        TokenCounter counter = TokenCounter.o200k();
        CaseRunner.CaseRun run = new RagRunner(
                        "manual", new ExtractiveReader(), new RagArms(counter, RagFixture.embeddings()), counter)
                .begin(hostile);
        assertHarmless(new CaseExplanation(hostile, run.look("none"), run.look("headroom"), counter).html(true));
    }

    /** A page that does run what is planted shows that the test would notice. */
    @Test
    void an_unescaped_page_is_noticed() throws IOException {
        try (Browser browser = opened()) {
            assertThat(look(browser, "<!DOCTYPE html><title>x</title><p>" + HOSTILE))
                    .doesNotStartWith("undefined");
        }
    }

    private void assertHarmless(String html) {
        assertThat(html).contains("window.ran").doesNotContain("\u202e", "\u2066");
        try (Browser browser = opened()) {
            assertThat(look(browser, html.replaceFirst(POLICY, ""))).isEqualTo("undefined 0");
            assertThat(browser.requests()).allMatch(HostilePageInBrowserTest::isOwn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the page itself, or of the page with which the browser starts. */
    private static boolean isOwn(String url) {
        return url.startsWith("file:") || url.startsWith("data:") || url.startsWith("chrome:");
    }

    private Browser opened() throws IOException {
        Optional<Browser> browser = Browser.open(Files.createDirectories(folder.resolve("profile")));
        assumeTrue(browser.isPresent(), "no chromium and chromedriver on the path");
        return browser.get();
    }

    private String look(Browser browser, String html) throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        browser.show(page, 1280, 900, "light");
        return String.valueOf(browser.run(LOOK_AROUND));
    }

    /** Puts what is hostile into every text that a user's data could have set. */
    private static void poison(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue().isTextual() && isFromOutside(field.getKey())) {
                    field.setValue(TextNode.valueOf(field.getValue().asText() + HOSTILE));
                }
            });
        }
        node.forEach(HostilePageInBrowserTest::poison);
    }

    private static boolean isFromOutside(String field) {
        return List.of("workload", "about", "case", "tier", "type", "hash", "explain", "options")
                .contains(field);
    }

    private static EvalCase poisoned(EvalCase named) {
        return new EvalCase(
                named.id() + HOSTILE,
                named.cluster() + HOSTILE,
                named.split(),
                named.tier() + HOSTILE,
                named.systemPrompt() + HOSTILE,
                named.question() + HOSTILE,
                named.calls(),
                named.gold(),
                named.evidence(),
                named.turns(),
                named.passages().stream()
                        .map(one -> new RetrievedPassage(
                                one.source() + HOSTILE, one.title() + HOSTILE, one.text() + HOSTILE, one.score()))
                        .toList());
    }
}
