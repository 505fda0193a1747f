/** Reading and writing versioned JSON, with messages that name the field. */
@NullMarked
package org.bayestrex.engine.json;

import org.jspecify.annotations.NullMarked;
