package io.github.headroom4j.eval.workload.imported;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.reader.Reader.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a file with their numbers, as a person would count them: from the top, and anew at each note that says which lines it
 * stands for, such as {@code … 9 lines (48-56)}. Where counting up to a note comes out short, a comment of several lines was
 * put on one; what stands behind the last such comment is counted back from the note. Stateless.
 */
final class ShownFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final Pattern NOTE = Pattern.compile("… \\d{1,9} lines? \\((\\d{1,9})(?:-(\\d{1,9}))?\\)");

    private static final Pattern LISTED = Pattern.compile("(.{1,400}?):(\\d{1,9}):(.*)");

    private ShownFile() {}

    /**
     * A line.
     *
     * @param path the file
     * @param number from 1
     * @param text the line
     */
    record Line(String path, int number, String text) {}

    /** The argument that names the file. */
    static String path(Seen seen) {
        try {
            return JSON.readTree(seen.arguments()).path("path").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    static List<Line> lines(Seen seen) {
        String path = path(seen);
        List<Line> lines = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int next = 1;
        for (String text : seen.text().split("\n", -1)) {
            Matcher note = NOTE.matcher(text);
            if (note.find()) {
                int first = Integer.parseInt(note.group(1));
                int last = note.group(2) == null ? first : Integer.parseInt(note.group(2));
                number(path, open, new int[] {next, first}, lines);
                lines.add(new Line(path, first, text));
                open.clear();
                next = last + 1;
            } else {
                open.add(text);
            }
        }
        number(path, open, new int[] {next, next + open.size()}, lines);
        return lines;
    }

    /** Numbers what stands between two notes. */
    private static void number(String path, List<String> open, int[] range, List<Line> lines) {
        int missing = range[1] - range[0] - open.size();
        int comment = -1;
        for (int i = 0; i < open.size(); i++) {
            String text = open.get(i).strip();
            comment = text.startsWith("/**") && text.endsWith("*/") ? i : comment;
        }
        for (int i = 0; i < open.size(); i++) {
            boolean behind = missing > 0 && comment >= 0 && i > comment;
            lines.add(new Line(path, Math.max(1, range[0] + i + (behind ? missing : 0)), open.get(i)));
        }
    }

    /** Lines of the form {@code path:number:text}. */
    static List<Line> listed(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            Matcher listed = LISTED.matcher(line);
            if (listed.matches()) {
                lines.add(new Line(listed.group(1), Integer.parseInt(listed.group(2)), listed.group(3)));
            }
        });
        return lines;
    }
}
