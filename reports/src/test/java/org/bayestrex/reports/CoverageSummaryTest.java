/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageSummaryTest {

    private static final String HEADER =
            "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,LINE_MISSED,LINE_COVERED";

    @Test
    void addsUpTheClassesOfAModule() {
        assertThat(CoverageSummary.of(List.of(
                        HEADER,
                        "all/engine,p,A,0,0,1,3,10,30",
                        "all/engine,p,B,0,0,0,4,0,40",
                        "all/junit,q,C,0,0,0,0,1,0")))
                .containsExactly(
                        "Coverage of engine:           lines 87.5% (70 of 80), branches 87.5% (7 of 8)",
                        "Coverage of junit:            lines 0.0% (0 of 1), branches none");
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(CoverageSummary.of(List.of(HEADER))).isEmpty();
    }
}
