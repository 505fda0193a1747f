/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.page.Numbers;

/** The classes that a prediction favours most, as caption lines: "2: 99.8 %". */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TopClasses {

    private TopClasses() {}

    /** The likeliest class, then the one that was looked for, or, where that is the same, the second. */
    public static List<String> of(Sample sample, Findings findings) {
        double[] confidences = sample.confidences();
        int claimed = findings.target().claimedClass().orElse(-1);
        int likeliest = sample.predictedClass();
        Comparator<Integer> order = Comparator.comparing((Integer cls) -> cls != likeliest)
                .thenComparing(cls -> cls != claimed)
                .thenComparing(cls -> -confidences[cls]);
        return IntStream.range(0, confidences.length)
                .boxed()
                .sorted(order)
                .limit(2)
                .map(cls -> findings.label(cls) + ": " + Numbers.shortPercent(confidences[cls]))
                .toList();
    }
}
