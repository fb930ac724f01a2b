package io.github.headroom4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which policy applies to which tool: an ordered list of glob patterns over tool names, first match wins, with a default
 * behind them. A {@code *} stands for any characters, a {@code ?} for one; all else is literal and case matters.
 * Immutable and thread-safe.
 */
public final class CompressionPolicies {

    private record Rule(String glob, CompressionPolicy policy) {}

    private final List<Rule> rules;
    private final CompressionPolicy fallback;

    private CompressionPolicies(List<Rule> rules, CompressionPolicy fallback) {
        this.rules = List.copyOf(rules);
        this.fallback = fallback;
    }

    /**
     * One policy for every tool.
     *
     * @param policy the policy
     * @return policies without rules
     */
    public static CompressionPolicies all(CompressionPolicy policy) {
        return new CompressionPolicies(List.of(), Objects.requireNonNull(policy, "policy"));
    }

    /**
     * The default preset: {@link CompressionPolicy#reversible()} for everything but tools whose text is an instruction
     * to the model ({@code activate_skill}, {@code read_skill_resource}), which stay verbatim.
     *
     * @return the preset
     */
    public static CompressionPolicies standard() {
        return all(CompressionPolicy.reversible())
                .with("activate_skill", CompressionPolicy.verbatim())
                .with("read_skill_resource", CompressionPolicy.verbatim());
    }

    /**
     * The preset for agents that edit files: as {@link #standard()}, and tools that read or write files by their usual
     * names ({@code *read_file*}, {@code *readFile*}, {@code *edit*}, {@code *write*}, {@code *patch*}) stay verbatim,
     * since the agent has to quote their exact bytes back.
     *
     * @return the preset
     */
    public static CompressionPolicies codingAgent() {
        CompressionPolicies policies = standard();
        for (String glob : List.of("*read_file*", "*readFile*", "*edit*", "*Edit*", "*write*", "*Write*", "*patch*")) {
            policies = policies.with(glob, CompressionPolicy.verbatim());
        }
        return policies;
    }

    /**
     * The preset that leaves nothing out: {@link CompressionPolicy#lossless()} for everything but the instruction tools
     * of {@link #standard()}.
     *
     * @return the preset
     */
    public static CompressionPolicies losslessOnly() {
        CompressionPolicies standard = standard();
        return new CompressionPolicies(standard.rules, CompressionPolicy.lossless());
    }

    /**
     * The same with a further rule, tried after those there are.
     *
     * @param glob a pattern of tool names, not blank
     * @param policy what applies to them
     * @return a changed copy
     * @throws IllegalArgumentException if {@code glob} is blank
     */
    public CompressionPolicies with(String glob, CompressionPolicy policy) {
        if (glob.isBlank()) {
            throw new IllegalArgumentException("glob must not be blank, but was '" + glob + "'");
        }
        List<Rule> extended = new ArrayList<>(rules);
        extended.add(new Rule(glob, Objects.requireNonNull(policy, "policy")));
        return new CompressionPolicies(extended, fallback);
    }

    /**
     * The policy of a tool.
     *
     * @param tool its name, empty if the text comes from no tool
     * @return the policy of the first rule that matches, or the default
     */
    public CompressionPolicy of(String tool) {
        return rules.stream()
                .filter(rule -> matches(rule.glob(), tool))
                .findFirst()
                .map(Rule::policy)
                .orElse(fallback);
    }

    /** Greedy matching with one point to go back to: linear in practice, at worst the product of the lengths. */
    private static boolean matches(String glob, String name) {
        int g = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                resume = n;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))) {
                g++;
                n++;
            } else if (star >= 0) {
                g = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
