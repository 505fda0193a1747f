/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Onnx;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

/** A model without a gradient is searched by methods that need none. */
class OnnxSearchTest {

    private static Search search(Classifier onnx, Method method) {
        return Search.of(onnx, TestModels.latents(2))
                .target(HighConfidence.of(0))
                .sampling(Searches.small(method).withSigma(.2));
    }

    private static Classifier onnx() {
        return Onnx.classifier(Path.of("src/test/models/batches-of-four.onnx"));
    }

    @Test
    void autoLeavesNutsOut() {
        try (Classifier onnx = onnx()) {
            Findings findings = search(onnx, Method.AUTO).run();

            assertThat(findings.samples()).isNotEmpty();
            assertThat(findings.effort().gradients()).isZero();
            assertThat(findings.effort().parts()).extracting(Part::name).noneMatch(name -> name.contains("NUTS"));
        }
    }

    @Test
    void nutsAloneIsRefusedWithWhatToUseInstead() {
        try (Classifier onnx = onnx()) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> search(onnx, Method.NUTS).run())
                    .withMessage(
                            "batches-of-four.onnx on latents has no gradient: both models must be TorchScript for that. "
                                    + "Use a gradient-free method, such as @Sampling(method = ELLIPTICAL_SLICE)");
        }
    }

    @Test
    void anEqualSearchDrawsTheSameBits() {
        try (Classifier one = onnx();
                Classifier other = onnx()) {
            assertThat(Searches.draws(search(one, Method.ELLIPTICAL_SLICE).run()))
                    .isEqualTo(Searches.draws(
                            search(other, Method.ELLIPTICAL_SLICE).run()));
        }
    }
}
