/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.Locale;
import org.bayestrex.benchmarks.EngineRuns.Searched;
import org.bayestrex.benchmarks.PriorDraws.Weighted;
import org.bayestrex.engine.rate.Rate;
import org.jspecify.annotations.Nullable;

/** How rare the level sets are: by AUTO, and by plain draws from the prior. */
final class MassTable {

    private final Table table =
            new Table("target", "mass by AUTO", "interval", "upper / lower", "seconds", "prior draws", "hits");

    /** What AUTO found; without prior draws on another generator than theirs. */
    void row(Scenario scenario, Searched searched, @Nullable Weighted weighted) {
        Rate mass = searched.findings().levelSetMass();
        table.row(
                scenario.title(),
                format("%.3g", mass.estimate()),
                format("%.3g", mass.lower()) + " to " + format("%.3g", mass.upper()),
                mass.lower() > 0 ? format("%.2f", mass.upper() / mass.lower()) : "none",
                format("%.1f", searched.run().seconds()),
                weighted == null ? "none" : format("%,d", weighted.size()),
                weighted == null ? "none" : format("%,d", weighted.hits()));
    }

    String markdown() {
        return table.markdown();
    }

    private static String format(String format, Object value) {
        return value instanceof Double number && number.isNaN() ? "none" : String.format(Locale.ROOT, format, value);
    }
}
