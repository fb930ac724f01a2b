package io.github.headroom4j.compressor.tabular;

import java.util.Locale;

/** Texts for tests: small tables of each kind, with something odd in each. */
final class TableSamples {

    private TableSamples() {}

    /** Sixty orders, one of them failed and one far too dear. */
    static String orders(char delimiter) {
        StringBuilder text = new StringBuilder("id,customer,total,status,placed\n");
        for (int i = 1; i <= 60; i++) {
            String status = i == 37 ? "failed: card refused" : "paid";
            double total = i == 21 ? 99_999.5 : 10 + i * 7 % 23;
            text.append(String.join(
                            ",",
                            "order-" + (4700 + i),
                            "customer " + i % 7,
                            String.valueOf(total),
                            status,
                            "2026-01-" + (10 + i % 20) + " 0" + i % 10 + ":00"))
                    .append('\n');
        }
        return text.toString().replace(',', delimiter);
    }

    /** Cells with quotes, delimiters and line ends in them; empty cells of both kinds. */
    static String quoted() {
        StringBuilder text = new StringBuilder("name,note,amount\n");
        for (int i = 0; i < 30; i++) {
            text.append("\"item, no ").append(i).append("\",");
            text.append(i % 5 == 0 ? "\"two\nlines \"\"quoted\"\"\"" : i % 3 == 0 ? "\"\"" : "");
            text.append(",0").append(i).append(".50\n");
        }
        return text.toString();
    }

    static String markdown() {
        StringBuilder text = new StringBuilder("| Name  | Size | Note  |\n|:------|-----:|-------|\n");
        for (int i = 0; i < 20; i++) {
            text.append(String.format(Locale.ROOT, "| a%-4d | %4d | %-5s |\n", i, i * i, i % 4 == 0 ? "x\\|y" : ""));
        }
        return text.toString();
    }

    static String psql() {
        StringBuilder text = new StringBuilder(" id |   name   | note \n----+----------+------\n");
        for (int i = 0; i < 25; i++) {
            text.append(String.format(Locale.ROOT, " %2d | %-8s | %s\n", i, "name " + i, i % 6 == 0 ? "n" : ""));
        }
        return text.append("(25 rows)\n\n").toString();
    }

    static String box() {
        StringBuilder text = new StringBuilder("┌────┬───────┐\n│ id │ value │\n├────┼───────┤\n");
        for (int i = 0; i < 15; i++) {
            text.append(String.format(Locale.ROOT, "│ %-2d │ %-5s │\n", i, "v" + i % 3));
        }
        return text.append("└────┴───────┘\n").toString();
    }

    /** As an orchestrator lists what it runs; one of sixty fails, two have names that push the rest aside. */
    static String listing() {
        StringBuilder text =
                new StringBuilder("NAMESPACE   NAME            READY   STATUS             RESTARTS   AGE\n");
        for (int i = 0; i < 60; i++) {
            boolean bad = i == 41;
            String row = String.format(
                    Locale.ROOT,
                    "%-11s %-15s %-7s %-18s %-10s %dd",
                    i % 3 == 0 ? "kube-system" : "shop",
                    i % 29 == 7 ? "a-very-long-name-" + i : "pod-" + (i * 7919 % 1000),
                    bad ? "0/1" : "1/1",
                    bad ? "CrashLoopBackOff" : "Running",
                    i % 11 == 5 ? "1 (3d ago)" : "0",
                    i);
            text.append(row).append('\n');
        }
        return text.toString();
    }
}
