/** What is searched and what is tested: classifiers, data distributions, and the device they run on. */
@NullMarked
package org.bayestrex.engine.model;

import org.jspecify.annotations.NullMarked;
