/* SPDX-License-Identifier: Apache-2.0 */
/** Scenes of objects on a table, and a network that counts them. */
@NullMarked
package org.bayestrex.examples.scenes;

import org.jspecify.annotations.NullMarked;
