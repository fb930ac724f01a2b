package io.github.headroom4j.eval.workload.codereview.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import org.junit.jupiter.api.Test;

class ReviewItemTest {

    @Test
    void should_tolerate_three_lines_and_nothing_else() {
        String gold = ReviewItem.of(DefectCategory.OFF_BY_ONE, "src/A.java", 10);

        assertThat(gold).isEqualTo("src/A.java:10 off-by-one");
        assertThat(ReviewItem.matches(gold, "src/A.java:13 off-by-one")).isTrue();
        assertThat(ReviewItem.matches(gold, "src/A.java:7 off-by-one")).isTrue();
        assertThat(ReviewItem.matches(gold, "src/A.java:14 off-by-one")).isFalse();
        assertThat(ReviewItem.matches(gold, "src/B.java:10 off-by-one")).isFalse();
        assertThat(ReviewItem.matches(gold, "src/A.java:10 negated-condition")).isFalse();
        assertThat(ReviewItem.matches(gold, "off-by-one")).isFalse();
        assertThat(ReviewItem.matches(gold, "src/A.java:9999999999 off-by-one")).isFalse();
    }
}
