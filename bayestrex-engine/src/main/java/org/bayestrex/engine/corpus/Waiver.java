/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.time.LocalDate;

/**
 * A known failure that was accepted for a time.
 *
 * @param cluster the finding's id
 * @param reason why, for whoever reads it later
 * @param until the last day on which it holds, in UTC
 */
public record Waiver(String cluster, String reason, LocalDate until) {

    /** Whether it holds no longer. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }
}
