/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where networks run; the only class that knows.
 *
 * <p>CUDA is not verified on hardware. TensorFloat-32 must be off there, since its ten bits of
 * mantissa would move the level sets: the environment variable {@code NVIDIA_TF32_OVERRIDE=0} does
 * that, and a CUDA device is refused without it.
 */
public final class Device {

    private static final Pattern NAME = Pattern.compile("cuda(?::(\\d+))?");

    private final ai.djl.Device device;

    private Device(ai.djl.Device device) {
        this.device = device;
    }

    /** CUDA when the machine has it, else the CPU. */
    public static Device auto() {
        return of("auto");
    }

    /** The CPU. */
    public static Device cpu() {
        return new Device(ai.djl.Device.cpu());
    }

    /**
     * A device by name.
     *
     * @param name "auto", "cpu", "cuda" or "cuda:N"
     * @throws IllegalArgumentException when the name is none of these
     * @throws ModelException when the device is not there, or would compute in TensorFloat-32
     */
    public static Device of(String name) {
        if (name.equals("cpu")) {
            return cpu();
        }
        int available = cudaDevices();
        if (name.equals("auto")) {
            return available == 0 ? cpu() : cuda(0, available);
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No device \"" + name + "\": use auto, cpu, or cuda:N");
        }
        return cuda(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)), available);
    }

    /** Number of CUDA devices that PyTorch can use here. */
    public static int cudaDevices() {
        return TorchEngine.get().getGpuCount();
    }

    private static Device cuda(int number, int available) {
        if (number >= available) {
            throw new ModelException(("There is no device cuda:%d: PyTorch reports %d CUDA devices here. "
                            + "Use bayestrex.device=cpu, or put PyTorch's CUDA library on the class path")
                    .formatted(number, available));
        }
        if (!"0".equals(System.getenv("NVIDIA_TF32_OVERRIDE"))) {
            throw new ModelException(
                    "On cuda:" + number + " PyTorch may compute in TensorFloat-32, which is too coarse "
                            + "for a search. Set the environment variable NVIDIA_TF32_OVERRIDE=0, or use bayestrex.device=cpu");
        }
        return new Device(ai.djl.Device.gpu(number));
    }

    ai.djl.Device djl() {
        return device;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Device that && device.equals(that.device);
    }

    @Override
    public int hashCode() {
        return device.hashCode();
    }

    /** "cpu" or "cuda:N". */
    @Override
    public String toString() {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
    }
}
