/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {

    @ParameterizedTest
    @CsvSource({
        "0,    4096, 0,                    9.0019991220981e-4",
        "3,    4096, 1.51068474967228e-4,  2.13894108738186e-3",
        "25,   4096, 3.95365306477058e-3,  8.99689321280224e-3",
        "139,  4096, 2.86031314865024e-2,  3.99453741794807e-2",
        "50,   100,  3.98321129503301e-1,  6.01678870496699e-1",
        "4096, 4096, 9.9909980008779e-1,   1",
        "2,    1e9,  2.42209278635737e-10, 7.22468770782508e-09",
        "1.5, 20.25, 5.38108469682341e-3,  2.80771183462545e-1"
    })
    void agreesWithQuantilesOfTheBetaDistribution(double events, double trials, double lower, double upper) {
        // SciPy 1.x, beta.ppf
        assertThat(ClopperPearson.lower(events, trials, .025)).isCloseTo(lower, withinPercentage(1e-6));
        assertThat(ClopperPearson.upper(events, trials, .025)).isCloseTo(upper, withinPercentage(1e-6));
    }

    @Test
    void givesARateWithItsEvidence() {
        Rate rate = ClopperPearson.of(3, 4096, "prior draws");

        assertThat(rate.estimate()).isEqualTo(3 / 4096.0);
        assertThat(rate.lower()).isEqualTo(1.51068474967228e-4, within(1e-14));
        assertThat(rate.level()).isEqualTo(.95);
        assertThat(rate.method()).isEqualTo("3 of 4,096 prior draws, Clopper-Pearson");
    }

    @Test
    void aHigherLevelIsWider() {
        Rate wide = ClopperPearson.of(3, 4096, Rate.FACTOR_LEVEL, "prior draws");

        assertThat(wide.upper()).isGreaterThan(ClopperPearson.upper(3, 4096, .025));
        assertThat(wide.level()).isEqualTo(.975);
    }

    @Test
    void nothingTriedIsNothingKnown() {
        assertThat(ClopperPearson.of(0, 0, "prior draws").isUnknown()).isTrue();
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.of(5, 4, "draws"))
                .withMessageContaining("5.0 of 4.0");
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.of(1, 0, "draws"));
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.of(-1, 10, "draws"));
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.upper(Double.NaN, 10, .05));
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.upper(1, 10, 95));
    }
}
