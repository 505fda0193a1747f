/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.search.Sample;

/** The classes that a prediction favours most, as caption lines: "2: 99.8 %". */
final class TopClasses {

    private TopClasses() {}

    /** One line for each of the most likely classes, the likeliest first. */
    static List<String> of(Sample sample, List<String> labels, int most) {
        double[] confidences = sample.confidences();
        return IntStream.range(0, confidences.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cls) -> -confidences[cls]))
                .limit(most)
                .map(cls -> labels.get(cls) + ": " + Numbers.shortPercent(confidences[cls]))
                .toList();
    }
}
