package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Value.Items;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Members;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary values, made to be hard: ragged, nested, full of look-alikes of the notation and of each other. */
public final class Values {

    private static final int MAX_SIZE = 6;

    private Values() {}

    /** Strings with everything that the notation gives a meaning to. */
    public static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(
                                "",
                                "open",
                                "closed",
                                "true",
                                "false",
                                "null",
                                "-",
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
                                "[headroom ref=012345678901 lines=3: x]")),
                Tuple.of(2, Arbitraries.strings().all().ofMaxLength(6)),
                Tuple.of(
                        2,
                        Arbitraries.strings()
                                .withCharRange('a', 'e')
                                .ofMinLength(1)
                                .ofMaxLength(8)));
    }

    /** Names, from few, so that objects are alike, and some hard ones. */
    public static Arbitrary<String> names() {
        return Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.of("a", "b", "c", "id", "name")), Tuple.of(1, texts()));
    }

    /** Values of any shape, some levels deep. */
    public static Arbitrary<Value> values() {
        return values(4);
    }

    /** Arrays of objects made from one shape: what tables are for, with exceptions in some rows. */
    public static Arbitrary<Value> records() {
        Arbitrary<List<String>> columns =
                names().list().uniqueElements().ofMinSize(1).ofMaxSize(MAX_SIZE);
        return columns.flatMap(names -> row(names).list().ofMinSize(2).ofMaxSize(14))
                .map(Items::new);
    }

    private static Arbitrary<Value> row(List<String> names) {
        Arbitrary<Value> whole = Combinators.combine(
                        names.stream().map(name -> cell(name)).toList())
                .as(values -> new Members(names, new ArrayList<>(values)));
        Arbitrary<Value> ragged = Combinators.combine(
                        whole, Arbitraries.integers().between(0, MAX_SIZE))
                .as((row, at) -> without(row, at));
        return Arbitraries.frequencyOf(Tuple.of(6, whole), Tuple.of(3, ragged), Tuple.of(1, values(1)));
    }

    private static Value without(Value row, int at) {
        if (!(row instanceof Members object) || at >= object.names().size()) {
            return row;
        }
        List<String> names = new ArrayList<>(object.names());
        List<Value> values = new ArrayList<>(object.values());
        names.remove(at);
        values.remove(at);
        return new Members(names, values);
    }

    /** A column's kind follows from its name, so that it is the same in all rows. */
    private static Arbitrary<Value> cell(String name) {
        Arbitrary<Value> usual =
                switch (Math.floorMod(name.hashCode(), 6)) {
                    case 0 ->
                        Arbitraries.integers().between(0, 3).map(i -> new Text("https://example.org/users/u" + i));
                    case 1 -> Arbitraries.integers().between(0, 3).map(i -> new Literal(Integer.toString(i)));
                    case 2 -> object(values(1), Arbitraries.of("x", "y")).map(value -> value);
                    case 3 ->
                        object(scalars(), Arbitraries.of("p", "q"))
                                .list()
                                .ofMaxSize(3)
                                .map(rows -> new Items(new ArrayList<Value>(rows)));
                    case 4 -> Arbitraries.of("u0", "u1", "u2").map(Text::new);
                    default -> scalars();
                };
        return Arbitraries.frequencyOf(
                Tuple.of(8, usual), Tuple.of(1, Arbitraries.just(Literal.NULL)), Tuple.of(1, values(1)));
    }

    private static Arbitrary<Value> values(int depth) {
        if (depth == 0) {
            return scalars();
        }
        Arbitrary<Value> inner = Arbitraries.lazy(() -> values(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalars()),
                Tuple.of(2, inner.list().ofMaxSize(MAX_SIZE).map(Items::new)),
                Tuple.of(3, object(inner, names()).map(value -> value)));
    }

    private static Arbitrary<Members> object(Arbitrary<Value> values, Arbitrary<String> names) {
        return Combinators.combine(names, values)
                .as(Map::entry)
                .list()
                .ofMaxSize(MAX_SIZE)
                .map(Values::members);
    }

    private static Members members(Collection<Map.Entry<String, Value>> entries) {
        Map<String, Value> members = new LinkedHashMap<>();
        entries.forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return new Members(List.copyOf(members.keySet()), List.copyOf(members.values()));
    }

    private static Arbitrary<Value> scalars() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, texts().map(Text::new)),
                Tuple.of(
                        2,
                        Arbitraries.of(
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
                                        "-12.5e-300")
                                .map(Literal::new)));
    }
}
