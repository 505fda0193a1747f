/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;
import org.bayestrex.engine.model.TorchScript;

/**
 * What the numbers are that a model under test puts out.
 *
 * <pre>{@code
 * @ModelUnderTest(value = "models/reviews.pt", output = Output.PROBABILITIES)
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Output {
    /** Logits, before any softmax: preferred, because probabilities saturate. */
    LOGITS(TorchScript.Output.LOGITS),
    /** Probabilities that sum to 1; their logarithm is taken. */
    PROBABILITIES(TorchScript.Output.PROBABILITIES);

    private final TorchScript.Output engine;

    Output(TorchScript.Output engine) {
        this.engine = engine;
    }

    TorchScript.Output engine() {
        return engine;
    }
}
