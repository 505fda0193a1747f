/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MoveJumpsTest {

    private static final double[] HERE = {0, 0};

    @Test
    void movesAreAlikeBeforeAnythingWasTaken() {
        MoveJumps jumps = new MoveJumps(4);
        jumps.rejected(1);
        jumps.refused(2);

        assertThat(jumps.shares()).containsExactly(.25, .25, .25, .25);
    }

    @Test
    void whereEachMoveHasALatentOfItsOwnTheScaleOfTheJumpsDoesNotCount() {
        MoveJumps jumps = new MoveJumps(2);
        jumps.accepted(0, HERE, new double[] {10, 0});
        jumps.accepted(1, HERE, new double[] {0, .1});

        assertThat(jumps.shares()).containsExactly(new double[] {.5, .5}, within(1e-9));
    }

    @Test
    void ofTwoMovesOfTheSameLatentTheOneThatGetsFartherForItsCostIsMade() {
        // given: the same jump, but one of them is mostly evaluated in vain
        MoveJumps jumps = new MoveJumps(2);
        jumps.accepted(0, HERE, new double[] {1, 0});
        jumps.accepted(1, HERE, new double[] {1, 0});
        jumps.rejected(1);
        jumps.rejected(1);

        // then: a tenth stays with the other one
        assertThat(jumps.shares()).containsExactly(new double[] {.9, .1}, within(1e-6));
    }

    @Test
    void refusedProposalsAreCheapSoMoreOfThemAreMade() {
        // given: moves of two latents, one of them refused nine times in ten
        MoveJumps jumps = new MoveJumps(2);
        jumps.accepted(0, HERE, new double[] {1, 0});
        jumps.accepted(1, HERE, new double[] {0, 1});
        for (int i = 0; i < 9; i++) {
            jumps.refused(1);
        }

        // then: half of the cost each, so 1 : 10 / 1.9 of the proposals
        double share = 1 / (1 + 10 / 1.9);
        assertThat(jumps.shares()).containsExactly(new double[] {.8 * share + .1, .8 * (1 - share) + .1}, within(1e-6));
    }

    @Test
    void whatTwoChainsMetIsAddedUp() {
        MoveJumps one = new MoveJumps(2);
        one.accepted(0, HERE, new double[] {1, 0});
        one.rejected(1);
        MoveJumps other = new MoveJumps(2);
        other.accepted(1, HERE, new double[] {1, 0});
        MoveJumps both = new MoveJumps(2);

        both.addAll(one);
        both.addAll(other);

        assertThat(both.shares()).containsExactly(new double[] {.9, .1}, within(1e-4));
        assertThat(one.shares()).containsExactly(new double[] {.9, .1}, within(1e-9));
    }
}
