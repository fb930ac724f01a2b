package io.github.headroom4j.eval.workload.logtriage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the trouble starts: where the rate of severe lines rises most, by the likelihood ratio of two Poisson rates
 * against one. Errors that come singly before a burst do not move it. A clock time in the question narrows the search.
 */
final class ChangePoint {

    private static final Pattern CLOCK = Pattern.compile("\\b(\\d\\d):(\\d\\d)\\b");
    private static final long MINUTE = 60_000;

    /** A person rounds, and symptoms may come before the first clear line. */
    private static final long EARLIER = 20_000;

    /** A kind of line that goes on and on says no more after a while: what matters is when new kinds set in. */
    private static final int MOST_OF_A_KIND = 8;

    private ChangePoint() {}

    static long of(String question, List<LogLine> lines) {
        Map<String, Integer> counts = new HashMap<>();
        List<LogLine> severe = lines.stream()
                .filter(line -> line.timed() && Signals.isSevere(line.text()))
                .filter(line -> counts.merge(line.service() + line.signature(), 1, Integer::sum) <= MOST_OF_A_KIND)
                .toList();
        if (lines.isEmpty() || severe.isEmpty()) {
            return lines.isEmpty() ? 0 : lines.get(lines.size() / 2).millis();
        }
        long first = lines.get(0).millis();
        long last = lines.get(lines.size() - 1).millis() + 1;
        Matcher clock = CLOCK.matcher(question);
        long asked =
                clock.find() ? (Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2))) * MINUTE : -1;
        long best = asked >= 0 ? asked : severe.get(0).millis();
        double bestGain = 0;
        for (int before = 0; before < severe.size(); before++) {
            long split = severe.get(before).millis();
            boolean wanted = asked < 0 || (split >= asked - EARLIER && split < asked + MINUTE);
            double gain =
                    wanted ? gain(before, (double) split - first, severe.size() - before, (double) last - split) : 0;
            if (gain > bestGain) {
                bestGain = gain;
                best = split;
            }
        }
        return best;
    }

    /** How much better two rates explain the counts than one, if the later rate is the higher one. */
    private static double gain(int before, double timeBefore, int after, double timeAfter) {
        double together = (before + after) / (timeBefore + timeAfter);
        double rateAfter = after / timeAfter;
        if (rateAfter <= together) {
            return 0;
        }
        double rateBefore = timeBefore <= 0 ? together : before / timeBefore;
        double gainBefore = before == 0 ? 0 : before * Math.log(rateBefore / together);
        return gainBefore + after * Math.log(rateAfter / together);
    }
}
