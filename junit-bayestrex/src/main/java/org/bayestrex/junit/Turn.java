/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

/**
 * Which of a method's invocations one is.
 *
 * @param parameter the configuration parameter that picks it
 * @param number that parameter's value
 */
record Turn(String parameter, int number) {}
