package io.github.headroom4j.eval.report;

/** Texts that XML 1.0 can hold, and that do not turn the direction of others: names may come from other people's data. */
final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** With every character replaced that XML 1.0 forbids or that turns the direction. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.appendCodePoint(isAllowed(point) ? point : REPLACEMENT));
        return out.toString();
    }

    private static boolean isAllowed(int point) {
        boolean plain = point == '\t' || point == '\n' || point == '\r' || (point >= ' ' && point < 0xD800);
        boolean turning = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return (plain && !turning) || (point > 0xDFFF && point < 0xFFFE) || point > 0xFFFF;
    }
}
