/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Colours that people with any colour vision can tell apart (Okabe and Ito 2008), and the two inks.
 * Colour never carries a meaning alone: a word or a symbol says the same.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Palette {

    /** Behind everything. */
    public static final Color PAPER = Color.WHITE;
    /** Letters. */
    public static final Color INK = new Color(0x1A1A1A);

    public static final Color FAINT_INK = new Color(0x5A5A5A);
    /** Grids and borders. */
    public static final Color LINE = new Color(0xD0D0D0);
    /** What is looked at. */
    public static final Color BLUE = new Color(0x0072B2);

    public static final Color GREY = new Color(0x8A8A8A);
    /** What it is held against. */
    public static final Color VERMILION = new Color(0xD55E00);

    /** For lines side by side; yellow is left out, which cannot be seen on paper. */
    public static final List<Color> LINES = List.of(
            BLUE,
            VERMILION,
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));

    /** From low to high: light to dark, also in grey and for any colour vision (viridis, Smith and van der Walt 2015). */
    public static final List<Color> SHADES = List.of(
            new Color(0xBBDF27), new Color(0x44BF70), new Color(0x21918C), new Color(0x3B528B), new Color(0x440154));

    private Palette() {}

    /** The sans-serif letters of all pictures. */
    public static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
