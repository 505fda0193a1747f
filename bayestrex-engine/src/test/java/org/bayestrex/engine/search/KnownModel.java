/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;

/** Two classes in plain Java that say what they depend on, and count how often they are asked. */
final class KnownModel implements Classifier {

    final AtomicInteger calls = new AtomicInteger();
    private final Classifier linear = TestModels.linear(4);
    private final String version;
    volatile boolean changed;

    KnownModel(String version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "known";
    }

    @Override
    public List<String> labels() {
        return List.of();
    }

    @Override
    public Tensor logits(Tensor inputs) {
        calls.incrementAndGet();
        return linear.logits(inputs);
    }

    @Override
    public String fingerprint() {
        return version;
    }

    @Override
    public void requireUnchanged() {
        if (changed) {
            throw new ModelException("known has changed since it was loaded");
        }
    }

    @Override
    public void close() {
        // nothing is held
    }

    /** Points z ~ N(0, I) of the plane, which say so. */
    static DataDistribution plane() {
        return new Plane();
    }

    private record Plane() implements DataDistribution {

        @Override
        public String name() {
            return "plane";
        }

        @Override
        public int latentSize() {
            return 2;
        }

        @Override
        public Tensor generate(Tensor points) {
            return points;
        }

        @Override
        public String fingerprint() {
            return "identity";
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
