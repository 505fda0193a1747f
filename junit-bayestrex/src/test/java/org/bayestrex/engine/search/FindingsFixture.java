/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.List;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Rate;

/** Findings without a search: lives in the engine's package because only searches may make them. */
public final class FindingsFixture {

    private FindingsFixture() {}

    public static Sample sample(
            double[] latent,
            Tensor input,
            double[] confidences,
            int chain,
            int draw,
            boolean inLevelSet,
            double logDensity) {
        double[] logits = new double[confidences.length];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = Math.log(confidences[k]);
        }
        return new Sample(latent, input, logits, confidences, chain, draw, inLevelSet, logDensity)
                .named("c%dd%d".formatted(chain, draw));
    }

    public static Findings findings(
            SearchSpec spec, List<Sample> samples, Diagnostics diagnostics, Rate mass, Rate share, Rate confidence) {
        Rate failures = new Rate(
                mass.estimate() * share.estimate(),
                mass.lower() * share.lower(),
                mass.upper() * share.upper(),
                mass.level(),
                "level-set mass times wrong-label share");
        return new Findings(
                spec,
                samples,
                diagnostics,
                new Findings.Rates(List.of(mass), List.of(), mass, share, failures, confidence),
                new Findings.Effort(123_456, 65_536, Duration.ofMillis(83_400), parts()));
    }

    private static List<Part> parts() {
        return List.of(
                new Part(Part.PILOT, 0, 4096, 1.2, .014, Double.NaN, Double.NaN),
                new Part(Part.WEIGHTED, 0, 61_440, 20, .24, Double.NaN, 9_000),
                new Part(Part.CHAINS, 123_456, 0, 62.2, .746, Double.NaN, 812),
                new Part(Part.CHAINS + ": NUTS", 123_456, 0, 62.2, .746, .81, Double.NaN));
    }
}
