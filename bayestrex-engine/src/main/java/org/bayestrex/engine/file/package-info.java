/** Files that survive crashes, full disks and neighbours: written as a whole, one writer at a time, under safe names. */
@NullMarked
package org.bayestrex.engine.file;

import org.jspecify.annotations.NullMarked;
