/* SPDX-License-Identifier: Apache-2.0 */
/** Sentences as a data distribution: a grammar of templates whose slots are filled, which knows each sentence's true label. */
@NullMarked
package org.bayestrex.engine.text;

import org.jspecify.annotations.NullMarked;
