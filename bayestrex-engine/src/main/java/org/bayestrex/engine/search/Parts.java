/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bayestrex.engine.sampler.Move;
import org.bayestrex.engine.sampler.WeightedDraws;

/** Tells what each part of a search did. */
final class Parts {

    private final Evidence evidence;
    private final double seconds;

    /**
     * The parts of a search.
     *
     * @param seconds that the search took
     */
    Parts(Evidence evidence, double seconds) {
        this.evidence = evidence;
        this.seconds = seconds;
    }

    /**
     * Stage by stage, each kernel of the chains after the chains.
     *
     * @param effectiveOfChains smallest bulk effective size of the chains' draws
     */
    List<Part> all(double effectiveOfChains) {
        List<Part> parts = new ArrayList<>();
        for (Ledger.Entry stage : evidence.stages()) {
            if (stage.gradients() + stage.forwards() == 0) {
                continue;
            }
            boolean chains = stage.name().equals(Part.CHAINS);
            double effective = Double.NaN;
            if (chains) {
                effective = effectiveOfChains;
            } else if (stage.name().equals(Part.WEIGHTED)) {
                WeightedDraws weighted = Objects.requireNonNull(evidence.weighted());
                effective = weighted.effectiveSize();
            }
            parts.add(new Part(
                    stage.name(),
                    stage.gradients(),
                    stage.forwards(),
                    stage.seconds(),
                    stage.seconds() / seconds,
                    Double.NaN,
                    effective));
            if (chains) {
                parts.addAll(kernels(stage.seconds()));
            }
        }
        return parts;
    }

    /** The kernels of the recorded draws; those of the warm-up had the same work to do. */
    private List<Part> kernels(double secondsOfChains) {
        List<Move> moves = evidence.traces().stream()
                .flatMap(trace -> trace.transitions().stream())
                .flatMap(transition -> transition.moves().stream())
                .toList();
        double cost = moves.stream().mapToDouble(Move::cost).sum();
        return moves.stream()
                .collect(Collectors.groupingBy(Move::kernel, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> kernel(entry.getKey(), entry.getValue(), secondsOfChains / cost))
                .toList();
    }

    private Part kernel(String name, List<Move> moves, double secondsForCost) {
        double taken = moves.stream().mapToDouble(Move::cost).sum() * secondsForCost;
        return new Part(
                Part.CHAINS + ": " + name,
                moves.stream().mapToLong(Move::gradients).sum(),
                moves.stream().mapToLong(Move::forwards).sum(),
                taken,
                taken / seconds,
                moves.stream().mapToDouble(Move::acceptance).average().orElse(Double.NaN),
                Double.NaN);
    }

    /** Evaluations with gradient, of all stages. */
    long gradients() {
        return evidence.stages().stream().mapToLong(Ledger.Entry::gradients).sum();
    }

    /** Evaluations without gradient, of all stages. */
    long forwards() {
        return evidence.stages().stream().mapToLong(Ledger.Entry::forwards).sum();
    }
}
