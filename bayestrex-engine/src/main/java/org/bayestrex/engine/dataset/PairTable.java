/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.ClopperPearson;

/** Counts images for each pair of classes. */
final class PairTable {

    private final List<List<FoundImage>> cells = new ArrayList<>();
    private final int classes;
    private int images;

    PairTable(int classes) {
        this.classes = classes;
        for (int cell = 0; cell < classes * (classes - 1) / 2; cell++) {
            cells.add(new ArrayList<>());
        }
    }

    /** Adds an image to each pair of these classes, in ascending order. */
    void add(FoundImage image, int... among) {
        images++;
        for (int i = 0; i < among.length; i++) {
            for (int j = i + 1; j < among.length; j++) {
                cells.get(cell(among[i], among[j])).add(image);
            }
        }
    }

    List<AmbiguousPairs.Pair> pairs(String what) {
        List<AmbiguousPairs.Pair> pairs = new ArrayList<>();
        for (int first = 0; first < classes; first++) {
            for (int second = first + 1; second < classes; second++) {
                List<FoundImage> found = cells.get(cell(first, second));
                pairs.add(new AmbiguousPairs.Pair(first, second, found, ClopperPearson.of(found.size(), images, what)));
            }
        }
        return pairs;
    }

    /** Row after row of the triangle above the diagonal. */
    private int cell(int first, int second) {
        return first * (2 * classes - first - 1) / 2 + second - first - 1;
    }
}
