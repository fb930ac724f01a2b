package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.reader.Reader.Seen;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines of a service a search for a text has found, by what its result shows or says of what it does not show. Stateless. */
final class FoundCounts {

    private static final String FOLDED = "[search hits by file";
    private static final Pattern SHOWN = Pattern.compile("\\d{1,9} .*");
    private static final Pattern MORE = Pattern.compile("\\+(\\d{1,9}) more \\(lines .*\\)");
    private static final Pattern OTHERS = Pattern.compile("\\+\\S* (.*) \\(lines .*\\)");

    private FoundCounts() {}

    /** Empty if nobody searched for just this text. */
    static OptionalInt of(String service, String text, List<Seen> seen) {
        return seen.stream()
                .filter(one -> one.tool().equals("grep_logs"))
                .filter(one -> isFor(LogView.argument(one.arguments(), "pattern"), text))
                .mapToInt(one ->
                        one.shown().startsWith(FOLDED) ? folded(service, one.shown()) : plain(service, one.text()))
                .findFirst();
    }

    /** Whether a pattern is the text itself with its special characters escaped. */
    private static boolean isFor(String pattern, String text) {
        return pattern.replaceAll("\\\\([^\\p{L}\\p{N}])", "$1").equals(text);
    }

    private static int plain(String service, String hits) {
        return Math.toIntExact(Incident.linesOf(hits).stream()
                .filter(line -> line.startsWith(service + ":"))
                .count());
    }

    /** Under the name of the service stand its lines and how many more there are; small rests are named in one line. */
    private static int folded(String service, String shown) {
        int count = 0;
        boolean inside = false;
        for (String line : Incident.linesOf(shown)) {
            Matcher more = MORE.matcher(line);
            Matcher others = OTHERS.matcher(line);
            if (more.matches()) {
                count += inside ? Integer.parseInt(more.group(1)) : 0;
            } else if (others.matches()) {
                count += named(service, others.group(1));
            } else if (SHOWN.matcher(line).matches()) {
                count += inside ? 1 : 0;
            } else if (!line.startsWith("[")) {
                inside = line.equals(service);
            }
        }
        return count;
    }

    private static int named(String service, String rest) {
        Matcher matcher = Pattern.compile("(?:^| )" + Pattern.quote(service) + " (\\d{1,9})(?: |$)")
                .matcher(rest);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
