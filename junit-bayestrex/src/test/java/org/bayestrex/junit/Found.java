/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.FindingsFixture;
import org.bayestrex.engine.search.Part;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.target.HighConfidence;

/**
 * Findings as a test wants them.
 *
 * @param mass of the level set
 * @param share of wrong labels
 * @param confidence in wrong labels
 * @param inLevelSet draws in the level set, of four chains of ten
 * @param problems of the chains
 */
record Found(Rate mass, Rate share, Rate confidence, int inLevelSet, List<String> problems) {

    private static final int CHAINS = 4;
    private static final int DRAWS = 10;

    /** A class excluded: found in one of ten inputs, always wrong, with confidence .93. */
    static Found failures() {
        return new Found(rate(.1, .08, .12), Rate.known(1, "excluded"), rate(.93, .91, .95), CHAINS * DRAWS, List.of());
    }

    static Rate rate(double estimate, double lower, double upper) {
        return new Rate(estimate, lower, upper, .95, "fixture");
    }

    Found mass(double estimate, double lower, double upper) {
        return new Found(rate(estimate, lower, upper), share, confidence, inLevelSet, problems);
    }

    Found share(Rate value) {
        return new Found(mass, value, confidence, inLevelSet, problems);
    }

    Found nothing() {
        return new Found(rate(0, 0, .001), share, Rate.unknown("nothing found"), 0, problems);
    }

    Found problem(String sentence) {
        return new Found(mass, share, confidence, inLevelSet, List.of(sentence));
    }

    Findings findings() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < CHAINS * DRAWS; i++) {
            double wobble = (i % 2 == 0 ? 1 : -1) * .01;
            samples.add(FindingsFixture.sample(
                    new double[] {i, -i},
                    Tensor.of(new float[] {i, -i}, 2),
                    new double[] {.05, .9 + wobble, .05 - wobble},
                    i / DRAWS,
                    i % DRAWS,
                    i < inLevelSet,
                    -i));
        }
        Diagnostics diagnostics = new Diagnostics(
                1.003, 450, 430, 0, Double.NaN, Double.NaN, 8, Part.CHAINS, List.of(), List.of(), problems);
        return FindingsFixture.findings(
                new SearchSpec(Plane.classifier(), Plane.points(), HighConfidence.of(1), Plane.QUICK),
                samples,
                diagnostics,
                mass,
                share,
                confidence);
    }
}
