package io.github.headroom4j.eval.workload.codereview.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import io.github.headroom4j.eval.workload.codereview.change.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mutator on a small project: what it changes, and what it says must be read elsewhere. */
class MutatorsTest {

    /** The line that changes, trimmed, what stands there afterwards, and what has to be read elsewhere. */
    private record Expected(String before, String after, List<String> elsewhere) {}

    private static Expected expected(DefectCategory category) {
        return switch (category) {
            case MISSING_UNLOCK ->
                new Expected("} finally {", "} catch (RuntimeException e) {", List.of("lock.lock();"));
            case MISSING_NULL_CHECK ->
                new Expected(
                        "if (text == null) {",
                        "return text.indexOf(c);",
                        List.of("assertEquals(-1, Box.indexOf(null, 'c'));"));
            case CONSTANT_MISMATCH ->
                new Expected(
                        "public static final String KEY = \"box.color.name\";",
                        "public static final String KEY = \"box-color.name\";",
                        List.of("static final String[] KEYS = {\"box.color.name\"};"));
            case UNGUARDED_FIELD ->
                new Expected(
                        "public synchronized void less(int fewer) {",
                        "public void less(int fewer) {",
                        List.of(
                                "private int count;",
                                "public synchronized int count() {",
                                "public synchronized void add(int more) {"));
            case BROKEN_CONTRACT ->
                new Expected("return -1;", "return 0;", List.of("assertEquals(-1, Box.indexOf(null, 'c'));"));
            case SWAPPED_ARGUMENTS ->
                new Expected(
                        "Painter.draw(color, frame);",
                        "Painter.draw(frame, color);",
                        List.of("static void draw(String color, String frame) {"));
            case EQUALS_HASH_CODE ->
                new Expected(
                        "return other instanceof Box box && name.equals(box.name) && owner == box.owner;",
                        "return other instanceof Box box && owner == box.owner;",
                        List.of("return java.util.Objects.hash(name, owner);"));
            case LOST_OVERRIDE ->
                new Expected(
                        "public void resize(int width) {",
                        "public void resize(Integer width) {",
                        List.of("public void resize(int width) {"));
            case FORGOTTEN_FIELD ->
                new Expected(
                        "this.name = other.name;",
                        "this.owner = other.owner;",
                        List.of(
                                "private String name;",
                                "return other instanceof Box box && name.equals(box.name) && owner == box.owner;"));
            case RESOURCE_LEAK ->
                new Expected(
                        "in.close();",
                        "}",
                        List.of("private java.io.InputStream in = new java.io.ByteArrayInputStream(new byte[0]);"));
            case OFF_BY_ONE ->
                new Expected(
                        "for (int i = 0; i < values.length; i++) {",
                        "for (int i = 0; i <= values.length; i++) {",
                        List.of());
            case NEGATED_CONDITION -> new Expected("if (owner != null) {", "if (owner == null) {", List.of());
            case REFERENCE_EQUALITY ->
                new Expected(
                        "return other instanceof Box box && name.equals(box.name) && owner == box.owner;",
                        "return other instanceof Box box && name == box.name && owner == box.owner;",
                        List.of());
            case SWALLOWED_EXCEPTION ->
                new Expected("} catch (IllegalStateException e) {", "} catch (IllegalStateException e) {", List.of());
            case INTEGER_OVERFLOW ->
                new Expected(
                        "sum += (long) values.length * values[i];",
                        "sum += (long) (values.length * values[i]);",
                        List.of());
            case SWITCH_FALL_THROUGH -> new Expected("break;", "default:", List.of());
        };
    }

    @ParameterizedTest
    @EnumSource
    void should_change_this_line_and_name_what_must_be_read(DefectCategory category) {
        Project project = new Project(SampleProject.TEXTS);

        List<Proposal> proposals = proposals(category, project, SampleProject.MAIN + "Box.java");

        assertThat(proposals.stream().map(proposal -> described(proposal, project)))
                .contains(expected(category));
        assertThat(proposals).allMatch(proposal -> proposal.category() == category);
    }

    @ParameterizedTest
    @EnumSource
    void should_make_a_property_true_that_was_not(DefectCategory category) {
        Project project = new Project(SampleProject.TEXTS);
        JavaFile unedited = project.file(SampleProject.MAIN + "Box.java").orElseThrow();

        for (Proposal proposal : proposals(category, project, SampleProject.MAIN + "Box.java")) {
            String edited = Splice.apply(SampleProject.BOX, proposal.splices(), proposal.path());
            assertThat(proposal.defective()).rejects(unedited);
            assertThat(JavaFile.parse(proposal.path(), edited).filter(proposal.defective()))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_find_nothing_where_nothing_can_be_wrong(DefectCategory category) {
        Map<String, String> texts = new TreeMap<>(
                Map.of(
                        SampleProject.MAIN + "Plain.java",
                        "package p;\n\nfinal class Plain {\n    private int x;\n\n    int twice(int y) {\n        x = y;\n        return 2 * x;\n    }\n}\n"));

        assertThat(proposals(category, new Project(texts), SampleProject.MAIN + "Plain.java"))
                .isEmpty();
    }

    @Test
    void should_leave_a_null_check_whose_variable_nobody_gives_null() {
        Map<String, String> texts = new TreeMap<>(SampleProject.TEXTS);
        texts.put(SampleProject.TEST + "BoxTest.java", "package p;\n\nclass BoxTest {}\n");

        assertThat(proposals(DefectCategory.MISSING_NULL_CHECK, new Project(texts), SampleProject.MAIN + "Box.java"))
                .isEmpty();
        assertThat(proposals(DefectCategory.BROKEN_CONTRACT, new Project(texts), SampleProject.MAIN + "Box.java"))
                .isEmpty();
    }

    @Test
    void should_leave_a_field_that_is_used_without_the_lock_already() {
        Map<String, String> texts = new TreeMap<>(SampleProject.TEXTS);
        texts.put(
                SampleProject.MAIN + "Box.java",
                SampleProject.BOX.replace("public synchronized int count", "public int count"));

        assertThat(proposals(DefectCategory.UNGUARDED_FIELD, new Project(texts), SampleProject.MAIN + "Box.java"))
                .isEmpty();
    }

    @Test
    void should_leave_arguments_of_different_types() {
        Map<String, String> texts = new TreeMap<>(SampleProject.TEXTS);
        texts.computeIfPresent(
                SampleProject.MAIN + "Painter.java",
                (path, text) -> text.replace("String color, String", "Object color, String"));

        assertThat(proposals(DefectCategory.SWAPPED_ARGUMENTS, new Project(texts), SampleProject.MAIN + "Box.java"))
                .isEmpty();
    }

    @Test
    void decoys_look_like_defects_and_are_none() {
        String text = """
                class A {
                    long sum(int[] values, int scale, Object owner) {
                        long sum = 0;
                        for (int i = 0; i < values.length; i++) {
                            sum += (long) scale * count;
                        }
                        if (owner == null) {
                            sum++;
                        } else {
                            sum--;
                        }
                        return sum;
                    }
                }
                """;
        List<Splice> decoys = new ArrayList<>();

        Decoys.propose(JavaFile.parse("A.java", text).orElseThrow(), decoys::add);

        assertThat(decoys)
                .extracting(Splice::insert)
                .containsExactly("i <= values.length - 1", """
                        if (owner != null) {
                                    sum--;
                                } else {
                                    sum++;
                                }""", "scale * (long) count");
    }

    @Test
    void cover_all_categories_once() {
        assertThat(Mutators.all().stream().map(Mutator::category)).containsExactlyInAnyOrder(DefectCategory.values());
    }

    private static List<Proposal> proposals(DefectCategory category, Project project, String path) {
        List<Proposal> proposals = new ArrayList<>();
        Stream<Mutator> mutators = Mutators.all().stream().filter(one -> one.category() == category);
        mutators.filter(one -> one.mayApply(project.text(path)))
                .forEach(one -> one.propose(project.file(path).orElseThrow(), project, proposals::add));
        return proposals;
    }

    private static Expected described(Proposal proposal, Project project) {
        String text = project.text(proposal.path());
        Splice first = proposal.splices().get(0);
        int line = (int) text.substring(0, first.at())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        String edited = Splice.apply(text, proposal.splices(), proposal.path());
        int now = Splice.line(text, proposal.splices(), new Place(proposal.path(), line));
        return new Expected(
                line(text, line),
                line(edited, now),
                proposal.elsewhere().stream()
                        .map(place -> line(project.text(place.path()), place.line()))
                        .toList());
    }

    private static String line(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("").strip();
    }
}
