/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final int WIDTH = 20;

    private final DataSet training = DataSet.of("training", noise(2000, 1), WIDTH);
    private final DataSet heldOut = DataSet.of("held-out", noise(500, 2), WIDTH);
    private final Neighbours neighbours = Neighbours.of(training, heldOut, 5);

    @Test
    void callsACopyMemorised() {
        // given
        float[] almost = training.values(17, 1);
        almost[3] += .01f;
        // when
        NeighbourReport report = neighbours.of(List.of(training.image(17), Tensor.of(almost, WIDTH)));
        // then
        assertThat(report.inputs())
                .extracting(Neighbourhood::likeness)
                .containsExactly(Likeness.MEMORISED, Likeness.MEMORISED);
        assertThat(report.inputs()).allSatisfy(input -> {
            assertThat(input.nearest().get(0).index()).isEqualTo(17);
            assertThat(input.nearerHeldOut().estimate()).isZero();
            assertThat(input.nearerHeldOut().upper()).isBetween(.001, .01);
        });
        assertThat(report.inputs().get(0).ratio()).isZero();
    }

    @Test
    void doesNotTakeASmoothInputForACopy() {
        // given: the mean of the data is nearer to all of it than any of it is
        Tensor mean = Tensor.of(new float[WIDTH], WIDTH);
        // when
        Neighbourhood found = neighbours.of(List.of(mean)).inputs().get(0);
        // then
        assertThat(found.nearerHeldOut().estimate()).isLessThan(.01);
        assertThat(found.likeness()).isEqualTo(Likeness.NEARER_THAN_DATA);
    }

    @Test
    void tellsDataFromWhatIsOffIt() {
        // given
        float[] far = new float[WIDTH];
        far[0] = 30;
        DataSet fresh = DataSet.of("fresh", noise(1000, 3), WIDTH);
        // when
        NeighbourReport off = neighbours.of(List.of(Tensor.of(far, WIDTH)));
        NeighbourReport like =
                neighbours.of(IntStream.range(0, 1000).mapToObj(fresh::image).toList());
        // then
        assertThat(off.counts()).containsOnlyKeys(Likeness.OFF_THE_DATA);
        assertThat(off.inputs().get(0).nearerHeldOut().estimate()).isEqualTo(1);
        assertThat(like.counts().get(Likeness.IN_DISTRIBUTION)).isGreaterThan(960);
        assertThat(like.inputs().stream()
                        .mapToDouble(input -> input.nearerHeldOut().estimate())
                        .average()
                        .orElseThrow())
                .as("quantiles of fresh data are uniform")
                .isCloseTo(.5, within(.05));
    }

    @Test
    void saysHowNearIsUsual() {
        // given: training images at 0 and 100, held-out ones 1 to 5 away
        DataSet points = DataSet.of("points", new float[] {0, 100}, 1);
        DataSet away = DataSet.of("away", new float[] {3, 1, 105, 2, 104}, 1);
        // when
        Neighbours line = Neighbours.of(points, away, 2);
        NeighbourReport report = line.of(List.of(Tensor.of(new float[] {3}, 1), Tensor.of(new float[] {96.5f}, 1)));
        // then
        assertThat(line.heldOutDistance(0)).isEqualTo(1);
        assertThat(line.heldOutDistance(.5)).isEqualTo(4);
        assertThat(line.heldOutDistance(1)).isEqualTo(5);
        assertThat(report.inputs().get(0).nearerHeldOut().estimate()).isEqualTo(.4);
        assertThat(report.inputs().get(1).nearerHeldOut().estimate()).isEqualTo(.6);
        assertThat(report.toJson()).contains("\"schemaVersion\": 1", "\"compared\": 5", "\"IN_DISTRIBUTION\"");
    }

    @Test
    void refusesTooFew() {
        assertThatThrownBy(() -> Neighbours.of(training, heldOut, 1)).hasMessageContaining("k is 1");
        assertThatThrownBy(() -> Neighbours.of(training, heldOut, 5, 501))
                .hasMessage("held-out has 500 images, not 501");
    }

    private static float[] noise(int images, long seed) {
        Random random = new Random(seed);
        float[] values = new float[images * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
