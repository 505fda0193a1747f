/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.GradientCheck;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.model.TorchScript.Output;
import org.bayestrex.junit.EnabledIfCuda;
import org.junit.jupiter.api.Test;

/** The models on a GPU; not verified on hardware. */
@EnabledIfCuda
class CudaTest {

    private static final float[] LATENTS = {0, 0, 0, 0, 0, .5f, -1, 1.5f, .2f, -.3f};

    @Test
    void theGpuComputesWhatTheCpuDoes() {
        // given
        float[] onCpu = logits(Device.cpu());

        // when
        float[] onGpu = logits(Device.of("cuda:0"));

        // then
        assertThat(onGpu).hasSameSizeAs(onCpu);
        for (int i = 0; i < onCpu.length; i++) {
            assertThat(onGpu[i]).isCloseTo(onCpu[i], within(1e-3f));
        }
    }

    private static float[] logits(Device device) {
        try (Classifier classifier =
                        TorchScript.classifier(Path.of("models/mnist-cnn.pt"), Output.LOGITS, List.of(), device);
                DataDistribution digits = TorchScript.generator(Path.of("models/mnist-vae.pt"), 5, Set.of(), device)) {
            LatentClassifier model = LatentClassifier.of(classifier, digits);
            GradientCheck.require(model);
            return model.logits(LATENTS, 2);
        }
    }
}
