package io.github.headroom4j.eval.record;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the numbers of payment cards: an issuer's first digits, a length, groups by blanks or hyphens, and Luhn's check digit.
 * Stateless.
 */
final class CardNumbers {

    private static final Pattern DIGITS = Pattern.compile(
            "(?:(?<![\\w.%-])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[nrt]))\\d(?:(?:[ +-]|%20)?\\d){12,18}+(?![\\w-]|\\.\\d)");

    private static final Pattern ISSUED = Pattern.compile("4\\d{12}(?:\\d{3}){0,2}|5[1-5]\\d{14}"
            + "|(?:222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}|3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}"
            + "|(?:6011|65\\d\\d|64[4-9]\\d)\\d{12,15}|35(?:2[89]|[3-8]\\d)\\d{12}|62\\d{14,17}");

    private CardNumbers() {}

    static void find(String text, List<Finding> found) {
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group().replace("%20", "").replaceAll("\\D", "");
            if (ISSUED.matcher(digits).matches() && isChecked(digits)) {
                found.add(Finding.of(SecretKind.CARD, matcher.start(), matcher.end()));
            }
        }
    }

    /** Luhn: every second digit from the right is doubled, and the sum of all digits ends in zero. */
    static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
