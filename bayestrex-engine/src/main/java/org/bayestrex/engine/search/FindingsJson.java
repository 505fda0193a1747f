/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

/** Findings as JSON. */
final class FindingsJson {

    static final int SCHEMA_VERSION = 1;

    private FindingsJson() {}

    static String write(Findings findings) {
        return findings.toString();
    }
}
