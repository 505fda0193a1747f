/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.docs;

import static org.assertj.core.api.Assertions.within;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.api.Assertions;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.BayesTrex;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page "distributions of your own", run as it stands there. */
class OwnDistributionTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Two coins on a table of length 2, each black or white, that do not overlap. */
    record Coins() implements DataDistribution {

        @Override
        public String name() {
            return "two coins";
        }

        @Override
        public int latentSize() {
            return 4;
        }

        static boolean white(double z) {
            return z > 0;
        }

        static double place(double z) {
            return 2 * NORMAL.cumulativeProbability(z);
        }

        @Override
        public boolean admits(double[] z) {
            return Math.abs(place(z[2]) - place(z[3])) > .5;
        }

        @Override
        public Tensor generate(Tensor latents) {
            int rows = latents.shape()[0];
            float[] picture = new float[40 * rows];
            for (int row = 0; row < rows; row++) {
                for (int coin = 0; coin < 2; coin++) {
                    double centre = 20 * place(latents.get(4 * row + 2 + coin));
                    for (int pixel = 0; pixel < 40; pixel++) {
                        if (Math.abs(pixel - centre) < 5) {
                            picture[40 * row + pixel] = white(latents.get(4 * row + coin)) ? 1 : -1;
                        }
                    }
                }
            }
            return Tensor.of(picture, rows, 40);
        }

        @Override
        public List<PriorMove> moves() {
            return List.of(new Recolour(), new Shift());
        }

        @Override
        public List<String> summaryNames() {
            return List.of("white coins", "distance");
        }

        @Override
        public double[] summaries(double[] z) {
            int white = (white(z[0]) ? 1 : 0) + (white(z[1]) ? 1 : 0);
            return new double[] {white, Math.abs(place(z[2]) - place(z[3]))};
        }

        @Override
        public OptionalInt labelOf(double[] z) {
            return OptionalInt.of((white(z[0]) ? 1 : 0) + (white(z[1]) ? 1 : 0));
        }

        @Override
        public void close() {}
    }

    /** Draws the colour of one coin afresh. */
    record Recolour() implements PriorMove {

        @Override
        public String name() {
            return "recolour";
        }

        @Override
        public double[] propose(double[] z, UniformRandomProvider random) {
            double[] proposed = z.clone();
            proposed[random.nextInt(2)] =
                    ZigguratSampler.NormalizedGaussian.of(random).sample();
            return proposed;
        }
    }

    /** Shifts one coin a little; one that leaves the table comes in again at the other end. */
    record Shift() implements PriorMove {

        @Override
        public String name() {
            return "shift";
        }

        @Override
        public double[] propose(double[] z, UniformRandomProvider random) {
            double[] proposed = z.clone();
            int coin = 2 + random.nextInt(2);
            double step = .1 * ZigguratSampler.NormalizedGaussian.of(random).sample();
            double u = NORMAL.cumulativeProbability(z[coin]) + step;
            u -= Math.floor(u);
            proposed[coin] = NORMAL.inverseCumulativeProbability(Math.max(1e-12, Math.min(1 - 1e-12, u)));
            return proposed;
        }
    }

    /** Counts white coins by the light that a picture holds: a coin at the edge is cut off and dim. */
    @RegisterExtension
    static final BayesTrex BAYES_TREX = BayesTrex.builder()
            .modelUnderTest(Classifier.of("light meter", List.of("none", "one", "two"), pictures -> {
                int rows = pictures.shape()[0];
                float[] logits = new float[3 * rows];
                for (int row = 0; row < rows; row++) {
                    float light = 0;
                    for (int pixel = 0; pixel < 40; pixel++) {
                        light += Math.max(0, pictures.get(40 * row + pixel));
                    }
                    for (int count = 0; count < 3; count++) {
                        logits[3 * row + count] = -(light - 9 * count) * (light - 9 * count) / 4;
                    }
                }
                return Tensor.of(logits, rows, 3);
            }))
            .dataDistribution(new Coins())
            .sampling(org.bayestrex.engine.search.Sampling.DEFAULT.withDeadline(Duration.ofMinutes(1)))
            .build();

    @HighConfidence(targetClass = 1)
    @Sampling(chains = 16, draws = 1000, pilot = 1000)
    void countsOneWhiteCoin(Findings findings) {
        assertThat(findings).hasConverged().isNotEmpty().hasWrongLabelShareBelow(.1);
    }

    @HighConfidence(targetClass = 1)
    @Sampling(method = Method.OWN_MOVES, draws = 1000)
    void byItsOwnMovesAlone(Findings findings) {
        assertThat(findings).hasConverged();
        Assertions.assertThat(findings.diagnostics().quantities().get(0).mean()).isCloseTo(1, within(.1));
    }
}
