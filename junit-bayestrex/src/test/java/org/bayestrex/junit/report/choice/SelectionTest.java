/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.junit.report.Bars;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void spreadsOverChainsAndConfidences() {
        // given
        Findings findings = Bars.uprightOnes().draws(8, 100).findings();
        // when
        Selection selection = Selection.of(findings, 24);
        // then
        List<Double> confidences = selection.samples().stream()
                .map(sample -> sample.confidences()[0])
                .toList();
        double lowest = findings.inLevelSet().stream()
                .mapToDouble(sample -> sample.confidences()[0])
                .min()
                .orElseThrow();
        assertThat(selection.inLevelSet()).isTrue();
        assertThat(selection.samples()).hasSize(24).allMatch(Sample::inLevelSet);
        assertThat(selection.available()).isEqualTo(findings.inLevelSet().size());
        assertThat(selection.samples().stream().map(Sample::chain).distinct()).hasSize(8);
        assertThat(confidences).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(confidences.get(23)).isLessThan(lowest + .05);
    }

    @Test
    void choosesTheSameEveryTime() {
        // given
        Findings once = Bars.uprightOnes().findings();
        Findings again = Bars.uprightOnes().findings();
        // when
        Stream<double[]> chosen = Selection.of(once, 9).samples().stream().map(Sample::latent);
        // then
        assertThat(chosen)
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(Selection.of(again, 9).samples().stream()
                        .map(Sample::latent)
                        .toList());
    }

    @Test
    void leavesOutWhatLooksTheSame() {
        // given
        List<Sample> samples = Selection.of(Bars.uprightOnes().findings(), 25).samples();
        // then
        for (Sample one : samples) {
            for (Sample other : samples) {
                double[] a = one.latent();
                double[] b = other.latent();
                assertThat(one == other || Math.hypot(a[0] - b[0], a[1] - b[1]) > .07)
                        .isTrue();
            }
        }
    }

    @Test
    void takesTheNearestWhereNothingWasFound() {
        // given
        Findings findings = Bars.uprightOnes().around(1.5).findings();
        // when
        Selection selection = Selection.of(findings, 9);
        // then
        double typical = findings.meanConfidence(0);
        assertThat(selection.inLevelSet()).isFalse();
        assertThat(selection.samples()).hasSize(9).allMatch(sample -> sample.confidences()[0] > typical);
        assertThat(selection.available()).isEqualTo(400);
    }

    @Test
    void managesWithFewOrNoDraws() {
        assertThat(Selection.of(Bars.uprightOnes().draws(0, 0).findings(), 25).samples())
                .isEmpty();
        assertThat(Selection.of(Bars.of(Ambiguous.uniform()).draws(1, 2).findings(), 25)
                        .samples())
                .hasSizeBetween(1, 2);
    }
}
