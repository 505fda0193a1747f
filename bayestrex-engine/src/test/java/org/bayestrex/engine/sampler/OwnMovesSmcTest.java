/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.Pairs;
import org.bayestrex.engine.PairsTruth;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mass of a rare level set of a distribution that refuses points: unbiased, relative to what is admitted. */
class OwnMovesSmcTest {

    private static final PairsTruth RARELY = new PairsTruth(-4.3);
    private static final Posterior POSTERIOR = new Posterior(HighConfidence.of(0), .05);
    private static final int RUNS = 8;

    private final Pairs pairs;
    private final Prior prior;
    private final Classifier classifier = RARELY.classifier();

    OwnMovesSmcTest() {
        pairs = new Pairs(Pairs.reversible());
        prior = Prior.of(pairs);
    }

    @Test
    void theMeanOverManyIslandsIsExact() {
        List<Double> masses = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            masses.addAll(islands(prior, run, 1));
        }

        assertExact(masses);
    }

    @Test
    void withoutMovesToo() {
        List<PriorMove> none = List.of();
        List<Double> masses = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            masses.addAll(islands(Prior.of(new Pairs(none)), run, 1));
        }

        assertExact(masses);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 300})
    void itIsTheSameWhateverTheNumberOfPointsOnTheirWay(int inFlight) {
        assertThat(islands(prior, 3, inFlight)).isEqualTo(islands(prior, 3, 1));
    }

    private static void assertExact(List<Double> masses) {
        double mean = masses.stream().mapToDouble(each -> each).average().orElseThrow();
        double squares = masses.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        double error = Math.sqrt(squares / (masses.size() - 1) / masses.size());
        assertThat(error).isLessThan(.15 * RARELY.mass());
        assertThat(mean).isCloseTo(RARELY.mass(), within(4 * error));
    }

    private List<Double> islands(Prior from, int run, int inFlight) {
        LogOddsSmc smc = new LogOddsSmc(
                from,
                POSTERIOR::distance,
                POSTERIOR::contains,
                SmcSettings.defaults().forMassOnly(),
                island -> RandomSource.XO_RO_SHI_RO_128_PP.create(100L * run + island));
        while (!smc.isDone()) {
            List<double[]> points = new ArrayList<>();
            while (smc.wantsMore() && points.size() < inFlight) {
                points.add(smc.next());
            }
            points.forEach(point -> smc.answer(point, evaluation(point)));
        }
        return Arrays.stream(smc.logMasses()).map(Math::exp).boxed().toList();
    }

    private Evaluation evaluation(double[] point) {
        if (!prior.admits(point)) {
            return Evaluation.refused();
        }
        float[] row = new float[Pairs.LATENTS];
        for (int j = 0; j < row.length; j++) {
            row[j] = (float) point[j];
        }
        float[] logits =
                classifier.logits(pairs.generate(Tensor.of(row, 1, row.length))).toArray();
        return POSTERIOR.evaluation(point, new Answer(logits, null));
    }
}
