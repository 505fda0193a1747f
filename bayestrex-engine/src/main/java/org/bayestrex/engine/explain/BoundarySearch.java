/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.LatentClassifier;

/**
 * Looks for the point nearest to another one at which a model favours another class. Rays in random directions are followed to
 * where they first cross the boundary; the best are then bent, at random and, where there is a gradient, towards the foot of the
 * perpendicular on the tangent there (Moosavi-Dezfooli et al. 2016, DeepFool, section 3). All rays are followed in one batch. What
 * is found is near, not proven to be nearest.
 */
final class BoundarySearch {

    private static final long[] SEED = {20210204L, 4714L};
    private static final int RAYS = 96;
    private static final int BEST = 8;
    private static final int BENT = 5;
    private static final int ROUNDS = 5;
    private static final int SCANNED = 8;
    private static final int HALVINGS = 8;
    /** A bent ray is followed when it has crossed by this share of the best length. */
    private static final double SHORTER = .98;

    private final LatentClassifier model;
    private final int cls;
    private final double[] from;
    private final ZigguratSampler.NormalizedGaussian normal;

    /** A direction of length 1, and how far along it the class changes. */
    private record Ray(double[] direction, double length) {}

    BoundarySearch(LatentClassifier model, int cls, double[] from) {
        this.model = model;
        this.cls = cls;
        this.from = from.clone();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** The point, just beyond the boundary; empty where no ray crosses one. */
    Optional<double[]> nearest() {
        double[] origin = new double[from.length];
        double longest = distance(from, origin) + Math.sqrt(from.length) + 1;
        List<Ray> best = scanned(directions(), longest);
        for (int round = 0; round < ROUNDS && !best.isEmpty(); round++) {
            double reach = SHORTER * best.get(0).length();
            List<double[]> bent = bent(best, Math.pow(.5, round));
            boolean[] crossed = crossed(bent, constant(reach, bent.size()));
            List<Ray> shorter = IntStream.range(0, bent.size())
                    .filter(i -> crossed[i])
                    .mapToObj(i -> new Ray(bent.get(i), reach))
                    .toList();
            List<Ray> all = new ArrayList<>(halved(shorter, constant(0, shorter.size())));
            all.addAll(best);
            best = shortest(all);
        }
        return best.stream().findFirst().map(ray -> at(ray.direction(), ray.length()));
    }

    private List<double[]> directions() {
        return IntStream.range(0, RAYS)
                .mapToObj(i -> unit(normal.samples(from.length).toArray()))
                .toList();
    }

    /** The shortest of the rays that cross the boundary at all. */
    private List<Ray> scanned(List<double[]> directions, double longest) {
        int rays = directions.size();
        List<double[]> points = new ArrayList<>();
        double[] lengths = new double[rays * SCANNED];
        for (int i = 0; i < lengths.length; i++) {
            points.add(directions.get(i / SCANNED));
            lengths[i] = longest * (i % SCANNED + 1) / SCANNED;
        }
        boolean[] crossed = crossed(points, lengths);
        List<Ray> beyond = new ArrayList<>();
        for (int ray = 0; ray < rays; ray++) {
            for (int i = ray * SCANNED; i < (ray + 1) * SCANNED; i++) {
                if (crossed[i]) {
                    beyond.add(new Ray(directions.get(ray), lengths[i]));
                    break;
                }
            }
        }
        double[] before = beyond.stream()
                .mapToDouble(ray -> ray.length() - longest / SCANNED)
                .toArray();
        return shortest(halved(beyond, before));
    }

    /** The same rays, as far as the boundary, by bisection. */
    private List<Ray> halved(List<Ray> rays, double[] before) {
        double[] low = before.clone();
        double[] high = rays.stream().mapToDouble(Ray::length).toArray();
        List<double[]> directions = rays.stream().map(Ray::direction).toList();
        for (int round = 0; round < HALVINGS && !rays.isEmpty(); round++) {
            double[] middle = new double[low.length];
            Arrays.setAll(middle, i -> (low[i] + high[i]) / 2);
            boolean[] crossed = crossed(directions, middle);
            for (int i = 0; i < middle.length; i++) {
                if (crossed[i]) {
                    high[i] = middle[i];
                } else {
                    low[i] = middle[i];
                }
            }
        }
        return IntStream.range(0, high.length)
                .mapToObj(i -> new Ray(directions.get(i), high[i]))
                .toList();
    }

    private static List<Ray> shortest(List<Ray> rays) {
        return rays.stream()
                .sorted(Comparator.comparingDouble(Ray::length))
                .limit(BEST)
                .toList();
    }

    private List<double[]> bent(List<Ray> rays, double scale) {
        List<double[]> bent = new ArrayList<>();
        for (Ray ray : rays) {
            for (int i = 0; i < BENT; i++) {
                double[] step = unit(normal.samples(from.length).toArray());
                bent.add(unit(sum(ray.direction(), scale, step)));
            }
        }
        if (model.isDifferentiable()) {
            List<double[]> normals = normals(rays);
            for (int i = 0; i < rays.size(); i++) {
                bent.add(normals.get(i));
                bent.add(unit(sum(rays.get(i).direction(), 1, normals.get(i))));
            }
        }
        return bent;
    }

    /** Where the class loses most, at each ray's end. */
    private List<double[]> normals(List<Ray> rays) {
        int d = from.length;
        float[] points = new float[rays.size() * d];
        for (int i = 0; i < rays.size(); i++) {
            write(at(rays.get(i).direction(), rays.get(i).length()), points, i);
        }
        float[] slopes = model.pullBack(points, rays.size(), logits -> {
            int classes = model.classes();
            float[] cotangents = new float[logits.length];
            for (int row = 0; row < rays.size(); row++) {
                cotangents[row * classes + cls] = -1;
                cotangents[row * classes + rival(logits, row)] = 1;
            }
            return cotangents;
        });
        List<double[]> normals = new ArrayList<>();
        for (int row = 0; row < rays.size(); row++) {
            double[] slope = new double[d];
            for (int i = 0; i < d; i++) {
                slope[i] = slopes[row * d + i];
            }
            double size = distance(slope, new double[d]);
            normals.add(
                    size > 0 && Double.isFinite(size)
                            ? unit(slope)
                            : rays.get(row).direction());
        }
        return normals;
    }

    /** Whether another class is favoured so far along each direction. */
    private boolean[] crossed(List<double[]> directions, double[] lengths) {
        int rows = directions.size();
        float[] points = new float[rows * from.length];
        for (int i = 0; i < rows; i++) {
            write(at(directions.get(i), lengths[i]), points, i);
        }
        boolean[] crossed = new boolean[rows];
        for (int first = 0; first < rows; first += Passes.ROWS) {
            int count = Math.min(Passes.ROWS, rows - first);
            float[] part = Arrays.copyOfRange(points, first * from.length, (first + count) * from.length);
            float[] logits = model.logits(part, count);
            for (int row = 0; row < count; row++) {
                crossed[first + row] =
                        logits[row * model.classes() + rival(logits, row)] > logits[row * model.classes() + cls];
            }
        }
        return crossed;
    }

    /** The likeliest of the other classes. */
    private int rival(float[] logits, int row) {
        int classes = model.classes();
        int best = cls == 0 ? 1 : 0;
        for (int k = 0; k < classes; k++) {
            if (k != cls && logits[row * classes + k] > logits[row * classes + best]) {
                best = k;
            }
        }
        return best;
    }

    private double[] at(double[] direction, double length) {
        return sum(from, length, direction);
    }

    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + factor * b[i]);
        return sum;
    }

    private static double[] unit(double[] vector) {
        double size = distance(vector, new double[vector.length]);
        return Arrays.stream(vector).map(x -> x / size).toArray();
    }

    private static double[] constant(double value, int count) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    private static void write(double[] point, float[] points, int row) {
        for (int i = 0; i < point.length; i++) {
            points[row * point.length + i] = (float) point[i];
        }
    }

    /** Euclidean. */
    static double distance(double[] one, double[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            squares += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(squares);
    }
}
