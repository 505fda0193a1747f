/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.docs;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.Target;
import org.bayestrex.junit.BayesTrex;
import org.bayestrex.junit.TargetedAt;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page "targets of your own", run as it stands there. */
class OwnTargetTest {

    @RegisterExtension
    static final BayesTrex BAYES_TREX = BayesTrex.builder()
            .modelUnderTest(Classifier.of("linear", List.of("left", "up", "neither"), points -> {
                int rows = points.shape()[0];
                float[] logits = new float[3 * rows];
                for (int row = 0; row < rows; row++) {
                    logits[3 * row] = 4 * points.get(2 * row);
                    logits[3 * row + 1] = 4 * points.get(2 * row + 1);
                }
                return Tensor.of(logits, rows, 3);
            }))
            .dataDistribution(DataDistribution.of("plane", 2, latents -> latents))
            .sampling(Sampling.DEFAULT.withSeed(7).withDeadline(Duration.ofMinutes(1)))
            .build();

    record Hesitant() implements Target {

        @Override
        public String describe() {
            return "no confidence above .5";
        }

        @Override
        public void requireFits(int classes) {}

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            int likeliest = likeliest(p);
            double excess = Math.max(0, p[likeliest] - .5) / sigma;
            gradient[likeliest] -= excess / sigma;
            return -.5 * excess * excess;
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return p[likeliest(p)] <= .5;
        }

        private static int likeliest(double[] p) {
            return IntStream.range(0, p.length).reduce(0, (a, b) -> p[b] > p[a] ? b : a);
        }
    }

    @TargetedAt(Hesitant.class)
    void seldomHesitates(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .9);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @TargetedAt(Hesitant.class)
    @interface WhereItHesitates {}

    @WhereItHesitates
    void hesitatesSomewhere(Findings findings) {
        assertThat(findings).isNotEmpty();
    }

    static Findings search(Classifier classifier, DataDistribution distribution) {
        Findings findings =
                Search.of(classifier, distribution).target(new Hesitant()).run();
        return findings;
    }
}
