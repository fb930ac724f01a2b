package io.github.headroom4j.eval.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.headroom4j.eval.hostile.RegexShape.Bait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of ours is linear: however a text baits it, it looks at each character a bounded number of
 * times. Looks are counted, not time.
 */
class RegexStepsTest {

    private static final int SHORT = 2_000;

    private static final int LONG = 4 * SHORT;

    /** Looks at one character in any case: some hundred for what is bounded by some hundred characters. */
    private static final int MAX_LOOKS = 700;

    /** So many never matter; what grows with the length goes beyond. */
    private static final int FEW = 80;

    /** What differs only by this is flat: a few looks more at the ends. */
    private static final double FLAT = 1.3;

    private static final List<String> ENDS = List.of("", "!", "\n", "\0\n", " x", "\"");

    /** Compiled from what is known at run time only, with the reason why that is no danger. */
    private static final Map<String, String> AT_RUN_TIME = Map.of(
            "Grep", "what a model asks for: its looks are counted, and what takes too many is taken literally",
            "AlignedReader", "a line end",
            "WrappedTokens", "one of the patterns of Secrets without its end",
            "IncidentTools", "what a call in a case of ours searches for, in a log of ours",
            "EqualsHashCode", "a name of Java between word boundaries",
            "LateCodeQuestions", "a name of Java between word boundaries",
            "TaskMaker", "a name of Java between word boundaries",
            "TaskReader", "a name of Java between word boundaries",
            "LogAnswers", "a word of a question, quoted, between word boundaries");

    /**
     * Not linear, and of use only where the harness reads what the engine or a case of ours has written: single lines of bounded
     * length, never a text from outside. May get shorter, not longer.
     */
    private static final Map<String, String> ON_OUR_OWN_LINES = Map.of(
            "LateCodeQuestions", "the declaration of a constant in a line of a pinned library",
            "TaskReader", "declarations in lines and signatures of pinned libraries",
            "ShownEntry", "the heading of a log in the engine's notation",
            "Repetitions", "the heading of a log in the engine's notation",
            "FoundCounts", "a note of the engine's search notation",
            "LineQuestions", "a question of a committed case",
            "LookupPolicy", "a word of a committed question",
            "JavadocHtml", "the types of a signature in a pinned library");

    private static final List<MainRegexes.Use> USES = MainRegexes.all();

    @Test
    void no_regular_expression_escapes_the_scan() {
        Map<String, Long> called = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.headroom4j")
                        .stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(RegexStepsTest::takesExpression)
                        .forEach(call ->
                                called.merge(topLevel(call.getOriginOwner().getName()), 1L, Long::sum));
        Map<String, Long> scanned = new TreeMap<>(
                USES.stream().collect(Collectors.groupingBy(MainRegexes.Use::type, Collectors.counting())));

        assertThat(difference(called, scanned)).isEmpty();
    }

    @Test
    void what_is_known_at_run_time_only_has_a_reason() {
        Set<String> unknown = USES.stream()
                .filter(use -> use.patterns().isEmpty())
                .map(use -> simpleName(use.type()))
                .collect(Collectors.toSet());

        assertThat(unknown).isEqualTo(AT_RUN_TIME.keySet());
    }

    @Test
    void every_regular_expression_looks_at_each_character_a_bounded_number_of_times() {
        List<String> runaways = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (MainRegexes.Use use : USES) {
            for (Pattern pattern : use.patterns()) {
                String found = runaway(pattern, use.searches());
                if (!found.isEmpty() && ON_OUR_OWN_LINES.containsKey(simpleName(use.type()))) {
                    known.add(simpleName(use.type()));
                } else if (!found.isEmpty()) {
                    runaways.add(use + found);
                }
            }
        }
        assertThat(runaways).isEmpty();
        assertThat(known).isEqualTo(ON_OUR_OWN_LINES.keySet());
    }

    @Test
    void what_is_known_to_run_away_is_found() {
        List.of("(a+)+$", "(a|aa)+$", "x*y", "^\\s+|\\s+$", "<.*>", "a.*b.*c", "(.*)=(.*)", "a\\w*!", "(?:a|b)*c")
                .forEach(known -> assertThat(runaway(Pattern.compile(known), true))
                        .as(known)
                        .isNotEmpty());
        assertThat(runaway(Pattern.compile("(?:\\s*)*x"), false)).isNotEmpty();
        assertThat(runaway(Pattern.compile("=.{0,100}"), true)).isEmpty();
    }

    /** What is counted differently: class, calls in its byte code, calls in its source. */
    private static List<String> difference(Map<String, Long> called, Map<String, Long> scanned) {
        Set<String> types = new TreeSet<>(called.keySet());
        types.addAll(scanned.keySet());
        return types.stream()
                .filter(type -> !called.getOrDefault(type, 0L).equals(scanned.getOrDefault(type, 0L)))
                .map(type -> type + " " + called.get(type) + " " + scanned.get(type))
                .toList();
    }

    private static List<Bait> baits(Pattern pattern) {
        return (pattern.flags() & Pattern.LITERAL) != 0 ? List.of() : RegexShape.baits(pattern.pattern());
    }

    /** What went wrong first, or nothing. */
    private static String runaway(Pattern pattern, boolean searches) {
        return baits(pattern).stream()
                .flatMap(bait -> ENDS.stream().map(end -> runaway(pattern, searches, bait, end)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String runaway(Pattern pattern, boolean searches, Bait bait, String end) {
        try {
            double some = looks(pattern, searches, bait.text(SHORT, end));
            if (some < FEW / 8.0) {
                return "";
            }
            double more = looks(pattern, searches, bait.text(LONG, end));
            return more > Math.max(FEW, some * FLAT) ? " " + some + " to " + more + " for " + bait + "…" + end : "";
        } catch (CountedText.TooManyException | StackOverflowError e) {
            return " " + e + " for " + bait + "…" + end;
        }
    }

    /** How often each character is looked at, on average. */
    private static double looks(Pattern pattern, boolean searches, String text) {
        CountedText counted = new CountedText(text, (long) MAX_LOOKS * text.length());
        Matcher matcher = pattern.matcher(counted);
        boolean found = searches ? matcher.find() : matcher.matches();
        while (searches && found) {
            found = matcher.find();
        }
        return (double) counted.looks() / text.length();
    }

    private static boolean takesExpression(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        Set<String> takers =
                switch (owner) {
                    case "java.util.regex.Pattern" -> Set.of("compile", "matches");
                    case "java.lang.String" -> Set.of("matches", "replaceAll", "replaceFirst", "split");
                    default -> Set.of();
                };
        return takers.contains(name);
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String topLevel(String type) {
        return type.contains("$") ? type.substring(0, type.indexOf('$')) : type;
    }
}
