/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.jspecify.annotations.Nullable;

/**
 * Light along rays through one scene. Not safe for threads: results are left in fields, so that nothing is allocated for a pixel.
 *
 * <p>Lamps are followed with soft shadows; of the light that comes from other surfaces only what a shiny object mirrors is
 * traced, once, and the rest stands as a constant. The constants were fitted to pictures of Blender's Cycles.
 */
final class Tracer {

    /** The ground. */
    static final int GROUND = -1;

    /** Light from everywhere, on the ground, and on objects from above and from below. */
    private static final double AMBIENT_GROUND = .0135;

    /** More of it near the wall, for each unit towards it. */
    private static final double AMBIENT_WALL = .0006;

    private static final double AMBIENT_ABOVE = .02;
    private static final double AMBIENT_BELOW = .16;

    /** What rubber reflects at its rim without colouring it. */
    private static final double VEIL = .1;

    /** What a shiny object's wide lobe sees of the ground. */
    private static final double MIRRORED_GROUND = .2;

    private final Vector eye;
    private final Solid[] solids;
    private final Lamp[] lamps;
    private final Gloss[] surfaces;
    private final Shadows shadows;
    private final double[] normal = new double[3];

    private double lightRed;
    private double lightGreen;
    private double lightBlue;

    double red;
    double green;
    double blue;

    Tracer(Scene scene, Camera camera) {
        this.eye = camera.eye();
        this.solids = scene.objects().stream().map(Solid::of).toArray(Solid[]::new);
        this.surfaces = scene.objects().stream().map(Gloss::of).toArray(Gloss[]::new);
        this.lamps = Lamp.of(scene.jitter());
        this.shadows = new Shadows(lamps, solids);
    }

    Solid[] solids() {
        return solids;
    }

    /** What a ray from the eye meets, and the light along it. */
    void look(double dx, double dy, double dz, int object, double t) {
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        shade(eye.x(), eye.y(), eye.z(), dx / length, dy / length, dz / length, object, t * length, true);
    }

    private void black() {
        red = 0;
        green = 0;
        blue = 0;
    }

    /** The light that comes back along a unit direction from where it meets an object or the ground. */
    private void shade(
            double ox, double oy, double oz, double dx, double dy, double dz, int object, double t, boolean mirrors) {
        if (t == Solid.MISS) {
            black();
            return;
        }
        double px = ox + t * dx;
        double py = oy + t * dy;
        double pz = oz + t * dz;
        if (object == GROUND) {
            Backdrop.normal(px, py, normal);
            lighten(px, py, pz, normal[0], normal[1], normal[2], GROUND, null, dx, dy, dz);
            double back = Backdrop.ALBEDO / Math.PI;
            double ambient = AMBIENT_GROUND + AMBIENT_WALL * Backdrop.along(px, py);
            red = back * lightRed + ambient;
            green = back * lightGreen + ambient;
            blue = back * lightBlue + ambient;
            return;
        }
        solids[object].normal(px, py, pz, normal);
        double nx = normal[0];
        double ny = normal[1];
        double nz = normal[2];
        Gloss gloss = surfaces[object];
        if (gloss.metal()) {
            shine(px, py, pz, dx, dy, dz, nx, ny, nz, object, mirrors);
        } else {
            matt(px, py, pz, dx, dy, dz, nx, ny, nz, object);
        }
    }

    private void matt(
            double px,
            double py,
            double pz,
            double dx,
            double dy,
            double dz,
            double nx,
            double ny,
            double nz,
            int object) {
        Gloss gloss = surfaces[object];
        lighten(px, py, pz, nx, ny, nz, object, null, dx, dy, dz);
        double ambient = .5 * (AMBIENT_ABOVE * (1 + nz) + AMBIENT_BELOW * (1 - nz));
        double facing = Math.max(0, -(dx * nx + dy * ny + dz * nz));
        double grazing = Gloss.fresnel(facing);
        double veil = grazing * VEIL;
        red = (1 - grazing) * gloss.red() * (lightRed / Math.PI + ambient) + veil;
        green = (1 - grazing) * gloss.green() * (lightGreen / Math.PI + ambient) + veil;
        blue = (1 - grazing) * gloss.blue() * (lightBlue / Math.PI + ambient) + veil;
    }

    private void shine(
            double px,
            double py,
            double pz,
            double dx,
            double dy,
            double dz,
            double nx,
            double ny,
            double nz,
            int object,
            boolean mirrors) {
        Gloss gloss = surfaces[object];
        double twice = 2 * (dx * nx + dy * ny + dz * nz);
        double rx = dx - twice * nx;
        double ry = dy - twice * ny;
        double rz = dz - twice * nz;
        lighten(px, py, pz, nx, ny, nz, object, gloss, dx, dy, dz);
        double spotRed = lightRed;
        double spotGreen = lightGreen;
        double spotBlue = lightBlue;
        double blurred = MIRRORED_GROUND * Gloss.below(rz);
        if (mirrors) {
            int seen = GROUND;
            double t = Backdrop.entry(px, py, pz, rx, ry, rz);
            for (int i = 0; i < solids.length; i++) {
                double entry = i == object ? Solid.MISS : solids[i].entry(px, py, pz, rx, ry, rz);
                if (entry < t) {
                    t = entry;
                    seen = i;
                }
            }
            shade(px, py, pz, rx, ry, rz, seen, t, false);
        } else {
            red = blurred;
            green = blurred;
            blue = blurred;
        }
        red = gloss.red() * (Gloss.SHARP * red + (1 - Gloss.SHARP) * blurred + spotRed);
        green = gloss.green() * (Gloss.SHARP * green + (1 - Gloss.SHARP) * blurred + spotGreen);
        blue = gloss.blue() * (Gloss.SHARP * blue + (1 - Gloss.SHARP) * blurred + spotBlue);
    }

    /**
     * The lamps' light on a surface, with shadows: weighted by the cosine, or by how a shiny surface turns it into the eye.
     *
     * @param gloss null for a matt surface
     */
    private void lighten(
            double px,
            double py,
            double pz,
            double nx,
            double ny,
            double nz,
            int self,
            @Nullable Gloss gloss,
            double dx,
            double dy,
            double dz) {
        double sumRed = 0;
        double sumGreen = 0;
        double sumBlue = 0;
        for (int i = 0; i < lamps.length; i++) {
            Lamp lamp = lamps[i];
            Vector at = lamp.position();
            double lx = at.x();
            double ly = at.y();
            double lz = at.z();
            double strength = 1;
            double reach = lamp.reach();
            if (!lamp.sun()) {
                lx -= px;
                ly -= py;
                lz -= pz;
                double square = lx * lx + ly * ly + lz * lz;
                double inverse = 1 / Math.sqrt(square);
                lx *= inverse;
                ly *= inverse;
                lz *= inverse;
                reach *= inverse;
                Vector facing = lamp.facing();
                double turned = -(facing.x() * lx + facing.y() * ly + facing.z() * lz);
                if (turned <= 0) {
                    continue;
                }
                strength = turned / square;
            }
            double cosine = nx * lx + ny * ly + nz * lz;
            if (cosine <= 0) {
                continue;
            }
            strength *= gloss == null ? cosine : Gloss.highlight(dx, dy, dz, nx, ny, nz, lx, ly, lz, cosine, reach);
            if (strength < 1e-4) {
                continue;
            }
            strength *= shadows.visible(i, px, py, pz, lx, ly, lz, self);
            sumRed += strength * lamp.red();
            sumGreen += strength * lamp.green();
            sumBlue += strength * lamp.blue();
        }
        lightRed = sumRed;
        lightGreen = sumGreen;
        lightBlue = sumBlue;
    }
}
