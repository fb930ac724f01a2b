package io.github.headroom4j.tool;

import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines the diffs change that tools have returned in this invocation of the agent: whoever has read a diff wants to see of
 * the files what stands around its changes. Kept with the invocation and gone with it. Linear in the diffs.
 *
 * <p>Of tools that run at the same time, the one that returns later may or may not know what the other has returned.
 */
final class SeenChanges {

    /** Characters that are kept; a diff with more changes speaks of everything. */
    static final int MAX_CHARS = 8_000;

    private static final String KEY = "headroom.changes";

    private static final Pattern HUNK = Pattern.compile("@@ -\\d{1,9}(?:,\\d{1,9})? \\+(\\d{1,9})(?:,\\d{1,9})? @@.*");

    private final StringBuilder places = new StringBuilder();
    private String file = "";
    private int next;
    private int first;

    private SeenChanges() {}

    /** What is known so far, as a unified diff's lines of files and hunks. */
    static String in(@Nullable InvocationContext context) {
        InvocationParameters parameters = context == null ? null : context.invocationParameters();
        String known = parameters == null ? null : parameters.get(KEY);
        return known == null ? "" : known;
    }

    /** Remembers what the diffs in a result change. */
    static void remember(ToolExecutionResult result, @Nullable InvocationContext context) {
        InvocationParameters parameters = context == null ? null : context.invocationParameters();
        if (parameters == null) {
            return;
        }
        for (Content content : result.resultContents()) {
            String changes = content instanceof TextContent text ? of(text.text()) : "";
            String known = in(context);
            if (!changes.isEmpty() && known.length() + changes.length() <= MAX_CHARS) {
                parameters.put(KEY, known + changes);
            }
        }
    }

    /** Files and changed lines of a diff, with the numbers that they have in the new file; empty if it is none. */
    static String of(String text) {
        if (!text.contains("+++ ") || !text.contains("@@ -")) {
            return "";
        }
        SeenChanges changes = new SeenChanges();
        text.lines().forEach(changes::read);
        changes.end();
        return changes.places.toString();
    }

    private void read(String line) {
        if (line.startsWith("+++ ")) {
            end();
            next = 0;
            file = line;
            return;
        }
        Matcher hunk = HUNK.matcher(line);
        if (hunk.matches()) {
            end();
            next = Integer.parseInt(hunk.group(1));
        } else if (next > 0) {
            readBody(line.isEmpty() ? ' ' : line.charAt(0));
        }
    }

    private void readBody(char sign) {
        switch (sign) {
            case '+' -> {
                first = first == 0 ? next : first;
                next++;
            }
            case '-' -> first = first == 0 ? next : first;
            case ' ' -> {
                end();
                next++;
            }
            case '\\' -> {}
            default -> {
                end();
                next = 0;
            }
        }
    }

    /** A run of changes is over; what was only removed is where the next line is now. */
    private void end() {
        if (first > 0 && next > 0) {
            if (!file.isEmpty()) {
                places.append(file).append('\n');
                file = "";
            }
            places.append("@@ +")
                    .append(first)
                    .append(',')
                    .append(Math.max(1, next - first))
                    .append(" @@\n");
        }
        first = 0;
    }
}
