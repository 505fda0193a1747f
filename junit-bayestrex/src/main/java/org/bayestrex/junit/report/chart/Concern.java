/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.PriorDraw;
import org.bayestrex.engine.search.Sample;

/**
 * The one confidence that a picture shows of each draw: in the class that the target is about, the first of several,
 * or, of a target that does not tell, in whatever class is predicted.
 *
 * @param cls the class; -1 for the predicted one
 * @param label its name
 */
record Concern(int cls, String label) {

    static Concern of(Findings findings) {
        int classes = ClassNames.of(findings).size();
        Set<Integer> claimed = ClaimedClasses.of(findings.target(), classes);
        boolean tells = !claimed.isEmpty() && claimed.size() < classes;
        int cls = tells ? Collections.min(claimed) : -1;
        return new Concern(cls, tells ? findings.label(cls) : "");
    }

    /** The other class of a target about just two. */
    static Optional<Concern> second(Findings findings) {
        int classes = ClassNames.of(findings).size();
        Set<Integer> claimed = ClaimedClasses.of(findings.target(), classes);
        return claimed.size() == 2 && classes > 2
                ? Optional.of(new Concern(Collections.max(claimed), findings.label(Collections.max(claimed))))
                : Optional.empty();
    }

    String name() {
        return cls < 0 ? "confidence in the predicted class" : "confidence in " + label;
    }

    /** What a draw from the prior is marked for. */
    String prediction() {
        return "taken for " + label;
    }

    double confidence(Sample sample) {
        return sample.confidences()[cls < 0 ? sample.predictedClass() : cls];
    }

    /** Whether the class is the likeliest. */
    boolean isPredicted(PriorDraw draw) {
        double[] confidences = draw.confidences();
        boolean predicted = cls >= 0;
        for (int k = 0; k < confidences.length && predicted; k++) {
            predicted = confidences[k] <= confidences[cls];
        }
        return predicted;
    }
}
