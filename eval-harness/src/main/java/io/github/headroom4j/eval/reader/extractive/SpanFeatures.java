package io.github.headroom4j.eval.reader.extractive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What speaks for and against a span as the answer, by the names of {@link SpanWeights}. For one question. */
final class SpanFeatures {

    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Set<String> NUMBERS = Set.of(
            ("one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion"
                            + " half third quarter twice several dozens")
                    .split(" "));

    private static final Set<String> PLACE_BEFORE =
            Set.of("in", "at", "near", "from", "to", "of", "within", "throughout", "into");

    private static final Set<String> REASON_BEFORE = Set.of("because", "due", "since", "to", "for", "by", "as", "of");

    private static final Set<String> QUOTES = Set.of("\"", "'", "`", "\u201c");

    private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "NUM");

    private static final Pattern YEAR = Pattern.compile("1[0-9]{3}s?|20[0-9]{2}s?");

    /** How far before a span the noun may stand that says what is asked for. Tokens. */
    private static final int FOCUS_REACH = 4;

    private final Question question;
    private final double best;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final int sentences;

    /**
     * The features of spans.
     *
     * @param question what is asked
     * @param all all sentences that can be read
     * @param best the value of the best one
     */
    SpanFeatures(Question question, List<Sentence> all, double best) {
        this.question = question;
        this.best = best;
        this.sentences = all.size();
        for (Sentence one : all) {
            one.tokens().stream()
                    .filter(Token::isContent)
                    .map(Token::stem)
                    .distinct()
                    .forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        }
    }

    /** The features that are not 0, sorted by name so that sums are the same everywhere. */
    Map<String, Double> of(Span span) {
        Map<String, Double> features = new TreeMap<>();
        features.put("value", span.in().value());
        features.put("value2", span.in().value() * span.in().value());
        features.put("coverage", span.in().coverage());
        flag(features, "rank0", span.in().value() >= best);
        addOverlap(span, features);
        addNearness(span, features);
        addFocus(span, features);
        addKind(span, features);
        addShape(span, features);
        addTags(span, features);
        return features;
    }

    private static void flag(Map<String, Double> features, String name, boolean set) {
        if (set) {
            features.put(name, 1.0);
        }
    }

    private void addOverlap(Span span, Map<String, Double> features) {
        List<Token> content = span.tokens().stream().filter(Token::isContent).toList();
        long asked = content.stream().filter(this::isAsked).count();
        features.put("overlap", (double) asked / content.size());
        flag(features, "allOverlap", asked == content.size());
        features.put(
                "rarity",
                content.stream()
                                .mapToDouble(
                                        token -> Math.log((double) sentences / frequency.getOrDefault(token.stem(), 1)))
                                .average()
                                .orElse(0)
                        / Math.log(1 + sentences));
    }

    /** How near the question's words are to the span, by their worth: on both sides, and to the right of it. */
    private void addNearness(Span span, Map<String, Double> features) {
        List<Token> tokens = span.in().sentence().tokens();
        Map<String, Double> both = new TreeMap<>();
        Map<String, Double> right = new TreeMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if ((i < span.from() || i >= span.to()) && isAsked(token)) {
                int distance = i < span.from() ? span.from() - i : i - span.to() + 1;
                double worth = question.weights().getOrDefault(token.stem(), 0.0) / (1 + distance);
                both.merge(token.stem(), worth, Math::max);
                if (i >= span.to()) {
                    right.merge(token.stem(), worth, Math::max);
                }
            }
        }
        double all = sum(question.weights());
        features.put("near", all == 0 ? 0 : sum(both) / all);
        features.put("nearRight", all == 0 ? 0 : sum(right) / all);
        flag(features, "afterLast", followsLast(span));
    }

    private static double sum(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(weight -> weight).sum();
    }

    /** Whether the span stands right behind the question's last word, but for words that only join. */
    private boolean followsLast(Span span) {
        List<Token> tokens = span.in().sentence().tokens();
        int i = span.from() - 1;
        while (i >= 0 && tokens.get(i).isWord() && !tokens.get(i).isContent()) {
            i--;
        }
        return i >= 0 && !question.last().isEmpty() && tokens.get(i).stem().equals(question.last());
    }

    private void addFocus(Span span, Map<String, Double> features) {
        List<Token> all = span.in().sentence().tokens();
        flag(features, "focusIn", span.tokens().stream().anyMatch(this::isFocus));
        flag(features, "focusNext", span.to() < all.size() && isFocus(all.get(span.to())));
        flag(
                features,
                "focusBefore",
                all.subList(Math.max(0, span.from() - FOCUS_REACH), span.from()).stream()
                        .anyMatch(this::isFocus));
    }

    private void addKind(Span span, Map<String, Double> features) {
        List<Token> tokens = span.tokens();
        boolean number = tokens.stream().anyMatch(SpanFeatures::isNumber);
        boolean names = tokens.stream().filter(Token::isContent).allMatch(Token::isCapitalised);
        boolean anyName = tokens.stream().anyMatch(Token::isCapitalised);
        AnswerKind kind = question.kind();
        flag(features, "numberOther", number && kind != AnswerKind.NUMBER && kind != AnswerKind.DATE);
        switch (kind) {
            case NUMBER -> flag(features, number ? "numberKind" : "numNotNum", true);
            case DATE -> {
                boolean date = tokens.stream().anyMatch(SpanFeatures::isDate);
                flag(features, date ? "dateKind" : "dateNotDate", true);
                flag(features, "yearDate", tokens.size() == 1 && isYear(tokens.get(0)));
            }
            case PERSON -> {
                flag(features, "personKind", names);
                flag(features, "personNotCap", !anyName);
                flag(features, "persProp", span.tag(span.from()).equals("PROPN"));
            }
            case PLACE -> {
                flag(features, "placeKind", names);
                flag(features, "placePrep", PLACE_BEFORE.contains(span.before()));
            }
            case REASON -> flag(features, "reasonKind", REASON_BEFORE.contains(span.before()));
            case THING -> {
                flag(features, "thingLower", !anyName);
                flag(features, "thingNoun", span.tag(span.to() - 1).equals("NOUN"));
                flag(features, "thingNumber", number);
            }
            default -> {
                // Nothing is known of such answers.
            }
        }
    }

    private static void addShape(Span span, Map<String, Double> features) {
        List<Token> all = span.in().sentence().tokens();
        List<Token> tokens = span.tokens();
        Token first = tokens.get(0);
        Token last = tokens.get(tokens.size() - 1);
        flag(features, "len1", tokens.size() == 1);
        flag(features, "len2", tokens.size() == 2);
        flag(features, "len6", tokens.size() > 5);
        flag(
                features,
                "startsChunk",
                span.from() == 0 || !all.get(span.from() - 1).isContent());
        flag(
                features,
                "endsChunk",
                span.to() == all.size() || !all.get(span.to()).isContent());
        flag(features, "stopInside", tokens.stream().anyMatch(token -> token.isWord() && !token.isContent()));
        flag(features, "signInside", tokens.stream().anyMatch(token -> !token.isWord()));
        flag(features, "capBroken", breaksName(span));
        flag(features, "quoted", QUOTES.contains(span.before()));
        flag(features, "verbish", first.lower().endsWith("ed") || first.lower().endsWith("ing"));
        flag(features, "adverb", first.lower().endsWith("ly") || last.lower().endsWith("ly"));
        flag(features, "precededByOf", span.before().equals("of"));
    }

    private static void addTags(Span span, Map<String, Double> features) {
        List<String> tags = span.tags().subList(span.from(), span.to());
        flag(features, "hasVerb", tags.contains("VERB"));
        flag(features, "hasAdp", tags.contains("ADP"));
        flag(features, "hasConj", tags.contains("CCONJ"));
        flag(features, "joinL", isJoined(span.tag(span.from() - 1), span.tag(span.from())));
        flag(features, "joinR", isJoined(span.tag(span.to() - 1), span.tag(span.to())));
        flag(features, "nomLast", NOMINAL.contains(span.tag(span.to() - 1)));
        flag(features, "F" + span.tag(span.from()), true);
        flag(features, "L" + span.tag(span.to() - 1), true);
        flag(features, "B" + span.tag(span.from() - 1), true);
        flag(features, "A" + span.tag(span.to()), true);
    }

    private boolean isAsked(Token token) {
        return token.isContent() && question.weights().containsKey(token.stem());
    }

    private boolean isFocus(Token token) {
        return token.isContent() && token.stem().equals(question.focus());
    }

    /** Whether two neighbouring words belong to one group of nouns. */
    private static boolean isJoined(String left, String right) {
        return (NOMINAL.contains(left) || left.equals("ADJ")) && (NOMINAL.contains(right) || right.equals("ADJ"));
    }

    private static boolean breaksName(Span span) {
        List<Token> tokens = span.in().sentence().tokens();
        boolean left = span.from() > 1
                && tokens.get(span.from()).isCapitalised()
                && tokens.get(span.from() - 1).isCapitalised();
        boolean right = span.to() < tokens.size()
                && tokens.get(span.to() - 1).isCapitalised()
                && tokens.get(span.to()).isCapitalised();
        return left || right;
    }

    private static boolean isNumber(Token token) {
        return token.isNumber() || NUMBERS.contains(token.lower());
    }

    private static boolean isDate(Token token) {
        return isYear(token) || MONTHS.contains(token.lower());
    }

    private static boolean isYear(Token token) {
        return YEAR.matcher(token.text()).matches();
    }
}
