/** Which prediction is looked for, as a relaxed level set of the class probabilities. */
@NullMarked
package org.bayestrex.engine.target;

import org.jspecify.annotations.NullMarked;
