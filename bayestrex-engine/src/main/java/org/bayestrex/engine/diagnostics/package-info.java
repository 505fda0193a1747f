/** Convergence diagnostics: pure functions on draws and weights, by the formulas of Vehtari et al. (2021, 2024). */
@NullMarked
package org.bayestrex.engine.diagnostics;

import org.jspecify.annotations.NullMarked;
