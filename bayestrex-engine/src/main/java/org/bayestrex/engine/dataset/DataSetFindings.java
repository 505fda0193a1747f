/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.target.Target;

/**
 * What a data set holds of a prediction that is looked for.
 *
 * @param classifier whose predictions
 * @param dataSet where from
 * @param target which prediction
 * @param sigma width of the relaxation that bounds the level set
 * @param found the images in the level set, the likeliest first
 * @param levelSetMass how often an image lies in the level set
 * @param wrongLabelShare how often one in the level set is not of the class that the prediction claims; unknown without
 *     labels, or where no class is claimed
 * @param failureRate how often an image is in the level set and wrong, counted among all images
 */
public record DataSetFindings(
        String classifier,
        String dataSet,
        Target target,
        double sigma,
        List<FoundImage> found,
        Rate levelSetMass,
        Rate wrongLabelShare,
        Rate failureRate) {

    public DataSetFindings {
        found = List.copyOf(found);
    }

    /** As JSON, schema version {@value DataSetJson#SCHEMA_VERSION}. */
    public String toJson() {
        return DataSetJson.write(DataSetJson.of(this));
    }
}
