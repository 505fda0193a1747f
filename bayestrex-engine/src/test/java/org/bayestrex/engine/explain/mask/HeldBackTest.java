/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBackTest {

    @Test
    void aTenthIsHeldBackAndNeverMoreThanTheProbesAreJudgedWellEnoughBy() {
        assertThat(HeldBack.count(9)).isZero();
        assertThat(HeldBack.count(200)).isEqualTo(20);
        assertThat(HeldBack.count(100_000)).isEqualTo(512);
    }
}
