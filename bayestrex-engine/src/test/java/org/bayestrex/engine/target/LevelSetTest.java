/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which predictions count as found: everything within two sigmas of the goal. */
class LevelSetTest {

    private static final double SIGMA = .05;

    @ParameterizedTest
    @CsvSource({"1, true", ".91, true", ".89, false", ".5, false", "0, false"})
    void fullConfidenceIsOneSided(double confidence, boolean found) {
        double[] p = {1 - confidence, confidence};

        assertThat(HighConfidence.of(1).contains(p, SIGMA)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({".59, false", ".61, true", ".7, true", ".79, true", ".81, false", "1, false"})
    void anotherConfidenceIsTwoSided(double confidence, boolean found) {
        double[] p = {confidence, 1 - confidence};

        assertThat(HighConfidence.of(0).withConfidence(.7).contains(p, SIGMA)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        ".5, .5, true",
        ".59, .41, true",
        ".41, .41, true",
        ".61, .39, false",
        ".39, .5, false",
        ".45, .39, false"
    })
    void eachOfTwoAmbiguousClassesHasAboutOneHalf(double first, double second, boolean found) {
        double[] p = {first, 1 - first - second, second};

        assertThat(Ambiguous.between(0, 2).contains(p, SIGMA)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({".33, .33, .3, true", ".42, .28, .3, true", ".44, .26, .3, false", ".22, .4, .3, false"})
    void eachOfThreeAmbiguousClassesHasAboutOneThird(double first, double second, double third, boolean found) {
        double[] p = {first, second, third, 1 - first - second - third};

        assertThat(Ambiguous.between(0, 1, 2).contains(p, SIGMA)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({".25, .25, .25, true", ".34, .16, .25, true", ".36, .14, .25, false"})
    void eachOfAllClassesHasAnEqualShare(double first, double second, double third, boolean found) {
        double[] p = {first, second, third, 1 - first - second - third};

        assertThat(Ambiguous.uniform().contains(p, SIGMA)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({".7, .3, true", ".61, .39, true", ".59, .3, false", ".7, .19, false"})
    void anInterpolationHasItsTwoConfidences(double from, double to, boolean found) {
        double[] p = {to, 1 - from - to, from};

        assertThat(new Interpolated(2, 0, .3).contains(p, SIGMA)).isEqualTo(found);
    }
}
