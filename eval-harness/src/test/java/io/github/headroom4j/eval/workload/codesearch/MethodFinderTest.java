package io.github.headroom4j.eval.workload.codesearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodFinderTest {

    private static final String SOURCE = """
            package p.q;
            class Outer<T> {
                /** Makes an outer thing out of one seed. */
                Outer(int seed) {}
                /** Counts the things that are in the box. */
                @Deprecated
                static int count(java.util.List<String> things,
                        @Nonnull final T... rest) throws Error {
                    return new Object() { int hidden() { return 1; } }.hidden();
                }
                interface Inner { void run(@A(1) int @B [] x); }
            }
            """;

    @Test
    void should_name_methods_by_owner_and_parameter_types() {
        assertThat(find(SOURCE).stream().map(SourceMethod::symbol))
                .containsExactly(
                        "p.q.Outer#Outer(int)",
                        "p.q.Outer#count(java.util.List<String>, T...)",
                        "p.q.Outer.Inner#run(int[])");
    }

    @Test
    void should_take_sentence_lines_and_signature_from_the_declaration() {
        SourceMethod count = find(SOURCE).get(1);

        assertThat(count.sentence()).isEqualTo("Counts the things that are in the box.");
        assertThat(count.span()).isEqualTo(new SourceMethod.Span(4, 8, 3));
        assertThat(count.snippet(2)).isEqualTo("    @Deprecated\n    static int count(java.util.List<String> things,");
        assertThat(count.signature())
                .isEqualTo("static int count(java.util.List<String> things, @Nonnull final T... rest) throws Error");
        assertThat(find(SOURCE).get(0).constructor()).isTrue();
        assertThat(find(SOURCE).get(2).span().bodyLines()).isZero();
    }

    @Test
    void should_print_types_as_written_when_they_are_unusual() {
        List<SourceMethod> methods = find("""
                class A {
                    <K, V> Map<K,
                            V> map(int[] a, long b[][], Map.Entry<? super K, V> c) { return null; }
                    @Deprecated public abstract void none();
                    double sum() { return 0; }
                }
                """);

        assertThat(methods.stream().map(method -> method.symbol() + " = " + method.signature()))
                .containsExactly(
                        "A#map(int[], long[][], Map.Entry<? super K, V>) = "
                                + "<K, V> Map<K, V> map(int[] a, long b[][], Map.Entry<? super K, V> c)",
                        "A#none() = public abstract void none()",
                        "A#sum() = double sum()");
    }

    @Test
    void should_find_nothing_when_the_file_is_not_java() {
        assertThat(find("this is {{ not Java")).isEmpty();
    }

    private static List<SourceMethod> find(String source) {
        return new MethodFinder().find(ShownFile.of("p/q/Outer.java", source));
    }
}
