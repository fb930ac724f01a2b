package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.compressor.TermMemory;
import java.util.Set;

/** How much a harmless entry tells: the rarer its kind, the more, and more if it speaks of a change. Not thread-safe. */
final class LineValue {

    /** Words of entries that mark a change of state, or something that does not go on as it should. */
    private static final Set<String> CHANGES = Set.of(
            "started",
            "starting",
            "stopped",
            "stopping",
            "shutdown",
            "shutting",
            "changed",
            "changing",
            "set",
            "setting",
            "reload",
            "reloaded",
            "reloading",
            "restart",
            "restarted",
            "elected",
            "election",
            "leader",
            "leading",
            "follower",
            "following",
            "connected",
            "disconnected",
            "connecting",
            "reconnect",
            "registered",
            "expired",
            "closed",
            "closing",
            "opened",
            "enabled",
            "disabled",
            "switched",
            "switch",
            "failover",
            "promoted",
            "demoted",
            "joined",
            "left",
            "removed",
            "created",
            "deleted",
            "deployed",
            "upgraded",
            "rebalance",
            "rebalancing",
            "terminated",
            "terminating",
            "received",
            "parameter",
            "config",
            "configuration",
            "maxmemory",
            "limit",
            "checkpoint",
            "recovery",
            "ready",
            "lost",
            "evicted",
            "paused",
            "resumed",
            "exit",
            "exited",
            "signal",
            "readonly",
            "sync",
            "resync",
            "fenced",
            "shrinking",
            "expanding",
            "isr",
            "replica",
            "master",
            "slave",
            "waiting",
            "blocked",
            "stalled",
            "stuck",
            "slow",
            "retrying",
            "exceeded",
            "exceeds",
            "exhausted",
            "throttled",
            "dropped",
            "skipped",
            "missing",
            "invalid",
            "unavailable");

    /** How many words of change a run has. */
    private final TermMemory<Long> changes;

    LineValue(Pace pace) {
        changes = TermMemory.ofTerms(
                terms -> terms.stream().filter(CHANGES::contains).count(), pace);
    }

    double of(String text, Severity severity, double count) {
        double rarity = 1 / (1 + Math.log(count) / Math.log(2) / 4);
        return switch (severity) {
            case DETAIL -> 0.3 * rarity;
            case INFO -> rarity * (0.6 + change(text));
            case SUSPICIOUS -> rarity * 1.2 + change(text);
            default -> 1.5;
        };
    }

    private double change(String text) {
        long[] found = new long[1];
        changes.forEach(text, some -> found[0] += some);
        return found[0] > 0 ? 0.35 : 0;
    }
}
