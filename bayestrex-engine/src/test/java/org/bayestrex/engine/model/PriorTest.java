/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class PriorTest {

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);

    private record Half(Predicate<double[]> half) implements DataDistribution {

        @Override
        public String name() {
            return "half";
        }

        @Override
        public int latentSize() {
            return 2;
        }

        @Override
        public Tensor generate(Tensor latents) {
            return latents;
        }

        @Override
        public boolean admits(double[] latent) {
            return half.test(latent);
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @Test
    void drawsAreAdmitted() {
        Prior prior = Prior.of(new Half(z -> z[0] > 1));

        assertThat(prior.isRestricted()).isTrue();
        assertThat(prior.isStructured()).isTrue();
        for (int i = 0; i < 1000; i++) {
            assertThat(prior.draw(random)[0]).isGreaterThan(1);
        }
    }

    @Test
    void whatAdmitsEverythingDrawsAsBefore() {
        Prior prior = Prior.of(DataDistribution.of("plain", 2, UnaryOperator.identity()));

        assertThat(prior.isStructured()).isFalse();
        assertThat(prior.draw(RandomSource.XO_RO_SHI_RO_128_PP.create(3L)))
                .isEqualTo(Prior.standardNormal(2).draw(random));
    }

    @Test
    void floatsDecideNearABoundary() {
        // given: 1 + 1e-9 is 1 as a float
        Prior prior = Prior.of(new Half(z -> z[0] > 1));

        assertThat(prior.admits(new double[] {1 + 1e-9, 0})).isFalse();
        assertThat(prior.admits(new double[] {1 + 1e-3, 0})).isTrue();
    }

    @Test
    void nextToNothingAdmittedIsSaidOfTheDistributionThatIsToBlame() {
        Prior prior = Prior.of(new Half(z -> z[0] > 8));

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> prior.draw(random))
                .withMessageContaining("half admitted none of 100,000 draws")
                .withMessageContaining("below 3.0e-05");
    }

    @Test
    void pointsAtWhichModelsAreTriedAreAdmitted() {
        Prior prior = Prior.of(new Half(z -> z[0] > 1));
        double[] fine = {2, 0};

        List<double[]> points = prior.admitted(List.of(new double[2], fine));

        assertThat(points.get(0)[0]).isGreaterThan(1);
        assertThat(points.get(1)).isSameAs(fine);
    }
}
