/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.bayestrex.engine.model.PriorMove;

/** Proposals that know what latents of a grammar stand for. Each is reversible with respect to N(0, I). */
final class GrammarMoves {

    private final TextGrammar grammar;

    GrammarMoves(TextGrammar grammar) {
        this.grammar = grammar;
    }

    private record Move(String name, BiFunction<double[], UniformRandomProvider, double[]> proposal)
            implements PriorMove {

        @Override
        public double[] propose(double[] latent, UniformRandomProvider random) {
            return proposal.apply(latent, random);
        }
    }

    List<PriorMove> all() {
        return List.of(
                new Move("word", this::word),
                new Move("template", this::template),
                new Move("swap", this::swap),
                new Move("several", this::several),
                new Move("sentence", this::sentence));
    }

    /**
     * One place that is filled, anew. Another filler may bring other places with it; the way back is then chosen among more or
     * fewer, so that the proposal is made only with the ratio of the two.
     */
    private double[] word(double[] latent, UniformRandomProvider random) {
        List<String> filled = filled(latent);
        if (filled.isEmpty()) {
            return latent.clone();
        }
        double[] proposed = latent.clone();
        String place = filled.get(random.nextInt(filled.size()));
        proposed[grammar.places().latentOf(place)] = normal(random);
        boolean balanced = random.nextDouble() * filled(proposed).size() < filled.size();
        return balanced ? proposed : latent.clone();
    }

    /** Another template; places that both have keep their words. */
    private double[] template(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        proposed[0] = normal(random);
        return proposed;
    }

    /** Two words of one slot change places. No places come or go, so that the way back is as probable. */
    private double[] swap(double[] latent, UniformRandomProvider random) {
        Places places = grammar.places();
        List<int[]> pairs = new ArrayList<>();
        List<String> filled = filled(latent);
        for (int i = 0; i < filled.size(); i++) {
            for (int j = 0; j < i; j++) {
                Slot slot = places.at(filled.get(i));
                if (slot.isPlain()
                        && slot.name().equals(places.at(filled.get(j)).name())) {
                    pairs.add(new int[] {places.latentOf(filled.get(i)), places.latentOf(filled.get(j))});
                }
            }
        }
        double[] proposed = latent.clone();
        if (!pairs.isEmpty()) {
            int[] pair = pairs.get(random.nextInt(pairs.size()));
            proposed[pair[0]] = latent[pair[1]];
            proposed[pair[1]] = latent[pair[0]];
        }
        return proposed;
    }

    /** Some latents anew, used or not: each with the same chance, which is drawn as well. It does not look at the point. */
    private double[] several(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        double chance = random.nextDouble();
        for (int j = 0; j < proposed.length; j++) {
            if (random.nextDouble() < chance) {
                proposed[j] = normal(random);
            }
        }
        return proposed;
    }

    /** All anew, also what is not used. */
    private double[] sentence(double[] latent, UniformRandomProvider random) {
        double[] proposed = new double[latent.length];
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        for (int j = 0; j < proposed.length; j++) {
            proposed[j] = gaussian.sample();
        }
        return proposed;
    }

    private List<String> filled(double[] latent) {
        return List.copyOf(grammar.sentence(latent).choices().keySet());
    }

    private static double normal(UniformRandomProvider random) {
        return ZigguratSampler.NormalizedGaussian.of(random).sample();
    }
}
