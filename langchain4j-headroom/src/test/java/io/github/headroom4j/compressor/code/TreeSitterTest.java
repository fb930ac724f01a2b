package io.github.headroom4j.compressor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class TreeSitterTest {

    private static final CompressionContext CONTEXT = CompressionContext.of(TokenCounter.o200k());

    private static final Path GOLDEN = Path.of("src/test/resources/io/github/headroom4j/compressor/code");

    private static final Map<String, String> SAMPLES = Map.of(
            "python", "help.py",
            "javascript", "urlencoded.js",
            "typescript", "timeoutManager.ts",
            "go", "args.go",
            "rust", "barrier.rs");

    private static final List<String> BAIT = List.of(
            "\"",
            "'",
            "`",
            "\"\"\"",
            "'''",
            "\"\"\"'''",
            "r#\"",
            "r##\"",
            "r#\"#\"",
            "b'",
            "'a ",
            "{",
            "(",
            "[",
            "<",
            "`${",
            "${",
            "a<b",
            "a<b>(",
            "/*",
            "//",
            "/[",
            "f\"{",
            "#",
            "\\\"",
            "<div>",
            "</",
            "{/*",
            "x=>",
            "a?b:",
            "if x:\n ",
            "class A { ",
            "def f():\n  ",
            "impl<",
            "func (",
            "<<EOF\n",
            "@a ",
            "a!{",
            "\u0000",
            "\ud800",
            "()=>{",
            "let ",
            "'a: ",
            "a,",
            "-",
            "lambda x:",
            "...",
            "]",
            "}",
            "x as y ");

    private static OutlineParser parser(String language) {
        return TreeSitter.parsers(language).get(0);
    }

    private static List<String> paths(String language, String code) {
        return parser(language).parse(new SourceText(code), CONTEXT).orElseThrow().declarations().stream()
                .map(Declaration::path)
                .toList();
    }

    @Example
    void every_language_has_its_grammar() {
        assertThat(CodeCompressor.missingGrammars()).isEmpty();
    }

    @Example
    void declarations_of_python() {
        assertThat(paths("python", """
                        TABLE = [
                            1, 2,
                        ]

                        @final
                        class Outer(Base):
                            @property
                            def first(self):
                                sql = \"""
                        SELECT 1
                        \"""
                                return run(sql)

                            async def second(self, a: int) -> int:
                                return a
                        """)).containsExactly("TABLE", "Outer", "Outer#first", "Outer#second");
    }

    /** Without a class around its members, the parser finds its way with all that stands there, or not at all. */
    @Example
    void should_look_at_lists_where_nothing_is_found_without_them() {
        assertThat(paths("javascript", """
                        usage = ['[<name> [<name> ...]]']
                          async exec (args) {
                            for (const arg of args) {
                        """)).containsExactly("usage");
    }

    @Example
    void declarations_of_scripts() {
        assertThat(paths("javascript", """
                        class A { b() { c(); } #d = () => { e(); } }
                        export const f = async (x) => { g(); };
                        exports.h = function () { i(); };
                        A.prototype.j = function () { k(); };
                        (function () { function l() { m(); } })();
                        const store = create((set) => { set(); });
                        """)).containsExactly("A", "A#b", "A#d", "f", "h", "A#j", "l", "store");
        assertThat(paths("typescript", """
                        export abstract class A<T> { private b(c: T): void { d(); } }
                        interface E { f(): string; }
                        namespace N { export function g<T>(x: T) { h(); } }
                        """)).containsExactly("A", "A#b", "E", "E#f", "N", "N#g");
    }

    @Example
    void declarations_of_go_and_rust() {
        assertThat(paths("go", """
                        package a
                        type B[T any] struct { c int }
                        func (b *B[T]) D() { e() }
                        func F() { g() }
                        """)).containsExactly("B", "B#D", "F");
        assertThat(paths("rust", """
                        struct A;
                        impl<T> Trait for A<T> { fn b(&self) { c(); } }
                        mod d { pub fn e() { f(); } }
                        """)).containsExactly("A", "A", "A#b", "d", "d#e");
    }

    private static List<String> firstLines(String language, String code) {
        return parser(language).parse(new SourceText(code), CONTEXT).orElseThrow().declarations().stream()
                .map(one -> code.substring(one.signature(), one.whole().end()))
                .map(one -> one.lines().findFirst().orElseThrow())
                .toList();
    }

    @Example
    void a_declaration_begins_with_what_is_its_own() {
        assertThat(firstLines("javascript", """
                        const a = require("a"), b = 5;
                        let c;
                        function d() { e(); }
                        const f = 6;
                        export const g = () => { h(); };
                        const i = load("i"), j = function () { k(); };
                        export const L = class { m() { n(); } };
                        const o = (function () { function p() { q(); } })();
                        """))
                .containsExactly(
                        "function d() { e(); }",
                        "export const g = () => { h(); }",
                        "j = function () { k(); }",
                        "export const L = class { m() { n(); } }",
                        "m() { n(); }",
                        "function p() { q(); }");
        assertThat(firstLines("go", """
                        package a
                        const b = 1
                        var (
                            c = 2
                            d = []int{3, 4}
                        )
                        func E() { f() }
                        type G struct { h int }
                        """))
                .containsExactly("d = []int{3, 4}", "func E() { f() }", "type G struct { h int }");
        assertThat(firstLines("rust", """
                        #[cfg(a)]
                        use b::c;
                        #[d]
                        const E: u8 = 1;
                        fn f() { g(); }
                        #[h]
                        #[i]
                        fn j() { k(); }
                        """)).containsExactly("fn f() { g(); }", "#[h]");
        assertThat(firstLines("python", """
                        @a
                        @b(c)
                        def d():
                            return 1
                        """)).containsExactly("@a");
    }

    @Example
    void escapes_in_runes_part_no_declarations() {
        assertThat(paths("go", """
                        package a
                        var (
                            b = []byte{'\\r', '\\n'}
                            c = []byte{d, '[', '2', '0', '0', '~'}
                            e = []byte{d, '[', '2', '0', '1', '~'}
                        )
                        """)).containsExactly("b", "c", "e");
    }

    @Example
    void a_function_that_was_cut_off_in_its_comments_has_no_body() {
        String code = "def f():\n    return 1\n\ndef g():\n    # one\n    # two";
        FileOutline outline =
                parser("python").parse(new SourceText(code), CONTEXT).orElseThrow();
        assertThat(outline.declarations())
                .filteredOn(one -> one.name().equals("g"))
                .allMatch(one -> one.body().isEmpty());
        assertThat(outline.comments()).hasSize(2);
    }

    @Example
    void a_file_that_was_cut_off_still_has_its_declarations() {
        assertThat(paths("typescript", """
                        export class A {
                          b(): void { c(); }
                          d(): void {
                            if (x) { e(`f
                        """)).containsExactly("A", "A#b", "A#d");
    }

    /** To renew one, print what is compared here, and read it. */
    @Example
    void outlines_are_as_reviewed() throws IOException {
        for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
            String code =
                    Files.readString(RealCode.SAMPLES.resolve(sample.getKey()).resolve(sample.getValue()));
            String outline = new CodeCompressor()
                    .parse(code, CONTEXT)
                    .flatMap(content -> content.select(TokenBudget.asFarAsSafe()))
                    .orElseThrow()
                    .markedWith(OriginalMarker.of(code));
            assertThat(outline)
                    .as(sample.getValue())
                    .isEqualTo(Files.readString(GOLDEN.resolve(sample.getValue() + ".outline.txt")));
        }
    }

    @Example
    void threads_share_a_grammar() throws IOException {
        String code = Files.readString(RealCode.SAMPLES.resolve("rust/barrier.rs"));
        Optional<FileOutline> one = parser("rust").parse(new SourceText(code), CONTEXT);
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> parser("rust").parse(new SourceText(code), CONTEXT)))
                .allMatch(one::equals);
    }

    @Example
    void plain_code_keeps_offsets_and_lines() {
        for (Notation notation : Notation.values()) {
            for (String text : hostile(1 << 12)) {
                PlainCode.of(text, notation, CONTEXT).ifPresent(plain -> {
                    assertThat(plain.code()).hasSizeGreaterThanOrEqualTo(text.length());
                    assertThat(lineBreaks(plain.code())).isEqualTo(lineBreaks(text));
                });
            }
        }
    }

    private static List<Integer> lineBreaks(String text) {
        return IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .boxed()
                .toList();
    }

    /** A text that makes the parser search is given up after a bounded number of its reports. */
    @Example
    void hostile_texts_cost_neither_the_machine_nor_a_small_stack() throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> readAll(hostile(1 << 12)), "small stack", 256 << 10);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    @Example
    void no_text_gets_more_reports_than_code_does() {
        String code = "a ".repeat(1 << 10);
        ParseCosts costs = new ParseCosts(code, CONTEXT);
        int reports = 1;
        while (!costs.exceed(code.length(), false)) {
            reports++;
        }
        assertThat(reports).isLessThan(code.length() / 10);
        assertThat(costs.exceed(code.length(), false)).isTrue();
    }

    private static List<String> hostile(int size) {
        List<String> texts = new ArrayList<>();
        BAIT.forEach(bait -> texts.add(bait.repeat(size / bait.length())));
        Random random = new Random(42);
        for (int i = 0; i < 10; i++) {
            StringBuilder mixed = new StringBuilder();
            while (mixed.length() < size) {
                mixed.append(BAIT.get(random.nextInt(BAIT.size())));
            }
            texts.add(mixed.toString());
        }
        return texts;
    }

    private static void readAll(List<String> texts) {
        for (String language : Grammar.languages()) {
            texts.forEach(text -> assertThat(parser(language).parse(new SourceText(text), CONTEXT))
                    .isNotNull());
        }
    }

    @Property(tries = 200, seed = "4401")
    void any_text_is_read_or_declined(@ForAll("texts") String text) {
        readAll(List.of(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "def ", "class ", "{", "}", "(", ")", "\n", "  ", "fn ", "func ", "impl ", "'", "\"", "`", "/*",
                        "//", "#", "=>", "=", "x", "1", ":", ";", "\u0000", "\ud800", "…")
                .list()
                .ofMaxSize(80)
                .map(parts -> String.join("", parts));
    }
}
