/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attribute, then configuration parameter, then builder, then the engine's default. */
class SamplingSettingsTest {

    private static final Queue<org.bayestrex.engine.search.Sampling> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void buildersSettingWhereNothingElseIsSaid() {
        Jupiter.run(Plain.class);

        assertThat(SEEN).containsExactly(Plane.QUICK);
    }

    @Test
    void configurationParameterBeforeTheBuilder() {
        Jupiter.with("bayestrex.seed", "5")
                .and("bayestrex.chains", "3")
                .and("bayestrex.warmup", "11")
                .and("bayestrex.draws", "12")
                .and("bayestrex.pilot", "123")
                .and("bayestrex.sigma", "0.1")
                .and("bayestrex.deadline", "PT1M")
                .and("bayestrex.method", "elliptical-slice")
                .andRun(Plain.class);

        assertThat(SEEN)
                .containsExactly(Plane.QUICK
                        .withSeed(5)
                        .withChains(3)
                        .withWarmup(11)
                        .withDraws(12)
                        .withPilot(123)
                        .withSigma(.1)
                        .withDeadline(Duration.ofMinutes(1))
                        .withMethod(Method.ELLIPTICAL_SLICE));
    }

    static class Plain {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            SEEN.add(findings.spec().sampling());
        }
    }

    @Test
    void attributeBeforeTheConfigurationParameter() {
        Jupiter.with("bayestrex.seed", "5").and("bayestrex.chains", "3").andRun(OnMethod.class);

        assertThat(SEEN)
                .containsExactly(
                        Plane.QUICK.withSeed(8).withPilot(321).withChains(3).withDeadline(Duration.ofSeconds(20)));
    }

    static class OnMethod extends Plain {
        @Override
        @Sampling(seed = 8, pilot = 321, deadlineSeconds = 20)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            super.search(findings);
        }
    }

    @Test
    void nearestAttributeEachByItself() {
        Jupiter.run(Outer.class);

        assertThat(SEEN).containsExactly(Plane.QUICK.withSeed(3).withDraws(22).withWarmup(31));
    }

    @Sampling(seed = 1, draws = 21, warmup = 31)
    static class Outer {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Nested
        @Sampling(seed = 2, draws = 22)
        class Inner {
            @HighConfidence(targetClass = 1)
            @Sampling(seed = 3)
            void search(Findings findings) {
                SEEN.add(findings.spec().sampling());
            }
        }
    }
}
