/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import org.jspecify.annotations.Nullable;

/** Points that wait for a batch, and which of them make up the next one. */
interface Waiting {

    void add(Request request);

    /** How many points the next batch would hold. */
    int occupied();

    boolean isEmpty();

    /** Takes the next batch, as long as the networks' batch is to be; null in the rows that are padding. */
    @Nullable
    Request[] take();
}
