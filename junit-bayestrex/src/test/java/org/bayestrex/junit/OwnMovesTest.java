/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A distribution with moves of its own, of which a half-plane is admitted, in tests and their reports. */
class OwnMovesTest {

    private record HalfPlane() implements DataDistribution {

        @Override
        public String name() {
            return "half-plane";
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
            return latent[0] + latent[1] > 0;
        }

        @Override
        public List<PriorMove> moves() {
            return List.of(new Redraw());
        }

        @Override
        public List<String> summaryNames() {
            return List.of("sum");
        }

        @Override
        public double[] summaries(double[] latent) {
            return new double[] {latent[0] + latent[1]};
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private record Redraw() implements PriorMove {

        @Override
        public String name() {
            return "redraw";
        }

        @Override
        public double[] propose(double[] latent, UniformRandomProvider random) {
            double[] proposed = latent.clone();
            proposed[random.nextInt(2)] =
                    ZigguratSampler.NormalizedGaussian.of(random).sample();
            return proposed;
        }
    }

    static class Redrawn {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(new HalfPlane())
                .without(cls -> new HalfPlane())
                .sampling(Plane.QUICK)
                .build();

        @Sampling(method = Method.OWN_MOVES, pilot = 1000)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            BayesTrexAssertions.assertThat(findings).isNotEmpty();
            assertThat(findings.samples())
                    .allSatisfy(sample ->
                            assertThat(sample.latent()[0] + sample.latent()[1]).isPositive());
        }
    }

    @Test
    void theReportShowsTheMovesAndNoLatentSpace(@TempDir Path output) {
        // when
        Jupiter.Outcome outcome = Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.output.dir", output.toString())
                .andRun(Redrawn.class);

        // then
        assertThat(outcome.failures()).isEmpty();
        Path folder = output.resolve("OwnMovesTest-Redrawn").resolve("search-confident-in-1");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("chains: redraw", "acceptance", "The chains")
                .doesNotContain("Where in latent space");
        assertThat(folder.resolve("traces.png")).exists();
        assertThat(folder.resolve("latent-space.png")).doesNotExist();
    }

    @Test
    void methodByConfigurationParameter() {
        Jupiter.Outcome outcome = Jupiter.with("bayestrex.method", "own-moves").andRun(ByParameter.class);

        assertThat(outcome.failures()).isEmpty();
    }

    static class ByParameter extends Redrawn {
        @Override
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            assertThat(findings.spec().sampling().method()).isEqualTo(Method.OWN_MOVES);
        }
    }

    @Test
    void aDistributionThatIsToldWhatItLacksStaysWhatItIs() {
        DataDistribution told = new ExcludingDistribution(new HalfPlane(), Set.of(1));

        assertThat(told.moves()).isEqualTo(new HalfPlane().moves());
        assertThat(told.admits(new double[] {-1, -1})).isFalse();
        assertThat(told.summaryNames()).containsExactly("sum");
        assertThat(told.summaries(new double[] {1, 2})).containsExactly(3);
        assertThat(Arrays.stream(DataDistribution.class.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers())))
                .allSatisfy(method -> assertThat(ExcludingDistribution.class.getDeclaredMethod(
                                method.getName(), method.getParameterTypes()))
                        .isNotNull());
    }
}
