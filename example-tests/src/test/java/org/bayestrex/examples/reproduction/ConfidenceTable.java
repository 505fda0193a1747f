/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.ContactSheet;

/**
 * The paper's table 2: how confident the model is in what was found for each kind of target.
 *
 * @param corpus of which data set
 */
record ConfidenceTable(Corpus corpus) implements Experiment {

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
            "same mean");

    private static final int PICTURES = 8;

    @Override
    public String name() {
        return "table-2-" + corpus.prefix();
    }

    @Override
    public String title() {
        return "Table 2, " + corpus.title() + ": confidence in what was found";
    }

    @Override
    public Section run(Bench bench) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        Section pictures = new Section();
        Section section = new Section()
                .paragraph(
                        "Mean ± standard deviation of the confidence over the draws of the relaxed posterior (sigma .05). The"
                                + " paper gives the spread of its draws, not how well it knows their mean; \"same mean\" is whether"
                                + " the paper's rounded mean lies within the interval of ours. Ours are other weights of the same"
                                + " layers; the GAN is another, smaller network. The mass is how often the generator makes such an input.");
        for (ConfidenceCase each : TableTwo.of(corpus)) {
            List<String> missing = bench.shelf().missing(each.classifier(), each.generator());
            section.missing("\"%s\" on %s".formatted(each.what(), each.generator()), missing);
            if (missing.isEmpty()) {
                run(bench, each, rows, differences, pictures);
            }
        }
        if (!rows.isEmpty()) {
            section.table(HEADER, rows);
        }
        if (!differences.isEmpty()) {
            section.paragraph("Where the means differ:").bullets(differences);
        }
        return section.append(pictures);
    }

    private static void run(
            Bench bench, ConfidenceCase each, List<List<String>> rows, List<String> differences, Section pictures)
            throws IOException {
        Card card = bench.shelf().card(each.classifier());
        try (Classifier classifier = bench.shelf().classifier(each.classifier());
                DataDistribution generator = bench.shelf().generator(each.generator(), each.excluded())) {
            Findings findings =
                    bench.search(classifier, generator, each.target().apply(card));
            for (PaperConfidence paper : each.paper()) {
                ConfidenceEvidence evidence = new ConfidenceEvidence(findings, card.output(paper.cls()), paper);
                rows.add(evidence.row(rows.size() + 1, each, card.name(paper.cls())));
                if (!evidence.agrees()) {
                    differences.add("No. %d: %s".formatted(rows.size(), evidence.reason()));
                }
            }
            String caption =
                    "%s, %s: %s".formatted(each.what(), each.generator(), ContactSheet.describe(findings, PICTURES));
            ContactSheet.png(findings, PICTURES).ifPresent(png -> pictures.figure(png, caption));
        }
    }
}
