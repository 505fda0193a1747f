/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import java.util.List;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

/** What a gate error says. */
class GateErrorTest {

    @Test
    void saysWhatWasFoundAndWhatSpeaksAgainstIt() {
        GateError error = fails(Found.failures(), findings -> findings.hasFailureRateBelow(.05));

        assertThat(error.seed()).isEqualTo(1);
        assertThat(error.replay())
                .isEqualTo(
                        "Search.of(classifier, distribution).target(HighConfidence.of(1)).method(Method.ELLIPTICAL_SLICE)"
                                + ".chains(4).warmup(20).draws(50).pilot(400).seed(1).run()");
        assertThat(error.getMessage().lines())
                .containsExactly(
                        "The findings refute the claim: failure rate below 0.05",
                        "  search    confident in 1 in linear on points",
                        "  found     40 of 40 draws are in the level set",
                        "  measured  " + error.check().rate(),
                        "  claim     failure rate below 0.05",
                        "  verdict   FAIL, the evidence is against it",
                        "  draws     of chains, converged: R-hat 1.003, effective draws 450 in the bulk and 430 in the tails, 0 divergences",
                        "  seed      1",
                        "  repeat    " + error.replay());
    }

    @Test
    void saysWhatWouldSettleAnOpenClaim() {
        GateError error = settlesNothing(
                Found.failures().problem("R-hat is 1.3. Ask for more draws."),
                findings -> findings.hasWrongLabelConfidenceBelow(.99));

        assertThat(error)
                .hasMessageStartingWith("The findings do not settle the claim: confidence in wrong labels below 0.99")
                .hasMessageContaining("  advice    " + error.check().advice())
                .hasMessageContaining("not converged")
                .hasMessageContaining("R-hat is 1.3. Ask for more draws.");
    }

    @Test
    void beginsWithTheUsersWords() {
        GateError error =
                fails(Found.failures(), findings -> findings.as("release gate").hasFailureRateBelow(.05));
        GateError own = fails(
                Found.failures(),
                findings -> findings.withFailMessage("too often wrong").hasFailureRateBelow(.05));

        assertThat(error).hasMessageStartingWith("[release gate] The findings refute the claim");
        assertThat(own).hasMessageStartingWith("too often wrong").hasMessageContaining("  seed      1");
    }

    @Test
    void repeatsInJava() {
        assertThat(Replay.ofSearch(spec(HighConfidence.of(3).withConfidence(.7))))
                .startsWith("Search.of(classifier, distribution).target(HighConfidence.of(3).withConfidence(0.7))");
        assertThat(Replay.ofSearch(spec(Ambiguous.between(1, 2)))).contains(".target(Ambiguous.between(1, 2))");
        assertThat(Replay.ofSearch(spec(Ambiguous.uniform()))).contains(".target(Ambiguous.uniform())");
    }

    @Test
    void repeatsOneOfTheClassesInTurn() {
        assertThat(Replay.ofTest("DigitModelTest#seesNone", 7, java.util.Optional.of(new Turn(Settings.CLASS, 2))))
                .isEqualTo("mvn test -Dtest='DigitModelTest#seesNone' -Dbayestrex.seed=7 -Dbayestrex.class=2"
                        + " -Dsurefire.failIfNoSpecifiedTests=false");
    }

    @Test
    void softAssertionsCollectGateErrors() {
        BayesTrexSoftAssertions softly = new BayesTrexSoftAssertions();
        softly.assertThat(Found.failures().findings())
                .hasFailureRateBelow(.05)
                .hasConverged()
                .isEmpty();

        List<Throwable> collected = softly.errorsCollected();

        assertThat(collected).hasSize(2).allSatisfy(error -> assertThat(error).isInstanceOf(GateError.class));
    }

    private static SearchSpec spec(org.bayestrex.engine.target.Target target) {
        return new SearchSpec(Plane.classifier(), Plane.points(), target, Plane.QUICK);
    }
}
