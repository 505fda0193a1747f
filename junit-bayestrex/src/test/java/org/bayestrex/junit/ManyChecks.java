/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searches by the hundred: each method runs once for each of the ten classes. Some pass, some fail, some settle nothing. */
abstract class ManyChecks {

    static final Class<?>[] ALL = {First.class, Second.class, Third.class, Fourth.class, Fifth.class};

    /** Of all of them. */
    static final int TESTS = ALL.length * 4 * SlantedBars.CLASSES;

    @HighConfidence
    void isSeldomSure(Findings findings) {
        assertThat(findings).hasLevelSetMassBetween(0, .2);
    }

    @HighConfidence(confidence = .7)
    void isSeldomRatherSure(Findings findings) {
        assertThat(findings).hasLevelSetMassBetween(0, .05);
    }

    @HighConfidenceFailures
    void seldomSeesWhatIsNotThere(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.06);
    }

    @HighConfidence
    void isSure(Findings findings) {
        assertThat(findings).isNotEmpty();
    }

    static class First extends ManyChecks {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = SlantedBars.extension(1);
    }

    static class Second extends ManyChecks {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = SlantedBars.extension(2);
    }

    static class Third extends ManyChecks {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = SlantedBars.extension(3);
    }

    static class Fourth extends ManyChecks {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = SlantedBars.extension(4);
    }

    static class Fifth extends ManyChecks {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = SlantedBars.extension(5);
    }
}
