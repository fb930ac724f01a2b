package io.github.headroom4j.eval.workload.logtriage;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kinds of errors by the texts with which operating systems, JVMs and well-known servers report them. The order is that
 * of precedence: a full disk also breaks connections, but a broken connection fills no disk.
 */
enum ErrorKind {
    DISK_FULL(
            3,
            "no space left on device|database space exceeded|disk space is insufficient|disk (is )?full|ENOSPC|disk quota exceeded"),
    PORT_IN_USE(3, "address already in use|port \\S{0,12} ?(was|is) already in use|EADDRINUSE|failed to bind"),
    OUT_OF_MEMORY(
            3,
            "OutOfMemory|java heap space|GC overhead limit|out of memory|cannot allocate memory|memory size of \\d+ bytes exhausted|memory resource limit|oom-kill"
                    + "|OOM command not allowed|used memory > 'maxmemory'"),
    CORRUPT_DATA(
            3,
            "\\bcorrupt(ed|ion)?\\b(?!-)|checksum (mismatch|error|failed|does not)|calculated checksum|invalid page|CRC (error|mismatch|check)"
                    + "|bad magic|malformed|unreasonable length|unable to (load|read) (the )?(database|snapshot|segment)|bad file format|short read|wrong signature"),
    CERTIFICATE_EXPIRED(3, "certificate (has |is )?expired|certificate_expired|certificate is not yet valid"),
    CLOCK_SKEW(2.9, "(from|in)[ _]the[ _]future|clock (skew|drift)|time skew|not yet valid"),
    SCHEMA_MISMATCH(
            2.2,
            "(unknown|undefined|no such) ?(column|table|relation)|(column|relation|table) .{1,80} does ?n.t exist|does not exist at"),
    PERMISSION_DENIED(
            3,
            "permission denied|command denied to|denied publish|access (to .{1,80} )?refused|access_refused|insufficient ?privilege"
                    + "|operation not permitted|query .{1,80} denied|operation refused|EACCES"),
    RATE_LIMITED(3, "limiting requests|rate[ -]?limit|too many requests|being throttled|[\" ]429 \\d"),
    DEADLOCK(3, "deadlock ?(was )?(detected|found)|deadlocks? detected"),
    PROTOCOL_MISMATCH(
            2.8,
            "wrong[ _]version[ _]number|unsupported protocol|protocol (error|mismatch)|unknown protocol|http[ _]request"
                    + "|to https port|bad record mac|insecurely|tls=off"),
    RESTART_LOOP(
            2.7,
            "; restart \\d+|back-?off restarting|restarting too|start request repeated|already connected, closing old"),
    CACHE_STAMPEDE(2.9, "flush_?all|flushdb|cache (was |is )?(cleared|emptied|invalidated|purged)"),
    NAME_RESOLUTION(
            2.5,
            "could not be resolved|name or service not known|host not found|no such host|NXDOMAIN|SERVFAIL|UnknownHost"
                    + "|name resolution|while resolving"),
    AUTHENTICATION_FAILED(
            3,
            "authentication failed|failed authentication|invalid (username|password|credentials)|WRONGPASS|NOAUTH"
                    + "|access denied for|no pg_hba\\.conf entry|login (failed|refused)|not authori[sz]ed|no such user|user name is empty"),
    LOCK_TIMEOUT(3, "lock timeout|still waiting for \\w+lock|could not obtain lock|lock wait timeout|LockNotAvailable"),
    RESOURCE_EXHAUSTED(
            3,
            "too many (open files|connections|clients)|remaining connection slots|max number of clients"
                    + "|connection is not available, request timed out|pool (is )?exhausted|worker_connections are not enough"
                    + "|unable to create (new )?native thread|resource temporarily unavailable|out of file descriptors|limit (\\S+ )?(is )?reached"
                    + "|max_connections exceeded|no more connections|reached Max\\w+"),
    BAD_CONFIGURATION(
            2.6,
            "not in the peer list|unknown directive|unrecognized (configuration|option)|fatal config|bad directive"
                    + "|invalid (configuration|config|value for parameter)|configuration (error|file (?:(?!configuration file | (?:error|failed)).)*+ (error|failed))"
                    + "|invalid command '|perhaps misspelled|unknown RR type|not loaded due to errors|inequivalent arg|precondition_failed"
                    + "|cluster id mismatch|reconfiguring|ConfigException|RecordTooLarge|unknown config|BeanCreationException(?:(?!BeanCreationException|property).)*+property"),
    LEADER_LOST(
            1.5,
            "following the leader|not[_ ]?leader|leader election|new election|state set to looking|\\bLOOKING\\b"
                    + "|\\+[so]down|switch-master|failover|lost leader|elected leader|connection with (master|primary) lost|leadership"),
    CONNECTION_REFUSED(
            1, "connection refused|ECONNREFUSED|could not be established|refused connection|no route to host"),
    CONNECTION_RESET(
            1.2,
            "connection reset|broken pipe|ECONNRESET|terminating any other active|server closed the connection"
                    + "|terminating connection|terminated by signal|error occurred while sending|prematurely closed"
                    + "|connection (was )?aborted|connection has been closed|connection lost"),
    SLOW_DEPENDENCY(0.5, "timed out|time-?out\\b|did not answer|too slow|HTTP 504|SocketTimeout|deadline exceeded");

    private final double weight;
    private final Pattern texts;

    ErrorKind(double weight, String texts) {
        this.weight = weight;
        this.texts = Pattern.compile(texts, Pattern.CASE_INSENSITIVE);
    }

    /** How much this kind speaks for a cause rather than a symptom. */
    double weight() {
        return weight;
    }

    static Optional<ErrorKind> of(String line) {
        for (ErrorKind kind : values()) {
            if (kind.texts.matcher(line).find()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
