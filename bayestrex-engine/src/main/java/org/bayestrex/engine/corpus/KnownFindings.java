/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bayestrex.engine.corpus.KnownFinding.Status;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.SearchSpec;

/**
 * What became of the findings of one test that are in the corpus. Says nothing of how often inputs fail: a waiver changes
 * what is said here and no rate.
 *
 * @param all in the order of their ids
 */
public record KnownFindings(List<KnownFinding> all) {

    private static final String CLAIM = "no known finding still fails, but for those that are waived";

    public KnownFindings {
        all = List.copyOf(all);
    }

    /** Asks the model of a search about findings, in one batch. */
    static KnownFindings of(
            List<CorpusFinding> findings, Waivers waivers, LocalDate today, SearchSpec spec, Replaying replaying) {
        ModelIdentity distribution = ModelIdentity.of(spec.distribution());
        Predicate<CorpusFinding> comparable = finding -> finding.distribution().isSameAs(distribution)
                && finding.latent().length == spec.distribution().latentSize();
        List<double[]> latents =
                findings.stream().filter(comparable).map(CorpusFinding::latent).toList();
        List<Replayed> answers = replaying.at(latents, spec.classifier(), spec.distribution());
        List<KnownFinding> known = new ArrayList<>();
        int next = 0;
        for (CorpusFinding finding : findings) {
            Optional<Waiver> waiver = waivers.of(finding).filter(each -> !each.isExpired(today));
            if (comparable.test(finding)) {
                Replayed answer = answers.get(next++);
                boolean fails = spec.target()
                        .contains(answer.confidences(), spec.sampling().sigma());
                known.add(new KnownFinding(
                        finding, fails ? Status.STILL_FAILS : Status.FIXED, Optional.of(answer), waiver));
            } else {
                known.add(new KnownFinding(finding, Status.NOT_COMPARABLE, Optional.empty(), waiver));
            }
        }
        return new KnownFindings(known);
    }

    /** Those of a status. */
    public List<KnownFinding> with(Status status) {
        return all.stream().filter(each -> each.status() == status).toList();
    }

    /** How many there are of each kind, for people. */
    public String summary() {
        long waived = all.stream()
                .filter(each -> each.status() == Status.STILL_FAILS && !each.blocks())
                .count();
        return "of %d known findings %d still fail%s, %d are fixed%s"
                .formatted(
                        all.size(),
                        with(Status.STILL_FAILS).size(),
                        waived == 0 ? "" : " (" + waived + " waived)",
                        with(Status.FIXED).size(),
                        with(Status.NOT_COMPARABLE).isEmpty()
                                ? ""
                                : ", %d were found with another generator"
                                        .formatted(with(Status.NOT_COMPARABLE).size()));
    }

    /**
     * The claim that none of them still fails, but for the waived ones. FAIL where one does; INCONCLUSIVE where one cannot
     * be asked any more.
     */
    public Check noneStillFails() {
        List<KnownFinding> blocking = all.stream().filter(KnownFinding::blocks).toList();
        List<KnownFinding> open = all.stream().filter(KnownFinding::isOpen).toList();
        Verdict verdict = !blocking.isEmpty() ? Verdict.FAIL : open.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        String method = summary() + (blocking.isEmpty() ? "" : ": " + named(blocking));
        String advice = verdict == Verdict.INCONCLUSIVE
                ? "The generator is another one than that with which these were found, so their latents mean other inputs: %s. Delete them and search anew, or waive them."
                        .formatted(named(open))
                : "";
        return new Check(
                CLAIM, Rate.known(blocking.size(), method), Double.NEGATIVE_INFINITY, 0, verdict, List.of(), advice);
    }

    private static String named(List<KnownFinding> findings) {
        return findings.stream().map(KnownFinding::toString).collect(Collectors.joining("; "));
    }
}
