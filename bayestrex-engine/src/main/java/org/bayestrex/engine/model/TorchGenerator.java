/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Set;

/** A generator in TorchScript. */
final class TorchGenerator implements DataDistribution {

    private final TorchModule module;
    private final int latentSize;
    private final Set<Integer> excludedClasses;

    TorchGenerator(TorchModule module, int latentSize, Set<Integer> excludedClasses) {
        this.module = module;
        this.latentSize = latentSize;
        this.excludedClasses = Set.copyOf(excludedClasses);
    }

    @Override
    public String name() {
        return module.name();
    }

    @Override
    public int latentSize() {
        return latentSize;
    }

    @Override
    public Set<Integer> excludedClasses() {
        return excludedClasses;
    }

    TorchModule module() {
        return module;
    }

    @Override
    public Tensor generate(Tensor latents) {
        try (NDManager manager = module.newManager()) {
            return tensor(module.forward(manager.create(latents.toArray(), shape(latents))));
        }
    }

    static Shape shape(Tensor tensor) {
        return new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
    }

    static Tensor tensor(NDArray array) {
        int[] shape = Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return Tensor.owning(array.toFloatArray(), shape);
    }

    @Override
    public String fingerprint() {
        return module.fingerprint();
    }

    @Override
    public void requireUnchanged() {
        module.requireUnchanged();
    }

    @Override
    public void close() {
        module.close();
    }

    @Override
    public String toString() {
        return name();
    }
}
