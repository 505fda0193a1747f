/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.engine.target.Target;
import org.opentest4j.MultipleFailuresError;

/** The one line to paste that repeats a search alone. */
final class Replay {

    /** What else a line must repeat when it was given on the command line. */
    private static final List<String> COMMAND_LINE = List.of(
            Settings.METHOD,
            Settings.CHAINS,
            Settings.WARMUP,
            Settings.DRAWS,
            Settings.PILOT,
            Settings.SIGMA,
            Settings.DEADLINE,
            Settings.STRICT,
            Settings.DEVICE,
            Settings.BASELINE_DIR,
            Settings.BASELINE_MODELS,
            Settings.CORPUS,
            Settings.CORPUS_DIR,
            Settings.INCONCLUSIVE);

    /** From the root of several modules Surefire would fail in the first one that has no such test. */
    private static final String IN_ANY_MODULE = "-Dsurefire.failIfNoSpecifiedTests=false";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=+@%-]+");

    private Replay() {}

    /** The line for a shell. */
    static String ofTest(String test, long seed, Optional<Turn> inTurn) {
        StringBuilder line = new StringBuilder("mvn test -Dtest='%s' -D%s=%d".formatted(test, Settings.SEED, seed));
        inTurn.ifPresent(turn -> line.append(" -D%s=%d".formatted(turn.parameter(), turn.number())));
        for (String name : COMMAND_LINE) {
            String value = System.getProperty(name);
            if (value != null) {
                line.append(" -D").append(name).append('=').append(quoted(value));
            }
        }
        return line.append(' ').append(IN_ANY_MODULE).toString();
    }

    /** A word of a shell, as it is where nothing in it means anything to one. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    /** The expression for a search that plain Java ran. */
    static String ofSearch(SearchSpec spec) {
        org.bayestrex.engine.search.Sampling sampling = spec.sampling();
        org.bayestrex.engine.search.Sampling standard = org.bayestrex.engine.search.Sampling.DEFAULT;
        StringBuilder line =
                new StringBuilder("Search.of(classifier, distribution).target(" + source(spec.target()) + ")");
        append(line, "method", "Method." + sampling.method(), sampling.method() != standard.method());
        append(line, "chains", sampling.chains(), sampling.chains() != standard.chains());
        append(line, "warmup", sampling.warmup(), sampling.warmup() != standard.warmup());
        append(line, "draws", sampling.draws(), sampling.draws() != standard.draws());
        append(line, "pilot", sampling.pilot(), sampling.pilot() != standard.pilot());
        append(line, "sigma", sampling.sigma(), sampling.sigma() != standard.sigma());
        append(line, "strict", false, !sampling.strict());
        append(line, "seed", sampling.seed() + (sampling.seed() == (int) sampling.seed() ? "" : "L"), true);
        return line.append(".run()").toString();
    }

    /** The expression for a comparison that plain Java ran; its other settings are those of the searches. */
    static String ofComparison(long seed) {
        return "Overconfidence.of(candidate, baseline, distribution).labelledBy(labels).sampling(sampling).seed(" + seed
                + (seed == (int) seed ? "" : "L") + ").run()";
    }

    /** Tells every gate error within a failure, soft assertions' included, how the test is repeated. */
    static void giveTo(Throwable failure, String line) {
        giveTo(failure, line, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void giveTo(Throwable failure, String line, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        if (failure instanceof GateError gate) {
            gate.repeatWith(line);
        }
        if (failure instanceof MultipleFailuresError several) {
            several.getFailures().forEach(each -> giveTo(each, line, seen));
        }
        if (failure.getCause() != null) {
            giveTo(failure.getCause(), line, seen);
        }
    }

    private static void append(StringBuilder line, String setting, Object value, boolean given) {
        if (given) {
            line.append('.').append(setting).append('(').append(value).append(')');
        }
    }

    private static String source(Target target) {
        if (target instanceof HighConfidence confident) {
            return "HighConfidence.of(%d)".formatted(confident.targetClass())
                    + (confident.confidence() == 1 ? "" : ".withConfidence(" + confident.confidence() + ")");
        }
        if (target instanceof Ambiguous ambiguous) {
            return ambiguous.classes().isEmpty()
                    ? "Ambiguous.uniform()"
                    : ambiguous.classes().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ", "Ambiguous.between(", ")"));
        }
        if (target instanceof Interpolated way) {
            return "Interpolated.between(%d, %d).at(%s)".formatted(way.from(), way.to(), way.share());
        }
        return "/* " + target.describe() + " */";
    }
}
