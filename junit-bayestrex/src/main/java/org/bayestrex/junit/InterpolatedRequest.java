/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bayestrex.junit.report.choice.FilmStrip;

/** {@link Interpolated}. */
record InterpolatedRequest(String where, int from, int to, int steps) implements SearchRequest {

    /** Decimals of a step's share in its name: enough to tell ten thousand steps apart. */
    private static final int DECIMALS = 4;

    InterpolatedRequest {
        if (from == to) {
            throw Misuse.interpolatedFromToItself(where, from);
        }
        if (steps < 2) {
            throw Misuse.tooFewSteps(where, steps);
        }
    }

    @Override
    public String annotation() {
        return "Interpolated";
    }

    @Override
    public List<SearchCase> cases(Subject subject, Only only) {
        SearchRequest.requireClass(where, annotation(), "from", from, subject);
        SearchRequest.requireClass(where, annotation(), "to", to, subject);
        OptionalInt one = only.step();
        if (one.isPresent() && (one.getAsInt() < 0 || one.getAsInt() >= steps)) {
            throw Misuse.noSuchStepToRepeat(where, one.getAsInt(), steps);
        }
        return IntStream.range(0, steps)
                .filter(step -> one.isEmpty() || one.getAsInt() == step)
                .mapToObj(step -> search(subject, step))
                .toList();
    }

    @Override
    public Optional<StripSoFar> strip(Subject subject, Path folder) {
        List<String> labels = subject.classifier().labels();
        boolean named = !labels.isEmpty();
        return Optional.of(new StripSoFar(new FilmStrip(
                named ? labels.get(from) : String.valueOf(from),
                named ? labels.get(to) : String.valueOf(to),
                steps,
                List.of(),
                folder.resolve("film-strip.png"))));
    }

    private SearchCase search(Subject subject, int step) {
        double share = (double) step / (steps - 1);
        String name = "interpolated from %d%s to %d%s at %s"
                .formatted(
                        from,
                        SearchRequest.label(subject, from),
                        to,
                        SearchRequest.label(subject, to),
                        BigDecimal.valueOf(share)
                                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()
                                .toPlainString());
        return new SearchCase(
                new org.bayestrex.engine.target.Interpolated(from, to, share),
                subject.distribution(),
                name,
                Optional.of(new Turn(Settings.STEP, step)));
    }
}
