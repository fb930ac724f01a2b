package io.github.headroom4j.eval.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

    @Property(tries = 300, seed = "3")
    void a_question_should_be_read_as_it_was_asked(@ForAll Ask.Kind kind, @ForAll String about) {
        Ask ask = new Ask(kind, about);

        assertThat(Ask.of(ask.text())).contains(ask);
    }

    @Test
    void should_tell_component_and_level_and_know_no_other_questions() {
        Ask ask = Ask.firstLine("ring.Member at level crossing", "WARN");

        assertThat(ask.component()).isEqualTo("ring.Member at level crossing");
        assertThat(ask.level()).isEqualTo("WARN");
        assertThat(Ask.of("Who came?")).isEmpty();
        assertThat(Ask.of("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "line:a b, line:a b, true",
        "count:3, count:4, false",
        "at:A.java:10, at:A.java:13, true",
        "at:A.java:10, at:A.java:14, false",
        "at:A.java:10-20, at:A.java:22, true",
        "at:A.java:10-20, at:A.java:6, false",
        "at:A.java:10, at:B.java:10, false",
        "at:A.java:10, file:A.java, false",
        "text:Drawer  14, line:They lie in drawer 14., true",
        "text:drawer 15, line:They lie in drawer 14., false",
        "line:x, line:xx, false",
        "value:1=W-17, value:2=W-17, false"
    })
    void should_match_places_nearby_and_texts_that_are_quoted(String gold, String answered, boolean matches) {
        assertThat(Items.matches(gold, answered)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "relay <*> left ring <*>, INFO x: relay r4 left ring north, true",
        "relay <*> left ring <*>, INFO x: ring north left relay r4, false",
        "took <*> ms, beacon took 5 ms, true",
        "took <*> ms, beacon took 5 ms late, false",
        "is whole again, ring north is whole again, true",
        "<*> again, again, false"
    })
    void should_fit_lines_that_have_all_parts_in_order(String template, String line, boolean fits) {
        assertThat(Template.of(template).fits(line)).isEqualTo(fits);
    }

    @Test
    void should_read_places_out_of_a_diff_and_out_of_the_notation_for_one() {
        String whole = """
                diff --git a/src/A.java b/src/A.java
                --- a/src/A.java
                +++ b/src/A.java
                @@ -5,4 +7,4 @@ class A {
                 a
                --- b
                +++ c
                 d
                diff --git a/B.txt b/B.txt
                --- a/B.txt
                +++ b/B.txt
                @@ -1 +1,2 @@
                +e
                 f
                """;
        String trimmed = """
                [diff, context trimmed: "=== path | original's lines", "@@ new line"]
                === src/A.java | 1-8
                @@ 8 class A {
                --- b
                +++ c
                === B.txt | 9-14
                @@ 1
                +e
                """;
        List<DiffLines.Line> changes =
                DiffLines.of(whole).stream().filter(DiffLines.Line::isChange).toList();

        assertThat(changes)
                .containsExactly(
                        new DiffLines.Line("src/A.java", '-', 8, "-- b"),
                        new DiffLines.Line("src/A.java", '+', 8, "++ c"),
                        new DiffLines.Line("B.txt", '+', 1, "e"));
        assertThat(DiffLines.of(trimmed)).isEqualTo(changes);
        assertThat(DiffLines.of("no diff\n+at all")).isEmpty();
    }

    @Test
    void should_put_neighbours_together() {
        assertThat(Runs.of(List.of(9, 3, 4, 6, 9))).containsExactly(new Runs.Run(3, 6), new Runs.Run(9, 9));
        assertThat(Runs.of(List.of())).isEmpty();
    }

    @Test
    void should_tell_values_from_prose() {
        assertThat(
                        Values.in(
                                "Flight HAT069 costs $121.50, see src/main/App.java or user_id; ask Ann-Marie at 10 about HATHAT."))
                .extracting(Values.Value::text)
                .containsExactly("HAT069", "121.50", "src/main/App.java", "user_id", "HATHAT");
        assertThat(Values.holds("a HAT0691 b", "HAT069")).isFalse();
        assertThat(Values.holds("{\"n\":\"HAT069\"}", "HAT069")).isTrue();
    }

    @Property(tries = 300, seed = "4")
    void a_value_should_stand_where_it_says(@ForAll String text) {
        assertThat(Values.in(text))
                .allSatisfy(value -> assertThat(text.substring(value.start())).startsWith(value.text()));
    }

    @Test
    void should_read_gaps_as_they_were_written() {
        Values.Value value = Values.in("HAT069").get(0);

        assertThat(Values.gaps("Take " + Values.gap(2, value) + "."))
                .containsExactly(new Values.Gap(2, Values.Shape.NAME, 5, 18));
    }
}
