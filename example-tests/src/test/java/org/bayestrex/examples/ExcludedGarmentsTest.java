/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.examples.Garments.BAG;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.HighConfidenceFailures;
import org.bayestrex.junit.LabelledBy;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.Tag;

/** How often does the classifier see a garment that is not there? Each generator unlearned one. */
@Tag("slow")
@OnGarmentGan
class ExcludedGarmentsTest {

    /** Plain draws alone bound the rate from above. A bag that the generator draws all the same counts as a mistake. */
    @Sampling(method = Method.DIRECT, draws = 16)
    @HighConfidenceFailures(excludeClass = BAG)
    void seldomSeesABagWhereThereIsNone(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.01);
    }

    /** The judge says how often the generator draws what it unlearned, and the rate is corrected for it. */
    @Tag("long")
    @LabelledBy(judge = "models/fashion-judge.pt")
    @HighConfidenceFailures
    void seldomSeesAnyGarmentWhereThereIsNone(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.05);
    }
}
