/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * What a test waits for.
 *
 * @param what it is, "search" or "comparison", for messages
 * @param test class and method
 * @param displayName of the invocation
 * @param replay the line that repeats it alone
 */
record Awaited(String what, String test, String displayName, String replay) {

    /**
     * Waits.
     *
     * @throws ParameterResolutionException when it failed, with the reason and the line that repeats it
     */
    <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new ParameterResolutionException(
                    "The %s of %s (%s) failed: %s. Repeat it alone: %s"
                            .formatted(what, test, displayName, cause.getMessage(), replay),
                    cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException(
                    "Interrupted while waiting for the %s of %s".formatted(what, test), interrupted);
        }
    }
}
