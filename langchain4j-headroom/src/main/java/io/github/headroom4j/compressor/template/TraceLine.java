package io.github.headroom4j.compressor.template;

import java.util.Locale;

/** What a line is within a stack trace of Java, Kotlin, Python, JavaScript, Go, Rust or .NET. */
public enum TraceLine {
    /** No part of a trace that can be recognised by itself. */
    OTHER,
    /** Names an exception, a cause or a panic. */
    HEADING,
    /** A call in code of the application. */
    APPLICATION_FRAME,
    /** A call in code of a platform, a framework or a library that comes with one. */
    LIBRARY_FRAME,
    /** {@code ... 23 more}. */
    MORE;

    /** Longer lines are no part of a trace, in characters. */
    private static final int MAX_CHARS = 2000;

    private static final String[] LIBRARIES = {
        "java.",
        "javax.",
        "jakarta.",
        "jdk.",
        "sun.",
        "com.sun.",
        "kotlin.",
        "kotlinx.",
        "scala.",
        "groovy.",
        "org.springframework.",
        "org.apache.",
        "org.hibernate.",
        "org.eclipse.",
        "org.jboss.",
        "org.postgresql.",
        "org.junit.",
        "org.codehaus.",
        "org.mockito.",
        "org.slf4j.",
        "io.netty.",
        "io.lettuce.",
        "io.micrometer.",
        "io.grpc.",
        "io.vertx.",
        "io.quarkus.",
        "reactor.",
        "rx.",
        "io.reactivex.",
        "com.zaxxer.",
        "com.google.",
        "com.fasterxml.",
        "com.mysql.",
        "ch.qos.",
        "redis.clients.",
        "okhttp3.",
        "retrofit2.",
        "akka.",
        "play.",
        "System.",
        "Microsoft.",
        "std::",
        "core::",
        "alloc::",
        "tokio::",
        "runtime.",
        "testing.",
        "net/http.",
        "node:",
        "internal/"
    };

    private static final String[] LIBRARY_PATHS = {
        "site-packages",
        "dist-packages",
        "/lib/python",
        "node_modules",
        "(node:",
        "internal/modules",
        "/rustc/",
        "/usr/local/go/src/",
        "/go/pkg/mod/",
        "<frozen "
    };

    /**
     * Recognises a line by itself.
     *
     * @param line any line
     * @return what it is
     */
    public static TraceLine of(String line) {
        if (line.length() > MAX_CHARS) {
            return OTHER;
        }
        String text = line.strip();
        if (text.startsWith("at ") && isFrameTail(text)) {
            return frame(text.substring(3));
        }
        if (text.startsWith("File \"") && text.contains("\", line ")) {
            return frame(text);
        }
        if (text.startsWith("...") && (text.endsWith("more") || text.endsWith("common frames omitted"))) {
            return MORE;
        }
        if (isHeading(text)) {
            return HEADING;
        }
        return line.startsWith("\t/") && text.contains(".go:") ? frame(text) : OTHER;
    }

    /**
     * Whether a line begins a trace of its own, however a trace before it ended.
     *
     * @param line any line
     * @return whether it does
     */
    public static boolean beginsTrace(String line) {
        return line.startsWith("Exception in thread")
                || line.startsWith("panic:")
                || line.startsWith("fatal error:")
                || line.startsWith("Unhandled exception")
                || line.startsWith("Traceback (most recent call last)")
                || (line.startsWith("thread '") && line.contains("panicked at"));
    }

    /**
     * Whether a line is one that a trace can end with, if calls stand below their exception and begin with "at".
     *
     * @param line any line
     * @return whether it is
     */
    public static boolean endsTrace(String line) {
        String text = line.strip();
        return text.startsWith("at ") ? of(line) != OTHER : of(line) == MORE;
    }

    /**
     * Whether a heading names what an exception comes with, and never stands for itself.
     *
     * @param line a line that is a {@link #HEADING}
     * @return whether it does
     */
    public static boolean isInner(String line) {
        return line.startsWith("Caused by:") || line.startsWith("Suppressed:") || line.startsWith("--->");
    }

    private static boolean isFrameTail(String text) {
        return text.endsWith(")")
                || text.endsWith("]")
                || text.indexOf(':') > 0
                || text.indexOf(' ', 3) < 0
                || text.contains(") in ")
                || text.contains(") [");
    }

    private static TraceLine frame(String call) {
        for (String path : LIBRARY_PATHS) {
            if (call.contains(path)) {
                return LIBRARY_FRAME;
            }
        }
        // A class may stand behind a loader and a module: "app//", "java.base/".
        String name = call.substring(call.lastIndexOf('/', Math.max(0, call.indexOf('('))) + 1);
        for (String library : LIBRARIES) {
            if (name.startsWith(library) || call.startsWith(library)) {
                return LIBRARY_FRAME;
            }
        }
        return APPLICATION_FRAME;
    }

    private static boolean isHeading(String text) {
        if (text.startsWith("Caused by:")
                || text.startsWith("Suppressed:")
                || text.startsWith("Exception in thread")
                || text.startsWith("Traceback (most recent call last)")
                || text.startsWith("During handling of the above")
                || text.startsWith("The above exception was")
                || text.startsWith("panic:")
                || text.startsWith("fatal error:")
                || text.startsWith("Unhandled exception")
                || text.startsWith("---> ")
                || (text.startsWith("thread '") && text.contains("panicked at"))) {
            return true;
        }
        int end = text.indexOf(':');
        end = end < 0 ? text.length() : end;
        String name = text.substring(0, end);
        if (name.isEmpty() || name.indexOf(' ') >= 0 || !Character.isLetter(name.charAt(0))) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("exception")
                || (lower.endsWith("error") && name.length() > 5)
                || lower.endsWith("throwable");
    }
}
