/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    private static final Rate MASS = new Rate(.02, .01, .04, .975, "prior draws");
    private static final Rate SHARE = new Rate(.5, .25, .75, .975, "judge");

    @ParameterizedTest
    @CsvSource({".041, PASS", ".04, INCONCLUSIVE", ".02, INCONCLUSIVE", ".01, FAIL", ".001, FAIL"})
    void isBelowALimitOnlyWithItsWholeInterval(double limit, Verdict verdict) {
        assertThat(MASS.below(limit)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({".01, .04, PASS", ".02, .1, INCONCLUSIVE", ".05, .1, FAIL", "0, .005, FAIL"})
    void liesBetweenLimitsOnlyWithItsWholeInterval(double low, double high, Verdict verdict) {
        assertThat(MASS.between(low, high)).isEqualTo(verdict);
    }

    @Test
    void theErrorsOfTwoUncertainFactorsAddUp() {
        Rate product = MASS.times(SHARE);

        assertThat(product.estimate()).isEqualTo(.01);
        assertThat(product.lower()).isEqualTo(.0025);
        assertThat(product.upper()).isEqualTo(.03);
        assertThat(product.level()).isEqualTo(Rate.DEFAULT_LEVEL, within(1e-12));
    }

    @Test
    void aFactorOfOneByConstructionChangesNothing() {
        Rate product = MASS.times(Rate.known(1, "the class is excluded"));

        assertThat(product.estimate()).isEqualTo(MASS.estimate());
        assertThat(product.lower()).isEqualTo(MASS.lower());
        assertThat(product.upper()).isEqualTo(MASS.upper());
        assertThat(product.level()).isEqualTo(MASS.level(), within(1e-12));
        assertThat(product.method()).contains("prior draws").contains("the class is excluded");
    }

    @Test
    void anUnknownFactorLeavesAnUpperBound() {
        Rate product = MASS.times(Rate.unknown("no labels"));

        assertThat(product.estimate()).isNaN();
        assertThat(product.lower()).isZero();
        assertThat(product.upper()).isEqualTo(MASS.upper());
        assertThat(product.level()).isEqualTo(MASS.level(), within(1e-12));
        assertThat(product.below(.05)).isEqualTo(Verdict.PASS);
    }

    @Test
    void twoFactorsWithoutErrorHaveNone() {
        Rate product = Rate.known(.5, "a").times(Rate.known(.5, "b"));

        assertThat(product.isKnown()).isTrue();
        assertThat(product.estimate()).isEqualTo(.25);
        assertThat(product.level()).isEqualTo(Rate.DEFAULT_LEVEL);
    }

    @Test
    void whatIsUnknownDecidesNothing() {
        Rate unknown = Rate.unknown("no labels");

        assertThat(unknown.isUnknown()).isTrue();
        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.below(.99)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0012345, 0.00123",
        "0.0000012345, 0.00000123",
        "0.000000012345, 1.23E-8",
        "0.5, 0.5",
        "0.99999123456, 0.99999123",
        "1, 1",
        "17.25, 17.3",
        "-0.02, -0.02"
    })
    void isShownWithTheDigitsThatMatter(double value, String shown) {
        assertThat(Rate.shown(value)).isEqualTo(shown);
    }

    @Test
    void readsAsASentence() {
        assertThat(MASS).hasToString("0.02 [0.01, 0.04] (prior draws)");
        assertThat(Rate.known(1, "excluded")).hasToString("1 (excluded)");
        assertThat(Rate.unknown("no labels")).hasToString("within [0, 1] (no labels)");
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(.5, .6, .4, .95, "m"))
                .withMessageContaining("ordered");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(.5, Double.NaN, .6, .95, "m"))
                .withMessageContaining("ordered");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(.7, .4, .6, .95, "m"))
                .withMessageContaining("outside");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(.5, .4, .6, 95, "m"))
                .withMessageContaining("level");
        Rate difference = new Rate(.01, -.02, .04, .95, "difference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MASS.times(difference))
                .withMessageContaining("negative");
    }
}
