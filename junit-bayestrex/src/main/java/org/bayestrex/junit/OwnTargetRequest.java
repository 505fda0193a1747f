/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.target.Target;
import org.junit.platform.commons.support.ReflectionSupport;

/** {@link TargetedAt}. */
record OwnTargetRequest(String where, Class<? extends Target> type) implements SearchRequest {

    @Override
    public String annotation() {
        return "TargetedAt";
    }

    @Override
    public List<SearchCase> cases(Subject subject, Only only) {
        Target target = made();
        try {
            target.requireFits(subject.classes());
        } catch (IllegalArgumentException refused) {
            throw Misuse.targetDoesNotFit(where, type, subject.classifier().name(), refused);
        }
        return List.of(new SearchCase(target, subject.distribution(), target.describe(), Optional.empty()));
    }

    private Target made() {
        if (Modifier.isAbstract(type.getModifiers())
                || Arrays.stream(type.getDeclaredConstructors())
                        .mapToInt(Constructor::getParameterCount)
                        .noneMatch(parameters -> parameters == 0)) {
            throw Misuse.targetCannotBeMade(where, type);
        }
        try {
            return ReflectionSupport.newInstance(type);
        } catch (RuntimeException failed) {
            throw Misuse.targetFails(where, type, failed);
        }
    }
}
