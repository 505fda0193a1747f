/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;

/**
 * Scenes by number, to ask a classifier about scenes that nobody has drawn: edited ones, or those with an object removed. Its
 * one latent is the number of a scene, from 0. Nothing to be searched.
 *
 * <pre>{@code
 * GivenScenes edited = new GivenScenes(List.of(scene, scene.without(2)), new Renderer(96, 72));
 * List<Replayed> answers = Replayed.at(edited.latents(), classifier, edited);
 * }</pre>
 *
 * @param scenes the scenes
 * @param renderer makes the pictures
 * @since 0.1
 */
public record GivenScenes(List<Scene> scenes, Renderer renderer) implements DataDistribution {

    /** Copies the list. */
    public GivenScenes {
        scenes = List.copyOf(scenes);
    }

    /** The latent of each scene, in their order. */
    public List<double[]> latents() {
        return IntStream.range(0, scenes.size())
                .mapToObj(number -> new double[] {number})
                .toList();
    }

    @Override
    public String name() {
        return "given scenes";
    }

    @Override
    public int latentSize() {
        return 1;
    }

    @Override
    public boolean admits(double[] latent) {
        return latent[0] >= 0 && latent[0] < scenes.size() && latent[0] == Math.rint(latent[0]);
    }

    @Override
    public Tensor generate(Tensor latents) {
        int rows = latents.shape()[0];
        int size = 3 * renderer.width() * renderer.height();
        float[] pictures = new float[rows * size];
        Rows.each(rows, row -> renderer.render(scenes.get((int) latents.get(row)), pictures, row * size));
        return Tensor.of(pictures, rows, 3, renderer.height(), renderer.width());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
