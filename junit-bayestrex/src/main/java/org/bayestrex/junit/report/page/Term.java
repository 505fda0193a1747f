/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.util.Locale;
import org.apiguardian.api.API;

/** Words of the field that the report uses, each explained to someone who has never read one. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Term {
    VERDICT(
            "PASS, FAIL, INCONCLUSIVE",
            "PASS: the whole interval lies on the allowed side of the limit. FAIL: the whole interval lies on the other side."
                    + " INCONCLUSIVE: the interval lies on both sides, or the draws cannot be trusted; the build stops,"
                    + " because what is not known to be good is not released."),
    INTERVAL(
            "interval",
            "The values that the evidence leaves open. Of 100 intervals of 95 %, about 95 hold the true value. More draws make"
                    + " it narrower."),
    MASS(
            "mass",
            "How often an input of the data distribution gets the prediction that was looked for: the share of generated"
                    + " inputs in the level set."),
    FAILURE_RATE(
            "failure rate",
            "How often an input gets the prediction that was looked for and that prediction is wrong: the mass times the share of"
                    + " wrong labels."),
    LEVEL_SET(
            "level set",
            "All inputs that get the prediction that was looked for, for example a confidence of 90 % or more in one"
                    + " class. An input in it is a finding."),
    DRAW("draw", "One generated input that the search handed out. Draws are chosen by chance, not by hand."),
    CHAIN(
            "chain",
            "One walker of the search, which makes draw after draw. Several start apart, so that one can see whether they"
                    + " agree. Draws that were made otherwise are cut into stretches, which stand for chains."),
    TYPICAL(
            "typical finding",
            "The finding in the middle of a group of alike ones (its medoid). The share says how many of the findings are"
                    + " nearer to it than to the other typical ones."),
    R_HAT(
            "R-hat",
            "Whether the chains tell one story: their spread together, divided by the spread of each. 1 is best; up to 1.01 is"
                    + " good; more means that they have seen different things."),
    EFFECTIVE_DRAWS(
            "effective draws (ESS)",
            "How many independent draws these are worth; a draw that resembles the one before is worth less. 400 or more are"
                    + " good. Bulk: for the middle of the distribution; tail: for its ends."),
    RANK(
            "rank",
            "The place of a draw among all draws, from the smallest to the largest. If the chains agree, every chain has its"
                    + " share of all ranks."),
    DIVERGENCE(
            "divergence",
            "A step of the NUTS sampler that went wrong because the density is too steep there. A few do no harm; many mean"
                    + " that a part of the level set is missed."),
    E_BFMI(
            "E-BFMI",
            "Whether NUTS moves fast enough between likely and unlikely inputs. Good from 0.3 on; less means tails that come"
                    + " out too thin."),
    PARETO_K(
            "Pareto k",
            "Whether a few draws carry most of the weight. Good below 0.7; above it weighted means cannot be trusted."),
    PRIOR(
            "prior draw",
            "A plain generated input, as it comes, before anything is looked for. Counting them is the simplest way to learn"
                    + " how often something happens."),
    ORACLE(
            "oracle",
            "Who knows the true class of an input: the way in which the generator was made, a judge model, or people.");

    private final String title;
    private final String explanation;

    Term(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    /** Where it is explained on a page: "glossary-r-hat". */
    String anchor() {
        return "glossary-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
