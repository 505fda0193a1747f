/** Files that survive crashes, full disks and neighbours: written as a whole, locked, hashed, under safe names. */
@NullMarked
package org.bayestrex.engine.file;

import org.jspecify.annotations.NullMarked;
