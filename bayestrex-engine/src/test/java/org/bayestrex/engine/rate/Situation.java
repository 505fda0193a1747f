/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.function.LongFunction;

/**
 * A simulation of known truth, and how often its 95 % intervals may hold it.
 *
 * @param method how the rate is got
 * @param name of what
 * @param truth that the interval should hold
 * @param measure one interval from a seed
 * @param most largest allowed coverage: .97, or 1 where exact intervals of small counts are wider than they say because
 *     a count has no values in between, or where the method is careful on purpose
 */
record Situation(String method, String name, double truth, LongFunction<Rate> measure, double most) {

    static final double LEAST = .93;

    @Override
    public String toString() {
        return method + ": " + name;
    }
}
