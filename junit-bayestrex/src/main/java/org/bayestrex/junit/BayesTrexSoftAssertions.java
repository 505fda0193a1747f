/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;
import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Assertions on findings that are all made before any fails the test.
 *
 * <pre>{@code
 * BayesTrexSoftAssertions softly = new BayesTrexSoftAssertions();
 * softly.assertThat(findings).hasConverged();
 * softly.assertThat(findings).hasFailureRateBelow(1e-3);
 * softly.assertAll();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class BayesTrexSoftAssertions extends AbstractSoftAssertions implements BayesTrexSoftAssertionsProvider {}
