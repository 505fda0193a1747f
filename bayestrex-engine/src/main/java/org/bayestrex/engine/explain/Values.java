/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.Arrays;
import java.util.Map;

/**
 * What a method says of one claim, value by value of its input.
 *
 * @param signed above 0 where more of the value speaks for the class
 * @param magnitude 0 or more
 * @param figures the method's parameters and figures by name
 */
record Values(double[] signed, double[] magnitude, Map<String, Double> figures) {

    /** Values that matter as much as they are far from 0. */
    static Values of(double[] signed, Map<String, Double> figures) {
        return new Values(signed, Arrays.stream(signed).map(Math::abs).toArray(), figures);
    }
}
