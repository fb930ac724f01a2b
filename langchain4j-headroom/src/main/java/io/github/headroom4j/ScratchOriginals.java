package io.github.headroom4j;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from another store and keeps what is put to itself, so that a trial run leaves no trace. For one thread. */
final class ScratchOriginals implements OriginalStore {

    private final OriginalStore delegate;
    private @Nullable String put;

    ScratchOriginals(OriginalStore delegate) {
        this.delegate = delegate;
    }

    @Override
    public OriginalId put(String scope, String text) {
        put = text;
        return OriginalId.of(text);
    }

    @Override
    public Optional<String> find(String scope, String ref) {
        String mine = put;
        return mine != null && OriginalId.of(mine).shortForm().equals(ref)
                ? Optional.of(mine)
                : delegate.find(scope, ref);
    }

    @Override
    public void clear(String scope) {
        put = null;
    }
}
