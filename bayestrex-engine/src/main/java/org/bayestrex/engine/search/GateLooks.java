/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.rate.Look;
import org.bayestrex.engine.rate.LookPlan;
import org.bayestrex.engine.rate.Quantity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a search on its way, each time with intervals at a level that pays for all looks, until one decides every gate.
 *
 * <p>On the way only how often the level set is hit is known, and of labels what is true by construction: nobody is asked.
 * A failure rate can pass by that, for it is at most the mass; a share that an oracle must measure waits for the end.
 */
final class GateLooks {

    /** Times the speed of the fastest batch that a search may yet reach, when its deadline is said to be too short. */
    static final double FASTER = 2;

    private final Gates gates;
    private final Duration deadline;
    private final Posterior posterior;
    private final LookTimes times;
    private final LookPlan plan;
    private final Rate share;
    private final List<Look> looks = new ArrayList<>();
    private @Nullable MassEstimates ended;
    private String givenUp = "";

    GateLooks(SearchSpec spec) {
        this.gates = spec.gates();
        this.deadline = spec.sampling().deadline();
        this.posterior = new Posterior(spec.target(), spec.sampling().sigma());
        this.share = Labelling.byConstruction(spec).orElse(Rate.unknown("nobody has looked yet"));
        boolean early =
                gates.stopEarly() && !gates.isEmpty() && gates.gates().stream().allMatch(this::isDecidable);
        this.times = early ? LookTimes.of(spec.sampling()) : LookTimes.NONE;
        this.plan = times.plan();
    }

    private boolean isDecidable(Gate gate) {
        return gate.quantity() != Quantity.WRONG_LABEL_SHARE || share.isKnown();
    }

    LookPlan plan() {
        return plan;
    }

    List<Look> made() {
        return List.copyOf(looks);
    }

    /** What the look that ended the search knew of the mass; null where none did. */
    @Nullable
    MassEstimates ended() {
        return ended;
    }

    /** Whether a second stage of the pilot might decide what its first stage leaves open. */
    boolean wantsMore(Pilot pilot) {
        Rate mass = pilot.massOfAll(plan.level(false));
        return plan.onTheWay() > 0
                && gates.gates().stream()
                        .anyMatch(gate -> gate.quantity() != Quantity.WRONG_LABEL_SHARE
                                && gate.verdict(mass) == Verdict.INCONCLUSIVE);
    }

    /** Looks where the plan has a look at so many prior draws; true where it decides. A model that is broken decides nothing. */
    boolean atPilot(Pilot pilot) {
        return times.atPilot(pilot.answered())
                && pilot.broken() < pilot.answered()
                && decides(MassEstimates.ofPilot(pilot), count(pilot.answered(), "prior draws"));
    }

    /**
     * Whether waiting for the deadline is in vain, as {@link Outlook} has it; asked after each look at the pilot. Every gate
     * must be open: who has decided one waits for the others.
     *
     * @param seconds of a plain draw
     */
    boolean givesUp(Pilot pilot, Duration elapsed, double seconds) {
        boolean open = times.atPilot(pilot.answered())
                && gates.gates().stream().allMatch(gate -> gate.quantity() != Quantity.WRONG_LABEL_SHARE)
                && looks.get(looks.size() - 1).verdicts().stream().allMatch(Verdict.INCONCLUSIVE::equals);
        if (!open) {
            return false;
        }
        Outlook outlook = Outlook.of(times, pilot, deadline.minus(elapsed), seconds / FASTER);
        boolean inVain = gates.gates().stream()
                .allMatch(gate -> outlook.isInVain(
                        gate, mass -> rate(gate.quantity(), level -> mass).apply(mass.level())));
        if (inVain) {
            givenUp = new GivenUp(gates.gates(), pilot.massOfAll(plan.level(true)), outlook, deadline, seconds)
                    .sentence();
        }
        return inVain;
    }

    /** Why the search ended before its deadline and without a verdict; empty where it did not. */
    String givenUp() {
        return givenUp;
    }

    /** Looks at the end of sequential Monte Carlo. */
    boolean atParticles(Supplier<Evidence> evidence) {
        return times.particles() && decides(evidence, "sequential Monte Carlo");
    }

    /** Looks where the plan has a look at so many weighted draws. */
    boolean atWeighted(Supplier<Evidence> evidence, int draws, int all) {
        return times.atWeighted(draws, all) && decides(evidence, count(draws, "weighted draws"));
    }

    private static String count(int draws, String what) {
        return String.format(Locale.ROOT, "%,d %s", draws, what);
    }

    private boolean decides(Supplier<Evidence> evidence, String what) {
        return decides(MassEstimates.onTheWay(evidence.get(), posterior), what);
    }

    private boolean decides(MassEstimates masses, String what) {
        double level = plan.level(false);
        List<Rate> rates = gates.gates().stream()
                .map(gate -> rate(gate.quantity(), masses.bestAt()).apply(level))
                .toList();
        Look look = new Look(looks.size() + 1, what, false, level, rates, verdicts(rates, masses.contradictions()));
        looks.add(look);
        if (look.decides()) {
            ended = masses;
        }
        return look.decides();
    }

    private DoubleFunction<Rate> rate(Quantity quantity, DoubleFunction<Rate> mass) {
        return switch (quantity) {
            case LEVEL_SET_MASS -> mass;
            case WRONG_LABEL_SHARE -> level -> share;
            case FAILURE_RATE -> level -> mass.apply(level).times(share);
        };
    }

    private List<Verdict> verdicts(List<Rate> rates, List<String> problems) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            Gate gate = gates.gates().get(i);
            boolean trusted = problems.isEmpty() || gate.quantity() == Quantity.WRONG_LABEL_SHARE;
            verdicts.add(trusted ? gate.verdict(rates.get(i)) : Verdict.INCONCLUSIVE);
        }
        return verdicts;
    }
}
