/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.explain.RemovalCurve.Kind;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.InputGradient;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.model.TorchScript.Output;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Maps of the real digit classifier. */
class DigitSaliencyTest {

    private static final int DIGITS = 12;
    private static final int STEPS = 28;

    private static Classifier classifier;
    private static List<Claim> claims;

    @BeforeAll
    static void drawDigits() {
        classifier = TestModels.digitClassifier();
        try (DataDistribution digits = TestModels.digits()) {
            Tensor inputs = digits.generate(Tensor.of(gaussians(3, 4 * DIGITS * 5), 4 * DIGITS, 5));
            Tensor logits = classifier.logits(inputs);
            claims = new ArrayList<>();
            for (int i = 0; i < 4 * DIGITS && claims.size() < DIGITS; i++) {
                Claim claim = new Claim(inputs.row(i), favoured(logits.row(i)));
                if (new Passes(classifier, List.of(claim), ClassScore.PROBABILITY).scores(1, copy(List.of(claim)))[0][0]
                        > .95) {
                    claims.add(claim);
                }
            }
        }
        assertThat(claims).hasSize(DIGITS);
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void theGradientAgreesWithFiniteDifferences() {
        float[] direction = gaussians(5, 784);
        List<Attribution> maps = new VanillaGradient().of(classifier, claims);
        double[] above = moved(direction, .001);
        double[] below = moved(direction, -.001);

        double[] errors = new double[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            double slope = 0;
            for (int j = 0; j < direction.length; j++) {
                slope += (double) direction[j] * maps.get(i).signed().get(j);
            }
            errors[i] = Math.abs((above[i] - below[i]) / .002 - slope) / Math.max(1, Math.abs(slope));
        }
        // Networks have kinks: a few inputs are near one.
        Arrays.sort(errors);
        assertThat(errors[DIGITS / 2]).isLessThan(.05);
    }

    @Test
    void integratedGradientsAreComplete() {
        for (Attribution map : new IntegratedGradients().of(classifier, claims)) {
            double sum = 0;
            for (int i = 0; i < map.signed().size(); i++) {
                sum += map.signed().get(i);
            }
            assertThat(Math.abs(map.parameters().get("missing"))).isLessThan(.05 * Math.max(5, Math.abs(sum)));
        }
    }

    @Test
    void smoothGradsPixelsCountForMoreThanRandomOnes() {
        double random = 0;
        for (int seed = 0; seed < 5; seed++) {
            int own = seed;
            random += deletion(claims.stream()
                            .map(claim ->
                                    Tensor.of(gaussians(own, 784), claim.input().shape()))
                            .toList())
                    / 5;
        }
        double smooth = deletion(new SmoothGrad()
                .of(classifier, claims).stream().map(Attribution::magnitude).toList());
        double occlusion = deletion(new Occlusion()
                .of(classifier, claims).stream().map(Attribution::signed).toList());
        double integrated = deletion(new IntegratedGradients()
                .of(classifier, claims).stream().map(Attribution::signed).toList());

        assertThat(smooth).isLessThan(.8 * random);
        assertThat(occlusion).isLessThan(.8 * random);
        assertThat(integrated).isLessThan(.8 * random);
    }

    @Test
    void aNetworkThatHasLearnedNothingHasOtherMaps() {
        try (Classifier random = TorchScript.withRandomWeights(TestModels.real("mnist-cnn"), Output.LOGITS, 7)) {
            for (Saliency saliency :
                    List.of(new VanillaGradient(), new SmoothGrad(), new IntegratedGradients(), new Occlusion())) {
                WeightsCheck same = WeightsCheck.of(saliency, classifier, classifier, claims);
                WeightsCheck other = WeightsCheck.of(saliency, classifier, random, claims);

                assertThat(same.likeness()).isCloseTo(1, within(1e-3));
                assertThat(other.likeness()).as(saliency.method()).isLessThan(.5);
            }
        }
    }

    @Test
    void randomWeightsGoIntoBothCopiesOfTheNetwork() {
        try (Classifier random = TorchScript.withRandomWeights(TestModels.real("mnist-cnn"), Output.LOGITS, 7);
                Classifier again = TorchScript.withRandomWeights(TestModels.real("mnist-cnn"), Output.LOGITS, 7)) {
            Tensor input = Tensor.stacked(List.of(claims.get(0).input()));
            Tensor forward = random.logits(input);
            double[] differentiated = new double[10];
            InputGradient.of(random).orElseThrow().pullBack(input, (row, logits) -> {
                System.arraycopy(logits, 0, differentiated, 0, 10);
                return new double[10];
            });

            assertThat(forward).isNotEqualTo(classifier.logits(input)).isEqualTo(again.logits(input));
            assertThat(random.fingerprint()).isEqualTo(again.fingerprint()).isNotEqualTo(classifier.fingerprint());
            for (int k = 0; k < 10; k++) {
                assertThat(differentiated[k]).isCloseTo(forward.get(k), within(1e-3 * Math.abs(forward.get(k)) + 1e-3));
            }
        }
    }

    private static double deletion(List<Tensor> maps) {
        return RemovalCurve.of(Kind.DELETION, classifier, claims, maps, 0, STEPS).stream()
                .mapToDouble(RemovalCurve::area)
                .average()
                .orElseThrow();
    }

    private static double[] moved(float[] direction, double step) {
        double[][] scores = new Passes(classifier, claims, ClassScore.LOG_ODDS).scores(1, (claim, variant, input) -> {
            float[] origin = claims.get(claim).input().toArray();
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) (origin[i] + step * direction[i]);
            }
        });
        return Arrays.stream(scores).mapToDouble(row -> row[0]).toArray();
    }

    private static Passes.Variant copy(List<Claim> all) {
        return (claim, variant, input) ->
                System.arraycopy(all.get(claim).input().toArray(), 0, input, 0, input.length);
    }

    private static int favoured(Tensor logits) {
        int best = 0;
        for (int k = 1; k < logits.size(); k++) {
            best = logits.get(k) > logits.get(best) ? k : best;
        }
        return best;
    }

    private static float[] gaussians(long seed, int count) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) normal.sample();
        }
        return values;
    }
}
