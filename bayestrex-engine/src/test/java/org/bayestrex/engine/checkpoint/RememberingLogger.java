/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told, by level. */
final class RememberingLogger implements System.Logger {

    final List<String> warnings = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();

    @Override
    public String getName() {
        return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
        (level == Level.WARNING ? warnings : remarks).add(text);
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String format, Object @Nullable ... values) {
        (level == Level.WARNING ? warnings : remarks).add(format);
    }
}
