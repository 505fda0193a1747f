/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class SceneDistributionTest {

    private final SceneDistribution scenes =
            SceneDistribution.builder().objects(3, 10).build();

    @Test
    void latentOfASceneGivesTheSceneAgain() {
        for (Scene scene : List.of(ReferenceScenes.A, ReferenceScenes.B)) {
            Scene again = scenes.scene(scenes.latent(scene));

            assertThat(again.jitter()).isEqualTo(Jitter.NONE);
            assertThat(again.objects()).hasSameSizeAs(scene.objects());
            for (int i = 0; i < scene.objects().size(); i++) {
                SceneObject one = scene.objects().get(i);
                SceneObject other = again.objects().get(i);
                assertThat(other).hasToString(one.toString());
                assertThat(other.x()).isCloseTo(one.x(), within(1e-5));
                assertThat(other.y()).isCloseTo(one.y(), within(1e-5));
                assertThat(other.rotation()).isCloseTo(one.rotation(), within(1e-5));
            }
        }
    }

    @Test
    void latentsAreCountSevenAnObjectAndTwelveOfJitter() {
        assertThat(scenes.latentSize()).isEqualTo(1 + 7 * 10 + 12);
        assertThat(SceneDistribution.builder().objects(5).build().latentSize()).isEqualTo(7 * 5 + 12);
    }

    @Test
    void originIsTheMiddleOfEveryRange() {
        Scene scene = SceneDistribution.builder().objects(1).build().scene(new double[19]);

        assertThat(scene.objects())
                .containsExactly(
                        new SceneObject(Shape.CYLINDER, Colour.BROWN, Material.METAL, Size.LARGE, 0, 0, Math.PI));
        assertThat(scene.jitter()).isEqualTo(Jitter.NONE);
    }

    @Test
    void whatCannotBeToldApartIsRefused() {
        // Small ones of radius .35, a distance of .961 and of .933 at half a right angle to the camera: centres must be
        // .95 apart.
        assertThat(scenes.admits(pair(0, 0, -.067, .959))).as("gap .26").isTrue();
        assertThat(scenes.admits(pair(0, 0, -.065, .931))).as("gap .23").isFalse();
        assertThat(scenes.admits(hidden())).as("hidden behind a larger one").isFalse();
    }

    @Test
    void marginCountsAlongTheCameraOfTheSceneItself() {
        // Two objects side by side as the camera sees them, far apart: ahead of each other by nothing.
        Vector ahead = Camera.of(Jitter.NONE).ahead();
        SceneObject one = small(1.2 * -ahead.y(), 1.2 * ahead.x());
        SceneObject other = small(1.2 * ahead.y(), 1.2 * -ahead.x());

        assertThat(scenes.admits(new Scene(List.of(one, other), Jitter.NONE))).isFalse();
        assertThat(scenes.admits(new Scene(
                        List.of(one, other),
                        new Jitter(new Offset(-.5, -.5, 0), Offset.NONE, Offset.NONE, Offset.NONE))))
                .isFalse();
        assertThat(scenes.admits(new Scene(
                        List.of(one, small(other.x() + .5 * ahead.x(), other.y() + .5 * ahead.y())), Jitter.NONE)))
                .isTrue();
    }

    private static Scene pair(double x, double y, double otherX, double otherY) {
        return new Scene(List.of(small(x, y), small(otherX, otherY)), Jitter.NONE);
    }

    private static SceneObject small(double x, double y) {
        return new SceneObject(Shape.SPHERE, Colour.RED, Material.RUBBER, Size.SMALL, x, y, 0);
    }

    /** A small one behind a large one, to the side of its middle by just the margin. */
    private static Scene hidden() {
        Vector ahead = Camera.of(Jitter.NONE).ahead();
        double x = 1.5 * ahead.x() - .41 * ahead.y();
        double y = 1.5 * ahead.y() + .41 * ahead.x();
        SceneObject tall = new SceneObject(Shape.CYLINDER, Colour.RED, Material.RUBBER, Size.LARGE, 0, 0, 0);
        return new Scene(List.of(tall, small(x, y)), Jitter.NONE);
    }

    @Test
    void rowsOfABatchArePicturesOfTheirOwn() {
        SceneDistribution five =
                SceneDistribution.builder().objects(5).size(48, 36).build();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
        float[] latents = new float[7 * five.latentSize()];
        for (int j = 0; j < latents.length; j++) {
            latents[j] = (float) new Draws(random).normal();
        }
        Tensor batch = five.generate(Tensor.of(latents, 7, five.latentSize()));

        assertThat(batch.shape()).containsExactly(7, 3, 36, 48);
        for (int row = 0; row < 7; row++) {
            int start = row * five.latentSize();
            double[] latent = IntStream.range(0, five.latentSize())
                    .mapToDouble(j -> latents[start + j])
                    .toArray();
            assertThat(batch.row(row))
                    .isEqualTo(five.picture(five.scene(latent)).values());
        }
    }

    @Test
    void labelIsTheCount() {
        SceneDistribution asked = SceneDistribution.builder()
                .objects(3, 10)
                .asking(Count.of(Shape.CUBE))
                .build();

        assertThat(asked.labelOf(asked.latent(ReferenceScenes.B))).hasValue(2);
        assertThat(Count.of(Shape.SPHERE, Colour.CYAN).in(ReferenceScenes.B)).isEqualTo(1);
        assertThat(Count.of(Shape.SPHERE, Shape.CONE, Material.RUBBER).in(ReferenceScenes.B))
                .isEqualTo(2);
        assertThat(Count.of().in(ReferenceScenes.B)).isEqualTo(7);
        assertThat(scenes.labelOf(new double[scenes.latentSize()])).isEmpty();
    }

    @Test
    void whatCannotBeIsExcluded() {
        assertThat(asking(Shape.CUBE).without(Shape.CUBE).build().excludedClasses())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(asking(Shape.CYLINDER).build().excludedClasses()).containsExactlyInAnyOrder(6, 7, 8, 9, 10);
        assertThat(asking(Shape.CONE).only(Shape.CONE).build().excludedClasses())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 6, 7, 8, 9, 10);
    }

    private static SceneDistribution.Builder asking(Shape shape) {
        return SceneDistribution.builder().objects(5).asking(Count.of(shape));
    }

    @Test
    void questionsAreSaid() {
        assertThat(Count.of(Shape.SPHERE, Colour.BLUE)).hasToString("number of blue spheres");
        assertThat(Count.of(Shape.CUBE, Shape.CONE, Size.LARGE)).hasToString("number of large cubes or cones");
        assertThat(Count.of(Material.METAL)).hasToString("number of metal objects");
    }

    @Test
    void placedScenesAreAdmittedWhateverTheirNumberOfObjects() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);
        int[] counts = new int[11];
        for (int i = 0; i < 300; i++) {
            double[] latent = scenes.placed(random);
            assertThat(scenes.admits(latent)).isTrue();
            counts[scenes.scene(latent).objects().size()]++;
        }
        for (int count = 3; count <= 10; count++) {
            assertThat(counts[count]).as("scenes of %d objects", count).isBetween(18, 62);
        }
    }

    @Test
    void misuseIsSaid() {
        assertThatThrownBy(() -> SceneDistribution.builder().objects(5, 3)).hasMessageContaining("objects(5, 3)");
        assertThatThrownBy(() ->
                        SceneDistribution.builder().without(Shape.values()).build())
                .hasMessageContaining("No shape is left");
        assertThatThrownBy(() -> SceneDistribution.builder()
                        .only(Shape.CONE)
                        .objects(5)
                        .build()
                        .latent(ReferenceScenes.A))
                .hasMessageContaining("There is no sphere here");
        assertThatThrownBy(() -> scenes.scene(new double[3])).hasMessageContaining("83 latents, but 3");
    }

    @Test
    void rowsThatAreRepeatedAreLikeThoseAlone() {
        // given
        SceneDistribution scenes = SceneDistribution.builder().objects(3).build();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(41L);
        double[][] rows = {scenes.placed(random), scenes.placed(random)};
        int[] order = {0, 1, 0, 0, 1};
        int d = scenes.latentSize();
        float[] latents = new float[order.length * d];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) rows[order[i / d]][i % d];
        }

        // when
        Tensor pictures = scenes.generate(Tensor.of(latents, order.length, d));

        // then
        for (int i = 0; i < order.length; i++) {
            Tensor alone = scenes.generate(Tensor.of(Arrays.copyOfRange(latents, i * d, (i + 1) * d), 1, d));
            assertThat(pictures.row(i).toArray()).isEqualTo(alone.row(0).toArray());
        }
    }

    @Test
    void exchangedObjectsLeaveThePictureAlone() {
        // given
        SceneDistribution scenes = SceneDistribution.builder().objects(3).build();
        double[] latent = scenes.placed(RandomSource.XO_RO_SHI_RO_128_PP.create(43L));
        double[] exchanged = latent.clone();
        int[] first = scenes.exchangeable().get(0);
        int[] last = scenes.exchangeable().get(2);
        for (int j = 0; j < first.length; j++) {
            exchanged[first[j]] = latent[last[j]];
            exchanged[last[j]] = latent[first[j]];
        }

        // then
        assertThat(scenes.exchangeable())
                .hasSize(3)
                .allSatisfy(group -> assertThat(group).hasSize(7));
        assertThat(scenes.admits(exchanged)).isTrue();
        assertThat(scenes.picture(scenes.scene(exchanged)).values().toArray())
                .isEqualTo(scenes.picture(scenes.scene(latent)).values().toArray());
        assertThat(SceneDistribution.builder().objects(3, 5).build().exchangeable())
                .isEmpty();
    }
}
