package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.DeadlineExceededException;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The six steps, from the gate to the kept original. Thread-safe.
 *
 * @param policies which policy applies to which tool
 * @param counter counts tokens
 * @param originals where originals are kept
 * @param router splits and reads texts
 * @param deadline starts the time that one compression has
 */
record Pipeline(
        CompressionPolicies policies,
        TokenCounter counter,
        OriginalStore originals,
        ContentRouter router,
        Supplier<Deadline> deadline) {

    /** A result, and what failed on the way to it. */
    record Outcome(CompressionResult result, @Nullable Throwable failure) {
        static Outcome of(CompressionResult result) {
            return new Outcome(result, null);
        }
    }

    /** A text of so few characters that they cannot be more than the tokens of a policy is too small, whatever it holds. */
    private static final int MAX_TOKENS_PER_CHAR = 3;

    /** What a text makes fail is in the outcome; nothing is thrown for it. */
    Outcome run(CompressionRequest request) {
        try {
            CompressionPolicy policy = policies.of(request.tool());
            Optional<Reason> refused = refused(request, policy);
            return refused.isPresent()
                    ? Outcome.of(unchanged(request, refused.get()))
                    : inTime(request, policy, startingClock(request, policy));
        } catch (DeadlineExceededException e) {
            return new Outcome(unchanged(request, Reason.TIMEOUT), e);
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome(unchanged(request, Reason.FAILED), e);
        }
    }

    /** The part of the gate that looks at no character, and so needs no time. */
    private static Optional<Reason> refused(CompressionRequest request, CompressionPolicy policy) {
        if (policy.fidelity() == Fidelity.VERBATIM) {
            return Optional.of(Reason.VERBATIM_POLICY);
        }
        if (request.errorResult()) {
            return Optional.of(Reason.ERROR_RESULT);
        }
        return request.text().length() > Headroom.MAX_CHARS ? Optional.of(Reason.TOO_LARGE) : Optional.empty();
    }

    /** Time runs from the first look at the text on, but not while a vocabulary is loaded, if the text is not too small for one. */
    private Deadline startingClock(CompressionRequest request, CompressionPolicy policy) {
        if ((long) request.text().length() * MAX_TOKENS_PER_CHAR > policy.minTokens()) {
            counter.load();
        }
        return deadline.get();
    }

    private Outcome inTime(CompressionRequest request, CompressionPolicy policy, Deadline end) {
        if (isOurs(request, end)) {
            return Outcome.of(unchanged(request, Reason.ALREADY_COMPRESSED));
        }
        return counter.countsAtMost(request.text(), policy.minTokens())
                ? Outcome.of(unchanged(request, Reason.TOO_SMALL))
                : shrink(request, policy, end);
    }

    /** A marker counts only if it leads to an original: forged ones do not keep a text from being compressed. */
    private boolean isOurs(CompressionRequest request, Deadline end) {
        return OriginalMarker.refAtEndOf(request.text())
                .flatMap(ref -> originals.find(request.scope(), ref, end::check))
                .isPresent();
    }

    private Outcome shrink(CompressionRequest request, CompressionPolicy policy, Deadline end) {
        TokenCounter checked = counter.checking(end::check);
        CompressionContext context = new CompressionContext(request.query(), checked, 1, end, request.changes(), "");
        // Needed anyhow, and first, so that a text which is too long for the time left goes no further.
        int tokens = checked.count(request.text());
        ContentRouter.Routed routed = router.route(request.text(), context);
        Draft draft = new Draft(request.text(), tokens, routed);
        if (routed.unread()) {
            return Outcome.of(draft.unchanged(Reason.NO_COMPRESSOR));
        }
        Shrinker shrinker = new Shrinker(context);
        Repacked repacked = shrinker.repack(draft);
        Optional<Compressed> selected = policy.fidelity() == Fidelity.LOSSLESS || shrinker.fits(draft, repacked, policy)
                ? Optional.empty()
                : shrinker.select(draft, repacked, policy);
        if (selected.isEmpty()) {
            return Outcome.of(orUnchanged(shrinker.accept(draft, repacked, policy), draft, Reason.NO_SAVINGS));
        }
        context.checkDeadline();
        RuntimeException failure = keep(request, selected.get(), context);
        return failure == null
                ? Outcome.of(selected.get())
                : new Outcome(orUnchanged(shrinker.accept(draft, repacked, policy), draft, Reason.NOT_KEPT), failure);
    }

    private static CompressionResult orUnchanged(Optional<Compressed> compressed, Draft draft, Reason reason) {
        return compressed.isPresent() ? compressed.get() : draft.unchanged(reason);
    }

    /** Only then may a marker be shown. Returns what went wrong, or null. */
    private @Nullable RuntimeException keep(
            CompressionRequest request, Compressed selected, CompressionContext context) {
        try {
            OriginalId id = selected.original().orElseThrow();
            originals.keep(request.scope(), request.text(), id, context::checkDeadline);
            return null;
        } catch (DeadlineExceededException e) {
            throw e;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** The same under one policy for all tools. */
    Pipeline under(CompressionPolicy policy) {
        return new Pipeline(CompressionPolicies.all(policy), counter, originals, router, deadline);
    }

    private static CompressionResult unchanged(CompressionRequest request, Reason reason) {
        return new Unchanged(request.text(), -1, List.of(), reason);
    }
}
