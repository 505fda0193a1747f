/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    @Test
    void measuresTheLogDistanceInStandardErrorsOfBoth() {
        double error = 1.959963984540054;
        Rate one = new Rate(1, Math.exp(-.3 * error), Math.exp(.3 * error), .95, "one");
        Rate other = new Rate(Math.E, Math.exp(1 - .4 * error), Math.exp(1 + .4 * error), .95, "other");

        assertThat(Agreement.of(one, other).standardErrors()).isEqualTo(2, within(1e-9));
        assertThat(Agreement.of(other, one).standardErrors()).isEqualTo(2, within(1e-9));
        assertThat(Agreement.of(one, one).standardErrors()).isZero();
    }

    @Test
    void ofMoreComparisonsEachMustBeFartherApart() {
        Rate one = new Rate(1, Math.exp(-1.959963984540054), Math.exp(1.959963984540054), .95, "one");
        Agreement close = Agreement.of(one, Rate.known(Math.exp(3.2), "other"));
        Agreement far = Agreement.of(one, Rate.known(Math.exp(3.4), "other"));

        assertThat(close.holds()).isTrue();
        assertThat(far.holds()).isFalse();
        assertThat(far.holds(10)).isTrue();
        assertThat(far).hasToString(one + " and " + far.other() + " are 3.4 standard errors apart");
    }

    @Test
    void noEventContradictsARateThatWouldHaveShownSome() {
        Rate none = ClopperPearson.of(0, 10_000, "prior draws");

        assertThat(Agreement.of(none, ClopperPearson.of(100, 10_000, "others")).holds())
                .isFalse();
        assertThat(Agreement.of(none, ClopperPearson.of(2, 10_000, "others")).holds())
                .isTrue();
        assertThat(Agreement.of(Rate.known(.001, "exact"), none).standardErrors())
                .isEqualTo(3.91, within(.02)); // exp(-10) is one in 22,000
        assertThat(Agreement.of(none, none).holds()).isTrue();
    }

    @Test
    void whatIsNoEstimateContradictsNothing() {
        assertThat(Agreement.of(Rate.unknown("none"), Rate.known(.3, "exact")).holds())
                .isTrue();
        assertThat(Agreement.of(Rate.known(.3, "exact"), new Rate(.01, 0, 1, .95, "one island"))
                        .holds())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1000, .5", "4096, .01", "4096, .001", "16384, .0001"})
    void ratesThatAgreeAreSeldomThoughtAContradiction(int draws, double truth) {
        long alarms = LongStream.range(0, 10_000)
                .filter(seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    Rate one = ClopperPearson.of(binomial(draws, truth, random), draws, "draws");
                    Rate other = ClopperPearson.of(binomial(4 * draws, truth, random), 4L * draws, "draws");
                    return !Agreement.of(one, other).holds();
                })
                .count();

        assertThat(alarms).isLessThanOrEqualTo(15);
    }

    @Test
    void aRateThatIsHalfOfTheOtherIsFound() {
        Rate pilot = ClopperPearson.of(400, 4096, "draws");
        Rate biased = new Rate(.05, .045, .055, .95, "weighted draws");

        assertThat(Agreement.of(pilot, biased).holds()).isFalse();
    }

    @Test
    void misuseIsNamed() {
        Rate difference = new Rate(0, -.1, .1, .95, "difference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.of(difference, difference))
                .withMessageContaining("negative");
    }

    /** Normal where there are many events, else the waits between them. */
    private static long binomial(int trials, double chance, SplittableRandom random) {
        if (trials * chance > 200) {
            return Math.round(trials * chance + Math.sqrt(trials * chance * (1 - chance)) * random.nextGaussian());
        }
        long events = -1;
        for (double at = 0; at <= trials; events++) {
            at += Math.ceil(Math.log(1 - random.nextDouble()) / Math.log1p(-chance));
        }
        return events;
    }
}
