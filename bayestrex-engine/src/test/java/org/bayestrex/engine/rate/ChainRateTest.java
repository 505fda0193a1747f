/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChainRateTest {

    @Test
    void anEventThatNeverHappenedCountsEveryChainOnce() {
        Rate rate = ChainRate.of(new boolean[16][500], "draws");

        assertThat(rate.estimate()).isZero();
        assertThat(rate.upper()).isEqualTo(ClopperPearson.upper(0, 16, .025), within(1e-12));
        assertThat(rate.method()).isEqualTo("8,000 draws from 16 chains, worth 16 independent, Clopper-Pearson");
    }

    @Test
    void anEventThatAlwaysHappenedCountsEveryChainOnce() {
        Rate rate = ChainRate.of(filled(16, 500, true), "draws");

        assertThat(rate.estimate()).isOne();
        assertThat(rate.lower()).isEqualTo(ClopperPearson.lower(16, 16, .025), within(1e-12));
        assertThat(rate.upper()).isOne();
    }

    @Test
    void chainsThatShareAnAncestorCountOnce() {
        Rate rate = ChainRate.of(new boolean[16][500], 4, .95, "draws");

        assertThat(rate.upper()).isEqualTo(ClopperPearson.upper(0, 4, .025), within(1e-12));
    }

    @Test
    void chainsThatDisagreeAreWorthNoMoreThanTheirNumber() {
        boolean[][] events = new boolean[8][500];
        Arrays.fill(events[0], true);
        Arrays.fill(events[1], true);

        Rate rate = ChainRate.of(events, "draws");

        assertThat(rate.estimate()).isEqualTo(.25);
        assertThat(rate.upper()).isGreaterThan(ClopperPearson.upper(2, 8, .025));
        assertThat(rate.below(.5)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void independentDrawsAreWorthAboutTheirNumber() {
        boolean[][] events = Simulation.events(Simulation.chains(16, 500, 0, 1), .2);

        Rate rate = ChainRate.of(events, "draws");

        assertThat(rate.upper() - rate.lower())
                .isBetween(
                        0.0, 1.4 * (ClopperPearson.upper(1600, 8000, .025) - ClopperPearson.lower(1600, 8000, .025)));
    }

    @Test
    void drawsThatStickAreWorthLess() {
        boolean[][] quick = Simulation.events(Simulation.chains(16, 500, 0, 1), .2);
        boolean[][] sticky = Simulation.events(Simulation.chains(16, 500, .95, 1), .2);

        Rate ofQuick = ChainRate.of(quick, "draws");
        Rate ofSticky = ChainRate.of(sticky, "draws");

        assertThat(ofSticky.upper() - ofSticky.lower()).isGreaterThan(2 * (ofQuick.upper() - ofQuick.lower()));
    }

    @Test
    void aSingleEventIsNoBetterThanAHandful() {
        boolean[][] one = new boolean[16][500];
        one[3][100] = true;
        boolean[][] handful = new boolean[16][500];
        for (int c = 0; c < 12; c++) {
            handful[c][40 * c] = true;
        }

        double ofOne = ChainRate.of(one, "draws").upper();
        double ofHandful = ChainRate.of(handful, "draws").upper();

        assertThat(ofOne).isGreaterThan(ClopperPearson.upper(1, 8000, .025)).isGreaterThan(ofHandful);
        assertThat(ofHandful).isEqualTo(ClopperPearson.upper(12, 8000, .025), within(2e-3));
    }

    @Test
    void chainsAreCutToTheShortest() {
        boolean[][] events = Simulation.events(Simulation.chains(4, 300, .5, 1), .3);
        boolean[][] cut =
                Arrays.stream(events).map(chain -> Arrays.copyOf(chain, 200)).toArray(boolean[][]::new);
        events[2] = cut[2];

        assertThat(ChainRate.of(events, "draws")).isEqualTo(ChainRate.of(cut, "draws"));
    }

    @Test
    void veryShortChainsCountEveryChainOnce() {
        boolean[][] events = new boolean[20][2];
        for (int c = 0; c < 20; c += 2) {
            Arrays.fill(events[c], true);
        }

        Rate rate = ChainRate.of(events, "draws");

        assertThat(rate.upper()).isGreaterThanOrEqualTo(ClopperPearson.upper(10, 20, .025));
    }

    @Test
    void withoutDrawsNothingIsKnown() {
        assertThat(ChainRate.of(new boolean[4][0], "draws").isUnknown()).isTrue();
        assertThat(ChainRate.of(new boolean[0][], "draws").isUnknown()).isTrue();
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainRate.of(new boolean[4][10], 5, .95, "draws"))
                .withMessageContaining("Of 4 chains")
                .withMessageContaining("not 5");
        assertThatIllegalArgumentException().isThrownBy(() -> ChainRate.of(new boolean[4][10], 0, .95, "draws"));
    }

    private static boolean[][] filled(int chains, int draws, boolean value) {
        boolean[][] events = new boolean[chains][draws];
        Arrays.stream(events).forEach(chain -> Arrays.fill(chain, value));
        return events;
    }
}
