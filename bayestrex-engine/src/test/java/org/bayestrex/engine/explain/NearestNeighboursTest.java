/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

    /** Neither a whole number of blocks of images nor of strides of values. */
    private static final int SIZE = 601;

    private static final int WIDTH = 7;

    private final DataSet set = DataSet.of("noise", noise(SIZE * WIDTH, 1), WIDTH);

    @Test
    void findsWhatSortingAllDistancesFinds() {
        // given
        DataSet queries = DataSet.of("queries", noise(5 * WIDTH, 2), WIDTH);
        List<Tensor> inputs = IntStream.range(0, 5).mapToObj(queries::image).toList();
        // when
        List<List<Neighbour>> found = new NearestNeighbours(set).of(inputs, 4);
        // then
        for (int q = 0; q < 5; q++) {
            Tensor input = inputs.get(q);
            List<Integer> expected = IntStream.range(0, SIZE)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> distance(input, set.image(i))))
                    .limit(4)
                    .toList();
            assertThat(found.get(q)).extracting(Neighbour::index).isEqualTo(expected);
            assertThat(found.get(q))
                    .allSatisfy(neighbour -> assertThat(neighbour.distance())
                            .isCloseTo(distance(input, set.image(neighbour.index())), within(1e-6)));
        }
    }

    @Test
    void givesACopyTheDistanceZero() {
        // when
        List<List<Neighbour>> found = new NearestNeighbours(set).of(List.of(set.image(SIZE - 1), set.image(0)), 1);
        // then
        assertThat(found).containsExactly(List.of(new Neighbour(SIZE - 1, 0)), List.of(new Neighbour(0, 0)));
    }

    @Test
    void keepsTheFirstOfEqualOnes() {
        // given
        DataSet line = DataSet.of("line", new float[] {3, 1, -1, 1, 2}, 1);
        // when
        List<List<Neighbour>> found = new NearestNeighbours(line).of(List.of(Tensor.of(new float[] {0}, 1)), 4);
        // then
        assertThat(found.get(0))
                .containsExactly(new Neighbour(1, 1), new Neighbour(2, 1), new Neighbour(3, 1), new Neighbour(4, 2));
    }

    @Test
    void refusesWhatCannotBeCompared() {
        NearestNeighbours search = new NearestNeighbours(set);
        Tensor nan = Tensor.of(new float[] {0, 0, Float.NaN, 0, 0, 0, 0}, WIDTH);
        Tensor flat = Tensor.of(new float[WIDTH], WIDTH);

        assertThatThrownBy(() -> search.of(List.of(flat, Tensor.of(new float[7], 1, 7)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Input 1 has the shape [1, 7], but the images of noise have [7]");
        assertThatThrownBy(() -> search.of(List.of(nan), 1)).hasMessageContaining("Input 0 holds NaN");
        assertThatThrownBy(() -> search.of(List.of(flat), SIZE + 1)).hasMessageContaining("it has no 602 nearest");
    }

    private static double distance(Tensor one, Tensor other) {
        double sum = 0;
        for (int p = 0; p < WIDTH; p++) {
            double difference = one.get(p) - other.get(p);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static float[] noise(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
