/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.model.TorchScript.Output;
import org.bayestrex.engine.scene.Colour;
import org.bayestrex.engine.scene.GivenScenes;
import org.bayestrex.engine.scene.Jitter;
import org.bayestrex.engine.scene.Material;
import org.bayestrex.engine.scene.Renderer;
import org.bayestrex.engine.scene.Scene;
import org.bayestrex.engine.scene.SceneJson;
import org.bayestrex.engine.scene.SceneObject;
import org.bayestrex.engine.scene.Shape;
import org.bayestrex.engine.scene.Size;
import org.bayestrex.engine.search.Replayed;
import org.junit.jupiter.api.Test;

/** A scene of a report is edited as text, and the network asked again. */
class ReplayedSceneTest {

    private static final Scene TWO_BLUE_SPHERES = new Scene(
            List.of(sphere(Colour.BLUE, -1.5, 0), sphere(Colour.BLUE, 1, 1.5), sphere(Colour.YELLOW, 1, -1.5)),
            Jitter.NONE);

    @Test
    void anotherColourIsAnotherCount() throws IOException {
        // given
        String found = SceneJson.write(TWO_BLUE_SPHERES);
        String edited = found.replaceFirst("blue", "red");
        // when
        try (Classifier counter = TorchScript.classifier(
                Path.of("models/clevr-count-blue-spheres.pt"), Output.LOGITS, List.of(), Device.cpu())) {
            // then
            assertThat(asked(counter, found).predictedClass()).isEqualTo(2);
            assertThat(asked(counter, edited).predictedClass()).isEqualTo(1);
        }
    }

    private static Replayed asked(Classifier counter, String json) {
        GivenScenes scenes = new GivenScenes(List.of(SceneJson.read(json)), new Renderer(96, 72));
        return Replayed.at(scenes.latents(), counter, scenes).get(0);
    }

    private static SceneObject sphere(Colour colour, double x, double y) {
        return new SceneObject(Shape.SPHERE, colour, Material.RUBBER, Size.LARGE, x, y, 0);
    }
}
