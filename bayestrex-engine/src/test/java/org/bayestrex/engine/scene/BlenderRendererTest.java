/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class BlenderRendererTest {

    /** With {@code -Dbayestrex.blender=/usr/bin/blender -Dbayestrex.clevr=.../image_generation/data}. */
    @Test
    @EnabledIfSystemProperty(named = "bayestrex.blender", matches = ".+")
    @EnabledIfSystemProperty(named = "bayestrex.clevr", matches = ".+")
    void blenderShowsTheSameOfScenesWithCameraAndLampsMoved() throws IOException {
        SceneDistribution scenes =
                SceneDistribution.builder().objects(5, 7).size(160, 120).build();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5L);

        try (BlenderRenderer blender = BlenderRenderer.start(
                Path.of(System.getProperty("bayestrex.blender")),
                Path.of(System.getProperty("bayestrex.clevr")),
                Integer.getInteger("bayestrex.blender.samples", 16))) {
            for (int i = 0; i < 2; i++) {
                Scene scene = scenes.scene(scenes.placed(random));

                Tensor theirs = blender.render(scene, 160, 120);
                Agreement agreement = Agreement.of(scenes.picture(scene).values(), theirs);

                // The noise of 16 samples is larger than our error.
                assertThat(agreement.error()).as("%s", agreement).isLessThan(8 / 255.);
                assertThat(agreement.correlation()).as("%s", agreement).isGreaterThan(.93);
            }
        }
    }

    @Test
    void programThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> BlenderRenderer.start(Path.of("no-such-blender"), Path.of("."), 16))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-blender");
    }
}
