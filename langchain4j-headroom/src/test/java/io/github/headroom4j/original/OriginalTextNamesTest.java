package io.github.headroom4j.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.original.NamedParts.Part;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

class OriginalTextNamesTest {

    private static final String TEXT = """
            class Outer {
              // a
              void run(int a) {}
              void run() {
              }
              class Inner { void run() {} void close() {} }
            }
            """;

    /** Finds {@code Outer}, both of its {@code run} with their comments, and what is in {@code Inner}. */
    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        parts.add(part("Outer", "class Outer", TEXT.strip()));
        parts.add(part("Outer#run", "// a", "// a\n  void run(int a) {}"));
        parts.add(part("Outer#run", "void run() {\n", "void run() {\n  }"));
        parts.add(part("Outer.Inner#run", "void run() {} void", "void run() {}"));
        parts.add(part("Outer.Inner#close", "void close", "void close() {}"));
        return parts;
    }

    private static Part part(String name, String from, String whole) {
        int start = TEXT.indexOf(from);
        return new Part(name, start, start + whole.length());
    }

    private static String read(String path) {
        return OriginalText.of(TEXT)
                .withParts(OriginalTextNamesTest::parts)
                .slice(Selector.path(path))
                .render();
    }

    @Example
    void a_part_is_shown_exactly_under_its_lines() {
        assertThat(read("Outer.Inner#close"))
                .isEqualTo("[path Outer.Inner#close, lines 6@30-6@45 of 7]\nvoid close() {}");
        assertThat(read("close()")).contains("void close() {}");
        assertThat(read("com.acme.Outer.Inner.close")).contains("void close() {}");
        assertThat(read("Outer$Inner::close(String)")).contains("void close() {}");
        assertThat(read("outer.inner#CLOSE")).contains("void close() {}");
    }

    @Example
    void all_parts_of_a_name_are_shown_as_whole_lines_each_under_its_numbers() {
        assertThat(read("Outer#run")).isEqualTo("""
                        [path Outer#run, 2 parts of 7 lines, each under its numbers]
                        [lines 2-3]
                          // a
                          void run(int a) {}
                        [lines 4-5]
                          void run() {
                          }
                        """);
    }

    @Example
    void lines_and_pattern_narrow_a_part() {
        OriginalText original = OriginalText.of(TEXT).withParts(OriginalTextNamesTest::parts);
        assertThat(original.slice(new Selector("5", "", "Outer#run")).content()).isEqualTo("  }\n");
        assertThat(original.slice(new Selector("", "close", "Outer.Inner#close"))
                        .render())
                .contains("close");
    }

    @Example
    void a_miss_names_what_is_near() {
        assertThatThrownBy(() -> read("Outer#rum"))
                .isInstanceOf(InvalidSelectorException.class)
                .hasMessage("path must name what this text declares, but it has no 'Outer#rum'; it has Outer,"
                        + " Outer#run, Outer.Inner#run, Outer.Inner#close");
        assertThatThrownBy(() -> read("closed")).hasMessageContaining("it has Outer.Inner#close, Outer, ");
    }

    @Example
    void a_text_without_names_takes_json_pointers_as_ever() {
        OriginalText json = OriginalText.of("{\"items\":[1,2]}").withParts(NamedParts.NONE);
        assertThat(json.slice(Selector.path("items")).content()).isEqualTo("[1,2]");
        assertThat(json.slice(Selector.path("/items/1")).content()).isEqualTo("2");
        assertThatThrownBy(() -> OriginalText.of("no json").slice(Selector.path("Foo#bar")))
                .hasMessage("path needs JSON, but this text is none; use lines or grep");
    }

    @Example
    void an_outline_says_how_to_ask_for_a_name() {
        String large = TEXT + "// padding\n".repeat(500);
        String outline = OriginalText.of(large)
                .withParts(OriginalTextNamesTest::parts)
                .slice(Selector.NONE)
                .render();
        assertThat(outline).endsWith("grep=a word or regex or path=a name such as Outer#run]");
    }
}
