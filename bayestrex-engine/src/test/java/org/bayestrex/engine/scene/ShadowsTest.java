/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Objects that are told quickly not to be in the way are indeed in nobody's way. */
class ShadowsTest {

    private static final int SCENES = 40;
    private static final int POINTS = 400;

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);
    private final SceneDistribution scenes = SceneDistribution.builder()
            .objects(5)
            .only(Shape.CUBE, Shape.CYLINDER, Shape.CONE)
            .build();

    @Test
    void aLampIsSeenAsFarAsTheRaysToItArriveWhereverThePointIs() {
        int shaded = 0;
        for (int i = 0; i < SCENES; i++) {
            // Given objects whose shadows are followed by rays, the lamps, and points on the ground around them
            Scene scene = scenes.scene(scenes.placed(random));
            Solid[] solids = scene.objects().stream().map(Solid::of).toArray(Solid[]::new);
            Lamp[] lamps = Lamp.of(scene.jitter());
            Shadows shadows = new Shadows(lamps, solids);
            for (int j = 0; j < POINTS; j++) {
                double x = 10 * random.nextDouble() - 5;
                double y = 10 * random.nextDouble() - 5;
                for (int lamp = 0; lamp < lamps.length; lamp++) {
                    // When the lamp's visible share is asked for
                    Vector way = way(lamps[lamp], x, y);
                    Vector unit = way.unit();
                    double seen = shadows.visible(lamp, x, y, 0, unit.x(), unit.y(), unit.z(), -1);

                    // Then it is that of every object's rays, none left out
                    double expected = 1;
                    for (Solid solid : solids) {
                        expected *= free(lamps[lamp], solid, x, y, way);
                    }
                    assertThat(seen)
                            .as("lamp %d at (%.2f, %.2f) of %s", lamp, x, y, scene)
                            .isCloseTo(expected, within(1e-12));
                    shaded += expected < 1 ? 1 : 0;
                }
            }
        }
        assertThat(shaded).as("points in shadow that were tried").isGreaterThan(1000);
    }

    private static Vector way(Lamp lamp, double x, double y) {
        return lamp.sun() ? lamp.position() : lamp.position().minus(new Vector(x, y, 0));
    }

    private static double free(Lamp lamp, Solid solid, double x, double y, Vector way) {
        double[] samples = lamp.samples();
        long free = Stream.iterate(0, k -> k < samples.length, k -> k + 3)
                .filter(k ->
                        solid.entry(x, y, 0, way.x() + samples[k], way.y() + samples[k + 1], way.z() + samples[k + 2])
                                == Solid.MISS)
                .count();
        return free * 3. / samples.length;
    }
}
