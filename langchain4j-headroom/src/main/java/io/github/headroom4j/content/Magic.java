package io.github.headroom4j.content;

import java.util.Locale;

/** Knows the first bytes of usual file formats. */
final class Magic {

    /** Format, its first bytes in base64, and in hexadecimal. */
    private static final String[][] FORMATS = {
        {"png", "iVBORw0KGg", "89504e47"},
        {"jpeg", "/9j/", "ffd8ff"},
        {"gif", "R0lGOD", "47494638"},
        {"pdf", "JVBERi0", "255044462d"},
        {"zip", "UEsDB", "504b0304"},
        {"gzip", "H4sI", "1f8b08"},
        {"elf", "f0VMR", "7f454c46"},
        {"class file", "yv66v", "cafebabe"},
        {"woff2", "d09GM", "774f4632"},
        {"xml", "PD94bWw", "3c3f786d6c"},
        {"svg", "PHN2Zy", "3c737667"},
        {"json", "eyJ", "7b22"},
        {"certificate or key", "MII", "3082"},
        {"pem", "LS0tLS1CRUdJTi", "2d2d2d2d2d424547494e"},
    };

    private Magic() {}

    static String ofBase64(String head) {
        return of(head, 1);
    }

    static String ofHex(String head) {
        return of(head.toLowerCase(Locale.ROOT), 2);
    }

    private static String of(String head, int column) {
        for (String[] format : FORMATS) {
            if (head.startsWith(format[column])) {
                return " " + format[0];
            }
        }
        return "";
    }
}
