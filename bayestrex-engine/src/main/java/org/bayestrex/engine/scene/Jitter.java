/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * What differs from picture to picture beside the objects. CLEVR draws it anew for each rendering, so that its pictures are no
 * function of the scene; here it is part of the scene.
 *
 * @param camera offset of the camera, each coordinate -.5 to .5
 * @param key offset of the key lamp, each coordinate -1 to 1
 * @param fill offset of the fill lamp, each coordinate -1 to 1
 * @param back offset of the back lamp, each coordinate -1 to 1
 * @since 0.1
 */
public record Jitter(Offset camera, Offset key, Offset fill, Offset back) {

    /** Camera and lamps where CLEVR's base scene has them. */
    public static final Jitter NONE = new Jitter(Offset.NONE, Offset.NONE, Offset.NONE, Offset.NONE);
}
