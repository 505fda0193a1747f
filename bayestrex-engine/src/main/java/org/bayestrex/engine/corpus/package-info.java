/** Findings that are kept in the repository, asked again first in every run, and waived for a time. */
@NullMarked
package org.bayestrex.engine.corpus;

import org.jspecify.annotations.NullMarked;
