/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/**
 * The findings as a few kinds: those of one kind are nearer to each other, in the mean, than {@value #SHARE} of the median
 * distance of two random inputs of the distribution. So it needs no unit, a kind is the same whatever else was found, and nobody
 * says beforehand how many there are.
 *
 * <p>This counts what there is, weighed as inputs of the distribution, and what was not seen; of many kinds the largest few may hold
 * little of it. Which few inputs stand for all findings together is another question: a report chooses them by medoids, as many as
 * a page has room for, without a model, also where what is shown are no findings but differences between two models.
 *
 * @param features by which findings are alike
 * @param kinds the largest share first
 * @param unseen the chance that the next finding is of a kind that was not seen: the share of findings that are the only one of
 *     their kind (Good 1953, The population frequencies of species, Biometrika 40), with the variance of Esty (1983, Annals of
 *     Statistics 11)
 * @param compared different draws that were compared
 * @param radius largest mean distance within a kind: root mean square of the features' differences
 */
public record Kinds(Features features, List<Kind> kinds, Rate unseen, int compared, double radius) {

    /** Of the median distance of two random inputs. */
    public static final double SHARE = .7;

    public Kinds {
        kinds = List.copyOf(kinds);
    }

    /**
     * Groups the draws within the level set, 500 at most, by their inputs.
     *
     * @return without a kind where nothing was found
     */
    public static Kinds of(Findings findings) {
        return of(findings, Features.INPUTS);
    }

    /**
     * Groups the draws within the level set, 500 at most.
     *
     * @param findings the models are those of their specification; the {@linkplain DataDistribution distribution} is asked for
     *     some random inputs, its monitor is held meanwhile
     * @return without a kind where nothing was found
     */
    public static Kinds of(Findings findings, Features features) {
        FeatureSpace space = new FeatureSpace(features, findings);
        return new KindFinder(findings, space).find(space.radius(SHARE));
    }

    /** How many of the largest kinds hold a share of the level set together. */
    public int covering(double share) {
        double sum = 0;
        for (int i = 0; i < kinds.size(); i++) {
            sum += kinds.get(i).share().estimate();
            if (sum >= share) {
                return i + 1;
            }
        }
        return kinds.size();
    }

    /** The chance that the next finding is of a kind that is here, in [0, 1]. */
    public Rate covered() {
        return new Rate(1 - unseen.estimate(), 1 - unseen.upper(), 1 - unseen.lower(), unseen.level(), unseen.method());
    }
}
