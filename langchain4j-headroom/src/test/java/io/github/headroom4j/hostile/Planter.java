package io.github.headroom4j.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a sentence into a real text where its kind has sentences: a message, a value, a cell, a comment, a paragraph. */
final class Planter {

    private static final Pattern JSON_VALUE = Pattern.compile("(?<=: ?\")[^\"\\\\\\n]{3,200}(?=\")");

    /** Where the message of a log entry or the text of a match begins. */
    private static final Pattern HEAD = Pattern.compile("^.{0,120}(?:: |\\] |:\\d+:)");

    private Planter() {}

    static String plant(String kind, String text, String sentence, RandomGenerator random) {
        List<Integer> starts = lineStarts(text);
        int line = starts.size() / 4 + random.nextInt(Math.max(1, starts.size() / 2));
        int at = starts.get(Math.min(line, starts.size() - 1));
        int end = text.indexOf('\n', at);
        String neighbour = text.substring(at, end < 0 ? text.length() : end);
        if (kind.equals("json") || neighbour.startsWith("{")) {
            return intoJson(text, sentence, random);
        }
        return text.substring(0, at) + line(kind, neighbour, sentence) + "\n" + text.substring(at);
    }

    private static List<Integer> lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0 && i + 1 < text.length(); i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts;
    }

    private static String intoJson(String text, String sentence, RandomGenerator random) {
        List<int[]> values = new ArrayList<>();
        Matcher value = JSON_VALUE.matcher(text);
        while (value.find()) {
            values.add(new int[] {value.start(), value.end()});
        }
        int[] chosen = values.get(values.size() / 4 + random.nextInt(values.size() / 2));
        return text.substring(0, chosen[0]) + sentence.replace("\"", "\\\"") + text.substring(chosen[1]);
    }

    private static String line(String kind, String neighbour, String sentence) {
        return switch (kind) {
            case "logs", "search" -> head(neighbour) + sentence;
            case "code" ->
                neighbour.substring(
                                0, neighbour.length() - neighbour.stripLeading().length()) + "// " + sentence;
            case "diff" -> " " + sentence;
            case "tables" -> row(neighbour, sentence);
            case "html" -> "<p>" + sentence.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
            case "markdown", "prose" -> "\n" + sentence + "\n";
            default -> sentence;
        };
    }

    private static String head(String line) {
        Matcher head = HEAD.matcher(line);
        return head.find() ? head.group() : "";
    }

    /** The neighbour with another text in its longest cell. */
    private static String row(String neighbour, String sentence) {
        String delimiter = neighbour.contains("|") ? "|" : neighbour.contains("\t") ? "\t" : ",";
        String[] cells = neighbour.split(Pattern.quote(delimiter), -1);
        int longest = 0;
        for (int i = 1; i < cells.length; i++) {
            longest = cells[i].length() > cells[longest].length() ? i : longest;
        }
        boolean quoted = delimiter.equals(",");
        cells[longest] = quoted ? '"' + sentence.replace("\"", "\"\"") + '"' : " " + sentence.replace("|", "/") + " ";
        return String.join(delimiter, cells);
    }
}
