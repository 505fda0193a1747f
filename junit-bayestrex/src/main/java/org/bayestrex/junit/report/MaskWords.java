/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.explain.Attribution;

/** What is to be known of a mask before it is looked at: how much it keeps, and whether the model says the same of it. */
final class MaskWords {

    private MaskWords() {}

    /** Empty for a map that is no mask. */
    static Optional<String> of(Attribution map) {
        Map<String, Double> figures = map.parameters();
        Double kept = figures.get("kept");
        Double divergence = figures.get("divergence");
        Double allowed = figures.get("allowed");
        if (kept == null || divergence == null || allowed == null) {
            return Optional.empty();
        }
        String words = "keeps %s, KL %s of %s"
                .formatted(Numbers.wholePercent(kept), Numbers.digits(divergence), Numbers.digits(allowed));
        return Optional.of(isViolated(map) ? "VIOLATED: " + words : words);
    }

    /** Whether it is a mask that changes what the model says by more than is allowed. */
    static boolean isViolated(Attribution map) {
        return map.parameters().getOrDefault("violation", 0.) > 0;
    }
}
