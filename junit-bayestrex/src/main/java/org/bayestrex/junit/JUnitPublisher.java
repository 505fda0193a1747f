/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bayestrex.junit.report.Publisher;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Passes a sink's entries and files on to JUnit. Files go by reflection: the method exists from JUnit
 * 5.12, and of its forms only the one for directories is the same in JUnit 6.
 */
final class JUnitPublisher implements Publisher {

    private static final System.Logger LOGGER = System.getLogger(JUnitPublisher.class.getName());
    private static final String DIRECTORY = "bayestrex";

    private final ExtensionContext context;

    JUnitPublisher(ExtensionContext context) {
        this.context = context;
    }

    @Override
    public void entries(Map<String, String> entries) {
        context.publishReportEntry(entries);
    }

    @Override
    public void file(Path file) {
        String name = file.getFileName().toString();
        ThrowingConsumer<Path> copy = directory -> Files.copy(file, directory.resolve(name));
        try {
            ExtensionContext.class
                    .getMethod("publishDirectory", String.class, ThrowingConsumer.class)
                    .invoke(context, DIRECTORY, copy);
        } catch (NoSuchMethodException before512) {
            // by design: nothing to publish to
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("JUnit's interface is public", impossible);
        } catch (InvocationTargetException refused) {
            // some launchers take no files; they are in the output directory anyway
            LOGGER.log(System.Logger.Level.DEBUG, "JUnit does not take " + file, refused.getCause());
        }
    }
}
