/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bayestrex.engine.corpus.LeaderClusters.Cluster;
import org.bayestrex.engine.file.Sha256;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.EngineVersion;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.SearchSpec;

/** What of a search's findings is worth keeping. */
final class Gathering {

    /** Of more draws an even choice is looked at: rare clusters are missed, not their time to be found. */
    private static final int MOST_DRAWS = 500;

    private static final int DIGITS = 9;
    private static final String LETTERS = "abcdef";

    /**
     * A finding that is not kept yet.
     *
     * @param input its picture is of
     */
    record New(CorpusFinding finding, Tensor input) {}

    private final String test;
    private final Findings findings;
    private final Replaying replaying;
    private final Instant now;
    private final List<Sample> failures;

    Gathering(String test, Findings findings, Replaying replaying, Instant now) {
        this.test = test;
        this.findings = findings;
        this.replaying = replaying;
        this.now = now;
        this.failures = evenly(findings.inLevelSet().stream()
                .filter(sample -> !isKnownToBeRight(sample))
                .toList());
    }

    /** By the first oracle, which also makes the rates. */
    private boolean isKnownToBeRight(Sample sample) {
        OptionalInt claimed = findings.target().claimedClass();
        return claimed.isPresent()
                && sample.labels().values().stream()
                        .findFirst()
                        .orElse(OptionalInt.empty())
                        .equals(claimed);
    }

    private static List<Sample> evenly(List<Sample> samples) {
        int count = Math.min(MOST_DRAWS, samples.size());
        List<Sample> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(samples.get((int) ((long) i * samples.size() / count)));
        }
        return chosen;
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /** One finding of each cluster that none of the known ones belongs to, as long as there are fewer than the most. */
    List<New> beyond(List<CorpusFinding> known, int most) {
        SearchSpec spec = findings.spec();
        ModelIdentity distribution = ModelIdentity.of(spec.distribution());
        List<CorpusFinding> comparable = known.stream()
                .filter(finding -> finding.distribution().isSameAs(distribution)
                        && finding.latent().length == spec.distribution().latentSize())
                .toList();
        if (comparable.size() >= most) {
            return List.of();
        }
        Alikeness alikeness = Alikeness.of(spec, replaying);
        List<Replayed> middles = replaying.at(
                comparable.stream().map(CorpusFinding::latent).toList(), spec.classifier(), spec.distribution());
        List<Sample> fresh = failures.stream()
                .filter(sample -> middles.stream()
                        .noneMatch(middle -> alikeness.mayShareACluster(sample.input(), middle.input())))
                .toList();
        return LeaderClusters.of(fresh, alikeness).stream()
                .limit(most - comparable.size())
                .map(cluster -> found(cluster, alikeness, distribution))
                .toList();
    }

    private New found(Cluster cluster, Alikeness alikeness, ModelIdentity distribution) {
        Sample medoid = cluster.medoid();
        Map<String, Integer> labels = new LinkedHashMap<>();
        medoid.labels().forEach((oracle, label) -> label.ifPresent(cls -> labels.put(oracle, cls)));
        CorpusFinding finding = new CorpusFinding(
                id(medoid.latent()),
                test,
                findings.target().describe(),
                now,
                findings.seed(),
                EngineVersion.get(),
                ModelIdentity.of(findings.spec().classifier()),
                distribution,
                cluster.members().size(),
                failures.size(),
                alikeness.radius(),
                medoid.latent(),
                medoid.logits(),
                medoid.confidences(),
                medoid.predictedClass(),
                labels);
        return new New(finding, medoid.input());
    }

    /** The first digit is a letter, so that no spreadsheet takes it for a number. */
    private String id(double[] latent) {
        StringBuilder text = new StringBuilder(test);
        for (double z : latent) {
            text.append(' ').append(Float.toHexString((float) z));
        }
        String hash = Sha256.of(text.toString(), DIGITS + 1);
        return LETTERS.charAt(Character.digit(hash.charAt(DIGITS), 16) % LETTERS.length()) + hash.substring(0, DIGITS);
    }
}
