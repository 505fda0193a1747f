/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Gate.Side;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;

/**
 * What plain draws can still say before the deadline. It is in vain to wait where the draws that the deadline allows could
 * not pass a limit even if they went as well as they can, and would not fail it if the estimate stayed.
 *
 * <p>Nothing is decided here and no look is spent: what neither passes nor fails with more draws like these does neither now.
 *
 * @param times of the looks
 * @param pilot so far
 * @param draws plain draws that there can be at the deadline, with those that are there
 */
record Outlook(LookTimes times, Pilot pilot, long draws) {

    /** What may be known of the mass at a later time. */
    private record Ahead(int hits, long trials, long more, double share, double level) {

        Rate best(Side side) {
            return ClopperPearson.of(side == Side.BELOW ? hits : hits + more, trials + more, level, "prior draws");
        }

        Rate staying() {
            return ClopperPearson.of(Math.round(share * (trials + more)), trials + more, level, "prior draws");
        }
    }

    /** The plain draws that the time that is left allows, at so many seconds a draw; any number before that is known. */
    static Outlook of(LookTimes times, Pilot pilot, Duration left, double secondsOfDraw) {
        double more = Double.isFinite(secondsOfDraw)
                ? Math.max(0, left.toNanos() / 1e9) / secondsOfDraw
                : Double.POSITIVE_INFINITY;
        return new Outlook(times, pilot, (long) Math.min(Integer.MAX_VALUE, pilot.answered() + Math.ceil(more)));
    }

    /**
     * Whether no verdict on a gate can be waited for.
     *
     * @param rate the gate's quantity, by the mass
     */
    boolean isInVain(Gate gate, Function<Rate, Rate> rate) {
        return draws < pilot.most()
                && ahead().stream()
                        .allMatch(then -> gate.verdict(rate.apply(then.best(gate.side()))) != Verdict.PASS
                                && gate.verdict(rate.apply(then.staying())) != Verdict.FAIL);
    }

    /** The pilot's last look before the deadline, which sees all draws, and the deadline, which sees one stage. */
    private List<Ahead> ahead() {
        int answered = pilot.answered();
        double share = pilot.massOfAll(Rate.DEFAULT_LEVEL).estimate();
        List<Ahead> ahead = new ArrayList<>();
        OptionalInt look = times.lastOfPilot(draws);
        if (look.isPresent() && look.getAsInt() > answered) {
            double level = times.plan().level(false);
            ahead.add(new Ahead(pilot.allHits(), answered, look.getAsInt() - answered, share, level));
        }
        double level = times.plan().level(true);
        if (draws <= pilot.firstStage()) {
            ahead.add(new Ahead(pilot.allHits(), answered, draws - answered, share, level));
        } else {
            int there = Math.max(answered, pilot.firstStage());
            ahead.add(new Ahead(
                    answered <= pilot.firstStage() ? 0 : pilot.hits(),
                    there - pilot.firstStage(),
                    draws - there,
                    share,
                    level));
        }
        return ahead;
    }
}
