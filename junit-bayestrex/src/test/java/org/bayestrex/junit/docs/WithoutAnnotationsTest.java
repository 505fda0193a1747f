/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.docs;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Overconfidence;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.BayesTrex;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page "without annotations", run as it stands there. */
class WithoutAnnotationsTest {

    @RegisterExtension
    static final BayesTrex BAYES_TREX = BayesTrex.builder()
            .modelUnderTest(Classifier.of("linear", List.of("left", "right"), points -> {
                int rows = points.shape()[0];
                float[] logits = new float[2 * rows];
                for (int row = 0; row < rows; row++) {
                    logits[2 * row + 1] = 4 * points.get(2 * row);
                }
                return Tensor.of(logits, rows, 2);
            }))
            .dataDistribution(DataDistribution.of("plane", 2, latents -> latents))
            .sampling(Sampling.DEFAULT.withSeed(7).withDeadline(Duration.ofMinutes(1)))
            .build();

    @Ambiguous
    void isTornInTheMiddle(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .2);
    }

    static Findings search(Classifier classifier, DataDistribution digits) {
        Findings findings = Search.of(classifier, digits)
                .target(HighConfidence.of(4))
                .chains(16)
                .draws(500)
                .seed(7)
                .run();
        return findings;
    }

    static Comparison compare(Classifier steep, Classifier flat, DataDistribution plane) {
        Comparison comparison = Overconfidence.of(steep, flat, plane)
                .labelledBy(LabelOracle.of(
                        "half-plane",
                        specimen -> OptionalInt.of(specimen.input().get(0) > .5 ? 0 : 1)))
                .seed(7)
                .run();
        return comparison;
    }

    static void tellWhatRan(Classifier classifier, DataDistribution digits) {
        Findings findings = Search.of(classifier, digits)
                .target(HighConfidence.of(4))
                .method(Method.MIXTURE)
                .checkpoint(Path.of("checkpoints"))
                .run();
        findings.massEstimates().forEach(System.out::println);
        findings.effort().parts().forEach(System.out::println);
    }
}
