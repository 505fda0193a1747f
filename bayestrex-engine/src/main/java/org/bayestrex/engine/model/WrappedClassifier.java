/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;
import java.util.Optional;

/** A classifier that asks another one in a way of its own, and is it otherwise. */
interface WrappedClassifier extends Classifier {

    /** The model as it is. */
    Classifier delegate();

    @Override
    default String name() {
        return delegate().name();
    }

    @Override
    default List<String> labels() {
        return delegate().labels();
    }

    @Override
    default <T> Optional<T> as(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : delegate().as(type);
    }

    @Override
    default void requireUnchanged() {
        delegate().requireUnchanged();
    }

    @Override
    default void close() {
        delegate().close();
    }
}
