package io.github.headroom4j.eval.workload.codereview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.workload.codereview.ReviewClusters.Place;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import io.github.headroom4j.eval.workload.codereview.change.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewClustersTest {

    private static final SourceTree NO_TREE = new SourceTree() {
        @Override
        public List<String> paths() {
            return List.of();
        }

        @Override
        public String text(String path) {
            throw new IllegalArgumentException(path);
        }
    };

    @Test
    void should_join_what_shares_a_file_directly_or_over_others() {
        Map<String, Place> places = ReviewClusters.of(List.of(
                request("a", "lib", "A.java", "B.java"),
                request("b", "lib", "C.java", "D.java"),
                request("c", "lib", "B.java", "C.java"),
                request("d", "lib", "E.java"),
                request("e", "other", "A.java")));

        assertThat(cluster(places, "a")).isEqualTo("lib:A.java");
        assertThat(cluster(places, "b")).isEqualTo("lib:A.java");
        assertThat(cluster(places, "c")).isEqualTo("lib:A.java");
        assertThat(cluster(places, "d")).isEqualTo("lib:E.java");
        assertThat(cluster(places, "e")).isEqualTo("other:A.java");
        assertThat(places.values().stream().map(Place::split).distinct()).containsExactlyInAnyOrder("dev", "test");
    }

    private static String cluster(Map<String, Place> places, String id) {
        Place place = places.get(id);
        return place == null ? "" : place.cluster();
    }

    private static PullRequest request(String id, String library, String... paths) {
        List<ChangedFile> files = Stream.of(paths)
                .map(path -> new ChangedFile(path, "a\n", "b\n"))
                .toList();
        return new PullRequest(id, library, "1", "2", "Change it", files, List.of(), NO_TREE, "");
    }
}
