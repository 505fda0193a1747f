/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.WrongInput;

/**
 * One invocation of a test that compares two models.
 *
 * @param testName class and method, as in {@code DigitModelTest#noMoreOverconfident}
 * @param displayName both models
 * @param comparison what it came to
 * @param wrong inputs on which a model is confident and wrong, to look at
 * @param classNames names of the classes, in their order; empty where they are only numbered
 * @param models by their roles
 * @param distribution what both were searched on: it says how inputs are shown
 * @param checks every check the test made on the comparison, in order, passed or not
 * @param failure why the test failed; empty when it passed
 * @param replay one line to paste that repeats this comparison alone
 * @param outputDirectory where this invocation's files belong, no other invocation's; not created yet
 * @param publisher the way to JUnit's own report
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ComparisonReport(
        String testName,
        String displayName,
        Comparison comparison,
        List<WrongInput> wrong,
        List<String> classNames,
        Map<String, ModelIdentity> models,
        DataDistribution distribution,
        List<Check> checks,
        Optional<Throwable> failure,
        String replay,
        Path outputDirectory,
        Publisher publisher)
        implements Judged {

    public ComparisonReport {
        wrong = List.copyOf(wrong);
        classNames = List.copyOf(classNames);
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        checks = List.copyOf(checks);
    }

    /** The name of a class, or its number where it has none. */
    String nameOf(int cls) {
        if (cls == LabelOracle.NONE) {
            return "none of the classes";
        }
        return classNames.isEmpty() ? Integer.toString(cls) : classNames.get(cls);
    }
}
