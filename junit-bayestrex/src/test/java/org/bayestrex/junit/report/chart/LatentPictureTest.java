/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.FindingsFixture;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.junit.report.Bars;
import org.bayestrex.junit.report.chart.ClassBoundary.Segment;
import org.bayestrex.junit.report.chart.SeparatingPlane.Spot;
import org.bayestrex.junit.report.choice.Medoid;
import org.bayestrex.junit.report.picture.Palette;
import org.junit.jupiter.api.Test;

/** Where draws are in latent space: the plane, the boundary, the shades and the picture of them. */
class LatentPictureTest {

    /** Points whose coordinates are independent. */
    private static List<double[]> points(int count, double[] means, double[] spreads) {
        Random random = new Random(7);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] point = new double[means.length];
            for (int j = 0; j < point.length; j++) {
                point[j] = means[j] + spreads[j] * random.nextGaussian();
            }
            points.add(point);
        }
        return points;
    }

    @Test
    void theFirstAxisIsWhereTheMeanStandsApartAndTheSecondWhereTheSpreadDoes() {
        // given: the widest direction, which principal components would show first, is most like the prior
        List<double[]> points = points(20_000, new double[] {0, -2, 0}, new double[] {1.5, .5, .3});
        // when
        SeparatingPlane plane = SeparatingPlane.of(points);
        // then: turned so that the mean is positive
        assertThat(plane.first().unit().get(1)).isCloseTo(-1, within(.01));
        assertThat(plane.first().mean()).isCloseTo(2, within(.02));
        assertThat(plane.first().spread()).isCloseTo(.5, within(.01));
        assertThat(Math.abs(plane.second().unit().get(2))).isCloseTo(1, within(.01));
        assertThat(plane.second().spread()).isCloseTo(.3, within(.01));
        Spot tip = plane.project(new double[] {0, -1, 0});
        assertThat(tip.x()).isCloseTo(1, within(.01));
        assertThat(tip.y()).isCloseTo(0, within(.02));
        assertThat(plane.project(new double[3])).isEqualTo(new Spot(0, 0));
    }

    @Test
    void theFirstAxisWeighsAShiftByTheSpread() {
        // given: equal shifts; the mean covariance of points and prior is diag(5, .505)
        List<double[]> points = points(200_000, new double[] {1, 1}, new double[] {3, .1});
        // when
        SeparatingPlane.Axis first = SeparatingPlane.of(points).first();
        // then: along (1 / 5, 1 / .505)
        double norm = Math.hypot(1 / 5.0, 1 / .505);
        assertThat(first.unit().get(0)).isCloseTo(1 / 5.0 / norm, within(.003));
        assertThat(first.unit().get(1)).isCloseTo(1 / .505 / norm, within(.003));
    }

    @Test
    void withoutAShiftBothAxesAreWhereTheSpreadStandsApart() {
        // given: as a ratio .2 is farther from 1 than 2 is
        List<double[]> points = points(20_000, new double[3], new double[] {2, 1, .2});
        // when
        SeparatingPlane plane = SeparatingPlane.of(points);
        // then
        assertThat(plane.first().spread()).isCloseTo(.2, within(.01));
        assertThat(plane.second().spread()).isCloseTo(2, within(.03));
    }

    @Test
    void fewDrawsInManyDimensionsAreNotTakenForThin() {
        // given: draws of the prior itself, of which 40 in 60 dimensions are flat along some direction
        List<double[]> points = points(
                40, new double[60], IntStream.range(0, 60).mapToDouble(i -> 1).toArray());
        // then
        assertThat(SeparatingPlane.of(points).first().spread()).isGreaterThan(.5);
        assertThat(SeparatingPlane.of(points).second().spread()).isGreaterThan(.5);
    }

    @Test
    void theBoundaryOfAClassIsWhereHalfOfTheInputsAreOfIt() {
        // given: draws from the prior, of the class to the right of .5
        Random random = new Random(11);
        List<Spot> inside = new ArrayList<>();
        List<Spot> outside = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            Spot spot = new Spot(random.nextGaussian(), random.nextGaussian());
            (spot.x() > .5 ? inside : outside).add(spot);
        }
        // when
        List<Segment> boundary = new ClassBoundary(inside, outside).segments(1.5);
        // then: a line from below to above, and nothing beside it
        assertThat(boundary)
                .isNotEmpty()
                .allSatisfy(segment -> assertThat(segment.from().x()).isCloseTo(.5, within(.15)));
        assertThat(boundary).anyMatch(segment -> segment.from().y() < -1.3);
        assertThat(boundary).anyMatch(segment -> segment.from().y() > 1.3);
    }

    @Test
    void aClassThatNowhereHasHalfHasNoBoundary() {
        Random random = new Random(12);
        List<Spot> spots = IntStream.range(0, 500)
                .mapToObj(i -> new Spot(random.nextGaussian(), random.nextGaussian()))
                .toList();

        assertThat(new ClassBoundary(List.of(), spots).segments(3)).isEmpty();
        assertThat(new ClassBoundary(spots, List.of()).segments(3)).isEmpty();
        assertThat(new ClassBoundary(spots, List.of()).share(9, 9))
                .as("where nothing is")
                .isNaN();
    }

    @Test
    void shadesDivideTheRangeEvenly() {
        // given
        double[] confidences =
                IntStream.rangeClosed(0, 1000).mapToDouble(i -> .5 + i / 2000.0).toArray();
        // when
        Shades shades = Shades.of(confidences);
        // then
        assertThat(shades.edges()).hasSize(4);
        assertThat(shades.edges().get(0)).isCloseTo(.606, within(1e-9));
        assertThat(shades.of(.5)).isZero();
        assertThat(shades.of(.75)).isEqualTo(2);
        assertThat(shades.of(1)).isEqualTo(4);
        assertThat(shades.name(0)).isEqualTo("below 60.6 %");
        assertThat(shades.name(4)).isEqualTo("from 89.4 %");
        assertThat(Shades.of(new double[] {.99, .9901, .99}).count()).isEqualTo(1);
    }

    @Test
    void medoidIsTheDrawInTheMiddle() {
        // given
        Findings findings = Bars.uprightOnes().findings();
        // when
        double[] middle = Medoid.of(findings.samples()).latent();
        // then: the chains are around the origin, with standard deviations .25 and 1.15
        assertThat(Math.abs(middle[0])).isLessThan(.2);
        assertThat(Math.abs(middle[1])).isLessThan(.6);
    }

    @Test
    void confidencesThatAreAllHighAreAllDark() {
        // when
        BufferedImage picture = LatentPicture.of(Bars.uprightOnes().findings()).orElseThrow();
        // then
        assertThat(picture.getWidth()).isEqualTo(600);
        assertThat(Palette.SHADES.stream().filter(shade -> count(picture, shade.getRGB()) > 0))
                .containsExactly(Palette.SHADES.get(4));
    }

    @Test
    void theHigherTheConfidenceTheDarkerTheDraw() {
        // given: along the first latent, confidence and place go up together
        Findings bars = Bars.uprightOnes().findings();
        Random random = new Random(3);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double rising = i / 299.0;
            double[] latent = {.5 + 2 * rising, random.nextGaussian()};
            double[] confidences = {.9 + .09 * rising, .05 - .045 * rising, .05 - .045 * rising};
            samples.add(FindingsFixture.sample(latent, Bars.bar(latent), confidences, 0, i, true, 0));
        }
        Findings findings = FindingsFixture.findings(
                bars.spec(), samples, bars.diagnostics(), Bars.RARE, Bars.UNKNOWN, Bars.UNKNOWN);
        // when
        BufferedImage picture = LatentPicture.of(findings).orElseThrow();
        // then
        assertThat(Palette.SHADES.stream().map(shade -> meanColumn(picture, shade.getRGB())))
                .doesNotContain(Double.NaN)
                .isSorted();
    }

    /** Where a colour is, left of the legend. */
    private static double meanColumn(BufferedImage picture, int rgb) {
        int width = 380;
        return IntStream.range(0, width * picture.getHeight())
                .filter(i -> picture.getRGB(i % width, i / width) == rgb)
                .map(i -> i % width)
                .average()
                .orElse(Double.NaN);
    }

    @Test
    void ofTwoClassesPriorDrawsOfBothAreMarked() {
        assertThat(LatentPicture.caption(Bars.of(Ambiguous.between(0, 1)).findings()))
                .contains("Blue rings: those of them that are taken for upright, orange squares: for flat");
        assertThat(LatentPicture.caption(Bars.uprightOnes().findings())).doesNotContain("squares");
    }

    @Test
    void sayWhichConfidenceIsShown() {
        assertThat(LatentPicture.caption(Bars.uprightOnes().findings())).contains("confidence in upright");
        assertThat(LatentPicture.caption(Bars.of(Ambiguous.uniform()).findings()))
                .contains("confidence in the predicted class")
                .doesNotContain("rings");
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(LatentPicture.of(Bars.uprightOnes().draws(0, 0).findings())).isEmpty();
    }

    private static long count(BufferedImage picture, int rgb) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) == rgb)
                .count();
    }
}
