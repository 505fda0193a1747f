/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.docs;

import static org.assertj.core.api.Assertions.within;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Interpolated;

/** The page "interpolated", where it uses the target and the annotation of that name. */
final class DocumentedWay {

    private DocumentedWay() {}

    static class Page {
        @org.bayestrex.junit.Interpolated(from = 1, to = 7, steps = 5)
        void everyStepIsWhereItShouldBe(Findings findings) {
            var step = (Interpolated) findings.target();
            assertThat(findings).hasMeanConfidence(7, step.share(), within(.1));
        }
    }
}
