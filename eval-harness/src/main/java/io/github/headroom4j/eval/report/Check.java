package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.arm.ArmRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a report must show, or the arm fails. Immutable.
 *
 * @param workload the workload's name
 * @param arm the arm's name
 * @param name what is checked
 * @param outcome whether it holds
 * @param words the figures behind it
 */
record Check(String workload, String arm, String name, Outcome outcome, String words) {

    /** Whether a check holds. */
    enum Outcome {
        HELD,
        FAILED,
        /** Too few cases to say. */
        UNKNOWN
    }

    /** Arms without the retrieve tool keep no originals, and say so in their name. */
    private static final String UNRETRIEVED = "unretrieved";

    /** All checks of a report, in its order. */
    static List<Check> of(Report report) {
        List<Check> checks = new ArrayList<>();
        report.summaries().forEach(row -> of(row, report).forEach(checks::add));
        return checks;
    }

    private static Stream<Check> of(ArmSummary row, Report report) {
        return switch (ArmRole.of(row.arm())) {
            case OURS, LOSSLESS ->
                row.arm().contains(UNRETRIEVED)
                        ? Stream.of(nonInferior(row, report), saves(row))
                        : Stream.of(nonInferior(row, report), saves(row), losesNothing(row));
            case SAME -> Stream.of(isExactlyTheBaseline(row));
            case CONTROL -> Stream.of(isFoundWorse(row));
            case BASELINE, NAIVE -> Stream.empty();
        };
    }

    /** Inconclusive is not a pass. */
    private static Check nonInferior(ArmSummary row, Report report) {
        Outcome outcome =
                switch (row.verdict()) {
                    case NON_INFERIOR -> Outcome.HELD;
                    case TOO_FEW, NOT_JUDGED -> Outcome.UNKNOWN;
                    case INFERIOR, INCONCLUSIVE -> Outcome.FAILED;
                };
        String margin = Figures.exact(report.setup().protocol().marginPoints()).toPlainString();
        return check(
                row,
                "F1 is non-inferior",
                outcome,
                row.verdict().label() + ": F1 changed by " + difference(row) + "; the whole interval must lie above -"
                        + margin + " points (" + row.cases() + " cases in " + row.clusters() + " clusters)");
    }

    private static Check saves(ArmSummary row) {
        return check(
                row,
                "tokens are saved",
                row.saved().lower() > 0 ? Outcome.HELD : Outcome.FAILED,
                "saved " + Figures.percent(row.saved().value()) + " " + Figures.percents(row.saved())
                        + " of input tokens; the whole interval must lie above 0");
    }

    private static Check losesNothing(ArmSummary row) {
        return check(
                row,
                "no evidence is lost",
                row.evidence().lost() == 0 ? Outcome.HELD : Outcome.FAILED,
                row.evidence().lost()
                        + " pieces of evidence are neither visible nor to be fetched; visible / recoverable /"
                        + " lost: " + Tables.evidence(row.evidence()));
    }

    private static Check isExactlyTheBaseline(ArmSummary row) {
        boolean same = row.better() == 0 && row.worse() == 0 && row.before().equals(row.after());
        return check(
                row,
                "the baseline once more scores exactly the same",
                same ? Outcome.HELD : Outcome.FAILED,
                row.better() + " cases better, " + row.worse() + " worse, "
                        + row.before().inputTokens() + " and " + row.after().inputTokens()
                        + " tokens; without any difference in treatment there must be none");
    }

    /** A control that passes would show that the measurement is blind. */
    private static Check isFoundWorse(ArmSummary row) {
        return check(
                row,
                "the negative control is found worse",
                row.difference().upper() < 0 ? Outcome.HELD : Outcome.FAILED,
                "F1 changed by " + difference(row) + "; the whole interval must lie below 0");
    }

    private static String difference(ArmSummary row) {
        return Figures.points(row.difference().value()) + " points " + Figures.points(row.difference());
    }

    private static Check check(ArmSummary row, String name, Outcome outcome, String words) {
        return new Check(row.workload(), row.arm(), name, outcome, words);
    }
}
