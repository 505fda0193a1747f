/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColourScaleTest {

    @Test
    void itHasThePublishedColoursAtItsEndsAndInTheMiddle() {
        assertThat(ColourScale.colour(-1)).isEqualTo(new Color(0x053061));
        assertThat(ColourScale.colour(0)).isEqualTo(new Color(0xF7F7F7));
        assertThat(ColourScale.colour(.6)).isEqualTo(new Color(0xD6604D));
        assertThat(ColourScale.colour(1)).isEqualTo(new Color(0x67001F));
        assertThat(ColourScale.colour(7)).isEqualTo(ColourScale.colour(1));
        assertThat(ColourScale.colour(Double.NEGATIVE_INFINITY)).isEqualTo(ColourScale.colour(-1));
    }

    @Test
    void itGetsDarkerAwayFromZeroOnBothSidesAlike() {
        for (double value = .05; value <= 1; value += .05) {
            assertThat(luminance(value)).isLessThan(luminance(value - .05));
            assertThat(luminance(-value)).isLessThan(luminance(.05 - value));
            assertThat(luminance(value)).isCloseTo(luminance(-value), within(.16));
        }
    }

    private static double luminance(double value) {
        float[] rgb = ColourScale.of(value);
        return .2126 * linear(rgb[0]) + .7152 * linear(rgb[1]) + .0722 * linear(rgb[2]);
    }

    private static double linear(double channel) {
        return channel <= .04045 ? channel / 12.92 : Math.pow((channel + .055) / 1.055, 2.4);
    }
}
