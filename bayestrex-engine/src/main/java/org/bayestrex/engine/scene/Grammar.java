/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Which scene a latent point stands for. Every attribute is a function of one latent of its own; a latent is taken as the float that
 * {@code generate} is given, so that a point means the same scene to all who ask.
 *
 * @param layout which latent stands for what
 * @param shapes the shapes that there are, equally probable
 */
record Grammar(Layout layout, List<Shape> shapes) {

    private static final List<Colour> COLOURS = List.of(Colour.values());
    private static final List<Material> MATERIALS = List.of(Material.values());
    private static final List<Size> SIZES = List.of(Size.values());

    private static final double CAMERA = .5;
    private static final double LAMP = 1;

    /** How many shapes, colours, materials and sizes there are, in the order of their latents. */
    int[] categories() {
        return new int[] {shapes.size(), COLOURS.size(), MATERIALS.size(), SIZES.size()};
    }

    Scene scene(double[] latent) {
        int count = layout.count(latent);
        List<SceneObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(object(latent, layout.object(i)));
        }
        int at = layout.jitter();
        return new Scene(
                objects,
                new Jitter(
                        offset(latent, at, CAMERA),
                        offset(latent, at + 3, LAMP),
                        offset(latent, at + 6, LAMP),
                        offset(latent, at + 9, LAMP)));
    }

    private SceneObject object(double[] latent, int at) {
        return new SceneObject(
                one(shapes, latent, at + Layout.SHAPE),
                one(COLOURS, latent, at + Layout.COLOUR),
                one(MATERIALS, latent, at + Layout.MATERIAL),
                one(SIZES, latent, at + Layout.SIZE),
                spread(latent, at + Layout.X, SceneObject.REACH),
                spread(latent, at + Layout.Y, SceneObject.REACH),
                SceneObject.TURN * Quantile.share((float) latent[at + Layout.ROTATION]));
    }

    private static <T> T one(List<T> values, double[] latent, int at) {
        return values.get(Quantile.cell((float) latent[at], values.size()));
    }

    private static double spread(double[] latent, int at, double reach) {
        return reach * (2 * Quantile.share((float) latent[at]) - 1);
    }

    private static Offset offset(double[] latent, int at, double reach) {
        return new Offset(spread(latent, at, reach), spread(latent, at + 1, reach), spread(latent, at + 2, reach));
    }

    /** A latent point of a scene: the middle of each category's cell, and 0 for objects that are not there. */
    double[] latent(Scene scene) {
        int count = scene.objects().size();
        if (count < layout.fewest() || count > layout.most()) {
            throw new IllegalArgumentException("A scene here has %d to %d objects, but this one has %d"
                    .formatted(layout.fewest(), layout.most(), count));
        }
        double[] latent = new double[layout.size()];
        if (layout.counted()) {
            latent[0] = Quantile.middle(count - layout.fewest(), layout.counts());
        }
        for (int i = 0; i < count; i++) {
            put(scene.objects().get(i), latent, layout.object(i));
        }
        int at = layout.jitter();
        put("camera", scene.jitter().camera(), CAMERA, latent, at);
        put("key", scene.jitter().key(), LAMP, latent, at + 3);
        put("fill", scene.jitter().fill(), LAMP, latent, at + 6);
        put("back", scene.jitter().back(), LAMP, latent, at + 9);
        return latent;
    }

    private void put(SceneObject object, double[] latent, int at) {
        if (!shapes.contains(object.shape())) {
            throw new IllegalArgumentException(
                    "There is no %s here, only %s".formatted(object.shape().word(), shapes));
        }
        latent[at + Layout.X] = unspread(object.x(), SceneObject.REACH);
        latent[at + Layout.Y] = unspread(object.y(), SceneObject.REACH);
        latent[at + Layout.ROTATION] = Quantile.latent(object.rotation() / SceneObject.TURN);
        latent[at + Layout.SHAPE] = middle(shapes, object.shape());
        latent[at + Layout.COLOUR] = middle(COLOURS, object.colour());
        latent[at + Layout.MATERIAL] = middle(MATERIALS, object.material());
        latent[at + Layout.SIZE] = middle(SIZES, object.size());
    }

    private static <T> double middle(List<T> values, T value) {
        return Quantile.middle(values.indexOf(value), values.size());
    }

    private static void put(String name, Offset offset, double reach, double[] latent, int at) {
        double[] values = {offset.x(), offset.y(), offset.z()};
        for (int j = 0; j < values.length; j++) {
            if (!(Math.abs(values[j]) <= reach)) {
                throw new IllegalArgumentException(
                        "The offset of %s is at most %s, but is %s".formatted(name, reach, values[j]));
            }
            latent[at + j] = unspread(values[j], reach);
        }
    }

    private static double unspread(double value, double reach) {
        return Quantile.latent((value / reach + 1) / 2);
    }
}
