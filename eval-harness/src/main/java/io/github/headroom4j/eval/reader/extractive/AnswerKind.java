package io.github.headroom4j.eval.reader.extractive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a question asks for, by how it is put. */
enum AnswerKind {
    /** How many, how much, how long. */
    NUMBER,
    /** When, what year. */
    DATE,
    /** Who. */
    PERSON,
    /** Where, what city. */
    PLACE,
    /** Why. */
    REASON,
    /** How is it done. */
    MANNER,
    /** Yes or no. */
    WHETHER,
    /** The default, a valid value, a class, a method, an option. */
    CODE,
    /** Anything else. */
    THING;

    private static final Set<String> ASKS_WHETHER = Set.of(
            "is", "are", "was", "were", "do", "does", "did", "can", "could", "has", "have", "had", "will", "should");

    private static final Map<AnswerKind, Set<String>> NOUNS = Map.of(
            DATE, Set.of("year", "date", "day", "month", "decade", "century"),
            NUMBER,
                    Set.of(
                            "number",
                            "percentage",
                            "percent",
                            "amount",
                            "population",
                            "size",
                            "length",
                            "rate",
                            "price",
                            "cost",
                            "age",
                            "speed",
                            "temperature",
                            "timeout",
                            "limit",
                            "duration",
                            "maximum",
                            "minimum"),
            PERSON, Set.of("person", "man", "woman", "president", "author", "king", "scientist", "director", "actor"),
            PLACE, Set.of("city", "country", "state", "place", "region", "river", "location", "town", "continent"),
            CODE,
                    Set.of(
                            "default",
                            "option",
                            "class",
                            "method",
                            "parameter",
                            "property",
                            "setting",
                            "exception",
                            "flag",
                            "value",
                            "values",
                            "interface",
                            "annotation",
                            "package",
                            "module",
                            "command",
                            "file",
                            "type"));

    static AnswerKind of(List<Token> question) {
        if (question.isEmpty()) {
            return THING;
        }
        for (int i = 0; i < question.size(); i++) {
            String next = i + 1 < question.size() ? question.get(i + 1).lower() : "";
            switch (question.get(i).lower()) {
                case "who", "whom", "whose" -> {
                    return PERSON;
                }
                case "when" -> {
                    return DATE;
                }
                case "where" -> {
                    return PLACE;
                }
                case "why" -> {
                    return REASON;
                }
                case "how" -> {
                    return Set.of("many", "much", "long", "old", "often", "far", "large", "big", "tall", "high", "fast")
                                    .contains(next)
                            ? NUMBER
                            : MANNER;
                }
                case "what", "which" -> {
                    return byNoun(question, i + 1);
                }
                default -> {
                    // The asking word comes later, or there is none.
                }
            }
        }
        return ASKS_WHETHER.contains(question.get(0).lower()) ? WHETHER : THING;
    }

    /** By the first nouns behind "what": of "what default value", the first one that says anything. */
    private static AnswerKind byNoun(List<Token> question, int from) {
        int content = 0;
        for (int i = from; i < question.size() && content < 3; i++) {
            String word = question.get(i).text().toLowerCase(Locale.ROOT);
            for (Map.Entry<AnswerKind, Set<String>> kind : NOUNS.entrySet()) {
                if (kind.getValue().contains(word)) {
                    return kind.getKey();
                }
            }
            content += question.get(i).isContent() ? 1 : 0;
        }
        return THING;
    }
}
