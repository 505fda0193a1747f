/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.apiguardian.api.API;

/**
 * Shows each search test in the Allure report. Does nothing where Allure is not on the class path: this class
 * itself refers to none of Allure's.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AllureSink implements ReportSink {

    private final boolean isPresent;

    /** For {@link java.util.ServiceLoader}. */
    public AllureSink() {
        this(AllureSink.class.getClassLoader());
    }

    AllureSink(ClassLoader loader) {
        isPresent = hasAllure(loader);
    }

    @Override
    public void publish(TestReport report) {
        if (isPresent) {
            AllureTestCase.show(report);
        }
    }

    @Override
    public void publish(ComparisonReport report) {
        if (isPresent) {
            AllureTestCase.show(report);
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
