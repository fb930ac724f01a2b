package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line per case: what it is, then the text. {@code ⏎} stands for a line end, {@code ⇥} for a tab. */
class ContentDetectorsTest {

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <- ",
            quoteCharacter = '\0',
            value = {
                "json <- {}",
                "json <- [{\"a\": 1}, {\"a\": \"]}\"}]",
                "prose <- [1, 2",
                "prose <- {\"a\": 1}, and so on",
                "ndjson <- {\"a\": 1}⏎{\"a\": 2}",
                "ndjson <- {⏎  \"a\": 1⏎}⏎{⏎  \"a\": 2⏎}",
                "csv <- id,name,total⏎1,Ann,3.5⏎2,Bob,4.0",
                "csv <- time;level⏎2026-01-01T10:00:00Z;3⏎2026-01-01T10:01:00Z;4",
                "tsv <- id⇥name⏎1⇥Ann⏎2⇥Bob",
                "markdown-table <- | a | b |⏎|---|---|⏎| 1 | 2 |",
                "prose <- We came, we saw, we left.⏎They came, they saw, they stayed.⏎So it goes, on and on, for ever.",
                "prose <- Dear all,⏎we met on Monday, and again on Friday.",
                "log <- 2026-01-01T10:00:00Z INFO a⏎2026-01-01T10:00:01Z INFO b⏎2026-01-01T10:00:02Z INFO c",
                "log <- 2026-01-01 10:00:00,123 INFO a: x⏎2026-01-01 10:00:00,124 INFO a: y",
                "log <- INFO:shop:order 1⏎INFO:shop:order 2⏎WARNING:shop:low",
                "log <- 127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5",
                "log <- 01.02.2026 10:00:00 |INFO | a-1 | x⏎01.02.2026 10:00:01 |INFO | a-2 | y⏎01.02.2026 10:00:02 |INFO | a-1 | z",
                "prose <- :10:00:00 x",
                "search-results <- src/A.java:12:int a;⏎src/B.java:3:int b;",
                "search-results <- C:\\src\\A.java:12:int a;⏎C:\\src\\B.java:3:int b;",
                "search-results <- app.log:12:2026-01-01T10:00:00Z INFO a⏎app.log:13:2026-01-01T10:00:01Z INFO b",
                "search-results <- src/A.java⏎src/B.java⏎pom.xml",
                "build-output <- [INFO] Scanning for projects...⏎[INFO] BUILD SUCCESS",
                "build-output <- a.c:1:5: error: expected ';'⏎a.c:2:5: warning: unused variable",
                "build-output <- 2026-01-01T10:00:00.1234567Z ##[group]Run make⏎2026-01-01T10:00:01.1234567Z make: Nothing to do",
                "stack-trace <- java.lang.Error: x⏎⇥at a.B.c(B.java:1)⏎⇥at a.B.d(B.java:2)",
                "diff <- --- a/x⏎+++ b/x⏎@@ -1,2 +1,2 @@⏎ a⏎-b⏎+c",
                "diff <- diff --cc x⏎index 1,2..3⏎--- a/x⏎+++ b/x⏎@@@ -1,2 -1,2 +1,2 @@@⏎  a⏎- b⏎ -c⏎++d",
                "html <- <!DOCTYPE html>⏎<html><body><p>x</p></body></html>",
                "markdown <- # Title⏎⏎See [this](x.md) and `that`.",
                "markdown <- # 1.1⏎⏎- Add `a::b()` (#12).⏎- Fix `c->d = 1;`⏎⏎# 1.0⏎⏎- Make `e()` a `const fn`.",
                "prose <- Sets of parts are built by the class that one passes to the builder before.⏎int a = b(c);⏎}⏎It is then kept until the next one is asked for by some other thread.",
                "code(python) <- # a first note⏎x = f(1)⏎# - an item of it⏎y = [g(x), h(x)]⏎print(x == y)",
                "code(java) <- package a;⏎⏎import java.util.List;⏎⏎public class B {⏎    private int c;⏎}",
                "code(python) <- import os⏎def f(x):⏎    return os.path.join(x, 'a')⏎if __name__ == '__main__':⏎    f(1)",
                "code(javascript) <- 'use strict'⏎⏎var a = require('a')⏎var b = require('b')⏎⏎module.exports = c⏎⏎function c (d) {⏎  var e = d || {}⏎  return a(b(e))⏎}",
                "code(go) <- package main⏎⏎import \"fmt\"⏎⏎func main() {⏎    x := 1⏎    fmt.Println(x)⏎}",
                "code(xml) <- <?xml version=\"1.0\"?>⏎<project>⏎  <name>x</name>⏎</project>",
                "prose <- commit 0a1b2c3⏎Author: A <a@b.c>⏎Date:   Thu Nov 26 16:35:53 2026 +0000⏎⏎    Mend it⏎⏎commit 1a1b2c3⏎Author: B <b@b.c>⏎Date:   Thu Nov 26 16:36:53 2026 +0000⏎⏎    Mend that",
                "prose <- Just one line of words."
            })
    void should_detect(String expected, String text) {
        assertThat(shown(text.replace('⏎', '\n').replace('⇥', '\t'))).isEqualTo(expected);
    }

    @Test
    void should_look_at_middle_and_tail_when_head_is_something_else() {
        String banner = "Welcome to the shop. This server greets its operators with a few kind words.\n".repeat(40);
        String log = "2026-01-01T10:00:00Z INFO order accepted, thank you, and good bye\n".repeat(3_000);
        assertThat(shown(banner + log)).isEqualTo("log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "\"",
                "\n",
                " ",
                "|",
                "a,b\n",
                "1:",
                "@@ -1 ",
                "```\n",
                "<a ",
                "\u001b[",
                "src/a:1:",
                "at x(",
                "# "
            })
    void should_look_at_bounded_number_of_characters_when_text_is_large(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());
        assertThat(TextSample.of(text).lookedAt()).isLessThanOrEqualTo(TextSample.MAX_LOOKED_AT);
        ScanBudget budget = new ScanBudget((long) StandardSplitter.WORK_PER_CHARACTER * text.length());
        assertThat(new StandardSplitter(detector).split(text, budget)).isNotEmpty();
        assertThat(budget.used()).isLessThanOrEqualTo((long) StandardSplitter.WORK_PER_CHARACTER * text.length());
    }

    @Test
    void should_give_up_json_that_never_closes_within_budget() {
        String text = "Text first.\n" + ("[\n" + "1,\n".repeat(400)).repeat(200);
        ScanBudget budget = new ScanBudget((long) StandardSplitter.WORK_PER_CHARACTER * text.length());
        assertThat(new StandardSplitter(detector).split(text, budget)).isNotEmpty();
        assertThat(budget.used()).isLessThanOrEqualTo((long) StandardSplitter.WORK_PER_CHARACTER * text.length() + 10);
    }

    @Test
    void should_take_first_confident_answer_and_otherwise_the_best() {
        ContentDetector weak = text -> Optional.of(Detection.of(ContentType.LOG, 0.4));
        ContentDetector weaker = text -> Optional.of(Detection.of(ContentType.CSV, 0.2));
        ContentDetector sure =
                text -> text.isEmpty() ? Optional.empty() : Optional.of(Detection.of(ContentType.DIFF, 0.6));
        ContentDetector surer =
                text -> Optional.of(Detection.of(ContentType.JSON, 1)).filter(found -> !text.isEmpty());
        ContentDetector first = ContentDetectors.firstConfident(List.of(weaker, weak, sure, surer));
        assertThat(first.detect("x")).contains(Detection.of(ContentType.DIFF, 0.6));
        assertThat(first.detect("")).contains(Detection.of(ContentType.LOG, 0.4));
        assertThat(ContentDetectors.firstConfident(List.of()).detect("x")).isEmpty();
    }

    private String shown(String text) {
        Detection found = detector.detect(text).orElseThrow();
        return found.type() + found.language().map(name -> "(" + name + ")").orElse("");
    }
}
