/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.junit.report.ClassBoundary.Segment;
import org.bayestrex.junit.report.PrincipalPlane.Spot;
import org.junit.jupiter.api.Test;

/** Where draws are in latent space: the plane, the boundary, the shades and the picture of them. */
class LatentPictureTest {

    @Test
    void thePlaneIsTheOneInWhichPointsVaryMost() {
        // given: standard deviations 3 along (3, 0, 4) / 5, 1 along the second latent, none across
        Random random = new Random(7);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double along = 3 * random.nextGaussian();
            points.add(new double[] {.6 * along + 2, random.nextGaussian(), .8 * along});
        }
        // when
        PrincipalPlane plane = PrincipalPlane.of(points);
        // then
        assertThat(plane.firstShare()).isCloseTo(.9, within(.01));
        assertThat(plane.secondShare()).isCloseTo(.1, within(.01));
        Spot tip = plane.project(new double[] {.6, 0, .8});
        assertThat(tip.x()).isCloseTo(1, within(1e-3));
        assertThat(tip.y()).isCloseTo(0, within(.02));
        assertThat(plane.project(new double[3])).isEqualTo(new Spot(0, 0));
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
