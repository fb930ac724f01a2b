package io.github.headroom4j.eval.workload.codereview.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What issue and README promise of the data set, counted. */
class PullRequestsTest {

    private static final Path DATASET = Path.of("../datasets/code-review");
    private static final Pattern MESSAGE = Pattern.compile("(src/main/java/\\S+):(\\d+): warning: .+");
    private static final List<PullRequest> ALL = PullRequests.of(DATASET).all();
    private static final Map<String, Release> RELEASES = ReviewManifest.read(DATASET).libraries().stream()
            .collect(Collectors.toMap(ReviewManifest.Library::name, Release::read));

    @Test
    void are_many_of_several_libraries_under_unique_ids() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(350);
        assertThat(ALL.stream().map(PullRequest::id)).doesNotHaveDuplicates();
        Map<String, Long> perLibrary =
                ALL.stream().collect(Collectors.groupingBy(PullRequest::library, Collectors.counting()));
        assertThat(perLibrary).hasSizeGreaterThanOrEqualTo(5);
        assertThat(perLibrary.values()).allMatch(count -> count >= 20 && count <= ALL.size() / 5);
    }

    @Test
    void hold_many_categories_half_of_them_to_be_seen_elsewhere_only() {
        List<PlantedDefect> defects =
                ALL.stream().flatMap(one -> one.defects().stream()).toList();
        Map<DefectCategory, Long> perCategory =
                defects.stream().collect(Collectors.groupingBy(PlantedDefect::category, Collectors.counting()));
        long outside = defects.stream()
                .filter(defect -> defect.category().needsOutsideEvidence())
                .count();

        assertThat(perCategory.values().stream().filter(count -> count >= 5)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(2 * outside).isGreaterThanOrEqualTo(defects.size());
        assertThat(perCategory.values()).allMatch(count -> count <= defects.size() / 8);
    }

    @Test
    void are_clean_in_three_of_ten_cases_at_least() {
        long clean = ALL.stream().filter(one -> one.defects().isEmpty()).count();

        assertThat(10 * clean).isGreaterThanOrEqualTo(3L * ALL.size());
        assertThat(10 * clean).isLessThan(6L * ALL.size());
    }

    @Test
    void change_only_what_the_release_changed_if_they_are_clean_but_for_a_decoy_in_some() {
        List<PullRequest> clean =
                ALL.stream().filter(one -> one.defects().isEmpty()).toList();
        List<PullRequest> decoys =
                clean.stream().filter(one -> !unlikeRelease(one).isEmpty()).toList();

        assertThat(clean)
                .allSatisfy(one -> assertThat(one.files()).allSatisfy(file -> {
                    assertThat(file.before()).isEqualTo(release(one).before().get(file.path()));
                    assertThat(file.after()).isNotEqualTo(file.before());
                }));
        assertThat(decoys).isNotEmpty().hasSizeLessThan(clean.size() / 2);
        assertThat(decoys).allSatisfy(one -> assertThat(unlikeRelease(one)).hasSize(1));
    }

    @Test
    void differ_from_the_release_where_a_defect_is_planted_only() {
        for (PullRequest one : ALL) {
            Set<String> defective =
                    one.defects().stream().map(PlantedDefect::path).collect(Collectors.toSet());
            if (!defective.isEmpty()) {
                assertThat(unlikeRelease(one)).as(one.id()).isEqualTo(defective);
            }
        }
    }

    private static Set<String> unlikeRelease(PullRequest one) {
        return one.files().stream()
                .filter(file -> !file.after().equals(release(one).after().get(file.path())))
                .map(ChangedFile::path)
                .collect(Collectors.toSet());
    }

    @Test
    void show_every_evidence_at_its_line() {
        for (PullRequest one : ALL) {
            for (PlantedDefect defect : one.defects()) {
                assertThat(defect.evidence())
                        .as(one.id())
                        .isNotEmpty()
                        .allSatisfy(evidence -> assertThat(
                                        lines(one, evidence.path()).get(evidence.line() - 1))
                                .isEqualTo(evidence.text()));
                assertThat(defect.line())
                        .as(one.id())
                        .isBetween(1, lines(one, defect.path()).size() + 1);
                if (defect.category().needsOutsideEvidence()) {
                    assertThat(defect.evidence()).as(one.id()).hasSizeGreaterThan(1);
                }
            }
        }
    }

    @Test
    void hold_trees_that_show_the_changed_files_as_changed() {
        for (PullRequest one : ALL) {
            assertThat(one.files()).as(one.id()).isNotEmpty().hasSizeLessThanOrEqualTo(6);
            assertThat(one.files())
                    .allSatisfy(file -> assertThat(one.tree().text(file.path())).isEqualTo(file.after()));
            assertThat(one.tree().paths())
                    .isSorted()
                    .hasSameSizeAs(release(one).after().keySet());
        }
        assertThatThrownBy(() -> ALL.get(0).tree().text("no/such/File.java"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no/such/File.java");
    }

    @Test
    void hold_the_log_of_a_build_without_errors_whose_messages_quote_the_tree() {
        for (PullRequest one : ALL) {
            List<String> log = one.buildLog().lines().toList();
            int messages = 0;
            for (int i = 0; i < log.size(); i++) {
                Matcher message = MESSAGE.matcher(log.get(i));
                if (message.matches()) {
                    String line = lines(one, message.group(1)).get(Integer.parseInt(message.group(2)) - 1);
                    assertThat(log.get(i + 1)).as(one.id()).isEqualTo(line);
                    messages++;
                }
            }
            assertThat(messages).as(one.id()).isPositive();
            assertThat(log.get(log.size() - 1)).as(one.id()).isEqualTo(messages + " warnings");
            assertThat(one.buildLog()).as(one.id()).endsWith("\n").doesNotContain(": error: ");
        }
    }

    @Test
    void differ_in_their_logs_only_where_their_code_does() {
        Map<String, Long> logs = ALL.stream()
                .filter(one -> one.files().stream()
                        .allMatch(
                                file -> file.after().equals(release(one).after().get(file.path()))))
                .collect(Collectors.groupingBy(
                        PullRequest::library, Collectors.mapping(PullRequest::buildLog, Collectors.toSet())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> (long) one.getValue().size()));

        assertThat(logs.values()).containsOnly(1L);
    }

    @Test
    void do_not_share_files() {
        assertThat(ALL.stream().flatMap(one -> one.files().stream().map(file -> one.library() + " " + file.path())))
                .doesNotHaveDuplicates();
    }

    @Test
    void are_the_same_in_every_locale_and_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));

            assertThat(texts(PullRequests.of(DATASET).all())).isEqualTo(texts(ALL));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void do_not_tell_of_the_defect_in_the_title() {
        Set<String> words =
                Set.of("break", "bug", "defect", "leak", "forget", "swap", "wrong", "mutat", "unlock", "null");

        assertThat(ALL)
                .allSatisfy(one -> assertThat(words)
                        .noneMatch(word ->
                                one.title().startsWith(word) || one.title().contains(" " + word + " ")));
        Map<String, PullRequest> first = ALL.stream()
                .collect(Collectors.toMap(one -> one.library() + one.title(), Function.identity(), (a, b) -> a));
        assertThat(first).hasSizeGreaterThan(ALL.size() * 9 / 10);
    }

    @Test
    void are_refused_if_the_recording_is_another_one(@TempDir Path folder) throws IOException {
        Files.copy(DATASET.resolve("manifest.json"), folder.resolve("manifest.json"));
        Files.writeString(
                folder.resolve(PullRequests.RECORDING),
                Files.readString(DATASET.resolve(PullRequests.RECORDING)).replaceFirst("-001", "-000"));

        assertThatThrownBy(() -> PullRequests.of(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(PullRequests.RECORDING)
                .hasMessageContaining("the manifest has");
    }

    private static Release release(PullRequest one) {
        return Objects.requireNonNull(RELEASES.get(one.library()), one.library());
    }

    private static List<String> lines(PullRequest one, String path) {
        return one.tree().text(path).lines().toList();
    }

    private static List<String> texts(List<PullRequest> all) {
        return all.stream()
                .map(one -> one.id() + one.title() + one.files() + one.defects())
                .toList();
    }
}
