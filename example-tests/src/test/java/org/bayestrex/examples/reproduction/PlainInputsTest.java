/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.DataDistribution;
import org.junit.jupiter.api.Test;

class PlainInputsTest {

    @Test
    void drawsAreStandardNormalAndAsManyAsWereAskedFor() {
        List<Double> draws = draws(100_001, 7);

        assertThat(draws).hasSize(100_001);
        // then within five standard errors
        assertThat(draws.stream().mapToDouble(z -> z).average().orElseThrow()).isCloseTo(0, within(.016));
        assertThat(draws.stream().mapToDouble(z -> z * z).average().orElseThrow())
                .isCloseTo(1, within(.023));
    }

    @Test
    void aSeedGivesTheSameDrawsAgainAndAnotherOneOthers() {
        assertThat(draws(300, 7)).isEqualTo(draws(300, 7)).isNotEqualTo(draws(300, 8));
    }

    private static List<Double> draws(int count, long seed) {
        List<Double> draws = new ArrayList<>();
        try (DataDistribution numbers = TinySearch.numbers()) {
            PlainInputs.each(numbers, count, seed, (latents, inputs) -> {
                for (int row = 0; row < latents.length; row++) {
                    assertThat(inputs.get(row)).isEqualTo((float) latents[row][0]);
                    draws.add(latents[row][0]);
                }
            });
        }
        return draws;
    }
}
