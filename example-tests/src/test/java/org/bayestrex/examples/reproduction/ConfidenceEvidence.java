/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/**
 * A confidence of table 2 as this run found it.
 *
 * @param findings of the search
 * @param output of the model for the class
 * @param paper what the paper found
 */
record ConfidenceEvidence(Findings findings, int output, PaperConfidence paper) {

    /** In the order in which they are looked through. */
    private static final List<Reason<ConfidenceEvidence>> REASONS = List.of(
            new Reason<>(
                    evidence -> evidence.shareFound() < .5,
                    evidence -> String.format(
                            Locale.ROOT,
                            "Only %.0f %% of the draws are in the level set: this generator hardly makes such inputs, and the"
                                    + " relaxed target puts up with others.",
                            100 * evidence.shareFound())),
            new Reason<>(
                    evidence -> evidence.plain().confirms(evidence.spread().rate()),
                    evidence -> String.format(
                            Locale.ROOT,
                            "Not the sampler: plain prior draws, weighted by the likelihood (worth %.0f), give %s. What differs"
                                    + " is the networks, or what the paper's one chain had reached.",
                            evidence.plain().effective(),
                            Shown.share(evidence.plain().mean()))),
            new Reason<>(
                    evidence -> !evidence.findings.diagnostics().converged(),
                    evidence -> "The search has not converged: "
                            + String.join(" ", evidence.findings.diagnostics().problems())),
            new Reason<>(
                    evidence -> Math.abs(evidence.spread().mean() - evidence.paper.mean())
                            <= evidence.spread().deviation(),
                    evidence ->
                            "The paper's mean is within one standard deviation of the draws here; how many independent"
                                    + " draws its own is worth is not known."));

    Spread spread() {
        return Spread.of(findings, output);
    }

    /** Whether the search ended before its first draw: then there is nothing to compare. */
    boolean isEmpty() {
        return findings.samples().isEmpty();
    }

    /** Whether the paper's mean may be ours. */
    boolean agrees() {
        return paper.agreesWith(spread().rate());
    }

    /** Why it is not. */
    String reason() {
        return Reason.first(REASONS, this);
    }

    List<String> row(int number, ConfidenceCase from, String className, Optional<Rate> another) {
        Rate mean = spread().rate();
        return List.of(
                String.valueOf(number),
                from.what(),
                from.generator(),
                className,
                paper.toString(),
                spread().toString(),
                Shown.share(mean),
                isEmpty() ? "none" : Shown.count((long) spread().effective()),
                Shown.rate(findings.levelSetMass()),
                Shown.converged(findings),
                isEmpty() ? "no draws" : agrees() ? "yes" : "no",
                another.map(Shown::share).orElse(""));
    }

    private PlainDraws plain() {
        return PlainDraws.of(findings, output);
    }

    private double shareFound() {
        return (double) findings.inLevelSet().size() / findings.samples().size();
    }
}
