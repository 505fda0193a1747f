/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.scenes;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.scene.Scene;
import org.bayestrex.engine.scene.SceneDistribution;
import org.bayestrex.engine.scene.SceneObject;
import org.bayestrex.engine.scene.Shape;

/**
 * Scenes for training: half of them of 5 objects, half of 3 to 10; a third of them with cones. Object after object is put where
 * it fits, as in CLEVR: among scenes drawn as a whole those of many objects are rare.
 */
final class ScenesToLearn {

    private static final int USUAL = 5;
    private static final int FEWEST = 3;
    private static final int MOST = 10;
    private static final int TRIES = 200;

    private final long seed;
    private final SceneDistribution withCones =
            SceneDistribution.builder().objects(1).build();
    private final SceneDistribution withoutCones =
            SceneDistribution.builder().objects(1).without(Shape.CONE).build();

    ScenesToLearn(long seed) {
        this.seed = seed;
    }

    /** The scene of a number, always the same. */
    Scene scene(int number) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed * 1_000_003L + number);
        int count = random.nextBoolean() ? USUAL : random.nextInt(FEWEST, MOST + 1);
        SceneDistribution objects = random.nextInt(3) == 0 ? withCones : withoutCones;
        while (true) {
            Scene scene = filled(objects, count, random);
            if (scene.objects().size() == count) {
                return scene;
            }
        }
    }

    /** With fewer objects where one found no place. */
    private static Scene filled(SceneDistribution one, int count, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        Scene scene = new Scene(List.of(), drawn(one, normal).jitter());
        for (int tries = 0; tries < TRIES && scene.objects().size() < count; tries++) {
            List<SceneObject> more = new ArrayList<>(scene.objects());
            more.add(drawn(one, normal).objects().get(0));
            Scene larger = new Scene(more, scene.jitter());
            if (one.admits(larger)) {
                scene = larger;
            }
        }
        return scene;
    }

    private static Scene drawn(SceneDistribution one, ZigguratSampler.NormalizedGaussian normal) {
        double[] latent = new double[one.latentSize()];
        for (int j = 0; j < latent.length; j++) {
            latent[j] = normal.sample();
        }
        return one.scene(latent);
    }
}
