/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.Outcome;

/**
 * What is kept of a test from run to run.
 *
 * @param key what it is found by
 * @param outcome what came of it
 * @param claim that the verdict hung on; empty where there was none about a rate
 * @param rate of that claim, or the first one known
 * @param low lower limit, negative infinity where there is none
 * @param high upper limit
 * @param models SHA-256 by name; only of models that are files
 * @param seconds that the search took
 */
record PastTest(
        String key,
        Outcome outcome,
        String claim,
        Optional<Rate> rate,
        double low,
        double high,
        Map<String, String> models,
        double seconds) {

    static PastTest of(TestFacts facts) {
        Map<String, String> models = new LinkedHashMap<>();
        for (ModelIdentity model : facts.models().values()) {
            model.sha256().ifPresent(hash -> models.put(model.name(), hash));
        }
        Optional<Check> decisive = facts.decisive();
        return new PastTest(
                facts.key(),
                facts.outcome(),
                decisive.map(Check::claim).orElse(""),
                facts.rate(),
                decisive.map(Check::low).orElse(Double.NEGATIVE_INFINITY),
                decisive.map(Check::high).orElse(Double.POSITIVE_INFINITY),
                models,
                facts.seconds());
    }

    /** What the claim is about, whatever its limit: only the same quantity is compared from run to run. */
    String quantity() {
        return claim.replaceFirst(" (below|above|between) .*$", "");
    }
}
