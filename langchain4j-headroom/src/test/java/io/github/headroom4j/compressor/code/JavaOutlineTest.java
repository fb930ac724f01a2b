package io.github.headroom4j.compressor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;

class JavaOutlineTest {

    private static final CompressionContext CONTEXT = CompressionContext.of(TokenCounter.o200k());

    private static List<String> paths(String code) {
        return parse(code).orElseThrow().declarations().stream()
                .map(declaration -> declaration.kind() == Declaration.Kind.INITIALIZER
                        ? "{" + declaration.owner() + "}"
                        : declaration.path())
                .toList();
    }

    private static Optional<FileOutline> parse(String code) {
        return new JavaOutlineParser().parse(new SourceText(code), CONTEXT);
    }

    @Example
    void new_syntax_is_read() {
        String code = """
                package demo;
                import module java.base;
                public sealed interface Shape permits Circle, Square {
                    record Circle(@Positive(message = "r > 0 {") double radius) implements Shape {
                        Circle { if (radius < 0) throw new IllegalArgumentException(\"""
                            a text block with { and " in it
                            \"""); }
                        static Circle of(Object o) {
                            return switch (o) {
                                case Circle(double r) when r > 1 -> new Circle(r);
                                case Integer i -> { yield new Circle(i); }
                                case null, default -> throw new IllegalStateException();
                            };
                        }
                    }
                    record Square(List<Map<String, int[]>> sides) implements Shape {}
                    non-sealed class Other implements Shape { void m(final String... names) throws E {} }
                    enum Level { LOW(1) { int f() { return 1; } }, @Deprecated HIGH(x -> { run(); }), LAST; Level(int n) {} }
                    @interface Mark { String[] value() default {"a", "b"}; int n() default 1 + (2); }
                    int[] TABLE = { 1, 2 }, OTHER = {};
                    static { run(); }
                    <T extends Comparable<? super T>> T max(Collection<? extends T> all);
                    default void go() { }
                }
                """;
        assertThat(paths(code))
                .containsExactly(
                        "Shape",
                        "Shape.Circle",
                        "Shape.Circle#Circle",
                        "Shape.Circle#of",
                        "Shape.Square",
                        "Shape.Other",
                        "Shape.Other#m",
                        "Shape.Level",
                        "Shape.Level#LOW",
                        "Shape.Level#HIGH",
                        "Shape.Level#LAST",
                        "Shape.Level#Level",
                        "Shape.Mark",
                        "Shape.Mark#value",
                        "Shape.Mark#n",
                        "Shape#TABLE",
                        "{Shape}",
                        "Shape#max",
                        "Shape#go");
    }

    @Example
    void methods_without_their_class_are_read() {
        assertThat(paths("@Test void a() { b(); }\n\n/** Doc. */\nint b(int c) { return c; }\n"))
                .containsExactly("a", "b");
        assertThat(paths("import java.util.List;\nint b(int c) { return c; }\n"))
                .containsExactly("b");
    }

    @Example
    void a_file_that_was_cut_off_is_read_up_to_there() {
        String code = """
                package a;
                class A {
                    int one() { return 1; }
                    int two() {
                        if (x) {
                            y();
                """;
        assertThat(paths(code)).containsExactly("A", "A#one", "A#two");
        assertThat(paths(code.substring(0, code.indexOf("wo() {")))).containsExactly("A", "A#one");
        Declaration two = parse(code).orElseThrow().declarations().get(2);
        assertThat(two.whole().end()).isEqualTo(code.length());
    }

    @Example
    void a_file_whose_head_is_missing_is_read_from_its_first_member() {
        String code = """
                        x = 1;
                        return y;
                    }

                    int one() { return 1; }
                }
                """;
        assertThat(paths(code)).containsExactly("one");
    }

    @Example
    void a_table_of_any_size_is_one_initial_value() {
        assertThat(paths("class A { int[] table = {" + "1, ".repeat(50_000) + "1 }; void b() {} }"))
                .containsExactly("A", "A#table", "A#b");
    }

    @Example
    void broken_bodies_do_no_harm() {
        assertThat(paths("class A { void a() { ??? ) ( ; } void b() { \"unclosed } \n } int c; }"))
                .containsExactly("A", "A#a", "A#b", "A#c");
    }

    @Example
    void what_is_not_java_is_left_to_others() {
        assertThat(List.of(
                        "def f(x):\n    return x\n",
                        "const f = (x) => { return x; }",
                        "SELECT 1;",
                        "class A { foo(x: number): void { } }",
                        "",
                        "}}}}"))
                .allSatisfy(code -> assertThat(parse(code)).isEmpty());
    }

    @Example
    void nesting_is_declined_before_it_costs_stack() throws InterruptedException {
        List<String> hostile = List.of(
                "class A { int a = " + "(".repeat(50_000) + "1" + ")".repeat(50_000) + "; }",
                "class A { int a = " + "-".repeat(50_000) + "1; }",
                "class A { int a = b" + " ? c : d".repeat(50_000) + "; }",
                "class A { void a() { " + "if (x) ".repeat(50_000) + "; } }",
                "class A { void a() { " + "{".repeat(50_000) + "}".repeat(50_000) + "} }",
                "class A {".repeat(5_000) + "}".repeat(5_000),
                "class A { " + "A<".repeat(5_000) + "B" + ">".repeat(5_000) + " a; }",
                "class A { void a(" + "A<".repeat(5_000) + "B" + ">".repeat(5_000) + " a) {} }",
                "class A { @B(" + "@B(".repeat(5_000) + ")".repeat(5_000) + ") int a; }",
                "class A { void a(@B(" + "@B(".repeat(5_000) + ")".repeat(5_000) + ") int b) {} }",
                "class A { int" + "[]".repeat(5_000) + " a; }",
                "class A { " + "a.".repeat(5_000) + "b c; }",
                "class A extends B<@C(" + "-".repeat(5_000) + "1) D> { int a; }",
                "enum A { B(" + "!".repeat(5_000) + "true) }",
                "@A ".repeat(4_000) + "class B {}",
                "class A { int a() " + "[]".repeat(5_000) + " { } }");
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> hostile.forEach(code -> {
                    assertThat(parse(code)).isNotNull();
                    new Languages().parse(new SourceText(code), CONTEXT);
                }),
                "small stack",
                256 << 10);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
