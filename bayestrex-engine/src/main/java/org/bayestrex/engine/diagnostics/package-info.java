/** Convergence diagnostics: pure functions on draws, by the formulas of Vehtari et al. (2021). */
@NullMarked
package org.bayestrex.engine.diagnostics;

import org.jspecify.annotations.NullMarked;
