/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import org.jspecify.annotations.Nullable;

/**
 * What the networks themselves said of one point, in the floats that they compute in. With the point, it is
 * all that {@link Posterior#evaluation} needs: who keeps the answers can do without the networks.
 *
 * @param logits length K
 * @param gradient derivative of the log likelihood by the latents, length d; null where it was not asked for
 */
public record Answer(float[] logits, float @Nullable [] gradient) {}
