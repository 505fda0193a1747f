/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class SceneRemovalTest {

    /** Class 1 by how much more green than red there is: the green cube alone makes it. */
    private static final Classifier GREENNESS = Classifier.of("green", List.of("no", "yes"), inputs -> {
        int rows = inputs.shape()[0];
        int plane = inputs.shape()[2] * inputs.shape()[3];
        float[] logits = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            Tensor picture = inputs.row(row);
            float most = 0;
            for (int pixel = 0; pixel < plane; pixel++) {
                float blue = picture.get(2 * plane + pixel);
                float green = picture.get(plane + pixel);
                most = Math.max(most, green - Math.max(picture.get(pixel), blue));
            }
            logits[2 * row + 1] = 40 * (most - .15f);
        }
        return Tensor.of(logits, rows, 2);
    });

    @Test
    void objectThatMakesTheClassIsToBlame() {
        Scene scene = new Scene(
                ReferenceScenes.A.objects(), new Jitter(new Offset(.2, .1, 0), Offset.NONE, Offset.NONE, Offset.NONE));

        List<SceneRemoval> removals = SceneRemoval.of(scene, new Renderer(96, 72), GREENNESS);

        assertThat(removals).extracting(SceneRemoval::object).containsExactly(0, 1, 2, 3, 4);
        assertThat(removals).allSatisfy(removal -> {
            assertThat(removal.scene().jitter()).isEqualTo(scene.jitter());
            assertThat(removal.scene().objects())
                    .hasSize(4)
                    .doesNotContain(scene.objects().get(removal.object()));
        });
        SceneRemoval blamed = SceneRemoval.ranked(removals, 1).get(0);
        assertThat(blamed.object()).isEqualTo(1);
        assertThat(blamed.confidence(1)).isLessThan(.1);
        assertThat(blamed.confidence(0) + blamed.confidence(1)).isCloseTo(1, within(1e-12));
        assertThat(removals.get(0).confidence(1)).isGreaterThan(.9);
    }
}
