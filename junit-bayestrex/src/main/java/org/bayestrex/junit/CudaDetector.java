/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.Optional;
import java.util.function.Consumer;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.ModelException;

/** Finds out whether networks can run on a CUDA device. */
final class CudaDetector {

    private final Consumer<String> probe;

    CudaDetector() {
        this(Device::of);
    }

    CudaDetector(Consumer<String> probe) {
        this.probe = probe;
    }

    /** The reason why there is none; empty when there is one. */
    Optional<String> whyAbsent() {
        try {
            probe.accept("cuda:0");
            return Optional.empty();
        } catch (ModelException absent) {
            return Optional.of("No CUDA device: " + absent.getMessage());
        } catch (LinkageError broken) {
            return Optional.of("No CUDA device: PyTorch's native library does not load (" + broken + ")");
        }
    }
}
