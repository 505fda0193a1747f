/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/**
 * The paper's table 2: how confident the model is in what was found for each kind of target.
 *
 * @param corpus of which data set
 */
record ConfidenceTable(Corpus corpus) implements Experiment {

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
        Section section = new Section()
                .paragraph(
                        "Mean ± standard deviation of the confidence over the draws of the relaxed posterior (sigma .05). The"
                                + " paper gives the spread of its draws, not how well it knows their mean; \"same mean\" is whether"
                                + " the paper's rounded mean lies within the interval of ours. Ours are other weights of the same"
                                + " layers; the GAN is another, smaller network. The mass is how often the generator makes such an input. Where a"
                                + " generator was made without the class that is claimed it may draw it nevertheless, and then the model is"
                                + " right: so a judge looked at these draws, and the last column says how often its first guess was another"
                                + " class.");
        ConfidenceRows rows = new ConfidenceRows();
        for (ConfidenceCase each : TableTwo.of(corpus)) {
            List<String> missing = bench.shelf().missing(each.classifier(), each.generator());
            section.missing("\"%s\" on %s".formatted(each.what(), each.generator()), missing);
            if (missing.isEmpty()) {
                Card card = bench.shelf().card(each.classifier());
                try (Classifier classifier = bench.shelf().classifier(each.classifier());
                        DataDistribution generator = bench.shelf().generator(each.generator(), each.excluded())) {
                    Findings findings =
                            bench.search(classifier, generator, each.target().apply(card));
                    rows.add(each, card, findings, each.absent() ? judged(bench, each, findings) : Optional.empty());
                }
            }
        }
        return rows.writtenTo(section);
    }

    /** Empty where there is no judge. */
    private Optional<Rate> judged(Bench bench, ConfidenceCase each, Findings findings) throws IOException {
        String name = corpus.model("judge");
        if (!bench.shelf().missing(name).isEmpty()) {
            return Optional.empty();
        }
        try (Classifier judge = bench.shelf().classifier(name)) {
            return Optional.of(
                    Judged.anotherClass(findings, judge, each.paper().get(0).cls()));
        }
    }
}
