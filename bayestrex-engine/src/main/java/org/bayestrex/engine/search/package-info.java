/** The façade: a specification in, findings out; which samplers run, and which of them is believed. */
@NullMarked
package org.bayestrex.engine.search;

import org.jspecify.annotations.NullMarked;
