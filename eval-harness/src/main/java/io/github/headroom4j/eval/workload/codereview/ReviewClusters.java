package io.github.headroom4j.eval.workload.codereview;

import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which pull requests are not independent of each other: those of one library that share a file, directly or over others. Whole
 * clusters are in one split, so that about half of the pull requests is in each. Stateless.
 */
final class ReviewClusters {

    /**
     * Where a case belongs.
     *
     * @param cluster library and the first of the files that hold the cluster together
     * @param split "dev" or "test"
     */
    record Place(String cluster, String split) {}

    private ReviewClusters() {}

    /** By the ids of the pull requests. */
    static Map<String, Place> of(List<PullRequest> requests) {
        Map<String, String> parents = new TreeMap<>();
        for (PullRequest request : requests) {
            String first = file(request, 0);
            for (int i = 0; i < request.files().size(); i++) {
                join(parents, first, file(request, i));
            }
        }
        Map<String, Integer> sizes = new TreeMap<>();
        requests.forEach(request -> sizes.merge(root(parents, file(request, 0)), 1, Integer::sum));
        Map<String, String> splits = splits(sizes);
        Map<String, Place> places = new HashMap<>();
        for (PullRequest request : requests) {
            String cluster = root(parents, file(request, 0));
            places.put(request.id(), new Place(cluster, splits.getOrDefault(cluster, "dev")));
        }
        return places;
    }

    /** The clusters in the order of their hashes, each to the split that has fewer cases. */
    private static Map<String, String> splits(Map<String, Integer> sizes) {
        Map<String, String> splits = new HashMap<>();
        List<String> shuffled =
                sizes.keySet().stream().sorted(Comparator.comparing(Sha256::of)).toList();
        int dev = 0;
        int test = 0;
        for (String cluster : shuffled) {
            int size = sizes.getOrDefault(cluster, 0);
            boolean toTest = test <= dev;
            splits.put(cluster, toTest ? "test" : "dev");
            test += toTest ? size : 0;
            dev += toTest ? 0 : size;
        }
        return splits;
    }

    private static String file(PullRequest request, int index) {
        ChangedFile file = request.files().get(index);
        return request.library() + ":" + file.path();
    }

    private static void join(Map<String, String> parents, String one, String other) {
        String a = root(parents, one);
        String b = root(parents, other);
        String first = a.compareTo(b) <= 0 ? a : b;
        parents.put(a, first);
        parents.put(b, first);
    }

    private static String root(Map<String, String> parents, String file) {
        String at = file;
        String parent = parents.getOrDefault(at, at);
        while (!parent.equals(at)) {
            at = parent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }
}
