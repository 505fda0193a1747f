/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.target.Target;

/**
 * What a baseline's numbers are about: all that has to be equal for them to be compared with others. How many draws there
 * are, of which sampler and seed, is no part of it: that makes intervals narrow or wide, not the numbers others.
 *
 * @param target its description
 * @param targetType its class, and its values where it is a record
 * @param sigma width of the relaxed likelihood, which is also that of the level set
 * @param distribution where inputs come from
 * @param excludedClasses classes that it does not hold, increasing
 * @param oracles who labels, the first one makes the rates
 * @param classNames names of the classes; empty where they are only numbered
 */
public record BaselineSubject(
        String target,
        String targetType,
        double sigma,
        ModelIdentity distribution,
        List<Integer> excludedClasses,
        List<ModelIdentity> oracles,
        List<String> classNames) {

    public BaselineSubject {
        excludedClasses = List.copyOf(excludedClasses);
        oracles = List.copyOf(oracles);
        classNames = List.copyOf(classNames);
    }

    /** What findings are about. */
    public static BaselineSubject of(Findings findings) {
        SearchSpec spec = findings.spec();
        return new BaselineSubject(
                spec.target().describe(),
                type(spec.target()),
                spec.sampling().sigma(),
                ModelIdentity.of(spec.distribution()),
                spec.distribution().excludedClasses().stream().sorted().toList(),
                spec.oracles().stream()
                        .map(oracle -> new ModelIdentity(oracle.name(), oracle.fingerprint()))
                        .toList(),
                spec.classifier().labels());
    }

    private static String type(Target target) {
        Class<?> type = target.getClass();
        return type.isRecord() ? type.getName() + " " + target : type.getName();
    }

    /** In what another subject differs from this one, the baseline's: "sigma was 0.05 and is 0.1". */
    List<String> differences(BaselineSubject now) {
        List<String> differences = new ArrayList<>();
        add(differences, "the target", target, now.target);
        if (target.equals(now.target)) {
            add(differences, "the target's type", targetType, now.targetType);
        }
        add(differences, "sigma", sigma, now.sigma);
        if (!distribution.isSameAs(now.distribution)) {
            differences.add(wasAndIs("the data distribution", distribution, now.distribution));
        }
        add(differences, "the classes that the distribution lacks", excludedClasses, now.excludedClasses);
        if (!sameOracles(now)) {
            differences.add(wasAndIs("who labels", oracles, now.oracles));
        }
        add(differences, "the classes' names", classNames, now.classNames);
        return differences;
    }

    private boolean sameOracles(BaselineSubject now) {
        boolean same = oracles.size() == now.oracles.size();
        for (int i = 0; same && i < oracles.size(); i++) {
            same = oracles.get(i).isSameAs(now.oracles.get(i));
        }
        return same;
    }

    private static void add(List<String> differences, String what, Object then, Object now) {
        if (!Objects.equals(then, now)) {
            differences.add(wasAndIs(what, then, now));
        }
    }

    private static String wasAndIs(String what, Object then, Object now) {
        return "%s was %s and is %s".formatted(what, then, now);
    }
}
