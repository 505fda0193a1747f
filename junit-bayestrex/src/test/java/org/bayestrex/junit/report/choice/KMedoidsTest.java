/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class KMedoidsTest {

    private final KMedoids groups = new KMedoids();

    @Test
    void findPlantedKindsWithTheirSharesAndTheirMiddles() {
        // given: 6 around 0, 3 around 10, 1 at 20
        List<Tensor> all = numbers(-.2, -.1, 0, .1, .2, 0, 9.9, 10, 10.1, 20);
        // when
        List<Group<Tensor>> found = groups.of(all, Function.identity(), 8);
        // then
        assertThat(found).extracting(Group::share).containsExactly(.6, .3, .1);
        assertThat(found).extracting(group -> (double) group.typical().get(0)).containsExactly(0., 10., 20.);
    }

    @Test
    void oneStandsForAllThatAreEqual() {
        assertThat(groups.of(numbers(5, 5, 5, 5), Function.identity(), 8))
                .singleElement()
                .satisfies(group -> assertThat(group.share()).isEqualTo(1));
    }

    @Test
    void thereAreNoMoreThanAskedFor() {
        assertThat(groups.of(numbers(0, 10, 20, 30, 40), Function.identity(), 2))
                .hasSize(2);
    }

    private static List<Tensor> numbers(double... values) {
        List<Tensor> all = new ArrayList<>();
        for (double value : values) {
            all.add(Tensor.of(new float[] {(float) value}, 1));
        }
        return all;
    }
}
