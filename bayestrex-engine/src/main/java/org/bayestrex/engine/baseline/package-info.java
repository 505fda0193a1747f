/** What a release's searches found, kept in the repository for later releases to be held against. */
@NullMarked
package org.bayestrex.engine.baseline;

import org.jspecify.annotations.NullMarked;
