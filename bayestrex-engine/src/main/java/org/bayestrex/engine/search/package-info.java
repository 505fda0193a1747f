/** The façade: a specification in, findings out. */
@NullMarked
package org.bayestrex.engine.search;

import org.jspecify.annotations.NullMarked;
