/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.scenes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.scene.Picture;
import org.bayestrex.engine.scene.Renderer;
import org.bayestrex.engine.scene.Scene;
import org.bayestrex.engine.scene.SceneObject;

/**
 * Writes pictures of scenes for {@code training/counter.py}: a file of bytes, [scenes, 72, 96, 3], and a table of the objects in
 * them, with the middle of what is seen of each in pixels.
 */
public final class SceneDump {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 72;
    private static final int AT_ONCE = 500;
    private static final long TRAIN_SEED = 20210204L;
    private static final long TEST_SEED = 20210205L;

    private final Renderer renderer = new Renderer(WIDTH, HEIGHT);
    private final ScenesToLearn scenes;

    private SceneDump(ScenesToLearn scenes) {
        this.scenes = scenes;
    }

    private record Drawn(Scene scene, Picture picture) {}

    /**
     * Draws both sets.
     *
     * @param arguments folder, number of scenes for training, number held out
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        new SceneDump(new ScenesToLearn(TRAIN_SEED)).write(folder, "train", Integer.parseInt(arguments[1]));
        new SceneDump(new ScenesToLearn(TEST_SEED)).write(folder, "test", Integer.parseInt(arguments[2]));
    }

    /** The table comes last: where it is, all is there. */
    private void write(Path folder, String split, int count) throws IOException {
        Path unfinished = folder.resolve(split + ".csv.tmp");
        try (OutputStream pictures = new BufferedOutputStream(Files.newOutputStream(folder.resolve(split + ".rgb")));
                PrintWriter table = new PrintWriter(Files.newBufferedWriter(unfinished))) {
            table.println("scene,shape,colour,material,size,x,y");
            for (int first = 0; first < count; first += AT_ONCE) {
                List<Drawn> drawn = IntStream.range(first, Math.min(count, first + AT_ONCE))
                        .parallel()
                        .mapToObj(this::draw)
                        .toList();
                for (int k = 0; k < drawn.size(); k++) {
                    pictures.write(bytes(drawn.get(k).picture().values()));
                    tell(first + k, drawn.get(k), table);
                }
                System.out.printf(Locale.ROOT, "%s: %,d of %,d scenes%n", split, first + drawn.size(), count);
            }
        }
        Files.move(unfinished, folder.resolve(split + ".csv"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private Drawn draw(int number) {
        Scene scene = scenes.scene(number);
        return new Drawn(scene, renderer.render(scene));
    }

    /** Red, green and blue of each pixel together, as image files have them. */
    private static byte[] bytes(Tensor values) {
        int plane = WIDTH * HEIGHT;
        byte[] bytes = new byte[3 * plane];
        for (int pixel = 0; pixel < plane; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                bytes[3 * pixel + channel] = (byte) Math.round(255 * values.get(channel * plane + pixel));
            }
        }
        return bytes;
    }

    private static void tell(int number, Drawn drawn, PrintWriter table) {
        List<SceneObject> objects = drawn.scene().objects();
        for (int k = 0; k < objects.size(); k++) {
            SceneObject object = objects.get(k);
            double[] middle = middle(drawn.picture().objects(), k);
            table.printf(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%s,%.2f,%.2f%n",
                    number,
                    object.shape().word(),
                    object.colour().word(),
                    object.material().word(),
                    object.size().word(),
                    middle[0],
                    middle[1]);
        }
    }

    /** Of the pixels that show an object; a picture's corner, should none be left at this size. */
    private static double[] middle(int[] seen, int object) {
        double x = 0;
        double y = 0;
        int pixels = 0;
        for (int pixel = 0; pixel < seen.length; pixel++) {
            if (seen[pixel] == object) {
                x += pixel % WIDTH + .5;
                y += Math.floorDiv(pixel, WIDTH) + .5;
                pixels++;
            }
        }
        return new double[] {x / Math.max(1, pixels), y / Math.max(1, pixels)};
    }
}
