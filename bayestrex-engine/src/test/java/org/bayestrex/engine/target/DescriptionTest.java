/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Descriptions key random streams: changing one changes every draw of its target. */
class DescriptionTest {

    @Test
    void descriptionsStay() {
        assertThat(HighConfidence.of(4).describe()).isEqualTo("confident in 4");
        assertThat(HighConfidence.of(4).withConfidence(.7).describe()).isEqualTo("confidence 0.7 in 4");
        assertThat(Ambiguous.between(8, 9).describe()).isEqualTo("ambiguous 8 v 9");
        assertThat(Ambiguous.between(1, 4, 7).describe()).isEqualTo("ambiguous 1 v 4 v 7");
        assertThat(Ambiguous.uniform().describe()).isEqualTo("ambiguous between all classes");
        assertThat(Interpolated.between(8, 9).at(.4).describe()).isEqualTo("interpolated from 8 to 9 at 0.4");
    }

    @Test
    void theOrderOfClassesDoesNotMatter() {
        assertThat(Ambiguous.between(9, 8))
                .isEqualTo(Ambiguous.between(8, 9))
                .hasSameHashCodeAs(Ambiguous.between(8, 9));
    }

    @Test
    void onlyConfidenceClaimsAClass() {
        assertThat(HighConfidence.of(4).claimedClass()).isEqualTo(OptionalInt.of(4));
        assertThat(Ambiguous.between(8, 9).claimedClass()).isEmpty();
        assertThat(Interpolated.between(8, 9).claimedClass()).isEmpty();
    }
}
