package io.github.headroom4j.compressor.search;

import java.util.Locale;
import java.util.Set;

/** What kind of place a path is, told from the names of its directories and its file. */
enum Place {
    /** The code itself. */
    SOURCE(1.0),
    /** Code that tries the code. */
    TEST(0.5),
    /** Code that nobody here wrote or edits. */
    FOREIGN(0.3);

    private static final Set<String> FOREIGN_DIRECTORIES = Set.of(
            "node_modules",
            "vendor",
            "third_party",
            "thirdparty",
            "generated",
            "dist",
            "build",
            "target",
            "out",
            "__pycache__",
            ".git",
            "generated-sources",
            "min",
            "site-packages",
            "bower_components");

    private static final Set<String> TEST_DIRECTORIES =
            Set.of("test", "tests", "testing", "testdata", "__tests__", "spec", "specs", "it", "testfixtures", "mocks");

    private final double weight;

    Place(double weight) {
        this.weight = weight;
    }

    /** How likely a hit in such a place is what a reader looks for, against one in the code itself. */
    double weight() {
        return weight;
    }

    static Place of(String path) {
        boolean test = false;
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            if (PathNames.isSeparator(path.charAt(i))) {
                String directory = path.substring(start, i).toLowerCase(Locale.ROOT);
                if (FOREIGN_DIRECTORIES.contains(directory)) {
                    return FOREIGN;
                }
                test |= TEST_DIRECTORIES.contains(directory);
                start = i + 1;
            }
        }
        String name = path.substring(start);
        if (isGenerated(name)) {
            return FOREIGN;
        }
        return test || isTest(name) ? TEST : SOURCE;
    }

    private static boolean isGenerated(String name) {
        return name.contains(".min.")
                || name.contains(".generated.")
                || name.contains("_pb2")
                || name.endsWith(".lock")
                || name.endsWith(".pb.go");
    }

    private static boolean isTest(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return stem.endsWith("Test")
                || stem.endsWith("Tests")
                || stem.endsWith("TestCase")
                || stem.endsWith("_test")
                || stem.startsWith("test_")
                || name.contains(".test.")
                || name.contains(".spec.");
    }
}
