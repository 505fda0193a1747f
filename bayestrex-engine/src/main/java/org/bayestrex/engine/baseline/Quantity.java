/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/** What of a release is compared. */
public enum Quantity {
    /** {@link Findings#failureRate()}. */
    FAILURE_RATE("failure rate"),
    /** {@link Findings#levelSetMass()}. */
    LEVEL_SET_MASS("level-set mass"),
    /** {@link Findings#wrongLabelConfidence()}. */
    WRONG_LABEL_CONFIDENCE("confidence in wrong labels");

    private final String title;

    Quantity(String title) {
        this.title = title;
    }

    /** How it is called in messages and reports. */
    public String title() {
        return title;
    }

    Rate of(Findings findings) {
        return switch (this) {
            case FAILURE_RATE -> findings.failureRate();
            case LEVEL_SET_MASS -> findings.levelSetMass();
            case WRONG_LABEL_CONFIDENCE -> findings.wrongLabelConfidence();
        };
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
