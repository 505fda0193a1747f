/** How often: rates with intervals, whether two of them agree, limits, and the three-valued verdict. */
@NullMarked
package org.bayestrex.engine.rate;

import org.jspecify.annotations.NullMarked;
