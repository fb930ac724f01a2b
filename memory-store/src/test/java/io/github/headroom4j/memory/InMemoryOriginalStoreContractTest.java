package io.github.headroom4j.memory;

import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalStore;

class InMemoryOriginalStoreContractTest extends OriginalStoreContract {

    private final InMemoryOriginalStore store = new InMemoryOriginalStore();

    @Override
    OriginalStore emptyStore() {
        return store;
    }

    @Override
    int count() {
        return store.count();
    }
}
