/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.List;

/**
 * CLEVR's rules for a scene in which all objects can be told apart (Johnson et al., CVPR 2017): a gap between any two, a margin
 * along and across the camera's direction so that "left of" and "before" mean something, and enough of each to be seen. The two
 * rules that cost nothing come first.
 */
final class Validity {

    /** Between the outlines of two objects from above. */
    private static final double GAP = .25;

    /** Between the centres of two objects, to the left, to the right, ahead and behind, whichever of these it is. */
    private static final double MARGIN = .4;

    /** A share of the picture's area: 200 pixels of 320 by 240. */
    private static final int WIDTH = 160;

    private static final int HEIGHT = 120;
    private static final int PIXELS = 50;

    private Validity() {}

    static boolean holds(Scene scene) {
        return apart(scene) && seen(scene);
    }

    private static boolean apart(Scene scene) {
        for (int i = 0; i < scene.objects().size(); i++) {
            if (!fits(scene, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an object is far enough from all that stand before it in the list. */
    static boolean fits(Scene scene, int object) {
        Vector ahead = Camera.of(scene.jitter()).ahead();
        List<SceneObject> objects = scene.objects();
        return objects.subList(0, object).stream().allMatch(other -> apart(objects.get(object), other, ahead));
    }

    private static boolean apart(SceneObject one, SceneObject other, Vector ahead) {
        double dx = one.x() - other.x();
        double dy = one.y() - other.y();
        double gap = Math.hypot(dx, dy) - one.size().radius() - other.size().radius();
        return gap >= GAP
                && Math.abs(dx * ahead.x() + dy * ahead.y()) >= MARGIN
                && Math.abs(dx * ahead.y() - dy * ahead.x()) >= MARGIN;
    }

    private static boolean seen(Scene scene) {
        for (int pixels : Renderer.visible(scene, WIDTH, HEIGHT)) {
            if (pixels < PIXELS) {
                return false;
            }
        }
        return true;
    }
}
