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

    private static final Set<String> SETTING = Set.of("=", "++", "--", "+=", "-=");

    private LockChecks() {}

    static List<Finding> unlock(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view)
                .forEach(spot -> TAKEN_BY.forEach((release, takes) -> {
                    List<Token> before = spot.change().removedTokens();
                    List<Token> after = spot.change().addedTokens();
                    boolean fewer = Calls.count(before, release) > Calls.count(after, release);
                    boolean taken =
                            takes.stream().anyMatch(take -> Calls.count(before, take) > Calls.count(after, take));
                    boolean held = (fewer || noFinally(spot, release))
                            && !taken
                            && spot.method()
                                    .filter(method -> holds(method, takes, release))
                                    .isPresent();
                    if (held) {
                        findings.add(spot.finding(DefectCategory.MISSING_UNLOCK, lineOfRemoval(spot, release)));
                    }
                }));
        return findings;
    }

    /** What stood behind a finally no longer does, though the method still calls it. */
    private static boolean noFinally(Spot spot, String release) {
        return SeenMethod.has(spot.change().removedTokens(), "finally")
                && !SeenMethod.has(spot.change().addedTokens(), "finally")
                && spot.method()
                        .filter(method ->
                                Calls.count(method.body(), release) > releasesInFinally(method.body(), release))
                        .isPresent();
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

    /** Whether another method uses one of its fields under a lock, and somebody sets that field. */
    private static boolean sharesGuarded(Spot spot, SeenMethod method) {
        List<SeenMethod> all = spot.view().methods(spot.path());
        Set<String> own = new HashSet<>();
        method.body().stream()
                .filter(Token::isWord)
                .map(Token::text)
                .filter(spot.view().fields(spot.path())::contains)
                .filter(field -> all.stream().anyMatch(other -> sets(other, field)))
                .forEach(own::add);
        return !isGuarded(method)
                && all.stream()
                        .filter(other -> !other.equals(method) && isGuarded(other))
                        .anyMatch(other -> own.stream().anyMatch(other::uses));
    }

    private static boolean sets(SeenMethod method, String field) {
        List<Token> body = method.body();
        for (int i = 0; i < body.size(); i++) {
            String next = i + 1 < body.size() ? body.get(i + 1).text() : "";
            String before = i > 0 ? body.get(i - 1).text() : "";
            if (body.get(i).is(field) && (SETTING.contains(next) || before.equals("++") || before.equals("--"))) {
                return true;
            }
        }
        return false;
    }

    static List<Finding> leak(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            List<Token> before = spot.change().removedTokens();
            List<Token> after = spot.change().addedTokens();
            boolean tried = Calls.count(before, "try") > Calls.count(after, "try") && SeenMethod.has(after, "=");
            boolean closed = Calls.in(before).stream()
                    .filter(call ->
                            CLOSING.contains(call.name()) && !call.receiver().isEmpty())
                    .anyMatch(call -> spot.method()
                            .filter(method -> opens(method, call.receiver()))
                            .isPresent());
            boolean closesNow = spot.method()
                    .filter(method -> CLOSING.stream().anyMatch(method::calls) || method.calls("try"))
                    .isPresent();
            boolean sometimes = CLOSING.stream().anyMatch(close -> noFinally(spot, close))
                    && spot.method().filter(LockChecks::closesOwn).isPresent();
            if (sometimes || ((tried || closed) && spot.method().isPresent() && !closesNow)) {
                findings.add(spot.finding(DefectCategory.RESOURCE_LEAK));
            }
        });
        return findings;
    }

    /** Whether a method closes what it has opened itself. */
    private static boolean closesOwn(SeenMethod method) {
        return Calls.in(method.body()).stream()
                .anyMatch(call -> CLOSING.contains(call.name()) && opens(method, call.receiver()));
    }

    /** Whether a method sets a variable to something that it makes. */
    private static boolean opens(SeenMethod method, String name) {
        List<Token> body = method.body();
        for (int i = 0; i + 2 < body.size(); i++) {
            if (body.get(i).is(name)
                    && body.get(i + 1).is("=")
                    && !body.get(i + 2).is("null")) {
                return true;
            }
        }
        return false;
    }
}
