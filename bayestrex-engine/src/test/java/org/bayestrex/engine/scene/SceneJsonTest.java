/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneJsonTest {

    private static final Scene SCENE = new Scene(
            ReferenceScenes.B.objects(),
            new Jitter(new Offset(.1, -.2, .3), new Offset(1, 0, -1), Offset.NONE, new Offset(1e-9, .123456789, 0)));

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(SceneJson.read(SceneJson.write(SCENE))).isEqualTo(SCENE);
        assertThat(SceneJson.read(SceneJson.write(new Scene(List.of(), Jitter.NONE)))
                        .objects())
                .isEmpty();
    }

    @Test
    void aColourCanBeEdited() {
        String edited = SceneJson.write(SCENE).replace("\"brown\"", "\"yellow\"");

        assertThat(SceneJson.read(edited).objects().get(2)).hasToString("large yellow rubber cone");
    }

    @Test
    void messagesNameTheObjectAndTheField() {
        String text = SceneJson.write(SCENE);

        assertThatThrownBy(() -> SceneJson.read(text.replace("\"brown\"", "\"pink\"")))
                .hasMessageContaining("object 3: \"colour\" is to be one of gray, red")
                .hasMessageContaining("\"pink\"");
        assertThatThrownBy(() -> SceneJson.read(text.replace("2.7", "7.2")))
                .hasMessageContaining("object 6: An object's x is from -3.0 to 3.0, but is 7.2");
        assertThatThrownBy(() -> SceneJson.read(text.replace("[0.1,", "[")))
                .hasMessageContaining("\"camera\" is to be three numbers");
        assertThatThrownBy(() -> SceneJson.read(text.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")))
                .hasMessageContaining("schemaVersion");
        assertThatThrownBy(() -> SceneJson.read("[]")).hasMessageStartingWith("This is no scene: ");
    }

    @Test
    void filesAreNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("scene.json");
        SceneJson.write(file, SCENE);

        assertThat(SceneJson.read(file)).isEqualTo(SCENE);

        Files.writeString(file, "{");
        assertThatThrownBy(() -> SceneJson.read(file)).hasMessageContaining("scene.json: This is no scene");
    }
}
