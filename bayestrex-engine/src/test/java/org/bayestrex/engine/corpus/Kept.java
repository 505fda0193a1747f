/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;

/** Findings of a model that is confident in class 0 on both sides, where |x| is large: two clusters at least. */
final class Kept {

    static final String TEST = "org.acme.ATest#search confident in 0";

    private Kept() {}

    /** Confident in class 0 where |x| > limit. */
    static Classifier classifier(double limit) {
        return TestModels.rows("sides", input -> new float[] {(float) (20 * (Math.abs(input[0]) - limit)), 0});
    }

    static Search search(long seed) {
        return search(seed, 1.5);
    }

    static Search search(long seed, double limit) {
        return Search.of(classifier(limit), TestModels.latents(1))
                .target(HighConfidence.of(0))
                .method(Method.DIRECT)
                .draws(100)
                .seed(seed);
    }

    /** Right on the right side. */
    static LabelOracle rightOnTheRight() {
        return LabelOracle.of(
                "side", specimen -> OptionalInt.of(specimen.input().get(0) > 0 ? 0 : 1));
    }

    static List<CorpusFinding> keep(Corpus corpus, String test, Findings findings, int most) {
        byte[] picture = new byte[20_000];
        return corpus.keep(test, findings, most, Replayed::at, input -> Optional.of(picture));
    }
}
