package io.github.headroom4j.eval.workload.imported;

import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.question.Template;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.eval.workload.imported.ShownEntry.Form;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers what is asked about a log: how many lines are of a template, which they are, the first of a component at a level, and
 * which tell of an anomaly. Where a log is folded and what it shows and counts leaves the answer open, the lines are searched for
 * in the original, which is charged; what is found then takes the place of what was shown. Stateless.
 */
final class LogAnswers {

    private static final String TROUBLE_WORDS =
            "\\b(?:FATAL|ERROR|SEVERE|CRITICAL|ALERT|EMERG\\w*|FAILURE|error|fatal|fail(?:ed|ure|s)?|[Ee]xception|panic|abort(?:ed)?)\\b";

    private static final Pattern TROUBLE = Pattern.compile(TROUBLE_WORDS);

    private static final Pattern MATCHES =
            Pattern.compile("^\\[grep .*: (?:at least )?(\\d{1,9}) of \\d+ lines match, numbered:]");

    private static final Set<Kind> KINDS = Set.of(Kind.COUNT, Kind.QUOTE, Kind.FIRST, Kind.ANOMALIES);

    /** The retrieve tool takes no longer one. */
    private static final int MAX_EXPRESSION = 500;

    /** Heeds case, which the retrieve tool does not by itself. */
    private static final String HEED_CASE = "(?-i)";

    private LogAnswers() {}

    static boolean answers(Kind kind) {
        return KINDS.contains(kind);
    }

    /** A search in each folded log whose answer is open. */
    static List<Lookup> lookups(Ask ask, List<Seen> seen) {
        List<Lookup> lookups = new ArrayList<>();
        String expression = HEED_CASE + expression(ask);
        for (Seen one : seen) {
            if (ShownEntry.isFolded(one) && expression.length() <= MAX_EXPRESSION && isOpen(ask, one)) {
                OriginalMarker.refAtEndOf(one.shown()).ifPresent(ref -> lookups.add(new Lookup(ref, expression)));
            }
        }
        return lookups;
    }

    static List<String> answer(Ask ask, List<Seen> seen) {
        List<Seen> read = withoutSearched(seen);
        if (ask.kind() == Kind.COUNT) {
            return List.of(Items.count(count(ask, read)));
        }
        List<String> lines = fitting(ask, read).stream()
                .filter(one -> one.form() != Form.OUTLINE)
                .map(one -> Items.line(one.text()))
                .limit(ask.kind() == Kind.FIRST ? 1 : Long.MAX_VALUE)
                .toList();
        return List.copyOf(new LinkedHashSet<>(lines));
    }

    /** Lines that a search has found count as the search says, which may show some of them only; those of other logs as shown. */
    private static long count(Ask ask, List<Seen> read) {
        long found = 0;
        for (Seen one : read) {
            Matcher matches = MATCHES.matcher(one.shown());
            if (!one.tool().equals(OriginalMarker.RETRIEVE_TOOL)) {
                found += fitting(ask, List.of(one)).stream()
                        .mapToLong(ShownEntry::count)
                        .sum();
            } else if (matches.find()) {
                found += Long.parseLong(matches.group(1));
            }
        }
        return found;
    }

    private static List<ShownEntry> fitting(Ask ask, List<Seen> read) {
        Predicate<String> asked = asked(ask);
        return ShownEntry.in(read).stream()
                .filter(one -> asked.test(one.text()))
                .toList();
    }

    /** Where something was searched for, what was found is read instead of what was shown. */
    private static List<Seen> withoutSearched(List<Seen> seen) {
        List<String> searched = seen.stream()
                .filter(one -> one.tool().equals(OriginalMarker.RETRIEVE_TOOL))
                .flatMap(one -> OriginalMarker.refIn(one.arguments()).stream())
                .toList();
        return seen.stream()
                .filter(one -> one.tool().equals(OriginalMarker.RETRIEVE_TOOL)
                        || OriginalMarker.refAtEndOf(one.shown())
                                .filter(searched::contains)
                                .isEmpty())
                .toList();
    }

    private static boolean isOpen(Ask ask, Seen log) {
        Predicate<String> asked = asked(ask);
        List<ShownEntry> fitting = new ArrayList<>();
        boolean perhaps = ShownEntry.hasOthers(log);
        for (ShownEntry one : ShownEntry.in(List.of(log))) {
            if (asked.test(one.text())) {
                fitting.add(one);
            } else if (ask.kind() == Kind.COUNT || ask.kind() == Kind.QUOTE) {
                perhaps |=
                        one.form() == Form.OUTLINE && Template.of(ask.about()).mayFit(one.text());
            }
        }
        boolean whole = fitting.stream().allMatch(one -> one.form() == Form.WHOLE);
        long all = fitting.stream().mapToLong(ShownEntry::count).sum();
        return switch (ask.kind()) {
            case COUNT -> perhaps || fitting.isEmpty();
            case FIRST -> fitting.isEmpty() || fitting.get(0).form() != Form.WHOLE;
            case QUOTE -> perhaps || fitting.isEmpty() || !whole || all > fitting.size();
            default -> perhaps || !whole || all > fitting.size();
        };
    }

    private static Predicate<String> asked(Ask ask) {
        return switch (ask.kind()) {
            case FIRST -> {
                Pattern component = Pattern.compile(word(ask.component()), Pattern.CASE_INSENSITIVE);
                Pattern level = Pattern.compile(word(ask.level()), Pattern.CASE_INSENSITIVE);
                yield text ->
                        component.matcher(text).find() && level.matcher(text).find();
            }
            case ANOMALIES -> text -> TROUBLE.matcher(text).find();
            default -> Template.of(ask.about())::fits;
        };
    }

    private static String expression(Ask ask) {
        return switch (ask.kind()) {
            case FIRST -> "(?i)^(?=.*" + word(ask.component()) + ").*" + word(ask.level());
            case ANOMALIES -> TROUBLE_WORDS;
            default -> Template.of(ask.about()).expression();
        };
    }

    private static String word(String text) {
        return "(?<![\\p{L}\\p{N}])" + Template.literal(text) + "(?![\\p{L}\\p{N}])";
    }
}
