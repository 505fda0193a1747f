/**
 * Markov kernels as resumable state machines, one per file, and the chains that run them; sources of
 * independent points: rounds that fit a mixture, its weighted draws, and sequential Monte Carlo.
 */
@NullMarked
package org.bayestrex.engine.sampler;

import org.jspecify.annotations.NullMarked;
