/** Markov kernels as resumable state machines, one per file, and the chains that run them. */
@NullMarked
package org.bayestrex.engine.sampler;

import org.jspecify.annotations.NullMarked;
