/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.concurrent.CompletableFuture;

/**
 * The searches for confidence in one class.
 *
 * @param candidate in the model under test
 * @param baseline in the other one
 */
record ComparedClass(CompletableFuture<Findings> candidate, CompletableFuture<Findings> baseline) {}
