/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.bayestrex.engine.search.Progress;
import org.bayestrex.engine.search.Progress.Phase;
import org.bayestrex.engine.search.ProgressListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far long searches are: one line that is rewritten on a terminal, else a plain line now and
 * then. The only class that prints.
 */
final class ConsoleProgress implements ProgressListener {

    private static final Duration FIRST_PLAIN = Duration.ofSeconds(10);
    private static final Duration FIRST_TERMINAL = Duration.ofSeconds(1);
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final Map<String, PhaseStart> searches = new LinkedHashMap<>();
    private final long interval;
    private long nextLine;

    ConsoleProgress(PrintStream out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        interval = (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(10)).toNanos();
        nextLine = nanos.getAsLong() + (terminal ? FIRST_TERMINAL : FIRST_PLAIN).toNanos();
    }

    static ConsoleProgress onStandardOutput() {
        return new ConsoleProgress(System.out, isTerminal(System.console()), System::nanoTime);
    }

    @Override
    public synchronized void onProgress(Progress progress) {
        if (progress.phase() == Phase.SUMMARY && progress.done() >= progress.total()) {
            end(progress.search());
            return;
        }
        PhaseStart start = searches.get(progress.search());
        if (start == null || start.phase() != progress.phase()) {
            start = new PhaseStart(progress.phase(), progress.elapsed());
            searches.put(progress.search(), start);
        }
        long now = nanos.getAsLong();
        if (now >= nextLine) {
            nextLine = now + interval;
            show(line(progress, start));
        }
    }

    @Override
    public synchronized void onWarning(String message) {
        out.println((terminal ? "\r" : "") + "bayestrex: " + message);
    }

    private void end(String search) {
        searches.remove(search);
        if (searches.isEmpty()) {
            if (terminal) {
                out.print("\r" + " ".repeat(WIDTH) + "\r");
                out.flush();
            }
            nextLine = nanos.getAsLong() + (terminal ? FIRST_TERMINAL : FIRST_PLAIN).toNanos();
        }
    }

    private void show(String line) {
        if (terminal) {
            String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
            out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
            out.flush();
        } else {
            out.println(line);
        }
    }

    private String line(Progress progress, PhaseStart start) {
        double share = progress.total() == 0 ? 0 : (double) progress.done() / progress.total();
        Duration inPhase = progress.elapsed().minus(start.elapsed());
        String remaining = share == 0 || inPhase.isZero()
                ? ""
                : ", about %s of it left"
                        .formatted(clock(Duration.ofNanos((long) (inPhase.toNanos() * (1 - share) / share))));
        String others = searches.size() == 1 ? "" : ", and %d more".formatted(searches.size() - 1);
        return String.format(
                Locale.ROOT,
                "bayestrex: %3.0f %% of %s after %s%s: %s%s",
                100 * share,
                name(progress.phase()),
                clock(progress.elapsed()),
                remaining,
                progress.search(),
                others);
    }

    private static String name(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String clock(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** From Java 22 on there is a console without a terminal, too; it says so. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unknown) {
            return false;
        }
    }

    /** When a search entered its phase, on the search's own clock. */
    private record PhaseStart(Phase phase, Duration elapsed) {}
}
