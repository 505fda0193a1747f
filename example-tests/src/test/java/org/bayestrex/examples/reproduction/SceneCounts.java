/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.target.Ambiguous;

/** CLEVR: what the searches are held against, as many plain scenes as the paper's test set has. */
final class SceneCounts implements Experiment {

    private static final int PICTURES = 12;

    @Override
    public String name() {
        return "scenes-plain";
    }

    @Override
    public String title() {
        return "CLEVR: the same counted in 15,000 plain scenes";
    }

    @Override
    public Section run(Bench bench) throws IOException {
        Section section = new Section()
                .paragraph(
                        "No sampler: 15,000 admitted scenes of 5 objects of each distribution, rendered and asked about. In the"
                                + " paper such predictions are in 0 to 15 of the 15,000 scenes of its test set.");
        Section pictures = new Section();
        List<List<String>> rows = new ArrayList<>();
        Map<String, SceneTestSet> asked = new LinkedHashMap<>();
        for (SceneTarget target : Scenes.targets()) {
            List<String> missing = bench.shelf().missing(target.model());
            section.missing(target.what(), missing);
            if (!missing.isEmpty()) {
                continue;
            }
            try (Classifier classifier = bench.shelf().classifier(target.model())) {
                long seed = bench.settings().sampling().seed();
                SceneTestSet set = asked.computeIfAbsent(
                        target.model(), name -> new SceneTestSet(target.scenes(), classifier, seed));
                int found = set.count(target.target());
                rows.add(List.of(
                        target.what(),
                        String.valueOf(found),
                        Shown.rate(ClopperPearson.of(found, SceneTestSet.SIZE, "scenes"))));
                if (target.target() instanceof Ambiguous torn) {
                    set.png(classifier, torn, PICTURES).ifPresent(png -> pictures.figure(png, target.what()));
                }
            }
        }
        return section.table(List.of("looked for", "in 15,000 scenes", "rate, 95 % interval"), rows)
                .append(pictures);
    }
}
