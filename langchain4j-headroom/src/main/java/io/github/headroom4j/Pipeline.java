package io.github.headroom4j;

import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.CompressionResult.Reason;
import io.github.headroom4j.CompressionResult.Unchanged;
import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Deadline;
import io.github.headroom4j.compressor.DeadlineExceededException;
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

    /** What a text makes fail is in the outcome; nothing is thrown for it. */
    Outcome run(CompressionRequest request) {
        try {
            return gate(request).map(Outcome::of).orElseGet(() -> shrink(request));
        } catch (DeadlineExceededException e) {
            return new Outcome(unchanged(request, Reason.TIMEOUT), e);
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome(unchanged(request, Reason.FAILED), e);
        }
    }

    private Optional<CompressionResult> gate(CompressionRequest request) {
        CompressionPolicy policy = policies.of(request.tool());
        String text = request.text();
        if (policy.fidelity() == Fidelity.VERBATIM) {
            return Optional.of(unchanged(request, Reason.VERBATIM_POLICY));
        }
        if (request.errorResult()) {
            return Optional.of(unchanged(request, Reason.ERROR_RESULT));
        }
        if (text.length() > Headroom.MAX_CHARS) {
            return Optional.of(unchanged(request, Reason.TOO_LARGE));
        }
        if (isOurs(request)) {
            return Optional.of(unchanged(request, Reason.ALREADY_COMPRESSED));
        }
        return counter.countsAtMost(text, policy.minTokens())
                ? Optional.of(unchanged(request, Reason.TOO_SMALL))
                : Optional.empty();
    }

    /** A marker counts only if it leads to an original: forged ones do not keep a text from being compressed. */
    private boolean isOurs(CompressionRequest request) {
        return OriginalMarker.refAtEndOf(request.text())
                .flatMap(ref -> originals.find(request.scope(), ref))
                .isPresent();
    }

    private Outcome shrink(CompressionRequest request) {
        counter.load();
        Deadline end = deadline.get();
        TokenCounter checked = counter.checking(end::check);
        CompressionContext context = new CompressionContext(request.query(), checked, 1, end, request.changes(), "");
        // Needed anyhow, and first, so that a text which is too long for the time left goes no further.
        int tokens = checked.count(request.text());
        ContentRouter.Routed routed = router.route(request.text(), context);
        Draft draft = new Draft(request.text(), tokens, routed);
        CompressionPolicy policy = policies.of(request.tool());
        if (routed.unread()) {
            return Outcome.of(draft.unchanged(Reason.NO_COMPRESSOR));
        }
        Shrinker shrinker = new Shrinker(checked, request.query());
        Repacked repacked = shrinker.repack(draft);
        Optional<Compressed> selected = policy.fidelity() == Fidelity.LOSSLESS || shrinker.fits(repacked, policy)
                ? Optional.empty()
                : shrinker.select(draft, repacked, policy);
        if (selected.isEmpty()) {
            return Outcome.of(orUnchanged(shrinker.accept(draft, repacked, policy), draft, Reason.NO_SAVINGS));
        }
        context.checkDeadline();
        RuntimeException failure = keep(request);
        return failure == null
                ? Outcome.of(selected.get())
                : new Outcome(orUnchanged(shrinker.accept(draft, repacked, policy), draft, Reason.NOT_KEPT), failure);
    }

    private static CompressionResult orUnchanged(Optional<Compressed> compressed, Draft draft, Reason reason) {
        return compressed.isPresent() ? compressed.get() : draft.unchanged(reason);
    }

    /** Only then may a marker be shown. Returns what went wrong, or null. */
    private @Nullable RuntimeException keep(CompressionRequest request) {
        try {
            OriginalMarker.keeping(originals, request.scope(), request.text());
            return null;
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
