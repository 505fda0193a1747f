/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.bayestrex.engine.rate.GateFamily;

/**
 * Gates that were judged together: those of a run, or of all classes of one test.
 *
 * @param title what they are
 * @param family the gates
 * @param outputDirectory where the files belong; not created yet
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FamilyReport(String title, GateFamily family, Path outputDirectory) {}
