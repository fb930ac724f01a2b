package io.github.headroom4j.eval.workload.rag;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the description of an option says it does, as a phrase that fits into a question: its first sentence, if that begins
 * like one of those that can be put so without a parser. Stateless.
 */
final class OptionPhrases {

    /** Words in a sentence that says something and is no essay. */
    private static final int MIN_WORDS = 6;

    private static final int MAX_WORDS = 30;

    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("^(.{1,400}?)[.!?:]?(?:\\n|(?<=[.!?:])\\s+(?=[A-Z])|$)");

    /** What a configuration says of itself. */
    private static final Pattern ITSELF =
            Pattern.compile("^(?:This|The) (?:configuration|config|setting|property)\\s++");

    private static final Pattern ARTICLE = Pattern.compile("^(?:The|A|An) (?=[a-z])");

    /** Openings of phrases that name a thing. */
    private static final Set<String> NOUNS = Set.of(
            ("Amount Base Charset Delay Directory Duration Encoding Extension Format Frequency Host Idle Initial Interval"
                            + " Length List Location Locations Maximum Minimum Multiplier Name Number Password Path Period"
                            + " Port Prefix Size Suffix Time Timeout Total Type URL Version")
                    .split(" "));

    private static final Set<String> VERBS =
            Set.of("Configures Controls Defines Determines Specifies controls defines determines specifies".split(" "));

    /**
     * A phrase.
     *
     * @param form what it is
     * @param words the phrase, beginning as within a sentence and without a full stop
     * @param sentence what it was made of, as the description has it
     */
    record Phrase(Form form, String words, String sentence) {}

    /** What a phrase is. */
    enum Form {
        /** "maximum number of connections". */
        THING,
        /** "whether to compress responses", "how often to look for changes". */
        CLAUSE,
        /** "determines what happens when ...". */
        ACTION
    }

    private OptionPhrases() {}

    /** The phrase of a description, if its first sentence is fit for one. */
    static Optional<Phrase> of(DocumentedOption option) {
        Matcher matcher = FIRST_SENTENCE.matcher(option.description());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String sentence = matcher.group(1);
        String bare = ITSELF.matcher(sentence).replaceFirst("");
        boolean named = bare.contains(option.name()) || bare.contains("`") || bare.contains("\"");
        int words = bare.split(" ").length;
        if (named || words < MIN_WORDS || words > MAX_WORDS) {
            return Optional.empty();
        }
        return form(bare).map(form -> new Phrase(form, withinSentence(bare), sentence));
    }

    private static Optional<Form> form(String sentence) {
        String first = sentence.split(" ", 2)[0];
        if (NOUNS.contains(first) || ARTICLE.matcher(sentence).find()) {
            return Optional.of(Form.THING);
        }
        if (List.of("Whether", "How").contains(first)) {
            return Optional.of(Form.CLAUSE);
        }
        return VERBS.contains(first) ? Optional.of(Form.ACTION) : Optional.empty();
    }

    private static String withinSentence(String sentence) {
        String bare = ARTICLE.matcher(sentence).replaceFirst("");
        boolean isName = bare.length() > 1 && Character.isUpperCase(bare.charAt(1));
        return isName ? bare : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    }
}
