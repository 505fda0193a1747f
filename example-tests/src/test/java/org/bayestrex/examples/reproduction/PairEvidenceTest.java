/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Ambiguous;
import org.junit.jupiter.api.Test;

class PairEvidenceTest {

    private static final Card NUMBERED = new Card(List.of(), List.of(), 0);
    private static final double SIGMA = .05;

    @Test
    void aTallyCountsTheLevelSetAndKeepsTheLikeliestInput() {
        // given draws of which the second and third leave both classes between .4 and .6
        PairTally tally = new PairTally(0, 1, SIGMA);
        Tensor inputs = Tensor.of(new float[] {10, 20, 30}, 3, 1);
        double[][] latents = {{0}, {1}, {.5}};
        float[][] logits = {{3, 0}, {.1f, 0}, {.1f, 0}};

        // when they are seen
        for (int row = 0; row < latents.length; row++) {
            Answer answer = new Answer(logits[row], null);
            tally.see(latents[row], answer, PairTally.confidences(answer), inputs, row);
        }

        // then of two that fit alike the one nearer to the middle of the prior is kept
        assertThat(tally.hits()).isEqualTo(2);
        assertThat(tally.typical()).contains(Tensor.of(new float[] {30}, 1));
    }

    @Test
    void whatWasNeverMetHasAnUpperBoundAndNoMore() {
        PairEvidence evidence = evidence(new PairTally(0, 1, SIGMA), 1000, Optional.empty());

        assertThat(evidence.isFound()).isFalse();
        assertThat(evidence.row(NUMBERED)).containsExactly("0 v 1", "not found", "0", "at most 0.00368", "");
    }

    @Test
    void aSearchSpeaksWherePlainDrawsSawNothing() {
        Findings findings = TinySearch.of(Ambiguous.between(0, 1));
        PairEvidence evidence = evidence(new PairTally(0, 1, SIGMA), 10, Optional.of(findings));

        assertThat(evidence.isFoundBySearchAlone()).isTrue();
        // then P(|z| < ln 1.5 / 2) for p = logistic(2 z)
        assertThat(evidence.mass().estimate()).isCloseTo(.1607, within(.03));
        assertThat(evidence.isContradicted()).isFalse();
        assertThat(evidence.largestMass()).isEqualTo(evidence.mass().upper()).isLessThan(.25);
    }

    @Test
    void aSearchThatPlainDrawsRuleOutIsContradicted() {
        Findings findings = TinySearch.of(Ambiguous.between(0, 1));

        assertThat(evidence(new PairTally(0, 1, SIGMA), 10_000, Optional.of(findings))
                        .isContradicted())
                .isTrue();
    }

    private static PairEvidence evidence(PairTally tally, int draws, Optional<Findings> search) {
        return PairEvidence.of(tally, draws, search);
    }
}
