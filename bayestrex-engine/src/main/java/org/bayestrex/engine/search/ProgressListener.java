/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

/** Is told how far a search is, on the search's own thread: it must return quickly. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener SILENT = progress -> {};

    void onProgress(Progress progress);
}
