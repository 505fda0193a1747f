/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TextPart;

/**
 * A distribution of the user's own that does not say by itself which classes it lacks.
 *
 * @param delegate the user's
 * @param excludedClasses what the user's function promised
 */
record ExcludingDistribution(DataDistribution delegate, Set<Integer> excludedClasses) implements DataDistribution {

    @Override
    public String name() {
        return delegate.name();
    }

    @Override
    public int latentSize() {
        return delegate.latentSize();
    }

    @Override
    public Tensor generate(Tensor latents) {
        return delegate.generate(latents);
    }

    @Override
    public OptionalInt labelOf(double[] latent) {
        return delegate.labelOf(latent);
    }

    @Override
    public boolean admits(double[] latent) {
        return delegate.admits(latent);
    }

    @Override
    public List<int[]> exchangeable() {
        return delegate.exchangeable();
    }

    @Override
    public Optional<String> textOf(Tensor input) {
        return delegate.textOf(input);
    }

    @Override
    public List<TextPart> partsOf(Tensor input) {
        return delegate.partsOf(input);
    }

    @Override
    public List<PriorMove> moves() {
        return delegate.moves();
    }

    @Override
    public List<String> summaryNames() {
        return delegate.summaryNames();
    }

    @Override
    public double[] summaries(double[] latent) {
        return delegate.summaries(latent);
    }

    @Override
    public String fingerprint() {
        return delegate.fingerprint();
    }

    @Override
    public void requireUnchanged() {
        delegate.requireUnchanged();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
