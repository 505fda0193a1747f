/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.sampler.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without strictness a batch is as large as there are points that wait; the answers are no less exact. */
class NotStrictTest {

    private static final HalfSpace TRUTH = new HalfSpace(3, 1, 1);

    /** Remembers the size of every batch. */
    private record Watched(LogOddsModel model, List<Integer> forwards, List<Integer> gradients)
            implements LatentClassifier {

        Watched() {
            this(TRUTH.model(), new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int latentSize() {
            return model.latentSize();
        }

        @Override
        public int classes() {
            return model.classes();
        }

        @Override
        public float[] logits(float[] latents, int rows) {
            forwards.add(rows);
            return model.logits(latents, rows);
        }

        @Override
        public boolean isDifferentiable() {
            return true;
        }

        @Override
        public float[] pullBack(float[] latents, int rows, Head head) {
            gradients.add(rows);
            return model.pullBack(latents, rows, head);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NUTS"})
    void theAnswersAreExact(Method method) {
        Sampling sampling = Sampling.of(method).withStrict(false);

        Findings findings = TRUTH.search(method == Method.NUTS ? sampling.withDraws(1000) : sampling);

        var first = findings.diagnostics().quantities().get(0);
        assertThat(first.mean()).isCloseTo(TRUTH.mean(), within(4 * first.mcse()));
        assertThat(findings.levelSetMass().lower()).isLessThan(TRUTH.mass());
        assertThat(findings.levelSetMass().upper()).isGreaterThan(TRUTH.mass());
        assertThat(findings.diagnostics().problems()).isEmpty();
    }

    @Test
    void theLastChainOfASearchIsServedAlone() {
        // given
        Watched watched = new Watched();
        Sampling sampling = Searches.small(Method.NUTS).withChains(3).withBatch(16);

        // when
        SteppedSearch.of(watched, TRUTH.target(), sampling.withStrict(false));

        // then: powers of two that hold three chains, one of which ends last
        assertThat(watched.gradients()).containsOnly(1, 2, 4).endsWith(1);
        assertThat(watched.forwards()).allMatch(rows -> Integer.bitCount(rows) == 1 && rows <= 128);
    }

    @Test
    void aStrictSearchAlwaysHasTheSameSizeOfBatch() {
        Watched watched = new Watched();
        Sampling sampling = Searches.small(Method.NUTS).withChains(3).withBatch(16);

        SteppedSearch.of(watched, TRUTH.target(), sampling);

        assertThat(watched.gradients()).containsOnly(16);
        assertThat(watched.forwards()).containsOnly(128);
    }
}
