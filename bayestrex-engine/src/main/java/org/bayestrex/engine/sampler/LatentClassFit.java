/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.Prior;
import org.jspecify.annotations.Nullable;

/**
 * Fits proposals to points of a distribution with a structure, whose latents choose among categories and may be refused: a
 * latent-class model in the bins of each latent, drawn again until it is admitted. The number of classes is the one that tells most of
 * points which it was not fitted to.
 *
 * @since 0.1
 */
public final class LatentClassFit implements ProposalFit {

    private static final int MOST_CLASSES = 8;
    private static final int MOST_ROUNDS = 6;
    /** In log density of a point that was not fitted to: with less a round costs more than it brings. */
    private static final double LEAST_GAIN = .05;

    private static final int ITERATIONS = 12;
    private static final int STARTS = 3;
    /** Of N(0, I), among the draws that are admitted. */
    private static final double PRIOR_SHARE = .15;
    /** Of N(0, 1), in each latent: what was not seen is not excluded. */
    private static final double FLAT_SHARE = .2;

    private static final int ADMITTED_OF_CLASS = 60;
    private static final int ADMITTED_OF_ALL = 2_000;
    /** Few: of each latent the fit claims no more than its points say. */
    private static final double LEAD = 60;

    private final Prior prior;
    private final AdmittedShare priorShare;
    private final LatentGroups groups;
    private final LatentReference reference;

    /**
     * A fit.
     *
     * @param draws of the prior, at least one
     * @param priorShare of N(0, I) that is admitted
     */
    public LatentClassFit(Prior prior, List<double[]> draws, AdmittedShare priorShare) {
        this.prior = prior;
        this.priorShare = priorShare;
        this.groups = LatentGroups.of(prior.exchangeable(), prior.dimension());
        this.reference = LatentReference.of(draws, groups);
    }

    /** The prior itself, as the proposal that the first one is compared with. */
    public static AdmittedProposal prior(Prior prior, UniformRandomProvider random) {
        StandardNormal all = new StandardNormal(prior.dimension());
        return new AdmittedProposal(all, prior, AdmittedShare.of(all, prior, ADMITTED_OF_ALL, random));
    }

    @Override
    public int mostRounds() {
        return MOST_ROUNDS;
    }

    @Override
    public double lead(int dimension) {
        return LEAD;
    }

    @Override
    public @Nullable AdmittedProposal of(double[][] points, double[] weights, UniformRandomProvider random) {
        BinnedPoints binned = BinnedPoints.of(points, weights, groups);
        int count = classes(binned, random);
        if (count == 0) {
            return null;
        }
        LatentClassModel model = best(binned, count, random);
        List<LatentClass> classes = model.classes().stream().map(this::proposed).toList();
        LatentClassMixture mixture = new LatentClassMixture(classes, shares(model, classes, random));
        return new AdmittedProposal(mixture, prior, AdmittedShare.of(mixture, prior, ADMITTED_OF_ALL, random));
    }

    /** Twice as many as long as the other half of the points is told better; 0 where it is told no better than by the prior. */
    private int classes(BinnedPoints points, UniformRandomProvider random) {
        int best = 0;
        double bestScore = 2 * LEAST_GAIN;
        for (int count = 1; count <= MOST_CLASSES && 4 * count <= points.size(); count *= 2) {
            double score = 0;
            for (int parity = 0; parity < 2; parity++) {
                score += LatentClassModel.fit(points.half(parity), count, ITERATIONS, reference, random)
                        .score(points.half(1 - parity));
            }
            if (score > bestScore) {
                best = count;
                bestScore = score;
            } else if (count > 1) {
                break;
            }
        }
        return best;
    }

    private LatentClassModel best(BinnedPoints points, int count, UniformRandomProvider random) {
        LatentClassModel best = LatentClassModel.fit(points, count, ITERATIONS, reference, random);
        for (int start = 1; start < STARTS; start++) {
            LatentClassModel other = LatentClassModel.fit(points, count, ITERATIONS, reference, random);
            best = other.score(points) > best.score(points) ? other : best;
        }
        return best;
    }

    private LatentClass proposed(LatentClass fitted) {
        return new LatentClass(
                groups, fitted.roles().stream().map(LatentClassFit::proposed).toList(), proposed(fitted.others()));
    }

    private static List<BinnedDensity> proposed(List<BinnedDensity> densities) {
        return densities.stream().map(each -> each.proposed(FLAT_SHARE)).toList();
    }

    /** Such that the draws which are admitted have the shares of the model. */
    private double[] shares(LatentClassModel model, List<LatentClass> classes, UniformRandomProvider random) {
        List<Double> tries = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            LatentClassMixture alone = new LatentClassMixture(List.of(classes.get(k)), new double[] {1, 0});
            double admitted =
                    AdmittedShare.of(alone, prior, ADMITTED_OF_CLASS, random).value();
            tries.add((1 - PRIOR_SHARE) * model.shares()[k] / admitted);
        }
        tries.add(PRIOR_SHARE / priorShare.value());
        double sum = tries.stream().mapToDouble(Double::doubleValue).sum();
        return tries.stream().mapToDouble(each -> each / sum).toArray();
    }
}
