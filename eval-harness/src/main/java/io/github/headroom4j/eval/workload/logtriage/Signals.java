package io.github.headroom4j.eval.workload.logtriage;

import java.util.regex.Pattern;

/** What a line says about its service, by general forms of logs. */
final class Signals {

    private static final Pattern SEVERE = Pattern.compile(
            "\\b(ERROR|FATAL|PANIC|SEVERE|CRITICAL|EMERG|ALERT)\\b|\\[(\\w+:)?(error|crit|alert|emerg)]"
                    + "|level\"?[=:]\"?(error|fatal|panic|crit)|: (error|critical): | failed: \\w*[eE]xception"
                    + "|/[+-]?\\d+ 5\\d\\d \\d|^(Exception in|Caused by: |[\\w.$]+(Exception|Error)(:|$))|\" 5\\d\\d \\d");
    private static final Pattern WARNING = Pattern.compile(
            "\\b(WARN(ING)?|disconnected|SUSPENDED)\\b|\\[(\\w+:)?warn(ing)?]|level\"?[=:]\"?warn|: warning: |^\\d+:[A-Z] .{20,30} # ");

    /** A client's view: the trouble is at the other end. */
    private static final Pattern BLAMES = Pattern.compile(
            "upstream|connect(ing|ion)? to |to (the )?(backend|node|server)|did not answer|SQL(?:(?!SQL|Exception)\\w)*+Exception|Jedis|HttpTimeout"
                    + "|SocketTimeout|NetworkClient|Caused by|Sender|\" 5\\d\\d |JDBC|CannotGetJdbc|DataAccess|Redis(?:(?!Redis|Exception)\\w)*+Exception"
                    + "|could not be resolved|while resolving|urlopen|psycopg2|pika|[a-z_] failed: |lost the broker|refused the connection",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STOPS = Pattern.compile(
            "requested shutdown|fast shutdown request|immediate shutdown request|smart shutdown request"
                    + "|due to signal|gracefully shutting down|shutting down|exiting|received SIGTERM|shut down completed|normal shutdown|version \\S+ terminating|is asked to stop",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CHANGES = Pattern.compile(
            "reconfiguring|settings?: |\\b(alter|drop|revoke|grant) (role|user|system|table|index|\\w+ on)\\b|loaded serial \\d|got SIGHUP"
                    + "|reloading config|config(uration)? (was )?(changed|reloaded|rewritten)|parameter (?:(?!parameter | changed to).)*+ changed to"
                    + "|reloading configuration|switched to|received SIGHUP|\\(SIGHUP\\)",
            Pattern.CASE_INSENSITIVE);

    private Signals() {}

    static boolean isSevere(String line) {
        return SEVERE.matcher(line).find();
    }

    static boolean isProblem(String line) {
        return isSevere(line)
                || WARNING.matcher(line).find()
                || ErrorKind.of(line).isPresent();
    }

    static boolean blamesOthers(String line) {
        return BLAMES.matcher(line).find();
    }

    static boolean stops(String line) {
        return STOPS.matcher(line).find();
    }

    static boolean changes(String line) {
        return CHANGES.matcher(line).find();
    }
}
