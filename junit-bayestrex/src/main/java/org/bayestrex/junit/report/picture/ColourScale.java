/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import java.awt.Color;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Colours for values from -1 to 1: blue through near-white to red, the darker the farther from 0, apart for any colour vision
 * (scheme RdBu of eleven colours, reversed). This product includes color specifications and designs developed by Cynthia Brewer
 * (http://colorbrewer.org/), Apache License, Version 2.0; between its colours we interpolate linearly.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ColourScale {

    private static final List<Color> COLOURS = List.of(
            new Color(0x053061),
            new Color(0x2166AC),
            new Color(0x4393C3),
            new Color(0x92C5DE),
            new Color(0xD1E5F0),
            new Color(0xF7F7F7),
            new Color(0xFDDBC7),
            new Color(0xF4A582),
            new Color(0xD6604D),
            new Color(0xB2182B),
            new Color(0x67001F));

    private ColourScale() {}

    /** Red, green and blue in [0, 1] for a value; one beyond an end has the end's colour. */
    public static float[] of(double value) {
        double place = (Math.min(1, Math.max(-1, value)) + 1) / 2 * (COLOURS.size() - 1);
        int below = (int) Math.min(COLOURS.size() - 2., Math.floor(place));
        float[] low = COLOURS.get(below).getRGBColorComponents(null);
        float[] high = COLOURS.get(below + 1).getRGBColorComponents(null);
        float[] mixed = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            mixed[channel] = (float) (low[channel] + (place - below) * (high[channel] - low[channel]));
        }
        return mixed;
    }

    /** The same as a colour to draw with. */
    public static Color colour(double value) {
        float[] rgb = of(value);
        return new Color(rgb[0], rgb[1], rgb[2]);
    }
}
