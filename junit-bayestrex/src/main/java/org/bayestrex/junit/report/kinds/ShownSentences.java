/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

/** What is shown of the sentences of all kinds, by one method. */
interface ShownSentences {

    /** The words of a kind's sentence in a line; empty where it cannot be cut. */
    String words(ExplainedKind kind);

    /** What the model says of it, in sentences. */
    String said(ExplainedKind kind);

    /** How to read all of them, as HTML. */
    String key();
}
