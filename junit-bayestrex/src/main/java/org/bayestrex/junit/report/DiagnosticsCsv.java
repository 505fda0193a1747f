/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Diagnostics.ChainSummary;
import org.bayestrex.junit.report.page.Csv;

/** The diagnostics in full, for those who want more than one line. */
final class DiagnosticsCsv {

    private DiagnosticsCsv() {}

    /** A row for each latent and one for the log density. */
    static String quantities(Diagnostics diagnostics) {
        Csv csv = new Csv().row("quantity", "mean", "standard deviation", "MCSE", "R-hat", "bulk ESS", "tail ESS");
        diagnostics
                .quantities()
                .forEach(quantity -> csv.row(
                        quantity.name(),
                        quantity.mean(),
                        quantity.standardDeviation(),
                        quantity.mcse(),
                        quantity.rHat(),
                        quantity.bulkEss(),
                        quantity.tailEss()));
        return csv.toString();
    }

    /** A row for each chain. */
    static String chains(Diagnostics diagnostics) {
        Csv csv = new Csv()
                .row(
                        "chain",
                        "draws",
                        "acceptance",
                        "step size",
                        "tree depth",
                        "divergences",
                        "largest energy error",
                        "E-BFMI");
        List<ChainSummary> chains = diagnostics.chains();
        for (int i = 0; i < chains.size(); i++) {
            ChainSummary chain = chains.get(i);
            csv.row(
                    i,
                    chain.draws(),
                    chain.acceptance(),
                    chain.stepSize(),
                    chain.depth(),
                    chain.divergences(),
                    chain.maxEnergyError(),
                    chain.bfmi());
        }
        return csv.toString();
    }
}
