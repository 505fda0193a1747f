/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;

/** How a finding is explained; see {@link Explain}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Explanation {

    /** The gradient at the finding: one pass, and noisy. */
    GRADIENT,

    /** The mean gradient over 25 noisy copies of the finding, as the figures of the Bayes-TrEx paper have it. */
    SMOOTH_GRAD,

    /** What each pixel adds on the way from an empty picture: the values sum to what the model's log-odds rise by. */
    INTEGRATED_GRADIENTS,

    /**
     * What the model's log-odds lose when a square is covered: for models without a gradient, such as ONNX files, too. Of sentences: when a
     * word is taken away.
     */
    OCCLUSION,

    /**
     * Which squares can be covered at once while the model goes on saying the same: learned for each picture, and shown beside
     * SmoothGrad, with how far the masked prediction is from the model's own (De Cao et al., EMNLP 2020). Of sentences: which words,
     * for models that show their hidden states ({@code Classifier.as(MaskableModel.class)}).
     */
    DIFF_MASK
}
