package io.github.headroom4j.eval.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed page in a real browser. Skipped where Chromium and its driver are not installed; CI installs them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {

    private static final Path PAGE = Path.of("..", "reports", "report.html");

    private @Nullable Browser opened;

    @BeforeAll
    void open(@TempDir Path profile) {
        Optional<Browser> browser = Browser.open(profile);
        assumeTrue(browser.isPresent(), "no chromium and chromedriver on the path");
        opened = browser.get();
    }

    @AfterAll
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private Browser browser() {
        Browser browser = opened;
        assumeTrue(browser != null);
        return browser == null ? throwing() : browser;
    }

    private static Browser throwing() {
        throw new IllegalStateException("no browser");
    }

    @ParameterizedTest
    @CsvSource({"1280,900,light", "1280,900,dark", "360,740,light", "360,740,dark"})
    void nothing_is_loaded_nothing_fails_and_nothing_is_cut_off(int width, int height, String scheme)
            throws IOException {
        browser().console();
        browser().requests();
        browser().show(PAGE, width, height, scheme);
        assertThat(browser().requests()).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
        assertThat(browser().console()).isEmpty();
        assertThat(browser().run("return document.documentElement.scrollWidth")).isEqualTo(String.valueOf(width));
        assertThat(browser().run(UNDRAWN)).isEqualTo("[]");
        keep(width + "-" + scheme, browser().screenshot());
    }

    /** Charts without a box, and charts in which nothing with a box is drawn, by id. */
    private static final String UNDRAWN = """
            const charts = [...document.querySelectorAll('svg[role=img]')];
            if (charts.length < 10) return ['only ' + charts.length + ' charts'];
            const bare = charts.filter(svg => {
              const box = svg.getBoundingClientRect();
              const drawn = [...svg.querySelectorAll('rect, path, polyline')]
                  .filter(part => part.getBBox().width > 0 && part.getBBox().height > 0);
              return box.width < 100 || box.height < 20 || drawn.length === 0;
            });
            return JSON.stringify(bare.map(svg => svg.id));
            """;

    @ParameterizedTest
    @CsvSource({"1280,light", "1280,dark", "360,light"})
    void axe_finds_nothing(int width, String scheme) throws IOException {
        browser().show(PAGE, width, 900, scheme);
        browser().run(axe() + "; return 1");
        Object violations = browser().runAsync("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {}).then(
                  result => done(result.passes.length < 20 ? 'only ' + result.passes.length + ' rules had to do with the page'
                    : JSON.stringify(result.violations.map(
                      one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')))),
                  failure => done('axe failed: ' + failure));
                """);
        assertThat(violations).isEqualTo("[]");
    }

    @Test
    void the_two_schemes_differ() {
        browser().show(PAGE, 1280, 900, "light");
        Object light = browser().run("return getComputedStyle(document.documentElement).backgroundColor");
        browser().show(PAGE, 1280, 900, "dark");
        assertThat(browser().run("return getComputedStyle(document.documentElement).backgroundColor"))
                .isNotEqualTo(light);
    }

    @Test
    void it_prints() throws IOException {
        browser().show(PAGE, 1280, 900, "light");
        byte[] pdf = browser().pdf();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(50_000);
        Files.write(folder().resolve("report.pdf"), pdf);
    }

    @Test
    void the_first_tab_skips_to_the_results() {
        browser().show(PAGE, 1280, 900, "light");
        assertThat(browser()
                        .run("document.querySelector('.skip').focus();"
                                + "return document.querySelector('.skip').getBoundingClientRect().left"))
                .isEqualTo("0");
        assertThat(List.of("BODY", "A"))
                .contains(String.valueOf(browser().run("return document.activeElement.tagName")));
    }

    /** For people who want to look, below target/. */
    private static void keep(String name, byte[] picture) throws IOException {
        Files.write(folder().resolve("report-" + name + ".png"), picture);
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "page"));
    }

    private static String axe() throws IOException {
        try (InputStream in = PageInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
