/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.scene.SceneDistribution;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.Target;

/**
 * As many scenes as the paper's test set has, drawn plainly, and what the network says of each: no sampler is involved, so that
 * the counts stand beside the masses as a check.
 */
final class SceneTestSet {

    static final int SIZE = 15_000;

    private static final int CHUNK = 512;
    private static final int COLUMNS = 6;
    private static final int SIDE = 144;
    private static final double SIGMA = .05;

    private final SceneDistribution scenes;
    private final List<double[]> latents;
    private final List<double[]> confidences = new ArrayList<>();

    /** Draws the scenes, and asks about all of them. */
    SceneTestSet(SceneDistribution scenes, Classifier classifier, long seed) {
        this.scenes = scenes;
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        Prior prior = Prior.of(scenes);
        this.latents =
                IntStream.range(0, SIZE).mapToObj(i -> prior.draw(random)).toList();
        for (int from = 0; from < SIZE; from += CHUNK) {
            List<double[]> chunk = latents.subList(from, Math.min(SIZE, from + CHUNK));
            Replayed.at(chunk, classifier, scenes).forEach(each -> confidences.add(each.confidences()));
        }
    }

    /** How many of them are in the level set. */
    int count(Target target) {
        return found(target).length;
    }

    private int[] found(Target target) {
        return IntStream.range(0, SIZE)
                .filter(i -> target.contains(confidences.get(i), SIGMA))
                .toArray();
    }

    /**
     * The first of them, with how sure the network is.
     *
     * @param classifier the one that was asked
     * @param target whose classes' confidences stand below
     */
    Optional<byte[]> png(Classifier classifier, Ambiguous target, int most) {
        int[] shown = IntStream.of(found(target)).limit(most).toArray();
        if (shown.length == 0) {
            return Optional.empty();
        }
        List<Replayed> replayed =
                Replayed.at(IntStream.of(shown).mapToObj(latents::get).toList(), classifier, scenes);
        List<ImageGrid.Cell> cells = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            double[] p = replayed.get(i).confidences();
            StringBuilder caption = new StringBuilder("in truth " + truth(latents.get(shown[i])) + "\n");
            for (int cls : target.classes()) {
                caption.append(String.format(Locale.ROOT, "%d: %.2f  ", cls, p[cls]));
            }
            cells.add(new ImageGrid.Cell(replayed.get(i).input(), caption.toString()));
        }
        return Optional.of(new ImageGrid(COLUMNS, SIDE, cells).png());
    }

    private String truth(double[] latent) {
        return scenes.labelOf(latent).stream()
                .mapToObj(String::valueOf)
                .findFirst()
                .orElse("?");
    }
}
