/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.List;
import java.util.function.DoubleFunction;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.Target;

/** A search without networks, for tests: inputs are numbers z ~ N(0, 1), and the model is logistic in z. */
final class TinySearch {

    private TinySearch() {}

    static Findings of(Target target) {
        try (Classifier classifier = classifier(z -> new float[] {(float) z, (float) -z});
                DataDistribution numbers = numbers()) {
            return Search.of(classifier, numbers)
                    .target(target)
                    .sampling(Sampling.of(Method.MIXTURE).withPilot(500).withDraws(25))
                    .run();
        }
    }

    static DataDistribution numbers() {
        return DataDistribution.of("numbers", 1, latents -> latents);
    }

    static Classifier classifier(DoubleFunction<float[]> logits) {
        return Classifier.of("logistic", List.of(), inputs -> {
            int rows = inputs.shape()[0];
            int classes = logits.apply(0).length;
            float[] values = new float[rows * classes];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(logits.apply(inputs.get(row)), 0, values, row * classes, classes);
            }
            return Tensor.of(values, rows, classes);
        });
    }
}
