/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;

/**
 * Which classes a data distribution holds, compared with those the model was trained on.
 *
 * <pre>{@code
 * @DataDistribution(value = "models/letters-vae.pt", latentSize = 5, support = Support.NOVEL)
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Support {
    /** The classes the model was trained on. */
    SAME,
    /** Only classes the model never saw: whatever it predicts is wrong. */
    NOVEL
}
