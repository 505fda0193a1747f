/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The condition behind {@link EnabledIfCuda}. */
final class EnabledIfCudaCondition implements ExecutionCondition {

    private final CudaDetector detector;

    /** For JUnit. */
    EnabledIfCudaCondition() {
        this(new CudaDetector());
    }

    EnabledIfCudaCondition(CudaDetector detector) {
        this.detector = detector;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return detector.whyAbsent()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("A CUDA device is there"));
    }
}
