/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.explain.RemovalCurve;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TorchScript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchedCnnTest {

    private static final Path MODELS = Path.of("models");

    @ParameterizedTest
    @CsvSource({"mnist, .1307, .3081", "fashion, .2860, .3530"})
    void partsSayWhatTheWholeSaysFromEachState(String data, float mean, float deviation) {
        Path file = MODELS.resolve(data + "-cnn.pt");
        try (PatchedCnn parts = new PatchedCnn(file, mean, deviation);
                Classifier whole = TorchScript.classifier(file);
                DataDistribution pictures = TorchScript.generator(MODELS.resolve(data + "-vae.pt"), 5)) {
            Tensor images = ImageComparison.draws(pictures, 6, 1);
            float[] expected = whole.logits(images).toArray();
            HiddenStates states = parts.states(images);

            assertThat(states.logits().toArray()).containsExactly(expected, within(1e-3f));
            for (int layer = 0; layer < parts.layers(); layer++) {
                assertThat(states.layers().get(layer).shape())
                        .containsExactly(6, PatchedCnn.PATCHES, parts.width(layer));
                assertThat(parts.logits(images, layer, states.layers().get(layer))
                                .toArray())
                        .containsExactly(expected, within(1e-3f));
            }
        }
    }

    @Test
    void aPatchIsFourByFourPixels() {
        float[] pixels = new float[PatchedCnn.SIDE * PatchedCnn.SIDE];
        pixels[5 * PatchedCnn.SIDE + 10] = 1; // row 5, column 10: patch (1, 2), its pixel (1, 2)
        try (PatchedCnn parts = new PatchedCnn(MODELS.resolve("mnist-cnn.pt"), .1307f, .3081f)) {
            Tensor patches = parts.states(Tensor.of(pixels, 1, 1, PatchedCnn.SIDE, PatchedCnn.SIDE))
                    .layers()
                    .get(PatchedCnn.PIXELS);

            for (int i = 0; i < patches.size(); i++) {
                assertThat(patches.get(i)).isEqualTo(i == (7 + 2) * 16 + 4 + 2 ? 1 : 0);
            }
        }
    }

    @Test
    @Tag("slow")
    void sparseMasksKeepThePredictionAndOrderPatchesBetterThanChance() {
        try (ImageComparison comparison = new ImageComparison(MODELS, 64, DiffMaskTables.SEED)) {
            assertThat(comparison.model().classes()).isEqualTo(10);
            List<LayerMasks> layers = comparison.ofInputs(ImageComparison.STEPS).explain(comparison.explained());
            LayerMasks deepest = layers.get(layers.size() - 1);
            LayerMasks each = comparison.ofEach(ImageComparison.STEPS_OF_EACH);

            for (LayerMasks masks : List.of(deepest, each)) {
                assertThat(masks.divergence()).isLessThanOrEqualTo(.1);
                assertThat(masks.keptShare()).isLessThan(.5);
                assertThat(masks.agreement()).isGreaterThan(.95);
            }
            Map<String, double[]> curves =
                    comparison.curves(RemovalCurve.Kind.INSERTION, deepest, comparison.maps(deepest, each));
            double chance = ImageComparison.area(curves.get("by chance"));
            assertThat(ImageComparison.area(curves.get("DiffMask, probes"))).isGreaterThan(chance);
            assertThat(ImageComparison.area(curves.get("DiffMask, each picture alone")))
                    .isGreaterThan(chance);
        }
    }
}
