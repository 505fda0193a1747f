/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;

/**
 * Which object a network's answer hangs on: each is taken away in turn, all else stays as it is, camera and lamps too, and the
 * network is asked again. Bayes-TrEx shows a scene whose confidence falls from 97.1% to .1% so, but with jitter that was drawn anew.
 *
 * @param object the object that was taken away, its index in the scene
 * @param scene the scene without it
 * @param picture the picture without it
 * @param logits what the network says of that picture
 * @since 0.1
 */
public record SceneRemoval(int object, Scene scene, Picture picture, double[] logits) {

    /** The scenes with one object less each, in the order of the objects. */
    public static List<Scene> scenes(Scene scene) {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < scene.objects().size(); i++) {
            scenes.add(scene.without(i));
        }
        return List.copyOf(scenes);
    }

    /**
     * Takes away each object in turn; one batch.
     *
     * @param scene at least one object
     * @param renderer makes the pictures, in the network's size
     * @param classifier is asked
     * @return in the order of the objects
     */
    public static List<SceneRemoval> of(Scene scene, Renderer renderer, Classifier classifier) {
        List<Scene> scenes = scenes(scene);
        if (scenes.isEmpty()) {
            return List.of();
        }
        List<Picture> pictures = scenes.stream().map(renderer::render).toList();
        Tensor logits = classifier.logits(
                Tensor.stacked(pictures.stream().map(Picture::values).toList()));
        List<SceneRemoval> removals = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            float[] row = logits.row(i).toArray();
            double[] values = new double[row.length];
            for (int c = 0; c < row.length; c++) {
                values[c] = row[c];
            }
            removals.add(new SceneRemoval(i, scenes.get(i), pictures.get(i), values));
        }
        return List.copyOf(removals);
    }

    /** The confidence in a class without the object: its softmax. */
    public double confidence(int cls) {
        return Softmax.of(logits)[cls];
    }

    /** Those to blame for a class first: without which the confidence in it is least. */
    public static List<SceneRemoval> ranked(List<SceneRemoval> removals, int cls) {
        return removals.stream()
                .sorted(Comparator.comparingDouble(removal -> removal.confidence(cls)))
                .toList();
    }
}
