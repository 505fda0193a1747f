/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.bayestrex.engine.density.Evaluation;

/**
 * Where a chain is.
 *
 * @param position the latent point, length d; never written to after construction
 * @param evaluation the log posterior there; its gradient may be absent after a gradient-free move
 */
public record State(double[] position, Evaluation evaluation) {}
