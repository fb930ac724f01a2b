package io.github.headroom4j.content;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How lines begin that only build tools, compilers and test runners print. */
final class BuildPrefixes {

    /** One group per line, the tools first; prefixes are separated by a pipe, and blanks before a pipe count. */
    private static final String BY_TOOL = """
            Maven, Surefire:[INFO] |[WARNING] |[ERROR] |Tests run: |Results :|T E S T S|Failed tests:
            Maven, Surefire:Downloading from |Downloaded from |Tests in error:
            Gradle:> Task :|> Configure project|BUILD SUCCESSFUL|BUILD FAILED|FAILURE: Build failed
            Gradle:* What went wrong:|* Try:|Execution failed for task|Starting a Gradle Daemon
            Gradle:To honour the JVM|Deprecated Gradle features|* Get more help at
            npm, yarn, pnpm:npm ERR!|npm error|npm WARN|npm warn|npm notice|npm info|npm verbose|npm http
            npm, yarn, pnpm:yarn install v|yarn run v|yarn add v|success Saved lockfile|info No lockfile
            npm, yarn, pnpm:Progress: resolved |Packages: +|dependencies:|devDependencies:|found 0 vulnerabilities
            npm, yarn, pnpm:[1/4] |[2/4] |[3/4] |[4/4] |➤ YN0|Lockfile is up to date|ERR_PNPM| ERR_PNPM
            pip:Collecting |Downloading |Installing collected packages|Successfully installed |
            pip:Requirement already satisfied|Using cached |Building wheel|Preparing metadata
            pip:Getting requirements to build wheel|Installing build dependencies|Looking in indexes
            pip:Attempting uninstall|Successfully uninstalled|Successfully built |
            pip:Found existing installation|ERROR: Could not find a version
            pip:ERROR: No matching distribution|Obtaining |Processing |Created wheel for
            pip:Stored in directory
            cargo, rustc:Compiling |Finished |Running |Checking |Updating |Locking |Adding |Downloaded |Doc-tests |
            cargo, rustc:error[E|error: could not compile|error: aborting due to|warning: unused|test result: |--> |
            cargo, rustc:= note: |= help: |For more information about this error
            go:=== RUN |=== PAUSE|=== CONT|=== NAME|--- PASS: |--- FAIL: |--- SKIP: |--- BENCH: |
            go:WORK=/|mkdir -p $WORK|packagefile |vet: |FAIL\t|[build failed]
            go:go: downloading |go: finding |go: added |
            pytest, unittest:=====|_____|collected |platform linux|rootdir: |plugins: |E   |PASSED |FAILED |ERROR tests
            pytest, unittest:cachedir: |
            Jest, mocha, vitest, tap, node:PASS |FAIL |Test Suites: |Tests: |Snapshots: |Ran all test suites|● |✓ |✕ |✔ |✖ |√ |× |❯ |
            Jest, mocha, vitest, tap, node:not ok |# tests |# pass |# fail |▶ |ℹ |Test Files |
            Ruby, node assertions:Run options: |# Running|Finished in |AssertionError [ERR|+ actual - expected|+ expected - actual
            make, CMake, compilers:make: |make[|gmake|-- Configuring |-- Generating |-- Build files|-- Detecting |
            make, CMake, compilers:-- Check for |-- Looking for|-- The C|-- Performing Test|-- Found |Scanning dependencies
            make, CMake, compilers:Consolidate compiler|collect2: |In file included from |ld: |/usr/bin/ld: |gcc -|g++ -|cc -
            make, CMake, compilers:c++ -|javac |CC |LD |AR |CXX |checking for |checking whether |configure: |
            docker, CI:##[|::group::|::error|::warning|::endgroup::|Step |Removing intermediate container|--->
            docker, CI:Successfully tagged|Run actions/|Current runner version
            linters, .NET:✘ |Restored |Determining projects to restore|Found 1 error|MSBUILD|Time Elapsed |
            linters:would reformat |reformatted |All checks passed|All done!|Oh no!|************* Module |Your code has been rated
            any compiler:warning: |error: |fatal: |note: |1 error|1 warning
            make:GNU Make |Considering target file|Must remake target|No need to remake|Finished prerequisites
            make:Successfully remade|Trying implicit|Trying pattern rule|Reading makefile
            ctest:Test project |Test command: |Total Test time|Constructing a list of tests|UpdateCTestConfiguration
            ctest:The following tests FAILED|Checking test dependency graph|Test timeout computed
            TAP, mypy:TAP version |# Subtest: |duration_ms: |Success: no issues found
            linters, .NET:Build succeeded|Passed!|Failed!
            """;

    /** Places for prefixes by their first two characters, a power of two, so many that most places are empty. */
    private static final int PLACES = 1 << 11;

    /** All prefixes; those of one place begin alike, or do so by chance. */
    private static final List<List<String>> BY_START = byStart();

    private BuildPrefixes() {}

    /** Whether a line begins with one of the prefixes. */
    static boolean begin(String line) {
        if (line.length() < 2) {
            return false;
        }
        List<String> prefixes = BY_START.get(place(line));
        for (int i = 0; i < prefixes.size(); i++) {
            if (line.startsWith(prefixes.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<List<String>> byStart() {
        Map<Integer, List<String>> byPlace = BY_TOOL.lines()
                .map(line -> line.substring(line.indexOf(':') + 1))
                .flatMap(line -> Arrays.stream(line.split("\\|")))
                .collect(Collectors.groupingBy(BuildPrefixes::place));
        return IntStream.range(0, PLACES)
                .mapToObj(place -> byPlace.getOrDefault(place, List.of()))
                .toList();
    }

    private static int place(String start) {
        return (31 * start.charAt(0) + start.charAt(1)) & (PLACES - 1);
    }
}
