/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

/** Shows the run in the Allure report, where Allure is on the class path: this class itself refers to none of Allure's. */
final class RunInAllure {

    private final boolean isPresent = hasAllure(RunInAllure.class.getClassLoader());

    void show(Run run, History before) {
        if (isPresent) {
            AllureRun.show(run, before);
        }
    }

    private static boolean hasAllure(ClassLoader loader) {
        try {
            Class.forName("io.qameta.allure.Allure", false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
