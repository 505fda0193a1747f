/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.bayestrex.engine.search.UndecidableGateException;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What is said when limits are given wrongly: where, which attribute, which value, and what to do. */
final class GateMisuse {

    private GateMisuse() {}

    static ExtensionConfigurationException noLimit(String where) {
        return new ExtensionConfigurationException(
                ("@Gate on %s: no limit is given. Say which one, @Gate(failureRateBelow = 1e-3) for instance, or take the "
                                + "annotation away.")
                        .formatted(where));
    }

    static ExtensionConfigurationException limit(String where, String attribute, double limit) {
        return new ExtensionConfigurationException(
                ("@Gate(%s = %s) on %s: a limit lies between 0 and 1, both excluded; no number of draws shows that "
                                + "something never happens. Choose such a number.")
                        .formatted(attribute, limit, where));
    }

    static ExtensionConfigurationException nothingBetween(String where, double above, double below) {
        return new ExtensionConfigurationException(
                ("@Gate(levelSetMassAbove = %s, levelSetMassBelow = %s) on %s: no mass is above the one and below the "
                                + "other. Exchange them, or take one away.")
                        .formatted(above, below, where));
    }

    static ExtensionConfigurationException undecidable(String where, UndecidableGateException cause) {
        return new ExtensionConfigurationException("@Gate for %s: %s".formatted(where, cause.getMessage()), cause);
    }
}
