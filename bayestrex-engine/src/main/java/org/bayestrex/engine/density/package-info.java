/** The log posterior: prior plus relaxed level-set likelihood, answered in batches. */
@NullMarked
package org.bayestrex.engine.density;

import org.jspecify.annotations.NullMarked;
