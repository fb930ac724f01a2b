package io.github.headroom4j.compressor.log;

/** How bad a log entry says it is. */
enum Severity {
    /** Trace and debug. */
    DETAIL,
    /** Information and notices; also entries that name no level and speak of no error. */
    INFO,
    /** No level, but words of an error, or an error's words at information level. */
    SUSPICIOUS,
    /** A warning. */
    WARNING,
    /** An error or worse. */
    ERROR
}
