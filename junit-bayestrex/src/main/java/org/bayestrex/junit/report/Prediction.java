/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.engine.target.Target;
import org.bayestrex.junit.report.page.Numbers;

/**
 * What a search looked for, in words that need no knowledge of it; they stand after "1 in 300 generated inputs is".
 *
 * @param seen the prediction: "confidently taken for a 2"
 * @param wrong the same where it is wrong: "confidently mistaken for a 2"
 */
record Prediction(String seen, String wrong) {

    private static final String VOWELS = "AEIOUaeiou8";

    static Prediction of(Findings findings) {
        Target target = findings.target();
        if (target instanceof HighConfidence confident) {
            String cls = named(findings, confident.targetClass());
            return confident.confidence() == 1
                    ? new Prediction("confidently taken for " + cls, "confidently mistaken for " + cls)
                    : new Prediction(
                            "taken for " + cls + " with about " + Numbers.percent(confident.confidence()),
                            "mistaken for " + cls + " with about " + Numbers.percent(confident.confidence()));
        }
        if (target instanceof Ambiguous ambiguous) {
            List<Integer> classes = ambiguous.classes();
            String between = classes.isEmpty()
                    ? "all classes"
                    : classes.stream().map(cls -> named(findings, cls)).collect(Collectors.joining(" and "));
            return both("undecided between " + between);
        }
        if (target instanceof Interpolated way) {
            return both("taken for " + named(findings, way.from()) + " with about " + Numbers.percent(1 - way.share())
                    + " and for " + named(findings, way.to()) + " with about " + Numbers.percent(way.share()));
        }
        return new Prediction(
                "predicted as was looked for (" + target.describe() + ")",
                "wrongly predicted as was looked for (" + target.describe() + ")");
    }

    private static Prediction both(String seen) {
        return new Prediction(seen, "wrongly " + seen);
    }

    /** "a 2", "an 8", "a Sandal"; "class 2" where classes are only numbered. */
    private static String named(Findings findings, int cls) {
        if (findings.spec().classifier().labels().isEmpty()) {
            return "class " + cls;
        }
        String label = findings.label(cls);
        boolean vowel = VOWELS.indexOf(label.isEmpty() ? ' ' : label.charAt(0)) >= 0
                || label.equals("11")
                || label.equals("18");
        return (vowel ? "an " : "a ") + label;
    }
}
