package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StemsTest {

    @Example
    void inflections_share_a_stem() {
        for (List<String> words : List.of(
                List.of("check", "checks", "checked", "checking"),
                List.of("copy", "copies", "copied", "copying"),
                List.of("strip", "strips", "stripped", "stripping"),
                List.of("resolve", "resolves", "resolved", "resolving"))) {
            assertThat(words.stream().map(Stems::stem).distinct())
                    .as("%s", words)
                    .hasSize(1);
        }
    }

    @Example
    void short_words_and_compound_terms_stay() {
        assertThat(Stems.of("is used as order-4711 in io/Files.java"))
                .contains("used", "order-4711", "io/files.java", Stems.stem("file"));
        assertThat(Stems.stem("ring")).isEqualTo("ring");
    }

    @Example
    void scripts_without_blanks_are_cut_into_pairs() {
        assertThat(Stems.of("数据库连接 失败")).containsExactly("数据", "据库", "库连", "连接", "失败");
    }

    @Property(tries = 500, seed = "7502")
    void every_term_has_a_stem(@ForAll String text) {
        assertThat(Stems.of(text))
                .hasSizeGreaterThanOrEqualTo(Terms.of(text).size())
                .noneMatch(String::isEmpty);
    }
}
