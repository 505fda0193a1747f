/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.List;
import org.bayestrex.engine.rate.Rate;

/**
 * Images that a model predicts wrongly, by their labels, and confidently. Labels are wrong now and then: look at the
 * pictures before these are called the model's errors.
 *
 * @param classifier whose errors
 * @param dataSet where from
 * @param threshold the least confidence
 * @param errors the most confident first
 * @param confident number of predictions with that confidence, right or wrong
 * @param rate how often an image is predicted wrongly with that confidence
 * @param shareOfConfident how often a prediction with that confidence is wrong
 */
public record ConfidentErrors(
        String classifier,
        String dataSet,
        double threshold,
        List<FoundImage> errors,
        int confident,
        Rate rate,
        Rate shareOfConfident) {

    public ConfidentErrors {
        errors = List.copyOf(errors);
    }

    /** As JSON, schema version {@value DataSetJson#SCHEMA_VERSION}. */
    public String toJson() {
        return DataSetJson.write(DataSetJson.of(this));
    }
}
