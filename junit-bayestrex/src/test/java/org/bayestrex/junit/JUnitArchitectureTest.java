/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apiguardian.api.API;

/** The rules of this module's architecture. */
@AnalyzeClasses(packages = "org.bayestrex.junit", importOptions = ImportOption.DoNotIncludeTests.class)
class JUnitArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.bayestrex.junit.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule REPORTS_KNOW_NO_ANNOTATIONS = noClasses()
            .that()
            .resideInAPackage("..junit.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bayestrex.junit");

    @ArchTest
    static final ArchRule ONLY_THE_CONSOLE_PRINTS = noClasses()
            .that()
            .doNotHaveSimpleName("ConsoleProgress")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_CONSTANTS =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule PUBLIC_TYPES_SAY_HOW_STABLE_THEY_ARE = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .beAnnotatedWith(API.class);
}
