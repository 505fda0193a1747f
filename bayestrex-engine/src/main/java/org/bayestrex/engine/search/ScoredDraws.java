/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;
import org.bayestrex.engine.rate.ConfidentDraws;

/**
 * The draws of one search that are in its level set, as they count for a comparison: weighted from the relaxed posterior to
 * the data distribution within the level set, that is by 1 / likelihood.
 *
 * <p>Weighted draws were resampled to equal weight: copies of one draw are one draw here, of so many times the weight, and
 * draws are independent. Draws of chains stay in their chains.
 */
final class ScoredDraws {

    /** Enough to choose typical ones from. */
    static final int MOST_WRONG = 20;

    private record Position(int chain, int draw) {}

    private final Findings findings;
    private final boolean chained;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private int chains;
    private int longest;

    ScoredDraws(Findings findings) {
        this.findings = findings;
        chained = !findings.diagnostics().source().equals(Part.WEIGHTED);
        for (Sample sample : findings.samples()) {
            chains = Math.max(chains, sample.chain() + 1);
            longest = Math.max(longest, sample.draw() + 1);
            if (sample.inLevelSet()) {
                add(sample);
            }
        }
    }

    private void add(Sample sample) {
        double weight = findings.weight(sample);
        int last = samples.size() - 1;
        if (!chained && last >= 0 && Arrays.equals(samples.get(last).latent(), sample.latent())) {
            weights.set(last, weights.get(last) + weight);
            return;
        }
        positions.add(chained ? new Position(sample.chain(), sample.draw()) : new Position(0, samples.size()));
        samples.add(sample);
        weights.add(weight);
    }

    /** The inputs, in order. */
    List<Tensor> inputs() {
        return samples.stream().map(Sample::input).toList();
    }

    /**
     * Scores both models on these draws.
     *
     * @param oracle name of who labels
     * @param other the other model's probabilities of each input, in order
     */
    LevelSet score(String oracle, List<double[]> other) {
        int cls = findings.target().claimedClass().orElseThrow();
        if (findings.spec().distribution().excludedClasses().contains(cls)) {
            return LevelSet.none("%s holds no example of the class, so that every such prediction is wrong"
                    .formatted(findings.spec().distribution().name()));
        }
        if (samples.isEmpty()) {
            return LevelSet.none("no draw of %,d is in the level set"
                    .formatted(findings.samples().size()));
        }
        int rows = chained ? chains : 1;
        int columns = chained ? longest : samples.size();
        double[][] weight = new double[rows][columns];
        boolean[][] right = new boolean[rows][columns];
        boolean[][] otherRight = new boolean[rows][columns];
        double[][] otherConfidence = new double[rows][columns];
        int labelled = 0;
        for (int i = 0; i < samples.size(); i++) {
            OptionalInt label = label(oracle, i);
            if (label.isPresent()) {
                int chain = positions.get(i).chain();
                int draw = positions.get(i).draw();
                int favoured = Predictions.favoured(other.get(i));
                weight[chain][draw] = weights.get(i);
                right[chain][draw] = label.getAsInt() == cls;
                otherRight[chain][draw] = label.getAsInt() == favoured;
                otherConfidence[chain][draw] = Math.min(1, other.get(i)[favoured]);
                labelled++;
            }
        }
        if (labelled == 0) {
            return LevelSet.none("none of the %,d draws in the level set has a label".formatted(samples.size()));
        }
        return LevelSet.of(draws(weight), right, otherRight, otherConfidence);
    }

    /**
     * Draws on which the searched model is wrong, evenly spread over all of them.
     *
     * @param oracle name of who labels
     * @param other the other model's probabilities of each input, in order
     * @param ofCandidate whether the searched model is the one under test
     */
    List<WrongInput> wrong(String oracle, List<double[]> other, boolean ofCandidate) {
        int cls = findings.target().claimedClass().orElseThrow();
        int[] wrong = IntStream.range(0, samples.size())
                .filter(i -> label(oracle, i).orElse(cls) != cls)
                .toArray();
        int count = Math.min(MOST_WRONG, wrong.length);
        return IntStream.range(0, count)
                .map(i -> wrong[(int) ((long) i * wrong.length / count)])
                .mapToObj(i -> new WrongInput(
                        ofCandidate,
                        cls,
                        label(oracle, i).getAsInt(),
                        samples.get(i),
                        Arrays.stream(other.get(i)).boxed().toList()))
                .toList();
    }

    private OptionalInt label(String oracle, int number) {
        return samples.get(number).labels().getOrDefault(oracle, OptionalInt.empty());
    }

    private ConfidentDraws draws(double[][] weight) {
        int ancestors = Math.min(chains, Math.max(1, findings.diagnostics().ancestors()));
        return chained ? ConfidentDraws.ofChains(weight, ancestors) : ConfidentDraws.independent(weight[0]);
    }
}
