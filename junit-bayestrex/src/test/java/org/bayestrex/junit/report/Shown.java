/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.Base64;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.junit.report.picture.Picture;

/** What a page shows of an input. */
final class Shown {

    private Shown() {}

    /** The picture of a bar at an angle, as a page has it within itself. */
    static String bar(double angle) {
        return picture(input(angle));
    }

    static Tensor input(double angle) {
        return Bars.bar(new double[] {angle, 0});
    }

    private static String picture(Tensor input) {
        return "base64,"
                + Base64.getEncoder().encodeToString(Picture.plainPng(input).orElseThrow());
    }
}
