/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The nearest so far, kept in order by insertion: k is small. Of equal distances the first one that came stays. */
final class Nearest {

    private final int[] indices;
    private final float[] squares;

    Nearest(int k) {
        indices = new int[k];
        squares = new float[k];
        Arrays.fill(squares, Float.POSITIVE_INFINITY);
    }

    void offer(int index, float square) {
        int place = squares.length - 1;
        if (!(square < squares[place])) {
            return;
        }
        for (; place > 0 && squares[place - 1] > square; place--) {
            squares[place] = squares[place - 1];
            indices[place] = indices[place - 1];
        }
        squares[place] = square;
        indices[place] = index;
    }

    /** Nearest first. */
    List<Neighbour> neighbours() {
        List<Neighbour> neighbours = new ArrayList<>(indices.length);
        for (int i = 0; i < indices.length; i++) {
            neighbours.add(new Neighbour(indices[i], Math.sqrt(squares[i])));
        }
        return neighbours;
    }
}
