package io.github.headroom4j.compressor.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Restores lines from rows. The inverse of {@link RowEncoder}; throws unchecked exceptions at what that cannot write. */
final class RowDecoder {

    private final Map<String, RowTemplate> templates;
    private final List<TimeLayout> layouts;
    private final long[] clocks;
    private final LastValues lastValues = new LastValues();
    private final Map<String, String> named = new HashMap<>();
    private String lastTemplate = "";

    RowDecoder(Map<String, RowTemplate> templates, List<TimeLayout> layouts, long[] clocks) {
        this.templates = templates;
        this.layouts = layouts;
        this.clocks = clocks.clone();
    }

    String decode(String row) {
        int at = 0;
        while (at < row.length() && isLetter(row.charAt(at))) {
            at++;
        }
        if (at > 0) {
            lastTemplate = row.substring(0, at);
        }
        RowTemplate template = templates.get(lastTemplate);
        if (template == null) {
            throw new IllegalArgumentException("no template is called '" + lastTemplate + "'");
        }
        int fieldsStart = row.indexOf(' ', at) < 0 ? row.length() : row.indexOf(' ', at);
        String step = row.substring(at, fieldsStart);
        return line(template, step.isEmpty() ? 0 : Long.parseLong(step), row.substring(fieldsStart));
    }

    private String line(RowTemplate template, long step, String fields) {
        StringBuilder line = new StringBuilder(template.constants().get(0));
        int[] places = lastValues.places(lastTemplate, template);
        int at = 0;
        for (int i = 0; i < template.columns().size(); i++) {
            Column column = template.columns().get(i);
            if (column.mode() == Column.Mode.TIME) {
                clocks[column.number()] += step;
                line.append(layouts.get(column.number()).format(clocks[column.number()]));
            } else {
                int end = column.mode() == Column.Mode.REST ? fields.length() : fieldEnd(fields, at);
                String field = at < fields.length() ? fields.substring(at + 1, end) : RowEncoder.AS_BEFORE;
                line.append(value(places[i], column, field));
                at = end;
            }
            line.append(template.constants().get(i + 1));
        }
        return line.toString();
    }

    private static int fieldEnd(String fields, int at) {
        int end = at >= fields.length() ? -1 : fields.indexOf(' ', at + 1);
        return end < 0 ? fields.length() : end;
    }

    private String value(int place, Column column, String field) {
        String before = lastValues.get(place);
        if (field.equals(RowEncoder.AS_BEFORE)) {
            if (before == null) {
                throw new IllegalArgumentException("no value stands before '" + field + "'");
            }
            return before;
        }
        String value =
                switch (column.mode()) {
                    case STEP -> Long.toString(Long.parseLong(field) + (before == null ? 0 : Long.parseLong(before)));
                    case PADDED -> pad(resolve(field), column.number());
                    case REST -> RowEncoder.unescape(field, true);
                    default -> resolve(field);
                };
        lastValues.put(place, value);
        return value;
    }

    private String resolve(String field) {
        if (!field.startsWith("&")) {
            return RowEncoder.unescape(field, false);
        }
        int equals = field.indexOf('=');
        if (equals < 0) {
            String value = named.get(field);
            if (value == null) {
                throw new IllegalArgumentException("no value is called '" + field + "'");
            }
            return value;
        }
        String value = RowEncoder.unescape(field.substring(equals + 1), false);
        named.put(field.substring(0, equals), value);
        return value;
    }

    private static String pad(String value, int width) {
        return value.length() >= width ? value : " ".repeat(width - value.length()) + value;
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}
