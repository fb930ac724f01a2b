package io.github.headroom4j.memory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a server may evict originals, by what it says about its memory. Stateless. */
final class RedisEviction {

    private static final Pattern BOUND = Pattern.compile("(?m)^maxmemory:(\\d{1,19})\\r?$");
    private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:([a-z-]{1,40})\\r?$");

    private RedisEviction() {}

    /**
     * The policy by which the server would evict originals before their time.
     *
     * @param info the server's section on memory; what it does not say is no risk that could be told
     * @param expires whether keys are given a time to live, which some policies choose by
     */
    static Optional<String> risk(String info, boolean expires) {
        Matcher bound = BOUND.matcher(info);
        Matcher policy = POLICY.matcher(info);
        if (!bound.find() || bound.group(1).equals("0") || !policy.find()) {
            return Optional.empty();
        }
        String name = policy.group(1);
        boolean risky = name.startsWith("allkeys-") || (expires && name.startsWith("volatile-"));
        return risky ? Optional.of(name) : Optional.empty();
    }
}
