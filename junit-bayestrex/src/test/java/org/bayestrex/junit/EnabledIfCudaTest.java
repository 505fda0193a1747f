/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayestrex.engine.model.ModelException;
import org.junit.jupiter.api.Test;

/** When tests that need a CUDA device run. */
class EnabledIfCudaTest {

    @Test
    void absentWhereTheDeviceIsRefused() {
        CudaDetector detector = new CudaDetector(device -> {
            throw new ModelException("There is no device " + device);
        });

        assertThat(detector.whyAbsent()).contains("No CUDA device: There is no device cuda:0");
    }

    @Test
    void absentWhereTheLibraryDoesNotLoad() {
        CudaDetector detector = new CudaDetector(device -> {
            throw new UnsatisfiedLinkError("libtorch");
        });

        assertThat(detector.whyAbsent()).get().asString().contains("native library does not load");
    }

    @Test
    void presentOtherwise() {
        assertThat(new CudaDetector(device -> {}).whyAbsent()).isEmpty();
    }
}
