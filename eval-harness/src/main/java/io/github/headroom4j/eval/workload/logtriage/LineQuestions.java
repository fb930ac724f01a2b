package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers questions about lines: how many of them hold a text, and which service has none of a kind. Where a log is folded it
 * looks the number up in the original if it can, else it takes what the notes in the log say, and where these leave the answer
 * open it gives none. Stateless.
 */
final class LineQuestions {

    private static final String CLOCK = "(\\d\\d:\\d\\d:\\d\\d)";
    private static final Pattern COUNT = Pattern.compile("How many lines of the log of (\\S+) (?:with a time from "
            + CLOCK + " to " + CLOCK + " )?hold the text \"(.*)\"\\?");
    private static final Pattern SILENT =
            Pattern.compile("Which one of the services (.+) has logged nothing from " + CLOCK + " on\\?");
    private static final Pattern NEVER =
            Pattern.compile("Which one of the services (.+) has not a single line with the text \"(.*)\"\\?");
    private static final Pattern MATCHES = Pattern.compile("^\\[grep .*: (\\d{1,9}) of \\d+ lines match, numbered:]");
    private static final Pattern NONE = Pattern.compile("^\\[grep .* matches none of the \\d+ lines searched");

    /** Longer spans of time are not written out second by second. */
    private static final int MOST_SECONDS = 60;

    private LineQuestions() {}

    static boolean isOne(String question) {
        return COUNT.matcher(question).matches()
                || SILENT.matcher(question).matches()
                || NEVER.matcher(question).matches();
    }

    /** A search in the original of each log that is folded and that the answer depends on. */
    static List<Lookup> lookups(String question, List<Seen> seen) {
        List<Lookup> lookups = new ArrayList<>();
        Matcher count = COUNT.matcher(question);
        if (count.matches()
                && FoundCounts.of(count.group(1), count.group(4), seen).isEmpty()) {
            refOf(seen, count.group(1)).ifPresent(ref -> lookups.add(new Lookup(ref, pattern(count))));
        }
        Matcher never = NEVER.matcher(question);
        if (never.matches()) {
            for (String service : undecided(services(never), never.group(2), seen)) {
                refOf(seen, service).ifPresent(ref -> lookups.add(new Lookup(ref, literal(never.group(2)))));
            }
        }
        return lookups;
    }

    static List<String> answer(String question, List<Seen> seen) {
        Matcher count = COUNT.matcher(question);
        if (count.matches()) {
            OptionalInt number = count(count, seen);
            return number.isPresent() ? List.of(LogItems.count("" + number.getAsInt())) : List.of();
        }
        Matcher silent = SILENT.matcher(question);
        Matcher never = NEVER.matcher(question);
        List<String> absent = List.of();
        if (silent.matches()) {
            absent = silent(silent, seen);
        } else if (never.matches()) {
            absent = without(never, seen);
        }
        return absent.size() == 1 ? List.of(LogItems.absent(absent.get(0))) : List.of();
    }

    private static List<String> silent(Matcher question, List<Seen> seen) {
        LogView view = LogView.of(seen);
        long from = LogLine.of("", question.group(2), 0).millis();
        return services(question).stream()
                .filter(service -> isSilent(view, service, from))
                .toList();
    }

    private static List<String> without(Matcher question, List<Seen> seen) {
        Map<String, Integer> found = found(seen);
        return undecided(services(question), question.group(2), seen).stream()
                .filter(service -> found.getOrDefault(service, 0) == 0)
                .toList();
    }

    private static List<String> services(Matcher question) {
        return List.of(question.group(1).split(", ", -1));
    }

    /** Those of which a log is shown, but no line with the text in it. */
    private static List<String> undecided(List<String> services, String text, List<Seen> seen) {
        LogView view = LogView.of(seen);
        return services.stream()
                .filter(service -> !view.of(service).isEmpty())
                .filter(service ->
                        view.of(service).stream().noneMatch(line -> line.text().contains(text)))
                .toList();
    }

    private static boolean isSilent(LogView view, String service, long from) {
        List<LogLine> lines = view.of(service);
        return !lines.isEmpty() && lines.stream().noneMatch(line -> line.timed() && line.millis() >= from);
    }

    private static OptionalInt count(Matcher question, List<Seen> seen) {
        String service = question.group(1);
        Integer found = found(seen).get(service);
        if (found != null) {
            return OptionalInt.of(found);
        }
        OptionalInt searched = FoundCounts.of(service, question.group(4), seen);
        if (question.group(2) == null && searched.isPresent()) {
            return searched;
        }
        long from = question.group(2) == null
                ? 0
                : LogLine.of("", question.group(2), 0).millis();
        long to = question.group(3) == null
                ? Long.MAX_VALUE
                : LogLine.of("", question.group(3), 0).millis() + 999;
        for (Seen one : seen) {
            if (isLogOf(one, service)) {
                return refOf(seen, service).isEmpty()
                        ? OptionalInt.of(plain(service, one.text(), question.group(4), from, to))
                        : Repetitions.count(service, one.shown(), question.group(4), from, to);
            }
        }
        return OptionalInt.empty();
    }

    private static int plain(String service, String log, String text, long from, long to) {
        int count = 0;
        for (String line : Incident.linesOf(log)) {
            LogLine read = LogLine.of(service, line, -1);
            boolean whole = from == 0 && to == Long.MAX_VALUE;
            boolean inTime = whole || (read.timed() && read.millis() >= from && read.millis() <= to);
            count += inTime && line.contains(text) ? 1 : 0;
        }
        return count;
    }

    /** What was looked up: how many lines of the log of each service were found. */
    private static Map<String, Integer> found(List<Seen> seen) {
        Map<String, String> services = new HashMap<>();
        Map<String, Integer> found = new HashMap<>();
        for (Seen one : seen) {
            if (one.tool().equals("fetch_logs")) {
                OriginalMarker.refAtEndOf(one.shown())
                        .ifPresent(ref -> services.put(ref, LogView.argument(one.arguments(), "service")));
            } else if (one.tool().equals(OriginalMarker.RETRIEVE_TOOL)) {
                String service = services.get(LogView.argument(one.arguments(), "ref"));
                Matcher matches = MATCHES.matcher(one.shown());
                if (service != null && matches.find()) {
                    found.put(service, Integer.valueOf(matches.group(1)));
                } else if (service != null && NONE.matcher(one.shown()).find()) {
                    found.put(service, 0);
                }
            }
        }
        return found;
    }

    private static Optional<String> refOf(List<Seen> seen, String service) {
        return seen.stream()
                .filter(one -> isLogOf(one, service))
                .findFirst()
                .flatMap(one -> OriginalMarker.refAtEndOf(one.shown()));
    }

    private static boolean isLogOf(Seen seen, String service) {
        return seen.tool().equals("fetch_logs")
                && LogView.argument(seen.arguments(), "service").equals(service);
    }

    /** The text alone, or after one of the seconds of the time that is asked for. */
    private static String pattern(Matcher question) {
        String text = literal(question.group(4));
        if (question.group(2) == null) {
            return text;
        }
        long from = LogLine.of("", question.group(2), 0).millis() / 1000;
        long to = LogLine.of("", question.group(3), 0).millis() / 1000;
        List<String> seconds = new ArrayList<>();
        for (long second = from; second <= Math.min(to, from + MOST_SECONDS); second++) {
            seconds.add(String.format(Locale.ROOT, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60));
        }
        return "(" + String.join("|", seconds) + ").*" + text;
    }

    /** As a search that heeds case, which that of the retrieve tool does not by itself. */
    private static String literal(String text) {
        return "(?-i)" + text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
    }
}
