package io.github.headroom4j.eval.record;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values whose name says that they are secret: in JSON at any depth of escaping, properties, YAML, headers, command lines,
 * forms and URLs, percent-encoded or not. Where a value's end is not to be found, all to the end of the line is taken. Linear in the
 * text. Stateless.
 */
final class NamedSecrets {

    /** Characters; what is longer goes on for this long and no further. */
    private static final int MAX_VALUE = 8_000;

    /** Names of which any value is secret, whatever stands before them. */
    private static final String TELLING =
            "(?:password|passwd|passphrase|secret|api[_.-]?key|access[_.-]?key|account[_.-]?key"
                    + "|private[_.-]?key|encryption[_.-]?key|signing[_.-]?key|auth[_.-]?key|authorization)"
                    + "(?:[_.-]?(?:hash|value|key|text|old|new|\\d{1,3}))?";

    /** Short names, which are parts of other words. */
    private static final String SHORT = "pass(?:code)?|pwd|pw";

    /** Names that stand in other places, too, where short values are no secrets. */
    private static final String WEAK =
            "(?:[a-z-]{1,20}[_.-]?)?token|(?:set-)?cookie|credentials?|session[_.-]?(?:id|key)|sas|sig|signature"
                    + "|otp|pin";

    private static final int MIN_WEAK = 8;

    /** Where a short name may begin: not inside of a word, but behind an escape or at a capital. */
    private static final String START = "(?:" + Secrets.START + "|(?<=[a-z])(?-i:(?=[A-Z])))";

    private static final String BLANKS = "(?:[ \\t]|%20|\\+){0,8}+";

    /** Name, what closes it, what stands between it and the value. */
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:(?<strong>" + TELLING + "|" + START + "(?:" + SHORT + "))|(?<weak>" + START
                    + "(?:" + WEAK + ")))(?<closing>\\\\{0,15}+[\"'`]|%22)?+" + BLANKS
                    + "(?:=>|:=|==?|:|%3D|%3A|(?<=[\"'`])[ \\t]*,)" + BLANKS);

    /** {@code --password hunter2} of common tools has a blank for a sign. */
    private static final Pattern OPTION = Pattern.compile("(?i)" + Secrets.START + "--?(?:[a-z]{1,20}-)?(?:" + TELLING
            + "|" + SHORT + "|(?<weak>token))(?<closing>)(?:[ \\t]|%20|\\+){1,4}+(?![-])");

    private static final Pattern SCHEME =
            Pattern.compile("(?i)(?:bearer|basic|digest|token|negotiate)(?:[ \\t]|%20|\\+){1,4}+");

    private static final Pattern NOT_SECRET = Pattern.compile(
            "(?i)null|none|nil|undefined|true|false|string|\\*+|x{3,}|\\$\\{[^}]*}?|\\{\\{.*|<[\\w -]*>?|\\[redacted]|redacted|«.*");

    private NamedSecrets() {}

    static void find(String text, List<Finding> found) {
        find(NAMED, text, found);
        find(OPTION, text, found);
    }

    private static void find(Pattern pattern, String text, List<Finding> found) {
        Matcher named = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && named.find(from)) {
            from = named.end();
            boolean weak = named.group("weak") != null;
            String closing = named.group("closing");
            Finding value = value(text, named.end(), closing == null ? "" : closing);
            String secret = text.substring(value.start(), value.end());
            boolean plain = NOT_SECRET.matcher(secret).matches() || secret.isBlank();
            if (!plain && !(weak && secret.length() < MIN_WEAK)) {
                found.add(value);
                from = value.end();
            }
        }
    }

    private static Finding value(String text, int from, String closing) {
        int quote = from;
        while (quote < text.length() && quote - from < 16 && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote < text.length() && "\"'`".indexOf(text.charAt(quote)) >= 0) {
            int start = afterScheme(text, quote + 1);
            return Finding.of(SecretKind.NAMED, start, Math.max(start, closed(text, quote, quote - from)));
        }
        if (text.startsWith("%22", from)) {
            int end = text.indexOf("%22", from + 3);
            return Finding.of(SecretKind.NAMED, from + 3, end < 0 ? lineEnd(text, from) : end);
        }
        int start = afterScheme(text, from);
        int end = start;
        while (end < text.length() && end - start < MAX_VALUE && !endsBare(text, end)) {
            end++;
        }
        // A number is no JSON any more when a placeholder stands in its place.
        String around = closing.endsWith("\"") ? closing : "";
        return new Finding(SecretKind.NAMED, start, end, around);
    }

    private static int afterScheme(String text, int from) {
        Matcher scheme = SCHEME.matcher(text).region(from, text.length());
        return scheme.lookingAt() ? scheme.end() : from;
    }

    private static boolean endsBare(String text, int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c)
                || "\"'`,;&<>)}]\\|".indexOf(c) >= 0
                || text.startsWith("%26", at)
                || text.startsWith("%22", at);
    }

    /**
     * Where a quoted value ends: at the quote that has as many backslashes as the opening one, beside those that come in pairs of
     * pairs because the value holds backslashes itself.
     */
    private static int closed(String text, int opening, int depth) {
        char quote = text.charAt(opening);
        int slashes = 0;
        for (int i = opening + 1; i < text.length() && i - opening < MAX_VALUE; i++) {
            char c = text.charAt(i);
            if (c == quote && slashes % (2 * (depth + 1)) == depth) {
                return i - depth;
            }
            if (c == '\n' && depth > 0) {
                return i;
            }
            slashes = c == '\\' ? slashes + 1 : 0;
        }
        return lineEnd(text, opening);
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
