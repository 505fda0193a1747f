/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.bayestrex.junit.report.PrincipalPlane.Spot;

/** The convex hull of points of the plane (Andrew 1979). */
final class ConvexHull {

    private ConvexHull() {}

    /** Its corners counter-clockwise, the first again at the end; empty for fewer than three points. */
    static List<Spot> of(List<Spot> spots) {
        if (spots.size() < 3) {
            return List.of();
        }
        List<Spot> sorted = new ArrayList<>(spots);
        sorted.sort(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y));
        List<Spot> hull = new ArrayList<>(chain(sorted));
        Collections.reverse(sorted);
        hull.addAll(chain(sorted));
        hull.add(hull.get(0));
        return hull;
    }

    /** One side without its last corner, where the other begins. */
    private static List<Spot> chain(List<Spot> sorted) {
        List<Spot> chain = new ArrayList<>();
        for (Spot spot : sorted) {
            while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), spot) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(spot);
        }
        return chain.subList(0, chain.size() - 1);
    }

    /** Positive where a, b, c turn left. */
    private static double turn(Spot a, Spot b, Spot c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
