package io.github.headroom4j.eval.reader.extractive;

import io.github.headroom4j.eval.reader.extractive.SentenceRanking.Ranked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads references of options as people do: looks up the section of the option that the question names or describes, and in it
 * the default or the valid values; or tells the name in its heading. Stateless.
 */
final class ReferenceRule {

    private static final Pattern ASKS_DEFAULT = Pattern.compile(
            "(?i)\\bdefaults?\\b|\\bif (?:I|you|it|one) (?:do not|don't|is not|isn't) set|\\bnot set\\b|\\bleft\\b.{1,80}\\bout of\\b");

    private static final Pattern ASKS_VALUES = Pattern.compile(
            "(?i)\\b(?:valid|allowed|possible) values\\b|\\bwhich values\\b|\\bcan\\b.{1,120}\\bbe set to\\b");

    private static final Pattern ASKS_NAME = Pattern.compile(
            "(?i)\\b(?:which|what|name of the)(?: \\w+){0,2} (?:option|property|setting|parameter|configuration|key|flag)\\b");

    private static final Pattern DEFAULT_LINE = Pattern.compile("(?i)^[-*]?\\s*default(?: value)?:\\s*(\\S.{0,300})$");

    private static final Pattern DEFAULT_WORDS = Pattern.compile(
            "(?i)\\bdefaults?(?: value)?(?: is| are| to|:|=)? (?:is |to |of )?[\"'`(]?([\\w./:+-]{1,60}(?: (?:ms|milliseconds|seconds|minutes|hours|days|bytes|[kKMG]i?B))?)");

    private static final Pattern VALUES_LINE = Pattern.compile("(?i)^[-*]?\\s*valid values:\\s*(\\S.{0,300})$");

    private ReferenceRule() {}

    /**
     * What came of the rule.
     *
     * @param applies whether the question asks for such a thing
     * @param answer the answer, empty if there is none in sight
     */
    record Found(boolean applies, Optional<String> answer) {}

    static Found find(Question question, List<Ranked> ranked) {
        Map<Integer, List<Ranked>> sections = ranked.stream()
                .collect(Collectors.groupingBy(
                        one -> one.sentence().section(), LinkedHashMap::new, Collectors.toList()));
        String text = question.text();
        if (ASKS_DEFAULT.matcher(text).find()) {
            return fact(question, sections, ReferenceRule::defaultOf);
        }
        if (ASKS_VALUES.matcher(text).find()) {
            return fact(question, sections, ReferenceRule::valuesOf);
        }
        if (ASKS_NAME.matcher(text).find()) {
            Optional<String> name = sections.values().stream()
                    .map(section -> section.get(0).sentence().heading())
                    .filter(heading -> !heading.isEmpty() && !heading.contains(" "))
                    .findFirst();
            return new Found(name.isPresent(), name);
        }
        return new Found(false, Optional.empty());
    }

    /** A named option's section decides, also where it does not say; without a name, the nearest section that says. */
    private static Found fact(
            Question question, Map<Integer, List<Ranked>> sections, Function<List<Ranked>, Optional<String>> fact) {
        Set<String> names = question.names();
        List<List<Ranked>> named = sections.values().stream()
                .filter(section ->
                        names.contains(section.get(0).sentence().heading().toLowerCase(Locale.ROOT)))
                .toList();
        List<List<Ranked>> about = named.isEmpty() ? List.copyOf(sections.values()) : named;
        Optional<String> answer = about.stream()
                .limit(named.isEmpty() ? 2 : about.size())
                .map(fact)
                .flatMap(Optional::stream)
                .findFirst();
        return new Found(answer.isPresent() || !named.isEmpty(), answer);
    }

    private static Optional<String> defaultOf(List<Ranked> section) {
        return first(section, DEFAULT_LINE).or(() -> first(section, DEFAULT_WORDS));
    }

    private static Optional<String> valuesOf(List<Ranked> section) {
        return first(section, VALUES_LINE);
    }

    private static Optional<String> first(List<Ranked> section, Pattern pattern) {
        return section.stream()
                .map(one -> pattern.matcher(one.sentence().text()))
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .findFirst();
    }
}
