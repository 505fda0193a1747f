/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Prints CPU time of pictures and of prior draws, on one thread, and the share that is admitted; a program, not a test. */
final class SceneTiming {

    private SceneTiming() {}

    public static void main(String[] arguments) {
        SceneDistribution scenes = SceneDistribution.builder().objects(5).build();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
        Scene[] drawn = new Scene[50];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = scenes.scene(scenes.placed(random));
        }
        for (int[] size : new int[][] {{160, 120}, {96, 72}}) {
            Renderer renderer = new Renderer(size[0], size[1]);
            print("picture of %d x %d".formatted(size[0], size[1]), i -> renderer.render(drawn[i % drawn.length]));
        }
        Draws draws = new Draws(random);
        print("prior draw, admitted or not", i -> {
            double[] latent = new double[scenes.latentSize()];
            for (int j = 0; j < latent.length; j++) {
                latent[j] = draws.normal();
            }
            scenes.admits(latent);
        });
        print("scene placed as CLEVR does", i -> scenes.placed(random));
        for (int objects = 3; objects <= 6; objects++) {
            printAdmitted(objects, random);
        }
    }

    private static void printAdmitted(int objects, UniformRandomProvider random) {
        SceneDistribution scenes = SceneDistribution.builder().objects(objects).build();
        Draws draws = new Draws(random);
        int tries = 40_000;
        int admitted = 0;
        for (int i = 0; i < tries; i++) {
            double[] latent = new double[scenes.latentSize()];
            for (int j = 0; j < latent.length; j++) {
                latent[j] = draws.normal();
            }
            admitted += scenes.admits(latent) ? 1 : 0;
        }
        System.out.printf("%d objects: %d of %d draws admitted%n", objects, admitted, tries);
    }

    private static void print(String what, IntConsumer work) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 10; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < 100; i++) {
                work.accept(i);
            }
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 100e6);
        }
        System.out.printf("%s: %.3f ms%n", what, best);
    }
}
