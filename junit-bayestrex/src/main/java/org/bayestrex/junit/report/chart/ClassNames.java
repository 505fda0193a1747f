/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;

/** A name for each class of a model: its label, or its number where it has none. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ClassNames {

    private ClassNames() {}

    /** Names in the order of the logits; empty where nothing tells how many classes there are. */
    public static List<String> of(Findings findings) {
        List<String> labels = findings.spec().classifier().labels();
        if (findings.samples().isEmpty()) {
            return labels;
        }
        int classes = findings.samples().get(0).confidences().length;
        return IntStream.range(0, classes).mapToObj(findings::label).toList();
    }
}
