/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.bayestrex.engine.rate.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "0.00012|0.00012",
                "0.000123456|0.000123",
                "12.345|12.3",
                "-0.5|-0.5",
                "999.6|1000",
                "4096|4,100",
                "1234567|1,230,000",
                "1.23456e-9|1.2e-09",
                "NaN|unknown",
                "Infinity|∞",
            })
    void keepsThreeDigitsWithoutAnExponent(double value, String expected) {
        assertThat(Numbers.digits(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 %",
                "1|100 %",
                "0.00012|0.012 %",
                "0.5|50 %",
                "0.99812|99.8 %",
                "0.99998|99.998 %",
                "0.99999999|>99.9999 %",
                "0.000000001|<0.000001 %",
                "NaN|unknown",
                "-Infinity|-∞",
            })
    void neverRoundsAPercentageToCertainty(double share, String expected) {
        assertThat(Numbers.percent(share)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.998|99.8 %",
                "0.99999|>99.9 %",
                "1|100 %",
                "0.0001|<0.1 %",
                "0|0.0 %",
                "NaN|unknown",
            })
    void keepsOneDecimalInCaptions(double share, String expected) {
        assertThat(Numbers.shortPercent(share)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.00012|1 in 8,300", "0.02|1 in 50", "0.42|42 in 100", "0|none", "NaN|unknown"})
    void saysOneIn(double share, String expected) {
        assertThat(Numbers.oneIn(share)).isEqualTo(expected);
    }

    @Test
    void saysWhatIsKnownOfARate() {
        assertThat(Numbers.rate(rate(.00012, .00009, .00016))).isEqualTo("0.012 % (95 % interval 0.009 % to 0.016 %)");
        assertThat(Numbers.rate(rate(Double.NaN, 0, 1))).isEqualTo("unknown");
        assertThat(Numbers.rate(rate(Double.NaN, 0, .0007))).isEqualTo("at most 0.07 % (with 95 % confidence)");
        assertThat(Numbers.rate(rate(Double.NaN, .2, .4))).isEqualTo("between 20 % and 40 % (with 95 % confidence)");
        assertThat(Numbers.rate(rate(1, 1, 1))).isEqualTo("100 %");
        assertThat(Numbers.rate(rate(4000, 4000, 4000))).isEqualTo("4,000");
    }

    @Test
    void saysHowOften() {
        assertThat(Numbers.frequency(rate(.00012, .00009, .00016))).isEqualTo("1 in 8,300");
        assertThat(Numbers.frequency(rate(Double.NaN, 0, .0007))).isEqualTo("at most 1 in 1,400");
        assertThat(Numbers.frequency(rate(0, 0, .0007))).isEqualTo("at most 1 in 1,400");
        assertThat(Numbers.frequency(rate(0, 0, 0))).isEqualTo("none");
        assertThat(Numbers.frequency(rate(Double.NaN, 0, 1))).isEqualTo("unknown");
    }

    @Test
    void saysHowLong() {
        assertThat(Numbers.time(Duration.ofMillis(83_400))).isEqualTo("83.4 s");
        assertThat(Numbers.time(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
    }

    @Test
    void readsTheSameInEveryCountry() {
        // given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            // when
            String text = Numbers.percent(.1234) + " " + Numbers.shortPercent(.1234) + " " + Numbers.count(4096);
            // then
            assertThat(text).isEqualTo("12.3 % 12.3 % 4,096");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Rate rate(double estimate, double lower, double upper) {
        return new Rate(estimate, lower, upper, .95, "");
    }
}
