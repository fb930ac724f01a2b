package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Arbitrary values, made to be hard: ragged, nested, full of look-alikes of the notation and of each other. Drawn from a
 * plain generator of random numbers, since thousands of trees are wanted and shrinking is not.
 */
public final class Values {

    private static final List<String> HARD_TEXTS = List.of(
            "",
            "open",
            "closed",
            "true",
            "false",
            "null",
            "-",
            "*1",
            "*2",
            "*1(2)",
            "*1(2;u3)",
            "&1 x",
            "&2",
            "a<name>",
            "<url>/x",
            "12",
            "1.0",
            "-0",
            "1e5",
            ".",
            "#",
            "@1",
            "@ 2 rows",
            "@2 name",
            "every row: a",
            "some rows: b",
            "… 3 rows (1-3)",
            "…",
            "<>",
            "<a>",
            "<.b>",
            "\\u003c",
            "a,b",
            "a;b",
            "a\tb",
            "a\nb",
            "\r\n",
            "{a:1}",
            "[1]",
            "(x)",
            "(x",
            "\"",
            "\\",
            " a",
            "a ",
            "a.b",
            "a=b",
            "x(y)",
            "\u0000",
            "\u2028",
            "\uFEFF",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "ş",
            "İi",
            "https://example.org/users/ada/repos{/x}",
            "https://example.org/users/bob/repos{/x}",
            "[headroom ref=012345678901 lines=3: x]");
    private static final List<String> LITERALS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1",
            "1.0",
            "1.00",
            "1e5",
            "1E+5",
            "123456789012345678901234567890",
            "-12.5e-300");
    private static final List<String> PLAIN_NAMES = List.of("a", "b", "c", "id", "name", "url");
    private static final int MAX_SIZE = 6;

    private final Random random;

    /** Values that were made, some of which come again. */
    private final List<Value> seen = new ArrayList<>();

    private Values(Random random) {
        this.random = random;
    }

    /** Values of any shape, some levels deep. */
    public static Arbitrary<Value> any() {
        return Arbitraries.randomValue(Values::value);
    }

    /** Arrays of objects made from one shape, with exceptions in some rows: what tables are for. */
    public static Arbitrary<Value> records() {
        return Arbitraries.randomValue(Values::records);
    }

    static Value value(Random random) {
        return new Values(random).value(4);
    }

    static Value records(Random random) {
        return new Values(random).rows();
    }

    private Value rows() {
        List<String> names = names();
        List<Value> rows = new ArrayList<>();
        int size = 2 + random.nextInt(random.nextInt(10) == 0 ? 60 : 12);
        for (int i = 0; i < size; i++) {
            rows.add(random.nextInt(15) == 0 ? value(1) : row(names, i));
        }
        return new Items(rows);
    }

    private Value row(List<String> names, int index) {
        List<String> present = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        boolean ragged = random.nextInt(4) == 0;
        for (String name : names) {
            if (!ragged || random.nextBoolean()) {
                present.add(name);
                values.add(cell(name, index));
            }
        }
        return new Members(present, values);
    }

    /** A column's kind follows from its name, so that it is the same in all rows. */
    private Value cell(String name, int index) {
        if (random.nextInt(20) == 0) {
            return random.nextBoolean() ? Literal.NULL : value(1);
        }
        String user = "u" + index * 7 % 5;
        return switch (Math.floorMod(name.hashCode(), 8)) {
            case 0 -> new Text("https://example.org/users/" + user + "/x<y>");
            case 1 -> new Literal(Integer.toString(index));
            case 2 -> row(List.of("x", "u", "v"), index);
            case 3 -> new Items(new ArrayList<>(List.of(row(List.of("p", "q"), index), row(List.of("p", "q"), 1))));
            case 4 -> new Text(user);
            case 5 ->
                new Text(
                        random.nextBoolean() ? "open" : "Running task " + index + ".0 of stage, id=" + user + "; done");
            case 6 -> new Text("2026-03-04T09:%02d:%02d.5Z".formatted(index / 4, index % 4 * 15));
            default -> scalar();
        };
    }

    private Value value(int depth) {
        if (!seen.isEmpty() && random.nextInt(5) == 0) {
            return pick(seen);
        }
        Value value = random.nextInt(5) == 0 ? thing() : newValue(depth);
        if (value.toJson().length() < 400) {
            seen.add(value);
        }
        return value;
    }

    /** An object whose members are made of each other, hard texts among them. */
    private Value thing() {
        List<String> names = new ArrayList<>(List.of("name", "url", "a.b", "c", "owner", "html", "d"));
        String name = random.nextBoolean() ? "the-name-of-it-" + random.nextInt(9) : text();
        String url = "https://example.org/" + name;
        Value owner = random.nextInt(3) == 0
                ? thing()
                : new Members(List.of("name", "url"), List.of(new Text(name + "/of owner"), new Text(url + text())));
        return new Members(
                names,
                List.of(
                        new Text(name),
                        new Text(url),
                        new Text(url + "{/x}"),
                        new Text(text() + url + text()),
                        owner,
                        new Text(url + "/" + name + pick(HARD_TEXTS)),
                        new Text(pick(HARD_TEXTS) + name)));
    }

    private Value newValue(int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 1 -> {
                List<Value> values = new ArrayList<>();
                for (int i = random.nextInt(MAX_SIZE); i > 0; i--) {
                    values.add(value(depth - 1));
                }
                yield new Items(values);
            }
            case 2 -> {
                List<String> names = names();
                yield new Members(
                        names, names.stream().map(name -> value(depth - 1)).toList());
            }
            case 3 -> depth > 2 ? rows() : scalar();
            default -> scalar();
        };
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = random.nextInt(MAX_SIZE); i >= 0; i--) {
            names.add(random.nextInt(6) == 0 ? text() : pick(PLAIN_NAMES));
        }
        return new ArrayList<>(names);
    }

    private Value scalar() {
        return random.nextInt(3) == 0 ? new Literal(pick(LITERALS)) : new Text(text());
    }

    private String text() {
        if (random.nextInt(3) > 0) {
            return pick(HARD_TEXTS);
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(MAX_SIZE); i >= 0; i--) {
            text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
