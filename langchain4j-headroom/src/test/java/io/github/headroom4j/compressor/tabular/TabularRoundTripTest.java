package io.github.headroom4j.compressor.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repacking keeps every byte. That it does is proven at run time, so these tests tell that there is a repacked form. */
class TabularRoundTripTest {

    static Stream<String> texts() {
        String ragged = "id,name,from,until\n1,Ada,1815,1852\n2,Bob,1900\n3,Eve,1901,1999\n4,Mel\n";
        String header = "a,b,c\n";
        return Stream.of(
                TableSamples.orders(','),
                TableSamples.orders('\t'),
                TableSamples.orders(';'),
                TableSamples.orders('|'),
                TableSamples.orders(',').replace("\n", "\r\n"),
                TableSamples.orders(',').stripTrailing(),
                TableSamples.orders(',') + "\n\n",
                "\uFEFF" + TableSamples.orders(','),
                "# made by hand\n# on a Tuesday\n" + TableSamples.orders(','),
                "sep=;\n" + TableSamples.orders(';'),
                TableSamples.quoted(),
                TableSamples.quoted().replace("\n", "\r\n"),
                // All quoted; texts quoted; one column quoted; quoted against the rule in one cell only.
                "\"a\",\"b\"\n\"1\",\"\"\n\"2\",\"x\"\n\"3\",\"y\"\n",
                "\"a\",\"b\",\"c\"\n\"x\",1,NA\n\"y\",2.5,TRUE\n\"\",3,FALSE\n",
                "a,b\n1,\"x\"\n2,\"y\"\n3,\"z\"\n",
                header + "1,x,y\n2,\"x\",y\n3,x,\"\"\n4,\"say \"\"hi\"\"\",\n",
                header + "1,5\" pipe,y\n2,6\" pipe,n\n3,\"a\"\"b\",y\n",
                // Empty cells, all of a column empty, and rows of nothing but them.
                header + "1,,\n2,,\n3,,\n",
                header + ",,\n,,\n1,2,3\n",
                // Numbers that must not be touched.
                header + "007,1.50,\"1,234\"\n010,1e5,\"5,678\"\n-0,+1,.5\n",
                "name,name,,\nx,y,1,2\nz,y,3,4\nu,v,5,6\n",
                "1,2,3\n4,5,6\n7,8,9\n",
                header + "-,…,#\n\"null\",null,true\n@,(x),[1]\n*1,&1 x,{a}\n",
                header + "~x,~y,~z\n~x,/a/b,\\N\n=1+1,/a/c,<>\n",
                ragged,
                ragged + "5,Zoe,\n6,Ann,1900,\n7\n",
                "1\tx\ty\n2\tx\ty\n3\tx\ty\tmore\n4\tx\ty\n",
                // Paths and times that begin as those above them.
                "path,size\nsrc/main/java/A.java,1\nsrc/main/java/B.java,2\nsrc/main/java/C.java,3\nsrc/test/D.java,4\n",
                TableSamples.markdown(),
                TableSamples.markdown().replace("\n", "\r\n"),
                "a | b\n--- | ---\n1 | 2\n3 | x\n5 | 6\n",
                "|a|b|\n|-|-|\n|1|2|\n|3||\n|5|6|\n",
                "| a | |\n|---|---|\n| 1 | x |\n| 2 | |\n| 3 |  |\n",
                "| a | b |\n|---|---|\n| - | - |\n| 1 | 2 |\n| - | - |\n",
                TableSamples.psql(),
                TableSamples.box(),
                TableSamples.box().replace("v1", "日本"),
                "+-----+-----+\n| id  | v   |\n+=====+=====+\n| 1   | x   |\n+-----+-----+\n| 2   | y   |\n+-----+-----+\n",
                "Table of things:\n\n" + TableSamples.box() + "done in 0.01 s");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void should_give_back_every_byte(String text) {
        Optional<String> repacked = read(text).flatMap(Selectable::repack);

        assertThat(repacked).as(text).isPresent();
        assertThat(repacked.flatMap(TabularCompressor::decode)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a,b",
                "one\ntwo\nthree\nfour\n",
                "a,b\r1,2\r3,4\r",
                "He came, he saw,\nand then, after a while, he\nconquered.\n",
                "a\tb\n",
                "---+---\n---+---\n"
            })
    void should_decline_what_is_no_table(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void should_read_stray_quotes_as_characters_when_they_are_not_closed() {
        String text = "id,note\n1,\"open\n2,plain\n3,plain\n";

        assertThat(read(text).flatMap(Selectable::repack).flatMap(TabularCompressor::decode))
                .contains(text);
    }

    @Test
    void should_keep_a_table_whose_rows_are_drawn_unevenly_as_it_is() {
        String text = "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n" + "| 5 | 6 |\n".repeat(20);

        assertThat(read(text).orElseThrow().repack()).isEmpty();
    }

    @Test
    void should_not_take_other_texts_for_repacked_tables() {
        assertThat(TabularCompressor.decode("csv @ 2 rows\nnothing like that")).isEmpty();
        assertThat(TabularCompressor.decode("drawn-nothing head=x @ 1 rows\na\n1"))
                .isEmpty();
        assertThat(TabularCompressor.decode("csv then=99999 @ 1 rows\na\n1")).isEmpty();
        assertThat(TabularCompressor.decode("")).isEmpty();
    }

    @Test
    void should_print_a_table_of_psql_plainly() {
        String text = """
                _name  | size |  kind__
                -------+------+--------
                _alpha |    1 | file
                _beta  |   22 | file
                _gamma |  333 | folder
                (3 rows)

                """.replace('_', ' ');

        assertThat(read(text).flatMap(Selectable::repack)).contains("""
                        drawn-psql titles=c cells=lre then=10 @ 3 rows
                        name\tsize\tkind
                        alpha\t1\tfile
                        beta\t22\tfile
                        gamma\t333\tfolder
                        (3 rows)

                        """);
    }

    private static Optional<? extends Selectable> read(String text) {
        return new TabularCompressor().parse(text, CompressionContext.of(TokenCounter.o200k()));
    }
}
