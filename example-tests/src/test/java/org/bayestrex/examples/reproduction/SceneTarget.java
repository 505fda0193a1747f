/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.scene.SceneDistribution;
import org.bayestrex.engine.target.Target;

/**
 * A target of the paper on CLEVR.
 *
 * @param what is looked for, in words
 * @param model that counts
 * @param scenes that are searched
 * @param target which count
 * @param cls the count whose confidence the table shows
 * @param method of the search
 * @param pilot plain scenes that are tried first: the rarer the target, the more
 * @param draws of each chain, as many as two idle cores make in a minute
 * @param paper mean and deviation that the paper gives, or a dash
 */
record SceneTarget(
        String what,
        String model,
        SceneDistribution scenes,
        Target target,
        int cls,
        Method method,
        int pilot,
        int draws,
        String paper) {}
