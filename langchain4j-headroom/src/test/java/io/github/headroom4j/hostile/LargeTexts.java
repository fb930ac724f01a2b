package io.github.headroom4j.hostile;

import io.github.headroom4j.content.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Large texts of every kind, few of whose lines are alike, which cost compressors most. */
public final class LargeTexts {

    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "ne", "ru", "to", "sa", "vi", "xe", "zo", "pra", "stil");

    private final SplittableRandom random = new SplittableRandom(20_261);
    private final Map<ContentType, String> texts = new HashMap<>();
    private final int length;

    private LargeTexts(int length) {
        this.length = length;
        texts.put(
                ContentType.LOG,
                lines(i -> "2026-01-01T00:00:" + (10 + i % 50) + " INFO [" + word() + "] " + sentence()));
        texts.put(ContentType.STACK_TRACE, lines(this::trace));
        texts.put(ContentType.JSON, "[" + lines(i -> row(i) + ",") + "{}]");
        texts.put(ContentType.NDJSON, lines(this::row));
        texts.put(ContentType.OPAQUE, lines(i -> digits(76)));
        texts.put(
                ContentType.SEARCH_RESULTS,
                lines(i -> "src/" + word() + "/A" + i / 5 + ".java:" + i + ":  " + sentence()));
        texts.put(ContentType.CODE, "package a;\n\nclass A {\n" + lines(this::method) + "}\n");
        texts.put(ContentType.DIFF, lines(this::hunk));
        texts.put(ContentType.BUILD_OUTPUT, "[INFO] Scanning for projects...\n" + lines(this::build));
        texts.put(ContentType.HTML, "<html><body>" + lines(i -> "<p>" + sentence() + "</p>") + "</body></html>");
        texts.put(ContentType.MARKDOWN, lines(i -> i % 10 == 0 ? "\n## " + word() + "\n" : sentence()));
        texts.put(ContentType.PROSE, lines(i -> sentence() + " " + sentence() + (i % 5 == 0 ? "\n" : "")));
        texts.put(ContentType.CSV, "id,name,value\n" + lines(i -> i + "," + word() + "," + random.nextInt()));
        texts.put(ContentType.TSV, "id\tname\tvalue\n" + lines(i -> i + "\t" + word() + "\t" + random.nextInt()));
        texts.put(ContentType.MARKDOWN_TABLE, "| a | b |\n|---|---|\n" + lines(i -> "| " + word() + " | " + i + " |"));
        texts.put(
                ContentType.TEXT_TABLE,
                "NAME         COUNT\n" + lines(i -> String.format("%-12s %5d", word().substring(2), i % 99_999)));
    }

    /**
     * Texts by kind.
     *
     * @param length about how many characters each has
     * @return one for each kind that a compressor is for
     */
    public static Map<ContentType, String> ofEveryKind(int length) {
        return Map.copyOf(new LargeTexts(length).texts);
    }

    private String row(int i) {
        return "{\"id\":" + i + ",\"name\":\"" + word() + "\",\"text\":\"" + sentence() + "\"}";
    }

    private String trace(int i) {
        return "java.lang.IllegalStateException: " + sentence() + "\n\tat com.a.A.m(A.java:" + i
                + ")\n\tat com.a.B.m(B.java:1)\nCaused by: java.io.IOException: " + word() + "\n\t... 3 more";
    }

    private String method(int i) {
        return "  /** Does it. */\n  int m" + i + "(int a) {\n    int b = a;\n"
                + ("    b += " + word() + "(a + b);\n").repeat(6) + "    return b;\n  }\n";
    }

    private String hunk(int i) {
        return "diff --git a/f" + i + " b/f" + i + "\n--- a/f" + i + "\n+++ b/f" + i + "\n@@ -1,3 +1,3 @@\n a\n-"
                + word() + "\n+" + word() + "\n c";
    }

    private String build(int i) {
        return i % 50 == 0
                ? "[ERROR] /a/b/C" + i + ".java:[" + i + ",2] cannot find symbol " + word()
                : "[INFO] Downloading from central: https://repo/" + word();
    }

    private String digits(int count) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return digits.toString();
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder("The");
        for (int left = 4 + random.nextInt(12); left > 0; left--) {
            sentence.append(' ').append(word());
        }
        return sentence.append('.').toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int left = 2 + random.nextInt(3); left > 0; left--) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private String lines(IntFunction<String> line) {
        StringBuilder lines = new StringBuilder(length + 200);
        for (int i = 0; lines.length() < length; i++) {
            lines.append(line.apply(i)).append('\n');
        }
        return lines.toString();
    }
}
