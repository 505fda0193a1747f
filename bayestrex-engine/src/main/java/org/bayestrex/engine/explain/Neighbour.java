/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

/**
 * An image of a data set that is near to an input.
 *
 * @param index its number in the data set, from 0
 * @param distance Euclidean distance of the values, 0 for a copy
 */
public record Neighbour(int index, double distance) {}
