package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.List;

/** Writes lines as rows: a template's name, a time step, values. {@link RowDecoder} is its inverse. */
final class RowEncoder {

    static final String AS_BEFORE = "\"";

    private final LastValues lastValues = new LastValues();
    private final long[] clocks;
    private final ValueNames names;
    private String lastTemplate = "";

    RowEncoder(long[] clocks, ValueNames names) {
        this.clocks = clocks.clone();
        this.names = names;
    }

    /**
     * Writes a row.
     *
     * @param name the template's name
     * @param values one per column; a time's is ignored
     * @param time the line's time, ignored if the template has none
     */
    String encode(String name, RowTemplate template, List<String> values, long time) {
        StringBuilder row = new StringBuilder();
        int timeColumn = template.timeColumn();
        if (timeColumn >= 0) {
            int layout = template.columns().get(timeColumn).number();
            long step = time - clocks[layout];
            clocks[layout] = time;
            if (step != 0) {
                row.append(step);
            }
        }
        int[] places = lastValues.places(name, template);
        List<String> fields = new ArrayList<>();
        int told = 0;
        for (int i = 0; i < values.size(); i++) {
            if (i != timeColumn) {
                fields.add(field(places[i], template.columns().get(i), values.get(i)));
                told = fields.get(fields.size() - 1).equals(AS_BEFORE) ? told : fields.size();
            }
        }
        for (String field : fields.subList(0, told)) {
            row.append(' ').append(field);
        }
        boolean sameTemplate = name.equals(lastTemplate) && row.length() > 0;
        lastTemplate = name;
        return sameTemplate ? row.toString() : name + row;
    }

    private String field(int place, Column column, String value) {
        String before = lastValues.put(place, value);
        if (value.equals(before)) {
            return AS_BEFORE;
        }
        return switch (column.mode()) {
            case STEP -> Long.toString(Long.parseLong(value) - (before == null ? 0 : Long.parseLong(before)));
            case PADDED -> names.write(escape(value.stripLeading(), false));
            case REST -> escape(value, true);
            default -> names.write(escape(value, false));
        };
    }

    private static String escape(String value, boolean rest) {
        if (value.isEmpty()) {
            return "\\e";
        }
        String escaped = value;
        if (!rest) {
            escaped = value.replace("\\", "\\\\").replace(" ", "\\s");
        }
        char first = escaped.charAt(0);
        boolean special = first == '"' || first == '&' || (rest && first == '\\');
        return special ? "\\" + escaped : escaped;
    }

    /** Undoes the escaping of a field. */
    static String unescape(String field, boolean rest) {
        if (field.equals("\\e")) {
            return "";
        }
        boolean special = field.startsWith("\\\"") || field.startsWith("\\&") || (rest && field.startsWith("\\\\"));
        String value = special ? field.substring(1) : field;
        if (rest || value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                c = value.charAt(++i) == 's' ? ' ' : value.charAt(i);
            }
            out.append(c);
        }
        return out.toString();
    }
}
