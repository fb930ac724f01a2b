package io.github.headroom4j.eval.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a secret. Rather too much than too little: a word too many costs next to nothing, a key that stays costs all.
 * Every pattern has bounded or possessive repetitions and begins at a fixed sign, so that the time is linear in the text. Thread-safe.
 */
final class Secrets {

    /** Before a token there is none of its own signs, or it would be a part of something else; escapes end in such signs. */
    static final String START = "(?:(?<![A-Za-z0-9])|(?<=\\\\[nrtfb])|(?<=%[0-9A-Fa-f]{2}))";

    /** Behind a token of fixed length there is none either. */
    static final String END = "(?![A-Za-z0-9])";

    private static final Pattern API_KEY = Pattern.compile(START + "(?:"
            + "sk-[A-Za-z0-9_-]{16,500}+"
            + "|(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"
            + "|gh[pousr]_[A-Za-z0-9]{20,500}+|github_pat_[A-Za-z0-9_]{20,500}+|glpat-[A-Za-z0-9_.-]{16,500}+"
            + "|xox[abceoprs]-[A-Za-z0-9-]{10,500}+|xapp-[A-Za-z0-9-]{10,500}+"
            + "|AIza[A-Za-z0-9_-]{30,500}+|ya29\\.[A-Za-z0-9_-]{20,2000}+|GOCSPX-[A-Za-z0-9_-]{20,500}+"
            + "|[rsp]k_(?:live|test)_[A-Za-z0-9]{10,500}+|whsec_[A-Za-z0-9+/=]{16,500}+"
            + "|npm_[A-Za-z0-9]{30,500}+|pypi-[A-Za-z0-9_-]{30,2000}+|hf_[A-Za-z0-9]{20,500}+"
            + "|SG\\.[A-Za-z0-9_-]{16,100}+\\.[A-Za-z0-9_-]{16,100}+|SK[0-9a-f]{32}(?![A-Za-z0-9])"
            + "|do[opr]_v1_[0-9a-f]{40,100}+|dapi[0-9a-f]{32}(?![A-Za-z0-9])|gsk_[A-Za-z0-9]{20,500}+"
            + "|xai-[A-Za-z0-9]{20,500}+|r8_[A-Za-z0-9]{20,500}+|key-[0-9a-z]{32}(?![A-Za-z0-9])"
            + "|AGE-SECRET-KEY-1[A-Z0-9]{40,100}+|\\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])"
            + ")");

    private static final Pattern JWT =
            Pattern.compile(START + "eyJ[A-Za-z0-9_-]{6,8000}+(?:\\.[A-Za-z0-9_-]{0,8000}+){1,4}+");

    private static final String GAP = "(?:[ \\t]|%20|\\+){1,4}+";

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)" + START + "(?:bearer|basic|digest)" + GAP + "([A-Za-z0-9._~+/=:%-]{6,8000}+)");

    private static final Pattern URL_PASSWORD =
            Pattern.compile("(?i)(?::|%3A)(?://|%2F%2F)(?:(?!%3A|%40)[^\\s/@:\"'<>\\\\]){0,100}+"
                    + "(?::|%3A)([^\\s/\"'<>@\\\\]{1,500}?)(?:@|%40)");

    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}+(?:@|%40)[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,6}+");

    private static final Pattern KEY_BEGINS =
            Pattern.compile("-----BEGIN(?:[A-Z0-9 +]|%20){1,60}?PRIVATE(?: |\\+|%20)KEY");

    private static final String KEY_ENDS = "-----END";

    /** A line that goes on with a token: nothing but signs of tokens. */
    private static final Pattern CONTINUED =
            Pattern.compile("(?:\\r?\\n|\\\\n)[ \\t]{0,40}+([A-Za-z0-9_.=+/-]{4,500}+)(?=\\s|\\\\|[\"',]|$)");

    private static final int MIN_OPAQUE = 20;

    /** How placeholders begin. */
    static final String PLACEHOLDER = "«secret-";

    private final boolean emails;

    Secrets(boolean emails) {
        this.emails = emails;
    }

    /** All findings in order, none of which overlap. */
    List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        privateKeys(text, found);
        tokens(SecretKind.JWT, JWT, text, found);
        tokens(SecretKind.API_KEY, API_KEY, text, found);
        authorizations(text, found);
        NamedSecrets.find(text, found);
        urlPasswords(text, found);
        CardNumbers.find(text, found);
        if (emails) {
            tokens(SecretKind.EMAIL, EMAIL, text, found);
        }
        WrappedTokens.find(text, JWT, SecretKind.JWT, found);
        WrappedTokens.find(text, API_KEY, SecretKind.API_KEY, found);
        // What a redaction has put there is no secret.
        found.removeIf(one -> text.startsWith(PLACEHOLDER, one.start()));
        return merged(found);
    }

    private static void tokens(SecretKind kind, Pattern pattern, String text, List<Finding> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int end = kind == SecretKind.EMAIL ? matcher.end() : continued(text, matcher.end());
            found.add(Finding.of(kind, matcher.start(), end));
        }
    }

    private static int continued(String text, int end) {
        Matcher next = CONTINUED.matcher(text);
        int at = end;
        while (next.region(at, text.length()).lookingAt()
                && next.group(1).chars().anyMatch(Character::isDigit)) {
            at = next.end();
        }
        return at;
    }

    /** Behind a scheme stands a word of prose or an opaque one: with a digit or a sign, or longer than words are. */
    private static void authorizations(String text, List<Finding> found) {
        Matcher matcher = AUTHORIZATION.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(1);
            boolean opaque = value.length() >= MIN_OPAQUE
                    || value.chars().anyMatch(c -> Character.isDigit(c) || "+/=_~".indexOf(c) >= 0);
            if (opaque) {
                found.add(Finding.of(SecretKind.AUTHORIZATION, matcher.start(1), continued(text, matcher.end(1))));
            }
        }
    }

    private static void urlPasswords(String text, List<Finding> found) {
        Matcher matcher = URL_PASSWORD.matcher(text);
        while (matcher.find()) {
            int end = matcher.end(1);
            // An @ in the password itself: the host begins behind the last one before a slash or a blank.
            for (int i = matcher.end(); i < text.length() && " \t\r\n/\"'<>\\".indexOf(text.charAt(i)) < 0; i++) {
                end = text.charAt(i) == '@' ? i : end;
            }
            found.add(Finding.of(SecretKind.URL_PASSWORD, matcher.start(1), end));
        }
    }

    /** To the end of the text if the key was cut off. */
    private static void privateKeys(String text, List<Finding> found) {
        Matcher begins = KEY_BEGINS.matcher(text);
        int from = 0;
        while (begins.find(from)) {
            int ends = text.indexOf(KEY_ENDS, begins.end());
            int dashes = ends < 0 ? -1 : text.indexOf("-----", ends + KEY_ENDS.length());
            from = dashes < 0 ? text.length() : dashes + 5;
            found.add(Finding.of(SecretKind.PRIVATE_KEY, begins.start(), from));
            if (from >= text.length()) {
                break;
            }
        }
    }

    private static List<Finding> merged(List<Finding> found) {
        List<Finding> sorted = found.stream()
                .sorted(Comparator.comparingInt(Finding::start).thenComparingInt(one -> -one.end()))
                .toList();
        List<Finding> merged = new ArrayList<>();
        for (Finding one : sorted) {
            Finding last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || one.start() >= last.end()) {
                merged.add(one);
            } else if (one.end() > last.end()) {
                merged.set(merged.size() - 1, new Finding(last.kind(), last.start(), one.end(), last.quote()));
            }
        }
        return merged;
    }
}
