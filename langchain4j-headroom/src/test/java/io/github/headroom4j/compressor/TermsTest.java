package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "Why did the INDEX fail?,                    index fail",
        "readTimeoutMillis,                          readtimeoutmillis read timeout millis",
        "HTTPServer,                                 httpserver http server",
        "src/main/Foo.java,                          src/main/foo.java src main foo java",
        "order-4711,                                 order-4711 order 4711",
        "(10.0.0.1:8080),                            10.0.0.1:8080 10 8080",
        "the of and,                                 ''",
        "--,                                         ''",
        "İstanbul,                                   i̇stanbul",
    })
    void cuts_runs_and_their_parts(String text, String terms) {
        assertThat(String.join(" ", Terms.of(text))).isEqualTo(terms);
    }

    @Example
    void data_is_no_word() {
        assertThat(Terms.of("x".repeat(257) + " y1")).containsExactly("y1");
    }

    @Example
    void tells_what_names_one_thing() {
        for (String identifier : List.of("order-4711", "10.0.0.1", "src/foo", "user@host", "r577")) {
            assertThat(Terms.isIdentifier(identifier)).as(identifier).isTrue();
        }
        for (String word : List.of("timeout", "577", "a-b", "")) {
            assertThat(Terms.isIdentifier(word)).as(word).isFalse();
        }
    }

    @Property(seed = "7401", tries = 500)
    void terms_are_lower_case_and_stand_in_the_text(@ForAll String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(Terms.of(text)).allSatisfy(term -> {
            assertThat(term).isNotEmpty().isEqualTo(term.toLowerCase(Locale.ROOT));
            assertThat(lower).contains(term);
        });
    }
}
