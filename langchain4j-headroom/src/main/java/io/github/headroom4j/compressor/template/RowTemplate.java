package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.List;

/**
 * A template as it is printed: constants with columns between them. Immutable.
 *
 * @param constants one more than columns
 * @param columns at most one of them a time, and a rest only at the end
 */
record RowTemplate(List<String> constants, List<Column> columns) {

    RowTemplate {
        constants = List.copyOf(constants);
        columns = List.copyOf(columns);
    }

    boolean hasTime() {
        return timeColumn() >= 0;
    }

    int timeColumn() {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).mode() == Column.Mode.TIME) {
                return i;
            }
        }
        return -1;
    }

    /** The template with {@code <>} for columns; {@link #parse} reads it. */
    String render() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < constants.size(); i++) {
            escape(constants.get(i), out);
            if (i < columns.size()) {
                out.append('<').append(columns.get(i).sign()).append('>');
            }
        }
        return out.toString();
    }

    private static void escape(String constant, StringBuilder out) {
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c == '\r') {
                out.append("\\r");
            } else {
                if (c == '\\' || c == '<') {
                    out.append('\\');
                }
                out.append(c);
            }
        }
    }

    /** Reads what {@link #render} printed. */
    static RowTemplate parse(String rendered) {
        List<String> constants = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        StringBuilder constant = new StringBuilder();
        for (int i = 0; i < rendered.length(); i++) {
            char c = rendered.charAt(i);
            if (c == '\\') {
                char escaped = rendered.charAt(++i);
                constant.append(escaped == 'r' ? '\r' : escaped);
            } else if (c == '<') {
                int end = rendered.indexOf('>', i);
                columns.add(Column.of(rendered.substring(i + 1, end)));
                constants.add(constant.toString());
                constant.setLength(0);
                i = end;
            } else {
                constant.append(c);
            }
        }
        constants.add(constant.toString());
        return new RowTemplate(constants, columns);
    }

    /**
     * Where a column's last value is remembered. Columns of different templates share a place if the same word stands
     * before them: after "from", one line's address is likely to be the next one's.
     */
    String memoryKey(int column, String templateName) {
        String before = constants.get(column);
        int end = before.length();
        while (end > 0 && before.charAt(end - 1) == ' ') {
            end--;
        }
        String word = before.substring(before.lastIndexOf(' ', end - 1) + 1, end);
        boolean telling = hasLetter(word);
        return columns.get(column).sign() + (telling ? ' ' + word : "#" + templateName + '#' + column);
    }

    private static boolean hasLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
