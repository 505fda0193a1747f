/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.bayestrex.engine.scene.Material.METAL;
import static org.bayestrex.engine.scene.Material.RUBBER;
import static org.bayestrex.engine.scene.Size.LARGE;
import static org.bayestrex.engine.scene.Size.SMALL;

import java.util.List;

/** The scenes of the pictures that Blender's Cycles made, with 256 and with 64 samples a pixel. */
final class ReferenceScenes {

    static final Scene A = new Scene(
            List.of(
                    object(Shape.SPHERE, LARGE, RUBBER, Colour.RED, -1.5, -1.6, .1),
                    object(Shape.CUBE, LARGE, METAL, Colour.GREEN, 1.6, -1.2, .15),
                    object(Shape.CYLINDER, LARGE, RUBBER, Colour.YELLOW, .2, 1.6, .3),
                    object(Shape.SPHERE, SMALL, METAL, Colour.PURPLE, .6, -2.4, 0),
                    object(Shape.CYLINDER, SMALL, METAL, Colour.CYAN, 2.5, 1.2, .5)),
            Jitter.NONE);

    static final Scene B = new Scene(
            List.of(
                    object(Shape.CUBE, LARGE, RUBBER, Colour.BLUE, -.5, -.5, .6),
                    object(Shape.SPHERE, LARGE, METAL, Colour.GRAY, 2.2, .5, 0),
                    object(Shape.CONE, LARGE, RUBBER, Colour.BROWN, .3, 2.4, 0),
                    object(Shape.CONE, SMALL, METAL, Colour.RED, 1, -2.2, 0),
                    object(Shape.CUBE, SMALL, METAL, Colour.YELLOW, -2.2, -2.4, .2),
                    object(Shape.CYLINDER, SMALL, RUBBER, Colour.GREEN, 2.7, -1.6, .2),
                    object(Shape.SPHERE, SMALL, RUBBER, Colour.CYAN, -2.4, .9, .2)),
            Jitter.NONE);

    private ReferenceScenes() {}

    private static SceneObject object(
            Shape shape, Size size, Material material, Colour colour, double x, double y, double turns) {
        return new SceneObject(shape, colour, material, size, x, y, turns * SceneObject.TURN);
    }
}
