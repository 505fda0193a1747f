/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

/** Is told how far a search is, on the search's own thread: it must return quickly. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener SILENT = progress -> {};

    void onProgress(Progress progress);

    /** Something that does not stop a search, but that who runs it should know; logged unless a listener does better. */
    default void onWarning(String message) {
        System.getLogger(ProgressListener.class.getName()).log(System.Logger.Level.WARNING, message);
    }
}
