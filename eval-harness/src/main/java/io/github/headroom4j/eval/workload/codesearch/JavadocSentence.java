package io.github.headroom4j.eval.workload.codesearch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the first sentence out of a Javadoc comment, as plain text, and tells whether it describes a method. */
final class JavadocSentence {

    private static final int MIN_WORDS = 6;
    private static final int MAX_WORDS = 40;
    /** Longer comments are cut before they are searched, to bound the work; first sentences are far shorter. */
    private static final int MAX_CHARS = 4_000;

    private static final Pattern LINE_START = Pattern.compile("(?m)^[ \\t]*\\*+[ \\t]?");
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*@[a-zA-Z]");
    private static final Pattern PARAGRAPH =
            Pattern.compile("(?i)</?(p|ul|ol|pre|table|h[1-6]|blockquote|dl)\\b[^>]{0,200}>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
    private static final Pattern LINK =
            Pattern.compile("\\{@(?:link|linkplain)\\s+([^\\s{}()]+(?:\\([^(){}]{0,200}\\))?)([^{}]{0,300})}");
    private static final Pattern LITERAL = Pattern.compile("\\{@(?:code|literal|systemProperty)\\s+([^{}]{0,300})}");
    private static final Pattern OTHER_INLINE = Pattern.compile("\\{@[^{}]{0,300}}");
    private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)");
    private static final List<String> ABBREVIATIONS = List.of("e.g.", "i.e.", "etc.", "vs.", "cf.", "resp.", "incl.");

    /** First words of sentences that speak of another method or of the code instead of saying what it does. */
    private static final Set<String> UNSPECIFIC_STARTS = Set.of(
            "equivalent",
            "same",
            "delegates",
            "convenience",
            "overridden",
            "implementation",
            "see",
            "deprecated",
            "internal",
            "this",
            "like",
            "similar",
            "as",
            "default",
            "override",
            "overrides",
            "helper",
            "simple",
            "calls",
            "forwards",
            "note",
            "todo",
            "variant",
            "invokes",
            "shortcut",
            "alias");

    private static final Pattern ACCESSOR = Pattern.compile(
            "(?:gets?|sets?|returns?|getter|setter)(?: for)? (?:the |a |an )?(?:value|instance|name|type|current|property)\\b.*");

    private JavadocSentence() {}

    /**
     * The first sentence, or null if it does not describe a method: shorter than 6 or longer than 40 words, an accessor's
     * boilerplate, or a reference to another method.
     *
     * @param javadoc the comment without its delimiters
     */
    static @Nullable String first(String javadoc) {
        String text = plain(javadoc.length() > MAX_CHARS ? javadoc.substring(0, MAX_CHARS) : javadoc);
        String sentence = text.substring(0, sentenceEnd(text)).strip();
        return describes(sentence) ? sentence : null;
    }

    private static String plain(String javadoc) {
        String text = LINE_START.matcher(javadoc).replaceAll("");
        text = before(BLOCK_TAG, text).strip();
        Matcher paragraph = PARAGRAPH.matcher(text);
        if (paragraph.lookingAt()) {
            text = text.substring(paragraph.end());
        }
        text = before(PARAGRAPH, text);
        text = LITERAL.matcher(text).replaceAll("$1");
        text = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(linkText(link.group(1), link.group(2))));
        text = OTHER_INLINE.matcher(text).replaceAll("");
        text = TAG.matcher(text).replaceAll("");
        return entities(text).replaceAll("\\s+", " ").strip();
    }

    private static String linkText(String target, String label) {
        if (!label.isBlank()) {
            return label.strip();
        }
        String member = target.startsWith("#") ? target.substring(1) : target.replace('#', '.');
        int parameters = member.indexOf('(');
        return parameters < 0 ? member : member.substring(0, parameters);
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&#64;", "@")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String before(Pattern stop, String text) {
        Matcher found = stop.matcher(text);
        return found.find() ? text.substring(0, found.start()) : text;
    }

    private static int sentenceEnd(String text) {
        Matcher end = END.matcher(text);
        while (end.find()) {
            String upTo = text.substring(0, end.end()).toLowerCase(Locale.ROOT);
            if (ABBREVIATIONS.stream().noneMatch(upTo::endsWith)) {
                return end.end();
            }
        }
        return text.length();
    }

    private static boolean describes(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        String[] words = lower.split(" ", -1);
        return words.length >= MIN_WORDS
                && words.length <= MAX_WORDS
                && lower.matches("[a-z].*")
                && !sentence.endsWith(":")
                && !sentence.contains("{")
                && !sentence.contains("\"")
                && !UNSPECIFIC_STARTS.contains(words[0].replaceAll("[^a-z]", ""))
                && !ACCESSOR.matcher(lower).matches();
    }
}
