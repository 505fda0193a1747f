/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.OptionalInt;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.target.Target;

/**
 * One search of a test method: one invocation.
 *
 * @param target which prediction is looked for
 * @param distribution where
 * @param displayName short, the same in every run
 * @param inTurn the class, where the method runs once for each
 */
record SearchCase(Target target, DataDistribution distribution, String displayName, OptionalInt inTurn) {}
