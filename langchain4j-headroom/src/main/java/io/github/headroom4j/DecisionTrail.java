package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Step;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.Explanation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the six steps of one compression from what came out of it. */
final class DecisionTrail {

    /** Reasons that the gate gives. */
    private static final Set<Reason> AT_THE_GATE = Set.of(
            Reason.VERBATIM_POLICY, Reason.TOO_SMALL, Reason.TOO_LARGE, Reason.ALREADY_COMPRESSED, Reason.ERROR_RESULT);

    private final CompressionPolicy policy;
    private final int before;
    private final List<Part> parts;
    private final List<Explanation.Step> steps = new ArrayList<>();

    DecisionTrail(CompressionPolicy policy, int before, List<Part> parts) {
        this.policy = policy;
        this.before = before;
        this.parts = parts;
    }

    /** The steps that ran; {@code lossless} is what repacking alone comes to. */
    List<Explanation.Step> of(Pipeline.Outcome outcome, Optional<CompressionResult> lossless) {
        CompressionResult result = outcome.result();
        Reason reason = result instanceof Unchanged unchanged ? unchanged.reason() : null;
        if (reason != null && AT_THE_GATE.contains(reason)) {
            add("gate", "stopped: " + Explainer.sentence(reason));
            return steps;
        }
        add("gate", "passed: " + tokens(before) + " are more than " + policy.minTokens());
        if (parts.isEmpty()) {
            add("route", "failed" + failure(outcome));
            return steps;
        }
        add("route", route());
        if (reason == Reason.NO_COMPRESSOR) {
            add("repack", "stopped: " + Explainer.sentence(reason));
            return steps;
        }
        int repacked = lossless.map(CompressionResult::tokensAfter).orElse(before);
        add("repack", repacked < before ? change(before, repacked) + ", nothing lost" : "nothing to gain");
        add("select", select(result, repacked));
        add("accept", accept(result, reason));
        add("keep", keep(result));
        if (outcome.failure() != null) {
            add("failure", String.valueOf(outcome.failure()));
        }
        return steps;
    }

    private String route() {
        long read = parts.stream().filter(part -> !part.compressor().isEmpty()).count();
        return parts.size() == 1 ? describe(parts.get(0)) : parts.size() + " parts, of which compressors read " + read;
    }

    static String describe(Part part) {
        String language = part.detection().language().map(name -> " in " + name).orElse("");
        String confidence = String.format(
                Locale.ROOT, " (%.0f %% sure)", 100 * part.detection().confidence());
        return part.detection().type().name() + language + confidence + ", "
                + (part.compressor().isEmpty() ? "read by no compressor" : "read by " + part.compressor());
    }

    private String select(CompressionResult result, int repacked) {
        if (result instanceof Compressed compressed && compressed.step() == Step.SELECTED) {
            return change(repacked, compressed.tokensAfter()) + ", what is left out stays retrievable";
        }
        if (policy.fidelity() == Fidelity.LOSSLESS) {
            return "not allowed: the policy is LOSSLESS";
        }
        return policy.budget().bounded() && repacked <= policy.budget().limit()
                ? "not needed: the budget of " + tokens(policy.budget().limit()) + " is met"
                : "nothing to leave out, or too little to be worth it";
    }

    private String accept(CompressionResult result, @Nullable Reason reason) {
        String least = "; the least is " + percent(policy.minSavedFraction());
        return reason == null
                ? percent(result.savedFraction()) + " saved in all" + least
                : "not accepted: " + Explainer.sentence(reason) + least;
    }

    private static String keep(CompressionResult result) {
        return result instanceof Compressed compressed
                ? compressed
                        .original()
                        .map(id -> "the original is stored as " + id.shortForm() + " (explaining does not store it)")
                        .orElse("nothing left out, so there is nothing to keep")
                : "nothing changed, so there is nothing to keep";
    }

    private static String failure(Pipeline.Outcome outcome) {
        return outcome.failure() == null ? "" : ": " + outcome.failure();
    }

    private void add(String name, String outcome) {
        steps.add(new Explanation.Step(name, outcome));
    }

    private static String change(int from, int to) {
        return String.format(Locale.ROOT, "%,d → %s, %s saved", from, tokens(to), percent(1 - (double) to / from));
    }

    static String tokens(int tokens) {
        return String.format(Locale.ROOT, tokens == 1 ? "%,d token" : "%,d tokens", tokens);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
