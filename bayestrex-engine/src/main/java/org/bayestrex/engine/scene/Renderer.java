/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.bayestrex.engine.model.Tensor;

/**
 * Pictures of scenes, by an analytic ray tracer: CLEVR's camera, lamps, ground and materials. The same scene gives the same
 * picture. One ray a pixel, four where neighbours differ.
 *
 * @param width of the pictures, in pixels
 * @param height of the pictures, in pixels
 * @since 0.1
 */
public record Renderer(int width, int height) {

    /** Neighbours that differ by more in any channel are an edge. */
    private static final float EDGE = 10 / 255f;

    /** Checks the size. */
    public Renderer {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A picture is at least 1 by 1, but %d by %d was asked for".formatted(width, height));
        }
    }

    /** The picture of a scene. */
    public Picture render(Scene scene) {
        float[] values = new float[3 * width * height];
        int[] objects = render(scene, values, 0);
        return new Picture(Tensor.of(values, 3, height, width), objects);
    }

    /** Writes [3, height, width] values from an index on; gives the object of each pixel. */
    int[] render(Scene scene, float[] into, int at) {
        return new Exposure(scene, width, height, into, at).expose();
    }

    /** Pixels that show each object, in their order. */
    static int[] visible(Scene scene, int width, int height) {
        Film film = Film.of(Camera.of(scene.jitter()), width, height);
        return new Sight(film, scene.objects().stream().map(Solid::of).toArray(Solid[]::new)).pixels();
    }

    /** One picture in the making. */
    private static final class Exposure {

        private final Film film;
        private final int width;
        private final int height;
        private final Tracer tracer;
        private final Sight sight;
        private final float[] into;
        private final int at;
        private final int[] objects;

        Exposure(Scene scene, int width, int height, float[] into, int at) {
            Camera camera = Camera.of(scene.jitter());
            this.film = Film.of(camera, width, height);
            this.width = width;
            this.height = height;
            this.tracer = new Tracer(scene, camera);
            this.sight = new Sight(film, tracer.solids());
            this.into = into;
            this.at = at;
            this.objects = new int[width * height];
        }

        int[] expose() {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    look(column, row, .5, .5);
                    int pixel = row * width + column;
                    objects[pixel] = sight.object();
                    put(pixel, Tone.of(tracer.red), Tone.of(tracer.green), Tone.of(tracer.blue));
                }
            }
            boolean[] edges = edges();
            for (int pixel = 0; pixel < edges.length; pixel++) {
                if (edges[pixel]) {
                    divide(pixel);
                }
            }
            return objects;
        }

        private void look(int column, int row, double across, double down) {
            double u = (column + across - width / 2.) * film.step();
            double v = (height / 2. - row - down) * film.step();
            Vector forward = film.camera().forward();
            Vector right = film.camera().right();
            Vector up = film.camera().up();
            double dx = forward.x() + u * right.x() + v * up.x();
            double dy = forward.y() + u * right.y() + v * up.y();
            double dz = forward.z() + u * right.z() + v * up.z();
            sight.look(column, row, dx, dy, dz);
            Vector eye = film.camera().eye();
            double distance =
                    sight.object() >= 0 ? sight.distance() : Backdrop.entry(eye.x(), eye.y(), eye.z(), dx, dy, dz);
            tracer.look(dx, dy, dz, sight.object(), distance);
        }

        private void put(int pixel, float red, float green, float blue) {
            int plane = width * height;
            into[at + pixel] = red;
            into[at + plane + pixel] = green;
            into[at + 2 * plane + pixel] = blue;
        }

        /** From the first pass alone, so that the order of pixels does not matter. */
        private boolean[] edges() {
            boolean[] edges = new boolean[width * height];
            for (int pixel = 0; pixel < edges.length; pixel++) {
                if (pixel % width + 1 < width) {
                    mark(edges, pixel, pixel + 1);
                }
                if (pixel + width < edges.length) {
                    mark(edges, pixel, pixel + width);
                }
            }
            return edges;
        }

        private void mark(boolean[] edges, int one, int other) {
            if (objects[one] != objects[other] || contrast(one, other) > EDGE) {
                edges[one] = true;
                edges[other] = true;
            }
        }

        private float contrast(int one, int other) {
            int plane = width * height;
            float most = 0;
            for (int channel = 0; channel < 3; channel++) {
                most = Math.max(most, Math.abs(into[at + channel * plane + one] - into[at + channel * plane + other]));
            }
            return most;
        }

        private void divide(int pixel) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int quarter = 0; quarter < 4; quarter++) {
                look(pixel % width, pixel / width, .25 + .5 * (quarter & 1), .25 + .5 * (quarter >> 1));
                // What is brighter than white is cut off before the mean, or one lamp's spot lights up all around it.
                red += (float) Math.min(1, tracer.red);
                green += (float) Math.min(1, tracer.green);
                blue += (float) Math.min(1, tracer.blue);
            }
            put(pixel, Tone.of(red / 4), Tone.of(green / 4), Tone.of(blue / 4));
        }
    }
}
