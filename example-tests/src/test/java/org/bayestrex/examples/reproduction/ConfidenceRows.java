/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.input.ContactSheet;

/** What the searches of table 2 found, row after row. */
final class ConfidenceRows {

    private static final List<String> HEADER = List.of(
            "no.",
            "looked for",
            "generator",
            "confidence in",
            "paper",
            "here",
            "mean, 95 % interval",
            "effective draws",
            "mass of the level set",
            "converged",
            "same mean",
            "of another class, by the judge");

    private static final int PICTURES = 8;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();
    private final Section pictures = new Section();

    /**
     * A row for each confidence that the paper gives.
     *
     * @param another how often a judge sees another class than the one that is claimed; empty where it was not asked
     */
    void add(ConfidenceCase from, Card card, Findings findings, Optional<Rate> another) {
        String caption = from.what() + ", " + from.generator();
        ContactSheet.png(findings, PICTURES).ifPresent(png -> pictures.figure(png, caption));
        findings.diagnostics()
                .problems()
                .forEach(problem -> problems.add("No. %d: %s".formatted(rows.size() + 1, problem)));
        another.filter(rate -> rate.upper() < .5)
                .ifPresent(rate -> leaks.add(
                        "No. %d: by the judge %.0f %% of these inputs do show the claimed class, which %s was made without: most are no failures."
                                .formatted(rows.size() + 1, 100 * (1 - rate.estimate()), from.generator())));
        for (PaperConfidence paper : from.paper()) {
            ConfidenceEvidence evidence = new ConfidenceEvidence(findings, card.output(paper.cls()), paper);
            rows.add(evidence.row(rows.size() + 1, from, card.name(paper.cls()), another));
            if (!evidence.isEmpty() && !evidence.agrees()) {
                differences.add("No. %d: %s".formatted(rows.size(), evidence.reason()));
            }
        }
    }

    /** Writes them at the end of a section. */
    Section writtenTo(Section section) {
        if (!rows.isEmpty()) {
            section.table(HEADER, rows);
        }
        if (!differences.isEmpty()) {
            section.paragraph("Where the means differ:").bullets(differences);
        }
        if (!problems.isEmpty()) {
            section.paragraph("What speaks against the draws:").bullets(problems);
        }
        if (!leaks.isEmpty()) {
            section.paragraph("What the generator leaks:").bullets(leaks);
        }
        return section.append(pictures);
    }
}
