/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.apiguardian.api.API;
import org.bayestrex.engine.scene.SceneObject;

/**
 * What the model says of a scene when one object is gone.
 *
 * @param number of the object in the scene, from 0
 * @param object the object
 * @param confidence in the class that is explained, without it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RemovedObject(int number, SceneObject object, double confidence) {}
