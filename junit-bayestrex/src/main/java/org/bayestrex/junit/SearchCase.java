/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.Optional;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.target.Target;

/**
 * One search of a test method: one invocation.
 *
 * @param target which prediction is looked for
 * @param distribution where
 * @param displayName short, the same in every run
 * @param inTurn which one it is, where the method runs more than one
 */
record SearchCase(Target target, DataDistribution distribution, String displayName, Optional<Turn> inTurn) {}
