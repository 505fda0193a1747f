/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.junit.report.page.Numbers;

/** What is to be known of a mask before it is looked at: how much it keeps, and whether the model says the same of it. */
final class MaskWords {

    private MaskWords() {}

    /** In the room under a map; empty for a map that is no mask. */
    static Optional<String> of(Attribution map) {
        Map<String, Double> figures = map.parameters();
        Double kept = figures.get("kept");
        Double divergence = figures.get("divergence");
        if (kept == null || divergence == null) {
            return Optional.empty();
        }
        String far = "KL " + String.format(Locale.ROOT, "%.2f", divergence);
        return Optional.of(
                isViolated(map) ? "VIOLATED: " + far : "keeps %s, %s".formatted(Numbers.wholePercent(kept), far));
    }

    /** Whether it is a mask that changes what the model says by more than is allowed. */
    static boolean isViolated(Attribution map) {
        return map.parameters().getOrDefault("violation", 0.) > 0;
    }
}
