package io.github.headroom4j.compressor.search;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.token.TokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what a notation says again and again within its lines once, and one letter where it stands:
 *
 * <pre>
 * [the notation's first line; 2 letters stand for text]
 * α=public static final class
 * β=.getConnectTimeout()
 * 47 α Timeouts
 * </pre>
 *
 * <p>Letters are of alphabets that source code rarely uses, and only those that the notation does not hold, so that none
 * has to be escaped. Letters do not stand for letters.
 */
final class SharedTexts {

    /** One token each, whatever stands before them, and unlike any Latin letter. */
    private static final String LETTERS = "αβγδεζηθκλμνξπρστυφχψωΓΔΘΛΠΣΦΩБДЖЗИЛЦЧШЩЭЮЯбвгджзилцчшщыэюя";

    private static final String NOTE_START = "; ";
    private static final String NOTE_END = " letters stand for text]";

    /** What is longer than this was not written by us. Characters. */
    private static final int MAX_EXPANDED = 1 << 26;

    /** More digits than the letters' number has are none of ours. */
    private static final int MAX_DIGITS = 2;

    private SharedTexts() {}

    /** The notation with letters, or as it is where that counts fewer tokens. */
    static String share(String notation, CompressionContext context) {
        int headerEnd = notation.indexOf("]\n");
        String body = notation.substring(headerEnd + 2);
        String letters = unused(notation);
        List<String> texts = new RepeatedTexts(body, context).best(letters.length());
        StringBuilder head = new StringBuilder();
        head.append(notation, 0, headerEnd).append(NOTE_START).append(texts.size());
        head.append(NOTE_END).append('\n');
        for (int i = 0; i < texts.size(); i++) {
            context.checkDeadline();
            head.append(letters.charAt(i)).append('=').append(texts.get(i)).append('\n');
            body = replace(body, texts.get(i), letters.charAt(i));
        }
        TokenCounter counter = context.counter();
        String shared = head + body;
        return texts.isEmpty() || counter.count(notation) <= counter.count(shared) ? notation : shared;
    }

    /** The notation without letters; any other text as it is. */
    static String expand(String text) {
        int headerEnd = text.indexOf('\n');
        String header = text.substring(0, Math.max(0, headerEnd));
        int note = header.lastIndexOf(NOTE_START);
        if (note < 0 || !header.endsWith(NOTE_END)) {
            return text;
        }
        String digits = header.substring(note + NOTE_START.length(), header.length() - NOTE_END.length());
        int count = digits.length() <= MAX_DIGITS && HitScanner.isNumber(digits) ? Integer.parseInt(digits) : 0;
        Map<Character, String> texts = new HashMap<>();
        int at = headerEnd + 1;
        for (int i = 0; i < count; i++) {
            int end = text.indexOf('\n', at);
            if (end < at + 2 || end > at + 2 + RepeatedTexts.MAX_CHARS || text.charAt(at + 1) != '=') {
                return text;
            }
            texts.put(text.charAt(at), text.substring(at + 2, end));
            at = end + 1;
        }
        String body = written(text, at, texts);
        return body.isEmpty() ? text : header.substring(0, note) + "]\n" + body;
    }

    private static String written(String text, int from, Map<Character, String> texts) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        for (int i = from; i < text.length(); i++) {
            if (out.length() > MAX_EXPANDED) {
                return "";
            }
            String whole = texts.get(text.charAt(i));
            if (whole == null) {
                out.append(text.charAt(i));
            } else {
                out.append(whole);
            }
        }
        return out.toString();
    }

    private static String unused(String notation) {
        StringBuilder unused = new StringBuilder(LETTERS.length());
        for (int i = 0; i < LETTERS.length(); i++) {
            if (notation.indexOf(LETTERS.charAt(i)) < 0) {
                unused.append(LETTERS.charAt(i));
            }
        }
        return unused.toString();
    }

    /** Words are not cut in two. */
    private static String replace(String body, String text, char letter) {
        StringBuilder out = new StringBuilder(body.length());
        int from = 0;
        for (int at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + 1)) {
            int end = at + text.length();
            if (at >= from && !isWithinWord(body, at) && !isWithinWord(body, end)) {
                out.append(body, from, at).append(letter);
                from = end;
            }
        }
        return out.append(body, from, body.length()).toString();
    }

    private static boolean isWithinWord(String body, int at) {
        return at > 0
                && at < body.length()
                && RepeatedTexts.isWordPart(body.charAt(at - 1))
                && RepeatedTexts.isWordPart(body.charAt(at));
    }
}
