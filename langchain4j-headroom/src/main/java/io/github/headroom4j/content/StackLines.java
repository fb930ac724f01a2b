package io.github.headroom4j.content;

/** Shapes of the lines of a stack trace: Java, Python, JavaScript, Go, Rust, .NET, gdb, Ruby and PHP. */
final class StackLines {

    /** Characters of a first line that are looked at. */
    private static final int MAX_INTRODUCTION = 300;

    /** Blanks that a sentence has; paths and commands have fewer. */
    private static final int INTRODUCTION_BLANKS = 4;

    private StackLines() {}

    /** Whether a line is a frame, a header or a note between causes. */
    static boolean isPart(String line) {
        return isFrame(line) || isHeader(line);
    }

    /** Whether a line names a place in a call stack. */
    static boolean isFrame(String line) {
        String trimmed = line.strip();
        return isAtFrame(line, trimmed)
                || isPythonFrame(trimmed)
                || isNumberedFrame(trimmed)
                || isGoFrame(line)
                || (trimmed.indexOf(":in `") > 0 || trimmed.indexOf(":in '") > 0)
                || isOmission(trimmed);
    }

    /** Whether a line names what was thrown, or introduces a trace. */
    static boolean isHeader(String line) {
        String trimmed = line.strip();
        return startsTrace(trimmed)
                || trimmed.startsWith("Caused by: ")
                || trimmed.startsWith("Suppressed: ")
                || trimmed.startsWith("During handling of the above")
                || trimmed.startsWith("The above exception was the direct cause")
                || trimmed.startsWith("--- End of ")
                || trimmed.startsWith("---> ")
                || namesThrowable(trimmed);
    }

    /** Whether a text begins with a sentence before its stack trace. */
    static boolean isIntroduced(String text) {
        String first = text.stripLeading();
        String line = first.substring(0, Math.min(Lines.next(first, 0), MAX_INTRODUCTION))
                .strip();
        int blanks = 0;
        for (int i = 0; i < line.length(); i++) {
            blanks += line.charAt(i) == ' ' ? 1 : 0;
        }
        return blanks >= INTRODUCTION_BLANKS && !isPart(line);
    }

    /** Whether a line is the beginning of a trace in a language that announces it. */
    static boolean startsTrace(String trimmed) {
        return trimmed.startsWith("Exception in thread ")
                || trimmed.startsWith("Traceback (most recent call last)")
                || trimmed.startsWith("Unhandled exception. ")
                || trimmed.startsWith("panic: ")
                || trimmed.startsWith("fatal error: ")
                || (trimmed.startsWith("goroutine ") && trimmed.endsWith("]:"))
                || (trimmed.startsWith("thread '") && trimmed.contains("panicked at"))
                || trimmed.startsWith("Uncaught ")
                || trimmed.equals("stack backtrace:");
    }

    /** {@code some.package.NameException: message}, {@code TypeError: message}. */
    static boolean namesThrowable(String trimmed) {
        int end = 0;
        while (end < trimmed.length()
                && (Ascii.isWord(trimmed.charAt(end)) || ".$".indexOf(trimmed.charAt(end)) >= 0)) {
            end++;
        }
        String name = trimmed.substring(0, end);
        boolean throwable = name.endsWith("Exception")
                || name.endsWith("Error")
                || name.endsWith("Throwable")
                || name.endsWith("Interrupt")
                || name.endsWith("Failure")
                || name.endsWith("Warning");
        return throwable && name.length() > 5 && (end == trimmed.length() || trimmed.charAt(end) == ':');
    }

    /** {@code at a.b.C.m(C.java:1)}, {@code at fn (file.js:1:2)}, {@code at N.C.M() in file.cs:line 3}, {@code at x.rs:1:2}. */
    private static boolean isAtFrame(String line, String trimmed) {
        if (!trimmed.startsWith("at ") || Ascii.blanks(line, 0) == 0) {
            return false;
        }
        char last = trimmed.charAt(trimmed.length() - 1);
        return last == ')'
                || Ascii.isDigit(last)
                || last == ']'
                || trimmed.endsWith(") {")
                || trimmed.startsWith("at async ")
                || last == '>';
    }

    private static boolean isPythonFrame(String trimmed) {
        return trimmed.startsWith("File \"") && trimmed.contains("\", line ");
    }

    /** {@code #0 0x00 in main () at f.c:1}, {@code 12: core::panicking::panic}. */
    private static boolean isNumberedFrame(String trimmed) {
        if (Ascii.at(trimmed, 0) == '#') {
            int digits = Ascii.digits(trimmed, 1);
            return digits > 0 && Ascii.at(trimmed, digits + 1) == ' ' && trimmed.indexOf('(') > 0;
        }
        int digits = Ascii.digits(trimmed, 0);
        return digits > 0 && digits < 4 && trimmed.startsWith(": ", digits) && trimmed.indexOf("::") > 0;
    }

    /** A tab, a path with a line, and mostly an offset; or the call before it. */
    private static boolean isGoFrame(String line) {
        if (line.startsWith("\t/") || line.startsWith("\t_")) {
            return line.contains(".go:") || line.contains(".s:");
        }
        return line.startsWith("created by ")
                || (line.endsWith(")") && line.indexOf('.') > 0 && line.indexOf(' ') < 0 && line.indexOf('(') > 0);
    }

    private static boolean isOmission(String trimmed) {
        return (trimmed.startsWith("... ") && (trimmed.endsWith("more") || trimmed.endsWith("omitted")))
                || trimmed.startsWith("[Previous line repeated ")
                || trimmed.startsWith("note: run with `RUST_BACKTRACE");
    }
}
