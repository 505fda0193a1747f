/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.scene.Colour;
import org.bayestrex.engine.scene.GivenScenes;
import org.bayestrex.engine.scene.Jitter;
import org.bayestrex.engine.scene.Material;
import org.bayestrex.engine.scene.Renderer;
import org.bayestrex.engine.scene.Scene;
import org.bayestrex.engine.scene.SceneObject;
import org.bayestrex.engine.scene.Shape;
import org.bayestrex.engine.scene.Size;
import org.bayestrex.engine.search.Replayed;
import org.junit.jupiter.api.Test;

/** {@link SceneBlame}: the object without which the model changes its mind comes first. */
class SceneBlameTest {

    private static final Renderer RENDERER = new Renderer(48, 36);
    private static final SceneObject RED =
            new SceneObject(Shape.CUBE, Colour.RED, Material.RUBBER, Size.LARGE, -1.5, 1.5, 0);
    private static final SceneObject BLUE =
            new SceneObject(Shape.SPHERE, Colour.BLUE, Material.RUBBER, Size.LARGE, 1, -1, 0);
    private static final Scene SCENE = new Scene(List.of(RED, BLUE), Jitter.NONE);

    @Test
    void theObjectThatCountsComesFirst() {
        // when
        SceneBlame blame = SceneBlame.of(SCENE, 1, blueness(), RENDERER, Replayed::at);
        // then
        assertThat(blame.confidence()).isGreaterThan(.9);
        assertThat(blame.removed()).extracting(RemovedObject::object).containsExactly(BLUE, RED);
        assertThat(blame.removed().get(0).number()).isEqualTo(1);
        assertThat(blame.removed().get(0).confidence()).isLessThan(.2);
        assertThat(blame.removed().get(1).confidence()).isGreaterThan(.9);
    }

    @Test
    void theSheetNamesIt() {
        // given
        SceneBlame blame = SceneBlame.of(SCENE, 1, blueness(), RENDERER, Replayed::at);
        // when
        BlameSheet sheet = new BlameSheet(List.of(blame), "1");
        // then
        assertThat(sheet.sentence()).contains("says 1 with 99.3 %", "without the large blue rubber sphere");
        assertThat(sheet.png()).isPresent();
        assertThat(sheet.outlined())
                .contains(
                        "Scene 1, its objects outlined", "data:image/png", "large blue rubber sphere", "scene-1.json");
    }

    @Test
    void givenScenesAreDrawnAsTheyAre() {
        // given
        GivenScenes scenes = new GivenScenes(List.of(SCENE, SCENE.without(0)), RENDERER);
        // when
        List<Replayed> answers = Replayed.at(scenes.latents(), blueness(), scenes);
        // then
        assertThat(answers.get(0).input().toArray())
                .isEqualTo(RENDERER.render(SCENE).values().toArray());
        assertThat(answers.get(1).input().toArray())
                .isEqualTo(RENDERER.render(SCENE.without(0)).values().toArray());
    }

    /** Class 1 by how many pixels are more blue than red. */
    private static Classifier blueness() {
        return Classifier.of("blueness", List.of(), pictures -> {
            int rows = pictures.shape()[0];
            int plane = pictures.shape()[2] * pictures.shape()[3];
            float[] logits = new float[2 * rows];
            for (int row = 0; row < rows; row++) {
                int blue = 0;
                for (int pixel = 0; pixel < plane; pixel++) {
                    int at = 3 * plane * row + pixel;
                    blue += pictures.get(at + 2 * plane) > pictures.get(at) + .15f ? 1 : 0;
                }
                logits[2 * row + 1] = .2f * blue - 3;
            }
            return Tensor.of(logits, rows, 2);
        });
    }
}
