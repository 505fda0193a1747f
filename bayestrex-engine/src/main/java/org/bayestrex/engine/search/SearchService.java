/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.concurrent.CompletableFuture;

/**
 * Runs searches side by side: those on the same models share batches, and equal specifications share
 * one run. Close it to stop what still runs; the models stay open.
 */
public final class SearchService implements AutoCloseable {

    public SearchService(ProgressListener listener) {}

    /** Begins a search, or joins an equal one; cancelling the future does not end a search that others await. */
    public CompletableFuture<Findings> submit(SearchSpec spec) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException(spec.describe()));
    }

    @Override
    public void close() {}
}
