package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableDetectionTest {

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                " id | name \n----+------\n  1 | ada\n  2 | bob\n(2 rows)\n",
                "+----+------+\n| id | name |\n+----+------+\n|  1 | ada  |\n|  2 | bob  |\n+----+------+\n2 rows in set (0.00 sec)\n",
                "┌────┬──────┐\n│ id │ name │\n├────┼──────┤\n│ 1  │ ada  │\n│ 2  │ bob  │\n└────┴──────┘\n",
                "╔════╦══════╗\n║ id ║ name ║\n╠════╬══════╣\n║ 1  ║ ada  ║\n║ 2  ║ bob  ║\n╚════╩══════╝\n",
                "| id | name |\n|----+------|\n| 1  | ada  |\n| 2  | bob  |\n"
            })
    void should_recognise_drawn_tables(String text) {
        assertThat(type(text)).isEqualTo(ContentType.TEXT_TABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int flags = A | B;\nint more = C | D;\nreturn flags | more;\n",
                "cat a.txt | grep x | wc -l\ncat b.txt | grep y | wc -l\n",
                "src\n├── main\n│   └── java\n└── test\n    └── java\n",
                "A headline\n==========\n\nSome text | with a bar.\n\n-----\n\nMore text.\n",
                "+--- org.slf4j:slf4j-api:2.0\n|    \\--- org.slf4j:other:1.0\n\\--- com.example:thing:3\n",
                "  +---------------+\n  |   Welcome!    |\n  +---------------+\nThis is the banner of a server that starts.\n"
            })
    void should_not_take_other_texts_for_them(String text) {
        assertThat(type(text)).isNotEqualTo(ContentType.TEXT_TABLE);
    }

    @Test
    void should_find_a_drawn_table_within_a_text() {
        String table = "+----+------------+\n| id | name       |\n+----+------------+\n"
                + "|  1 | ada        |\n".repeat(20)
                + "+----+------------+\n";
        String text = "I asked the database for all users.\n\nIt took a while.\n\nThis is what it said:\n\n" + table
                + "\nThat is all of them.\n";

        assertThat(ContentSplitters.standard().split(text))
                .anySatisfy(section -> {
                    assertThat(section.detection().type()).isEqualTo(ContentType.TEXT_TABLE);
                    assertThat(section.in(text))
                            .startsWith("+----+")
                            .contains("ada")
                            .doesNotContain("That");
                })
                .hasSize(3);
    }

    private ContentType type(String text) {
        return detector.detect(text).orElseThrow().type();
    }
}
