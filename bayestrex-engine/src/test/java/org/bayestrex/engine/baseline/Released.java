/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.OptionalInt;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;

/**
 * Releases whose numbers are known. Class 0 has the log-odds slope x, x ~ N(0, 1), so the model is confident in it where x >=
 * ln 9 / slope: of all inputs .1360 at slope 2, .2914 at slope 4. It is right where x > 1.5, .0668 of all.
 */
final class Released {

    static final double SLOPE_2_MASS = .1360;
    static final double SLOPE_4_MASS = .2914;
    static final LabelOracle TRUTH = LabelOracle.of(
            "half-line", specimen -> OptionalInt.of(specimen.input().get(0) > 1.5 ? 0 : 1));

    private Released() {}

    static Search search(double slope) {
        return Search.of(TestModels.linear(slope), TestModels.latents(1))
                .target(HighConfidence.of(0))
                .method(Method.DIRECT)
                .labelledBy(TRUTH)
                .seed((long) slope);
    }

    static Findings findings(double slope) {
        return search(slope).run();
    }
}
