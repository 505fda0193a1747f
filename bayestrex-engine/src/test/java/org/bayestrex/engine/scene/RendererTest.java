/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final double BYTE = 1 / 255.;

    @Test
    void picturesAreThoseOfBlenderWithinFourBytesAndCorrelatedAbove96Percent() {
        Agreement a =
                Agreement.of(new Renderer(320, 240).render(ReferenceScenes.A).values(), reference("blender-a.png"));
        Agreement b =
                Agreement.of(new Renderer(160, 120).render(ReferenceScenes.B).values(), reference("blender-b.png"));

        assertThat(List.of(a, b)).allSatisfy(agreement -> {
            assertThat(agreement.error()).isLessThan(4 * BYTE);
            assertThat(agreement.correlation()).isGreaterThan(.96);
        });
        // Measured: 1.52 and 2.00 bytes, .986 and .989; half of the second one's error is the reference's own noise.
        assertThat(a.error()).isLessThan(1.7 * BYTE);
        assertThat(b.error()).isLessThan(2.2 * BYTE);
    }

    @Test
    void twoObjectsThatChangePlacesDoNotAgreeSoWell() {
        Scene mirrored = new Scene(
                ReferenceScenes.A.objects().stream()
                        .map(object -> new SceneObject(
                                object.shape(),
                                object.colour(),
                                object.material(),
                                object.size(),
                                -object.x(),
                                object.y(),
                                object.rotation()))
                        .toList(),
                Jitter.NONE);

        Agreement wrong = Agreement.of(new Renderer(320, 240).render(mirrored).values(), reference("blender-a.png"));

        assertThat(wrong.correlation()).isLessThan(.96);
    }

    @Test
    void sameSceneGivesTheSamePicture() {
        Renderer renderer = new Renderer(96, 72);

        assertThat(renderer.render(ReferenceScenes.B).values())
                .isEqualTo(renderer.render(ReferenceScenes.B).values());
    }

    @Test
    void pixelsKnowTheirObject() {
        Picture picture = new Renderer(160, 120).render(ReferenceScenes.A);

        int[] visible = Renderer.visible(ReferenceScenes.A, 160, 120);

        assertThat(visible)
                .containsExactly(
                        picture.pixels(0), picture.pixels(1), picture.pixels(2), picture.pixels(3), picture.pixels(4));
        assertThat(Arrays.stream(visible).sum() + picture.pixels(-1)).isEqualTo(160 * 120);
        // The large sphere, projected: pi (f r)^2 / (d^2 - r^2), longer by the slant, in pixels of f = 175.
        assertThat(visible[0]).isBetween(380, 430);
    }

    @Test
    void withoutAnObjectOnlyItsSurroundingsChange() {
        Renderer renderer = new Renderer(160, 120);
        Picture with = renderer.render(ReferenceScenes.A);
        Picture without = renderer.render(ReferenceScenes.A.without(4));

        // The upper left of the picture is far from the small cylinder, its shadow and its reflections.
        for (int row = 0; row < 50; row++) {
            for (int column = 0; column < 60; column++) {
                int at = row * 160 + column;
                assertThat(without.values().get(at)).isEqualTo(with.values().get(at));
            }
        }
        assertThat(without.values()).isNotEqualTo(with.values());
    }

    private static Tensor reference(String name) {
        try {
            BufferedImage image = ImageIO.read(Objects.requireNonNull(RendererTest.class.getResource(name)));
            int width = image.getWidth();
            int pixels = width * image.getHeight();
            float[] values = new float[3 * pixels];
            for (int i = 0; i < values.length; i++) {
                int rgb = image.getRGB(i % pixels % width, i % pixels / width);
                values[i] = (rgb >> (16 - 8 * (i / pixels)) & 0xff) / 255f;
            }
            return Tensor.of(values, 3, image.getHeight(), width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
