/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;

/** What a judge says of findings that ought to show another class than the one that the model is sure of. */
final class Judged {

    private static final int BATCH = 100;

    private Judged() {}

    /**
     * How often the judge's first guess is another class: a generator that was made without a class may still draw it, and
     * then the model is right. Of the draws in the level set as they are, those of the relaxed posterior; the judge's own
     * errors are left in. The interval is that of as many independent draws as these are worth.
     *
     * @param findings of a search for confidence in the class
     * @param judge knows all classes of the data set
     * @param cls the class, as the judge numbers it
     */
    static Rate anotherClass(Findings findings, Classifier judge, int cls) {
        List<Sample> found = findings.inLevelSet();
        if (found.isEmpty()) {
            return Rate.unknown("nothing found");
        }
        long others = 0;
        for (int first = 0; first < found.size(); first += BATCH) {
            List<Sample> batch = found.subList(first, Math.min(found.size(), first + BATCH));
            Tensor logits = judge.logits(stacked(batch));
            for (int row = 0; row < batch.size(); row++) {
                others += favoured(logits.row(row)) == cls ? 0 : 1;
            }
        }
        double share = (double) others / found.size();
        long worth = Math.max(1, Math.round(Math.min(found.size(), Spread.effective(findings))));
        return ClopperPearson.of(Math.round(share * worth), worth, "draws in the level set");
    }

    private static Tensor stacked(List<Sample> samples) {
        List<Integer> shape = new ArrayList<>(List.of(samples.size()));
        Tensor model = samples.get(0).input();
        for (int extent : model.shape()) {
            shape.add(extent);
        }
        float[] values = new float[samples.size() * model.size()];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i).input().toArray(), 0, values, i * model.size(), model.size());
        }
        return Tensor.of(values, shape.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int favoured(Tensor logits) {
        int best = 0;
        for (int k = 1; k < logits.size(); k++) {
            best = logits.get(k) > logits.get(best) ? k : best;
        }
        return best;
    }
}
