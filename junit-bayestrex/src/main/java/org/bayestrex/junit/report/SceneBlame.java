/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.scene.GivenScenes;
import org.bayestrex.engine.scene.Renderer;
import org.bayestrex.engine.scene.Scene;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Replaying;

/**
 * Which objects of a scene a prediction rests on: each is removed in turn, with everything else as it is, camera and lamps too,
 * and the model is asked again (Booth et al., "Bayes-TrEx", AAAI 2021, section 4.4; there camera and lamps were drawn anew, which
 * changes the picture as well).
 *
 * @param scene the scene
 * @param cls the class that is explained
 * @param confidence in it, of the whole scene
 * @param removed a row for each object, that with the largest loss of confidence first
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SceneBlame(Scene scene, int cls, double confidence, List<RemovedObject> removed) {

    public SceneBlame {
        removed = List.copyOf(removed);
    }

    /** Asks a model, in one batch. */
    public static SceneBlame of(Scene scene, int cls, Classifier classifier, Renderer renderer, Replaying replaying) {
        List<Scene> scenes = new ArrayList<>(List.of(scene));
        int objects = scene.objects().size();
        IntStream.range(0, objects).mapToObj(scene::without).forEach(scenes::add);
        GivenScenes given = new GivenScenes(scenes, renderer);
        List<Replayed> answers = replaying.at(given.latents(), classifier, given);
        List<RemovedObject> removed = IntStream.range(0, objects)
                .mapToObj(number -> new RemovedObject(
                        number,
                        scene.objects().get(number),
                        answers.get(number + 1).confidences()[cls]))
                .sorted(Comparator.comparingDouble(RemovedObject::confidence))
                .toList();
        return new SceneBlame(scene, cls, answers.get(0).confidences()[cls], removed);
    }
}
