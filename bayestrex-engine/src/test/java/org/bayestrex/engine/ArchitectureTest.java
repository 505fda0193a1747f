/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bayestrex.engine.model.Device;

/** Packages depend downwards only, and what one of them hides from the others stays hidden. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "org.bayestrex.engine";

    /** What each package may use, from the façade down. A new package is named here before it compiles through. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("dataset", Set.of("search", "rate", "density", "target", "model", "json")),
            Map.entry("explain", Set.of("explain.mask", "search", "target", "density", "rate", "model")),
            Map.entry("explain.mask", Set.of("model")),
            Map.entry(
                    "baseline",
                    Set.of("search", "label", "rate", "sampler", "density", "target", "model", "json", "file")),
            Map.entry("corpus", Set.of("search", "rate", "target", "model", "json", "file")),
            Map.entry(
                    "search",
                    Set.of(
                            "cache",
                            "checkpoint",
                            "label",
                            "rate",
                            "sampler",
                            "diagnostics",
                            "density",
                            "target",
                            "model",
                            "json",
                            "file")),
            Map.entry("label", Set.of("rate", "model", "file")),
            Map.entry("cache", Set.of("checkpoint", "file")),
            Map.entry("checkpoint", Set.of("density", "file")),
            Map.entry("rate", Set.of("diagnostics")),
            Map.entry("scene", Set.of("model", "json", "file")),
            Map.entry("text", Set.of("model", "json", "file")),
            Map.entry("sampler", Set.of("density", "model")),
            Map.entry("diagnostics", Set.of()),
            Map.entry("density", Set.of("target", "model")),
            Map.entry("target", Set.of()),
            Map.entry("json", Set.of("rate", "model")),
            Map.entry("file", Set.of()),
            Map.entry("model", Set.of("file")));

    @ArchTest
    static void everyPackageUsesOnlyWhatLiesBelowIt(JavaClasses engine) {
        Map<String, Set<String>> used = new TreeMap<>();
        engine.stream().filter(type -> !type.getPackageName().equals(ROOT)).forEach(type -> {
            Set<String> packages = used.computeIfAbsent(room(type.getPackageName()), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith(ROOT + "."))
                    .map(ArchitectureTest::room)
                    .filter(name -> !name.equals(room(type.getPackageName())))
                    .forEach(packages::add);
        });

        assertThat(MAY_USE).containsKeys(used.keySet().toArray(String[]::new));
        used.forEach((name, packages) ->
                assertThat(MAY_USE.get(name)).as("what %s uses", name).containsAll(packages));
    }

    /** A package within a package is named by itself where it has a line of its own. */
    private static String room(String packageName) {
        String name = packageName.substring(ROOT.length() + 1);
        return MAY_USE.containsKey(name) ? name : List.of(name.split("\\.")).get(0);
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineNeverPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule theEngineNeverExitsOrUsesCommonThreads = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ForkJoinPool");

    /** What is written to disk is versioned JSON. Enums and records of the JDK's kinds aside, only exceptions are serializable. */
    @ArchTest
    static final ArchRule nothingIsSerialized = noClasses()
            .that(not(assignableTo(Throwable.class)).and(not(assignableTo(Enum.class))))
            .should()
            .implement(Serializable.class)
            .orShould()
            .dependOnClassesThat(equivalentTo(ObjectOutputStream.class).or(equivalentTo(ObjectInputStream.class)));

    @ArchTest
    static final ArchRule onlyModelsAndWhatIsLearnedKnowDjl = noClasses()
            .that(not(resideInAnyPackage(ROOT + ".model..", ROOT + ".explain.mask..")))
            .should()
            .dependOnClassesThat(resideInAPackage("ai.djl.."));

    /** Passing it on unnamed, as {@code load(device.djl())}, is no access to the class and no call on it. */
    @ArchTest
    static final ArchRule onlyOneClassKnowsDjlDevices = noClasses()
            .that(not(equivalentTo(Device.class)))
            .should()
            .accessClassesThat()
            .belongToAnyOf(ai.djl.Device.class);

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule theEngineKnowsNoTestFramework = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.junit..", "org.assertj..", "io.qameta..", "org.bayestrex.junit.."));

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            classes().should().haveNameNotMatching(".*(Utils?|Helpers?|Managers?)$");
}
