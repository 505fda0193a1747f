/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The numbers by which chains of scenes are compared. Objects can be exchanged without a change of the picture, so chains need not
 * agree on what the first one is: how many there are of a kind is compared, where they stand on average, and camera and lamps.
 *
 * @param shapes those that there are
 * @param counted whether the number of objects varies
 */
record Summaries(List<Shape> shapes, boolean counted) {

    private record Summary(String name, ToDoubleFunction<Scene> value) {}

    List<String> names() {
        return all().map(Summary::name).toList();
    }

    double[] of(Scene scene) {
        return all().mapToDouble(summary -> summary.value().applyAsDouble(scene))
                .toArray();
    }

    private Stream<Summary> all() {
        List<Summary> all = new ArrayList<>();
        if (counted) {
            all.add(new Summary("objects", scene -> scene.objects().size()));
        }
        List<Attribute> kinds = new ArrayList<>(shapes.size() > 1 ? shapes : List.of());
        kinds.addAll(Arrays.asList(Colour.values()));
        kinds.addAll(List.of(Material.METAL, Size.LARGE));
        for (Attribute kind : kinds) {
            all.add(new Summary(
                    "number of " + kind.word(), scene -> Count.of(kind).in(scene)));
        }
        all.add(new Summary("mean x", scene -> mean(scene, SceneObject::x)));
        all.add(new Summary("mean y", scene -> mean(scene, SceneObject::y)));
        all.add(new Summary("mean distance", scene -> mean(scene, object -> Math.hypot(object.x(), object.y()))));
        addOffset(all, "camera", scene -> scene.jitter().camera());
        addOffset(all, "key lamp", scene -> scene.jitter().key());
        addOffset(all, "fill lamp", scene -> scene.jitter().fill());
        addOffset(all, "back lamp", scene -> scene.jitter().back());
        return all.stream();
    }

    private static void addOffset(List<Summary> all, String name, Function<Scene, Offset> offset) {
        all.add(new Summary(name + " x", scene -> offset.apply(scene).x()));
        all.add(new Summary(name + " y", scene -> offset.apply(scene).y()));
        all.add(new Summary(name + " z", scene -> offset.apply(scene).z()));
    }

    private static double mean(Scene scene, ToDoubleFunction<SceneObject> value) {
        return scene.objects().stream().mapToDouble(value).average().orElse(0);
    }
}
