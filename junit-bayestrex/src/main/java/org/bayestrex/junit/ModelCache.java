/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.jspecify.annotations.Nullable;

/** Models by what they were made from; each is made once, when first asked for, and closed at the end. */
final class ModelCache implements AutoCloseable {

    private final Map<Object, Slot<Classifier>> classifiers = new ConcurrentHashMap<>();
    private final Map<Object, Slot<DataDistribution>> distributions = new ConcurrentHashMap<>();

    /** The one classifier for a key; the loader runs outside the map's locks, because loading is slow. */
    Classifier classifier(Object key, Supplier<? extends Classifier> loader) {
        return classifiers.computeIfAbsent(key, absent -> new Slot<>()).get(loader);
    }

    /** The one distribution for a key. */
    DataDistribution distribution(Object key, Supplier<? extends DataDistribution> loader) {
        return distributions.computeIfAbsent(key, absent -> new Slot<>()).get(loader);
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        for (Runnable close : closings()) {
            try {
                close.run();
            } catch (RuntimeException thrown) {
                if (failure == null) {
                    failure = thrown;
                } else {
                    failure.addSuppressed(thrown);
                }
            }
        }
        classifiers.clear();
        distributions.clear();
        if (failure != null) {
            throw failure;
        }
    }

    private Iterable<Runnable> closings() {
        return Stream.<Runnable>concat(
                        classifiers.values().stream().map(slot -> () -> slot.ifMade(Classifier::close)),
                        distributions.values().stream().map(slot -> () -> slot.ifMade(DataDistribution::close)))
                .toList();
    }

    private static final class Slot<M> {

        private @Nullable M model;

        synchronized M get(Supplier<? extends M> loader) {
            M made = model;
            if (made == null) {
                made = loader.get();
                model = made;
            }
            return made;
        }

        synchronized void ifMade(Consumer<M> action) {
            if (model != null) {
                action.accept(model);
            }
        }
    }
}
