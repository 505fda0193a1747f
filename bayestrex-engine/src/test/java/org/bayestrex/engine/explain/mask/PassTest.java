/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class PassTest {

    private static final float[] STATES = {1, -2, .5f, 3, 0, 1};

    /** Memory that is freed too early usually still holds what it held: only rubbish written there shows it. */
    @Test
    void aStepIsTheSameWhenGarbageIsCollectedBeforeTheWayBack() {
        float[] undisturbed = afterOneStep(new ArrayList<>(), false);
        List<ByteBuffer> rubbish = new ArrayList<>();

        float[] disturbed = afterOneStep(rubbish, true);

        assertThat(rubbish).isNotEmpty();
        assertThat(disturbed).containsExactly(undisturbed);
    }

    /** The states' weights after a step down what gates and their sparsity give. */
    private static float[] afterOneStep(List<ByteBuffer> rubbish, boolean disturb) {
        GateProbe probe = new GateProbe(2, 3, RandomSource.XO_RO_SHI_RO_128_PP.create(1), () -> RmsProp.plain(1e-3));
        Weights states = new Weights(STATES.clone(), new Shape(1, 3, 2), RmsProp.plain(1e-3));
        Pass.descend(1, pass -> {
            NDArray logits = probe.logits(pass, pass.of(states)).sub(5);
            NDArray gates = BinaryConcrete.draw(logits, pass.of(new float[] {.1f, -.2f, .3f}, 1, 3));
            NDArray loss = gates.sum().add(BinaryConcrete.logKept(logits).sum());
            if (disturb) {
                overwriteFreedMemory(rubbish);
            }
            return loss;
        });
        return states.values();
    }

    private static void overwriteFreedMemory(List<ByteBuffer> rubbish) {
        for (int round = 0; round < 5; round++) {
            System.gc();
            try {
                Thread.sleep(50); // native memory is freed by a thread of its own
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            for (int i = 0; i < 2000; i++) {
                rubbish.add(ByteBuffer.allocateDirect(Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .putFloat(0, Float.NaN));
            }
        }
    }
}
