/** What the networks answered so far, on disk: a search that was stopped goes on from there. */
@NullMarked
package org.bayestrex.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
