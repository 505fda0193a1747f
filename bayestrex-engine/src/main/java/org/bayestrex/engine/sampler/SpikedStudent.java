/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * A Student t distribution with {@value #DEGREES} degrees of freedom whose scale has one variance along its
 * centre and another one across. That is all that a hundred particles can tell in many dimensions, and what
 * a rare level set needs, which lies far out in some direction and is thin there.
 *
 * @param axis unit vector, length d
 * @param centre where along the axis it is centred
 * @param along squared scale along the axis, positive
 * @param across squared scale in any direction across the axis, positive
 */
record SpikedStudent(double[] axis, double centre, double along, double across) {

    /** Tails without which a particle in the target's tail all but stays. */
    private static final double DEGREES = 8;

    /**
     * From the points' variance to the squared scale. Too narrow a fit stays too narrow, as particles
     * rarely move to where it has no mass; one too wide costs a few evaluations.
     */
    private static final double WIDENING = 2;

    /** Points that coincide still have a scale. */
    private static final double LEAST = 1e-6;

    /** Fits to equally weighted points by their first two moments. */
    static SpikedStudent of(List<State> points) {
        int d = points.get(0).position().length;
        double[] axis = new double[d];
        double squares = 0;
        for (State point : points) {
            double[] z = point.position();
            for (int j = 0; j < d; j++) {
                axis[j] += z[j] / points.size();
            }
            squares += dot(z, z) / points.size();
        }
        double centre = Math.sqrt(dot(axis, axis));
        for (int j = 0; j < d; j++) {
            axis[j] = centre > 0 ? axis[j] / centre : 1 / Math.sqrt(d);
        }
        double squaresAlong = 0;
        for (State point : points) {
            double component = dot(axis, point.position());
            squaresAlong += component * component / points.size();
        }
        double along = squaresAlong - centre * centre;
        double across = d == 1 ? 1 : (squares - squaresAlong) / (d - 1);
        return new SpikedStudent(
                axis,
                centre,
                Math.max(LEAST, WIDENING * along),
                // Across, nothing is wider than the prior.
                Math.max(LEAST, Math.min(1, WIDENING * across)));
    }

    /** The centre as a point, length d. */
    double[] mean() {
        double[] mean = new double[axis.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = centre * axis[j];
        }
        return mean;
    }

    /**
     * Draws from the normal that a point belongs to, less the centre: a Student t is a mixture of normals of
     * all widths, and the point's width is drawn given the point (Nishihara, Murray and Adams 2014, section 3).
     */
    double[] offset(double[] position, UniformRandomProvider random) {
        double[] draw = new StandardNormal(axis.length).draw(random);
        double chiSquared = AhrensDieterMarsagliaTsangGammaSampler.of(random, (DEGREES + axis.length) / 2, 2)
                .sample();
        double width = Math.sqrt((DEGREES + mahalanobis(position)) / chiSquared);
        double scale = width * Math.sqrt(across);
        double stretch = (width * Math.sqrt(along) - scale) * dot(axis, draw);
        for (int j = 0; j < draw.length; j++) {
            draw[j] = scale * draw[j] + stretch * axis[j];
        }
        return draw;
    }

    /** Log density of N(0, I) less that of this distribution, up to a constant. */
    double logPriorRatio(double[] position) {
        double logDensity = -.5 * (DEGREES + axis.length) * Math.log1p(mahalanobis(position) / DEGREES);
        return -.5 * dot(position, position) - logDensity;
    }

    private double mahalanobis(double[] position) {
        double component = dot(axis, position);
        double excess = component - centre;
        double squaresAcross = Math.max(0, dot(position, position) - component * component);
        return excess * excess / along + squaresAcross / across;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
