/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.List;
import java.util.function.Function;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/** What of a release is compared. */
public enum Quantity {
    /** {@link Findings#failureRate()}. */
    FAILURE_RATE("failure rate", Findings::failureRate),
    /** {@link Findings#levelSetMass()}. */
    LEVEL_SET_MASS("level-set mass", Findings::levelSetMass),
    /** {@link Findings#wrongLabelConfidence()}. */
    WRONG_LABEL_CONFIDENCE("confidence in wrong labels", Findings::wrongLabelConfidence);

    private final String title;
    private final Function<Findings, Rate> rate;

    Quantity(String title, Function<Findings, Rate> rate) {
        this.title = title;
        this.rate = rate;
    }

    /** How it is called in messages and reports. */
    public String title() {
        return title;
    }

    Rate of(Findings findings) {
        return rate.apply(findings);
    }

    /** What speaks against it: a mean over draws needs draws that can be trusted, a mass only samplers that agree. */
    List<String> problems(Rate wrongLabelShare, List<String> ofDraws, List<String> ofMass) {
        boolean shareIsMeasured = !wrongLabelShare.isKnown() && !wrongLabelShare.isUnknown();
        return switch (this) {
            case FAILURE_RATE -> shareIsMeasured ? ofDraws : ofMass;
            case LEVEL_SET_MASS -> ofMass;
            case WRONG_LABEL_CONFIDENCE -> ofDraws;
        };
    }
}
