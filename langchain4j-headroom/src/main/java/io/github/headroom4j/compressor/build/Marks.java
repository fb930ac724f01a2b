package io.github.headroom4j.compressor.build;

import java.util.ArrayList;
import java.util.List;

/** How lines begin whose kind shows at the first glance, by kind; the longest beginning that fits decides. */
final class Marks {

    /** One group per line: a kind, a colon, beginnings parted by a bar. Blanks before a bar count. */
    private static final String BY_KIND = """
            DOWNLOAD:Downloading |Downloaded |Downloading:|Downloaded:|Collecting |Using cached |Fetching |Fetched |Get:|Hit:
            DOWNLOAD:go: downloading |go: finding |go: extracting |Pulling |Unpacking |Selecting previously |Preparing to unpack
            DOWNLOAD:Setting up |npm http |npm verbose |npm silly |npm timing |npm info |npm sill |npm verb |Download |Obtaining
            DOWNLOAD:Requirement already satisfied|Progress: resolved|Receiving objects|Resolving deltas|remote: |Cloning into
            DOWNLOAD:Looking in |Extracting |Pulled |Pull complete|Waiting |Verifying Checksum
            PROGRESS:Compiling |Checking |Building wheel|Preparing metadata|Getting requirements|Installing build dep|Updating
            PROGRESS:Locking |Adding |Documenting |Fresh |Copying |Stored in directory|Created wheel|Processing |Blocking waiting
            PROGRESS:checking for |checking whether |checking if |checking how |checking the |-- Detecting |-- Check for
            PROGRESS:-- Looking for|-- Performing |-- Found |-- The |Scanning dependencies|Consolidate |Attempting uninstall
            PROGRESS:Found existing installation|Uninstalling|Successfully uninstalled|=== RUN |=== PAUSE |=== CONT |=== NAME
            PROGRESS:[ RUN      ]|[----------]|creating |copying |adding |running build|running egg|writing |byte-compiling
            PROGRESS:reading manifest|skip non existing resource|Nothing to compile|Changes detected|Using '|Linking |Verifying
            PROGRESS:Running |gcc -|g++ -|cc -|clang -|clang++ -|c++ -|/usr/bin/c|ar rc|CC |CXX |AR |LD |skip |Generating
            PROGRESS:make[|make: Entering|make: Leaving|libtool: |mkdir |cp |rm |install |mv |touch |ln |Resolving |> Transform
            HINT:To see the full stack trace|Re-run Maven|For more information about|[Help |-> [Help |Please refer to |See dump files
            HINT:* Try:|Run with --|> Run with --|* Get more help|> Get more help|You can use '--warning-mode|For more on this, please
            HINT:Some errors have detailed|note: run with `RUST_BACKTRACE|note: Some details are omitted|npm error A complete log
            HINT:npm ERR! A complete log|npm error For a full report|Run `npm audit`|run `npm fund`|To address all issues|[notice]
            HINT:hint: See above for|note: This error originates from a subprocess|note: This is an issue with the package
            HINT:Note: Some messages have been simpl|Note: Recompile with|-- Docs: http|Learn more about |Visit http|* Get more
            PASSED:PASS |PASS:|PASS\t|PASSED |ok |ok\t|✓|✔|√|[       OK ]|[  PASSED  ]|--- PASS|[PASS]|✅|▶ |# Subtest
            SKIPPED:SKIPPED |--- SKIP|○ |[  SKIPPED ]|skipped |XFAIL |? |?\t|↓ |﹣ |- skipped|--- BENCH
            WARNING:WARNING|Warning:|warning:|warning[|warn |WARN |npm warn|npm WARN|##[warning]|::warning|[warn]|warning |[WARN]
            WARNING:DEPRECATION|Deprecat|[DEPRECATION]|CMake Warning|CMake Deprecation|DeprecationWarning|w: |npm notice|W: |⚠
            WARNING:(!)|UserWarning|ld: warning|debconf: |Note: |info |hint: |Picked up JAVA_TOOL
            STEP:> Task |> Configure|> Building|--- |##[group]|::group::|##[command]|Run |$ |Step |Building |# |+ cd |yarn run
            STEP:yarn install|npm run |Test project|Starting |Deprecated Gradle
            ERROR:ERROR|Error:|error:|error[|error |FATAL|fatal:|fatal |npm ERR!|npm error|##[error]|::error|[error]|E: |e: |× |╰─>
            ERROR:CMake Error|make: ***|gmake: ***|collect2: |ld: |* What went wrong|FAILURE: |Execution failed|Could not |Traceback (
            ERROR:panic: |PANIC|Segmentation fault|Killed|Aborted|ERR! |ERR_PNPM|Unhandled |Uncaught |Exception in thread
            ERROR:Internal compiler error|undefined reference|Failed to |failed to|Cannot |cannot |ERESOLVE|<failure|<error|<rerunFail
            ERROR:Undefined symbols|ld returned|No such file|No rule to make|configure: error|vet: |fatal error|✘ [ERROR]
            FAILED:FAILED |FAIL |FAIL:|FAIL\t|--- FAIL|not ok |✕|✗|✖|✘|● |[  FAILED  ]|[FAIL]|❌|FAILED:|Failed test|Tests with failures
            SUMMARY:BUILD |Tests:|Tests |Test Suites:|Test Files |Snapshots:|test result:|Ran |FAILED (|OK (|Done in |added
            SUMMARY:Reactor Summary|Total time|# tests |# pass |# fail |# cancelled |ℹ tests |ℹ pass |ℹ fail |Failures:|Errors:
            SUMMARY:Process completed|Process exited|Exit code|exit status|Exited with|exited with|Command failed|ELIFECYCLE|exit code
            SUMMARY:error: could not compile|error: aborting|error: test failed|error Command failed|Successfully |up to date
            SUMMARY:found 0 vuln|failures:|Failed tests:|Tests in error:|Total Test time|Your code has been rated|Finished
            SUMMARY:The following tests FAILED|tests passed|All checks passed|<testsuite|✖ failing tests:|Time: |Duration |Results:
            DETAIL:E   |Expected|expected|Received|Actual|actual|left: |right: |got:|got |want:|want |wanted|But was|note: |help: |❯
            DETAIL:assertion |Error Trace:|Messages:|location: |location:|symbol: |symbol:|required: |found: |reason: |= note|= help|--> |* Where:
            DETAIL:+ Expected|- Expected|+ Received|- Received|Diff |operator: |diff |but was
            """;

    private record Mark(String start, LineKind kind) {}

    /** By the character that they begin with; everything beyond ASCII shares one list. */
    private static final List<List<Mark>> BY_FIRST = index();

    private Marks() {}

    /** The kind that the beginning at an index tells, or null. */
    static @org.jspecify.annotations.Nullable LineKind of(String line, int at) {
        if (at >= line.length()) {
            return null;
        }
        Mark best = null;
        for (Mark mark : BY_FIRST.get(Math.min(128, line.charAt(at)))) {
            boolean longer = best == null || mark.start.length() > best.start.length();
            if (longer && line.startsWith(mark.start, at)) {
                best = mark;
            }
        }
        return best == null ? null : best.kind;
    }

    private static List<List<Mark>> index() {
        List<List<Mark>> byFirst = new ArrayList<>();
        for (int i = 0; i <= 128; i++) {
            byFirst.add(new ArrayList<>());
        }
        BY_KIND.lines().forEach(line -> {
            int colon = line.indexOf(':');
            LineKind kind = LineKind.valueOf(line.substring(0, colon));
            for (String start : line.substring(colon + 1).split("\\|", -1)) {
                byFirst.get(Math.min(128, start.charAt(0))).add(new Mark(start, kind));
            }
        });
        return byFirst;
    }
}
