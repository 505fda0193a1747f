/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The steps of {@link Interpolated}: invocations, replay, film strip, mistakes. */
class InterpolatedTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void oneInvocationForEachStepBothEndsIncluded() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(FiveSteps.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed())
                .containsExactly(
                        "interpolated from 0 to 1 at 0",
                        "interpolated from 0 to 1 at 0.25",
                        "interpolated from 0 to 1 at 0.5",
                        "interpolated from 0 to 1 at 0.75",
                        "interpolated from 0 to 1 at 1");
        assertThat(SEEN)
                .extracting(Findings::target)
                .containsExactly(
                        new org.bayestrex.engine.target.Interpolated(0, 1, 0),
                        new org.bayestrex.engine.target.Interpolated(0, 1, .25),
                        new org.bayestrex.engine.target.Interpolated(0, 1, .5),
                        new org.bayestrex.engine.target.Interpolated(0, 1, .75),
                        new org.bayestrex.engine.target.Interpolated(0, 1, 1));
    }

    static class FiveSteps extends OnThePlane {
        @Interpolated(from = 0, to = 1, steps = 5)
        void way(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void elevenStepsUnlessSaidOtherwiseNamedWithTheLabels() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Eleven.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed())
                .hasSize(11)
                .contains("interpolated from 2 (neither) to 0 (left) at 0.3")
                .doesNotHaveDuplicates();
    }

    static class Eleven {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier(List.of("left", "up", "neither")))
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK)
                .build();

        @Interpolated(from = 2, to = 0)
        void way(Findings findings) {}
    }

    @Test
    void aFailureCarriesTheLineThatRepeatsItsStepAlone() {
        // when
        List<Throwable> failures = Jupiter.run(Failing.class).failures();
        // then
        assertThat(failures).hasSize(3);
        assertThat(failures.get(1))
                .isInstanceOfSatisfying(
                        GateError.class,
                        error -> assertThat(error.replay())
                                .isEqualTo("mvn test -Dtest='InterpolatedTest$Failing#way' -Dbayestrex.seed=1 "
                                        + "-Dbayestrex.step=1 -Dsurefire.failIfNoSpecifiedTests=false"));
    }

    static class Failing extends OnThePlane {
        @Interpolated(from = 0, to = 1, steps = 3)
        void way(Findings findings) {
            BayesTrexAssertions.assertThat(findings).hasLevelSetMassBetween(.99, 1);
        }
    }

    @Test
    void oneStepCanBeRepeatedAlone() {
        // when
        Jupiter.Outcome outcome = Jupiter.with("bayestrex.step", "3").andRun(FiveSteps.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("interpolated from 0 to 1 at 0.75");
    }

    @Test
    void leavesOneFilmStripForAllSteps(@TempDir Path output) throws Exception {
        // when
        Jupiter.Outcome outcome = Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.output.dir", output.toString())
                .andRun(FiveSteps.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        Path folder = output.resolve("InterpolatedTest-FiveSteps");
        BufferedImage strip =
                ImageIO.read(folder.resolve("way").resolve("film-strip.png").toFile());
        assertThat(strip.getWidth()).isEqualTo(600);
        assertThat(folder.resolve("way-interpolated-from-0-to-1-at-0.25").resolve("report.html"))
                .content()
                .contains("So far 2 of 5 steps");
        assertThat(folder.resolve("way-interpolated-from-0-to-1-at-1").resolve("report.html"))
                .content()
                .contains("The way from 0 to 1")
                .doesNotContain("So far");
    }

    @Test
    void noWayFromAClassToItself() {
        assertThat(Jupiter.run(ToItself.class).failure())
                .isEqualTo("@Interpolated(from = 1, to = 1) on InterpolatedTest$ToItself#way: there is no way from a "
                        + "class to itself. Name two.");
    }

    static class ToItself extends OnThePlane {
        @Interpolated(from = 1, to = 1)
        void way(Findings findings) {}
    }

    @Test
    void noWayOfOneStep() {
        assertThat(Jupiter.run(OneStep.class).failure())
                .isEqualTo(
                        "@Interpolated(steps = 1) on InterpolatedTest$OneStep#way: both ends are steps, so there are 2 "
                                + "or more. Choose such a number, or leave steps out for 11.");
    }

    static class OneStep extends OnThePlane {
        @Interpolated(from = 0, to = 1, steps = 1)
        void way(Findings findings) {}
    }

    @Test
    void unknownClassAtTheStart() {
        assertThat(Jupiter.run(FromNowhere.class).failure())
                .isEqualTo(
                        "@Interpolated(from = -1) on InterpolatedTest$FromNowhere#way: linear has the classes 0 to 2. "
                                + "Choose one of them.");
    }

    static class FromNowhere extends OnThePlane {
        @Interpolated(from = -1, to = 1)
        void way(Findings findings) {}
    }

    @Test
    void unknownClassAtTheEnd() {
        assertThat(Jupiter.run(ToNowhere.class).failure()).startsWith("@Interpolated(to = 3) on");
    }

    static class ToNowhere extends OnThePlane {
        @Interpolated(from = 0, to = 3)
        void way(Findings findings) {}
    }

    @Test
    void stepToRepeatThatTheWayLacks() {
        assertThat(Jupiter.with("bayestrex.step", "5").andRun(FiveSteps.class).failure())
                .isEqualTo(
                        "Configuration parameter bayestrex.step = 5 for InterpolatedTest$FiveSteps#way: @Interpolated "
                                + "has the steps 0 to 4. Choose one of them.");
    }

    static class OnThePlane {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();
    }
}
