/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import org.apiguardian.api.API;

/**
 * Inputs that are alike, by the one in their middle.
 *
 * @param <T> what has such an input
 * @param typical the one in the middle
 * @param share of all that it stands for, in (0, 1]
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Group<T>(T typical, double share) {}
