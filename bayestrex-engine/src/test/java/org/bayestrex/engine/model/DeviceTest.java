/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices go by names; one that is not there is refused with what to do. */
class DeviceTest {

    @Test
    void theCpuIsAlwaysThere() {
        assertThat(Device.of("cpu"))
                .isEqualTo(Device.cpu())
                .hasSameHashCodeAs(Device.cpu())
                .hasToString("cpu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpu", "", "CUDA", "cuda:", "cuda:-1", "cuda:x", "gpu"})
    void anUnknownNameIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Device.of(name))
                .withMessage("No device \"" + name + "\": use auto, cpu, or cuda:N");
    }

    @Test
    void aCudaDeviceThatIsNotThereIsRefused() {
        int available = Device.cudaDevices();

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Device.of("cuda:" + available))
                .withMessageContaining("There is no device cuda:" + available)
                .withMessageContaining("PyTorch reports " + available + " CUDA devices here")
                .withMessageContaining("bayestrex.device=cpu");
    }

    @Test
    void withoutCudaTheChoiceIsTheCpu() {
        if (Device.cudaDevices() == 0) {
            assertThat(Device.auto()).isEqualTo(Device.cpu());
        }
    }
}
