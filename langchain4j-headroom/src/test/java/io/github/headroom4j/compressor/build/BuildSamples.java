package io.github.headroom4j.compressor.build;

/** Build output as tools print it, short enough to be read here. */
final class BuildSamples {

    private BuildSamples() {}

    /** A Maven run with downloads, passing and failing tests. */
    static String maven() {
        StringBuilder out = new StringBuilder("[INFO] Scanning for projects...\n[INFO] Building shop 1.0-SNAPSHOT\n");
        for (int i = 0; i < 60; i++) {
            String artifact = "https://repo.example.org/org/lib/part-" + i + "/1." + i + "/part-" + i + ".pom";
            out.append("[INFO] Downloading from central: ").append(artifact).append('\n');
            out.append("[INFO] Downloaded from central: ").append(artifact).append(" (5.3 kB at 35 kB/s)\n");
        }
        out.append("[INFO] --- surefire:3.2.5:test (default-test) @ shop ---\n");
        for (int i = 0; i < 12; i++) {
            out.append("[INFO] Running org.example.shop.Part").append(i).append("Test\n");
            out.append("[INFO] Tests run: ").append(i + 1);
            out.append(", Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.0")
                    .append(i + 1);
            out.append(" s -- in org.example.shop.Part").append(i).append("Test\n");
        }
        return out + """
                [INFO] Running org.example.shop.CartTest
                [ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.05 s <<< FAILURE! -- in org.example.shop.CartTest
                [ERROR] org.example.shop.CartTest.discount -- Time elapsed: 0.01 s <<< FAILURE!
                org.opentest4j.AssertionFailedError: expected: <90> but was: <100>
                \tat org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:55)
                \tat org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:527)
                \tat org.example.shop.CartTest.discount(CartTest.java:31)
                \tat java.base/java.lang.reflect.Method.invoke(Method.java:580)
                \tat java.base/java.util.ArrayList.forEach(ArrayList.java:1596)
                Caused by: java.lang.ArithmeticException: / by zero
                \tat org.example.shop.Rate.of(Rate.java:12)
                \t... 70 more

                [INFO]
                [INFO] Results:
                [INFO]
                [ERROR] Failures:
                [ERROR]   CartTest.discount:31 expected: <90> but was: <100>
                [INFO]
                [ERROR] Tests run: 80, Failures: 1, Errors: 0, Skipped: 0
                [INFO] BUILD FAILURE
                [INFO] Total time:  3.412 s
                [ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:3.2.5:test (default-test) on project shop: There are test failures.
                """;
    }

    /** A pytest run with a failure, as a terminal with colours shows it. */
    static String pytest() {
        StringBuilder out =
                new StringBuilder("\u001b[1m===== test session starts =====\u001b[0m\ncollected 41 items\n\n");
        for (int i = 0; i < 40; i++) {
            out.append("tests/test_cart.py::test_item_").append(i).append(" \u001b[32mPASSED\u001b[0m [ 1%]\n");
        }
        return out + """
                tests/test_cart.py::test_discount \u001b[31mFAILED\u001b[0m [100%]

                ===================== FAILURES =====================
                \u001b[31m\u001b[1m__________________ test_discount __________________\u001b[0m

                    def test_discount():
                        cart = Cart()
                        cart.add("pen", 100)
                        cart.rate = 10
                >       assert cart.total() == 90
                E       assert 100 == 90
                E        +  where 100 = total()

                tests/test_cart.py:17: AssertionError
                ============== short test summary info ==============
                FAILED tests/test_cart.py::test_discount - assert 100 == 90
                =========== 1 failed, 40 passed in 0.31s ============
                """;
    }

    /** A compiler that finds two errors among warnings, as GitHub Actions logs it. */
    static String actions() {
        StringBuilder out = new StringBuilder();
        String time = "2026-01-31T12:00:00.1234567Z ";
        out.append(time).append("##[group]Run make -k\n").append(time).append("##[endgroup]\n");
        for (int i = 0; i < 30; i++) {
            out.append(time)
                    .append("[ ")
                    .append(10 + i)
                    .append("%] Building C object part")
                    .append(i)
                    .append(".o\n");
            out.append(time).append("part").append(i);
            out.append(".c:12:5: warning: 'gets' is deprecated, this is an error waiting to happen [-Wdeprecated]\n");
        }
        for (String line : """
                cart.c: In function 'total':
                cart.c:31:12: error: 'rat' undeclared (first use in this function); did you mean 'rate'?
                   31 |     return rat * 2;
                      |            ^~~
                      |            rate
                make: *** [Makefile:7: cart.o] Error 1
                ##[error]Process completed with exit code 2.
                """.lines().toList()) {
            out.append(time).append(line).append('\n');
        }
        return out.toString();
    }

    /** A report of JUnit with one failure, on few lines. */
    static String junit() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuite name=\"org.example.CartTest\" tests=\"31\" failures=\"1\" errors=\"0\">\n");
        out.append("<properties><property name=\"os.name\" value=\"Linux\"/></properties>");
        for (int i = 0; i < 30; i++) {
            out.append("<testcase classname=\"org.example.CartTest\" name=\"item")
                    .append(i)
                    .append("\" time=\"0.01\"/>");
        }
        return out + """
                <testcase classname="org.example.CartTest" name="discount" time="0.02"><failure message="expected: &lt;90&gt;&#10;but was: &lt;100&gt;" type="AssertionError">AssertionError: expected
                \tat org.junit.Assert.fail(Assert.java:89)
                \tat org.example.CartTest.discount(CartTest.java:31)
                </failure></testcase><system-out>started
                stopped</system-out></testsuite>
                """;
    }

    /** Progress that overwrites itself, and what npm says in the end. */
    static String npm() {
        StringBuilder out = new StringBuilder("$ npm ci\n");
        for (int i = 0; i <= 100; i++) {
            out.append("\r\u001b[2K[#####] ")
                    .append(i)
                    .append("% idealTree:shop: sill fetch part-")
                    .append(i);
        }
        out.append('\n');
        for (int i = 0; i < 20; i++) {
            out.append("npm warn deprecated part-").append(i).append("@1.0.").append(i);
            out.append(": This package failed its users and is no longer maintained\n");
        }
        return out + """
                npm error code ERESOLVE
                npm error ERESOLVE unable to resolve dependency tree
                npm error Found: react@18.2.0
                npm error Could not resolve dependency:
                npm error peer react@"^16.8.0" from shop-ui@3.1.0
                npm error A complete log of this run can be found in: /home/dev/.npm/_logs/debug-0.log
                """;
    }
}
