package io.github.headroom4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.token.TokenBudget;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CompressionPoliciesTest {

    private static final CompressionPolicy VERBATIM = CompressionPolicy.verbatim();
    private static final CompressionPolicy LOSSLESS = CompressionPolicy.lossless();
    private static final CompressionPolicy REVERSIBLE = CompressionPolicy.reversible();

    @Example
    void the_first_rule_that_matches_decides() {
        CompressionPolicies policies = CompressionPolicies.all(REVERSIBLE)
                .with("read_file", VERBATIM)
                .with("read_*", LOSSLESS)
                .with("read_log", VERBATIM);
        assertThat(policies.of("read_file")).isEqualTo(VERBATIM);
        assertThat(policies.of("read_log")).isEqualTo(LOSSLESS);
        assertThat(policies.of("write_log")).isEqualTo(REVERSIBLE);
        assertThat(policies.of("")).isEqualTo(REVERSIBLE);
    }

    @Property(seed = "7101", tries = 2_000)
    void a_glob_matches_what_its_expression_matches(@ForAll("globs") String glob, @ForAll("names") String name) {
        String expression = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        CompressionPolicies policies = CompressionPolicies.all(REVERSIBLE).with(glob, VERBATIM);
        assertThat(policies.of(name)).isEqualTo(name.matches(expression) ? VERBATIM : REVERSIBLE);
    }

    @Example
    void a_hostile_glob_is_no_trouble() {
        CompressionPolicies policies = CompressionPolicies.all(REVERSIBLE).with("*a".repeat(50) + "b", VERBATIM);
        assertThat(policies.of("a".repeat(10_000))).isEqualTo(REVERSIBLE);
    }

    @Example
    void presets_say_what_is_touched() {
        assertThat(CompressionPolicies.standard().of("search")).isEqualTo(REVERSIBLE);
        assertThat(CompressionPolicies.standard().of("activate_skill")).isEqualTo(VERBATIM);
        assertThat(CompressionPolicies.standard().of("read_skill_resource")).isEqualTo(VERBATIM);
        assertThat(CompressionPolicies.losslessOnly().of("search")).isEqualTo(LOSSLESS);
        assertThat(CompressionPolicies.losslessOnly().of("activate_skill")).isEqualTo(VERBATIM);
        for (String tool : new String[] {
            "read_file", "mcp_read_file", "readFile", "str_edit", "applyEdit", "write_file", "fileWrite", "apply_patch"
        }) {
            assertThat(CompressionPolicies.codingAgent().of(tool)).as(tool).isEqualTo(VERBATIM);
        }
        assertThat(CompressionPolicies.codingAgent().of("grep")).isEqualTo(REVERSIBLE);
    }

    @Example
    void nonsense_is_refused() {
        assertThatThrownBy(() -> CompressionPolicies.standard().with(" ", VERBATIM))
                .hasMessage("glob must not be blank, but was ' '");
        assertThatThrownBy(() -> REVERSIBLE.withMinTokens(-1)).hasMessage("minTokens must not be negative, but was -1");
        for (double fraction : new double[] {-0.1, 1, Double.NaN}) {
            assertThatThrownBy(() -> REVERSIBLE.withMinSavedFraction(fraction))
                    .hasMessageContaining("but was " + fraction);
        }
        assertThatThrownBy(() -> TokenBudget.tokens(0)).hasMessage("limit must be positive, but was 0");
        assertThat(REVERSIBLE.withBudget(TokenBudget.tokens(7)).budget().limit())
                .isEqualTo(7);
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings().withChars("ab*?_.").ofMinLength(1).ofMaxLength(7);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab_.").ofMaxLength(9);
    }
}
