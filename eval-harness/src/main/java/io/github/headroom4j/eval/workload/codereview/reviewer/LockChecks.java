package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Locks that are not released, fields that are no longer guarded, resources that are not closed. Stateless. */
final class LockChecks {

    private static final Map<String, Set<String>> TAKEN_BY = Map.of(
            "unlock", Set.of("lock", "lockInterruptibly", "tryLock"),
            "unlockRead", Set.of("readLock", "tryReadLock"),
            "unlockWrite", Set.of("writeLock", "tryWriteLock"),
            "release", Set.of("acquire", "tryAcquire", "acquireUninterruptibly"));
    private static final Set<String> CLOSING = Set.of("close", "closeQuietly", "shutdown", "dispose");

    private LockChecks() {}

    static List<Finding> unlock(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view)
                .forEach(spot -> TAKEN_BY.forEach((release, takes) -> {
                    List<Token> before = spot.change().removedTokens();
                    List<Token> after = spot.change().addedTokens();
                    if (Calls.count(before, release) > Calls.count(after, release)) {
                        boolean taken =
                                takes.stream().anyMatch(take -> Calls.count(before, take) > Calls.count(after, take));
                        if (!taken
                                && spot.method()
                                        .filter(method -> holds(method, takes, release))
                                        .isPresent()) {
                            findings.add(spot.finding(DefectCategory.MISSING_UNLOCK, lineOfRemoval(spot, release)));
                        }
                    }
                }));
        return findings;
    }

    /** The line in the place of the removed one that calls a method. */
    private static int lineOfRemoval(Spot spot, String method) {
        return spot.change().removed().stream()
                .filter(line -> line.text().contains(method + "("))
                .findFirst()
                .map(DiffLine::number)
                .orElse(spot.change().number());
    }

    /** Whether the method takes the lock more often than it releases it behind a finally. */
    private static boolean holds(SeenMethod method, Set<String> takes, String release) {
        long taken = takes.stream()
                .mapToLong(take -> Calls.count(method.body(), take))
                .sum();
        return taken > 0 && taken > releasesInFinally(method.body(), release);
    }

    private static long releasesInFinally(List<Token> body, String release) {
        long count = 0;
        for (int i = 0; i + 1 < body.size(); i++) {
            if (body.get(i).is("finally") && body.get(i + 1).is("{")) {
                count += Calls.count(body.subList(i + 1, Calls.closing(body, i + 1)), release);
            }
        }
        return count;
    }

    static List<Finding> unguarded(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            List<Token> before = spot.change().removedTokens();
            List<Token> after = spot.change().addedTokens();
            boolean gone = guards(before) > guards(after);
            if (gone
                    && spot.method()
                            .filter(method -> sharesGuarded(spot, method))
                            .isPresent()) {
                findings.add(spot.finding(DefectCategory.UNGUARDED_FIELD));
            }
        });
        return findings;
    }

    private static long guards(List<Token> tokens) {
        return tokens.stream().filter(token -> token.is("synchronized")).count() + Calls.count(tokens, "lock");
    }

    private static boolean isGuarded(SeenMethod method) {
        return method.declares("synchronized") || guards(method.body()) > 0;
    }

    /** Whether another method uses one of its fields under a lock. */
    private static boolean sharesGuarded(Spot spot, SeenMethod method) {
        Set<String> fields = spot.view().fields(spot.path());
        Set<String> own = new HashSet<>();
        method.body().stream()
                .filter(Token::isWord)
                .map(Token::text)
                .filter(fields::contains)
                .forEach(own::add);
        return !isGuarded(method)
                && spot.view().methods(spot.path()).stream()
                        .filter(other -> !other.equals(method) && isGuarded(other))
                        .anyMatch(other -> own.stream().anyMatch(other::uses));
    }

    static List<Finding> leak(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            List<Token> before = spot.change().removedTokens();
            List<Token> after = spot.change().addedTokens();
            boolean closed = CLOSING.stream().anyMatch(close -> Calls.count(before, close) > Calls.count(after, close));
            boolean tried = Calls.count(before, "try") > Calls.count(after, "try");
            boolean closesNow = spot.method()
                    .filter(method -> CLOSING.stream().anyMatch(method::calls) || method.calls("try"))
                    .isPresent();
            if ((tried || closed) && spot.method().isPresent() && !closesNow) {
                findings.add(spot.finding(DefectCategory.RESOURCE_LEAK));
            }
        });
        return findings;
    }
}
