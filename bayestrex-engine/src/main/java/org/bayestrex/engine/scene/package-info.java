/* SPDX-License-Identifier: Apache-2.0 */
/** Scenes of objects on a table: a grammar that is a data distribution, its proposals, and a renderer of its own. */
@NullMarked
package org.bayestrex.engine.scene;

import org.jspecify.annotations.NullMarked;
