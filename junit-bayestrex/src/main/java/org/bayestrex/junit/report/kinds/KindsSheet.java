/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.engine.explain.Claim;
import org.bayestrex.engine.explain.DifferentiableMasking;
import org.bayestrex.engine.explain.Kind;
import org.bayestrex.engine.explain.Kinds;
import org.bayestrex.engine.explain.MinimalChange;
import org.bayestrex.engine.explain.Saliency;
import org.bayestrex.engine.explain.SmoothGrad;
import org.bayestrex.engine.explain.TokenMask;
import org.bayestrex.engine.explain.TokenRemoval;
import org.bayestrex.engine.explain.VanillaGradient;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.input.TopClasses;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;
import org.bayestrex.junit.report.picture.Picture;

/**
 * The findings as a few kinds: of each a typical one, what in it makes the model so sure, and the smallest change after which it
 * is sure no more. Made once, from the models; shown by whoever shows the test.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class KindsSheet {

    /** As many kinds as one looks at. */
    static final int SHOWN = 6;

    private final Findings findings;
    private final Kinds kinds;
    private final List<ExplainedKind> explained;
    private final Drawing drawing;

    private KindsSheet(Findings findings, Kinds kinds, List<ExplainedKind> explained) {
        this.findings = findings;
        this.kinds = kinds;
        this.explained = List.copyOf(explained);
        this.drawing = Drawing.of(() -> KindsPicture.of(findings, kinds, explained));
    }

    /**
     * Groups the findings and explains the largest kinds, six at most.
     *
     * @param findings whose models are asked
     * @param saliency how; of texts each word is taken away, but for masks where the model shows its hidden states
     * @throws org.bayestrex.engine.model.ModelException when a model throws, or has no gradient where one is needed
     */
    public static KindsSheet of(Findings findings, Saliency saliency) {
        Kinds kinds = Kinds.of(findings);
        List<Sample> medoids =
                kinds.kinds().stream().limit(SHOWN).map(Kind::medoid).toList();
        if (InputView.of(findings).isText(findings)) {
            return new KindsSheet(findings, kinds, sentences(findings, kinds, medoids, saliency));
        }
        boolean pictures = medoids.stream().allMatch(medoid -> Picture.isPossible(medoid.input()));
        List<List<Attribution>> maps = pictures ? maps(findings, medoids, saliency) : List.of();
        List<Optional<MinimalChange>> changes = MinimalChange.of(findings, medoids);
        List<ExplainedKind> explained = new ArrayList<>();
        for (int i = 0; i < medoids.size(); i++) {
            int kind = i;
            explained.add(ExplainedKind.ofValues(
                    kinds.kinds().get(i),
                    maps.stream().map(method -> method.get(kind)).toList(),
                    changes.get(i)));
        }
        return new KindsSheet(findings, kinds, explained);
    }

    /** But for a mask, words are taken away whatever the method: they have no shades that a gradient could speak of. */
    private static List<ExplainedKind> sentences(
            Findings findings, Kinds kinds, List<Sample> medoids, Saliency saliency) {
        if (saliency instanceof DifferentiableMasking masking
                && findings.spec().classifier().as(MaskableModel.class).isPresent()) {
            List<TokenMask> masks = TokenMask.of(
                    findings.spec().classifier(),
                    findings.spec().distribution(),
                    medoids.stream().map(Sample::input).toList(),
                    masking);
            return IntStream.range(0, medoids.size())
                    .mapToObj(i -> ExplainedKind.ofText(kinds.kinds().get(i), masks.get(i)))
                    .toList();
        }
        List<TokenRemoval> removals = TokenRemoval.of(
                findings.spec().classifier(), findings.spec().distribution(), claims(findings, medoids));
        return IntStream.range(0, medoids.size())
                .mapToObj(i -> ExplainedKind.ofText(kinds.kinds().get(i), removals.get(i)))
                .toList();
    }

    private static List<Claim> claims(Findings findings, List<Sample> medoids) {
        return medoids.stream()
                .map(medoid -> new Claim(
                        medoid.input(), findings.target().claimedClass().orElse(medoid.predictedClass())))
                .toList();
    }

    /** The gradient stands beside what is made of it, SmoothGrad beside a mask. */
    private static List<List<Attribution>> maps(Findings findings, List<Sample> medoids, Saliency saliency) {
        List<Claim> claims = claims(findings, medoids);
        List<List<Attribution>> maps = new ArrayList<>();
        if (saliency instanceof DifferentiableMasking) {
            maps.add(new SmoothGrad().of(findings.spec().classifier(), claims));
        } else if (saliency.needsGradient() && !(saliency instanceof VanillaGradient)) {
            maps.add(new VanillaGradient().of(findings.spec().classifier(), claims));
        }
        maps.add(saliency.of(findings.spec().classifier(), claims));
        return maps;
    }

    /** The numbers behind the pictures. */
    public Kinds kinds() {
        return kinds;
    }

    /** The sheet as PNG; empty where nothing was found, or inputs are no pictures. */
    public Optional<byte[]> png() {
        return drawing.png();
    }

    /** How many kinds, in a few words. */
    public String describe() {
        int count = kinds.kinds().size();
        return count == 1 ? "1 kind of finding" : count + " kinds of findings";
    }

    /** The same in sentences, with what was not seen. */
    public String verdict() {
        if (kinds.kinds().isEmpty()) {
            return "Nothing was found, so there is no kind of it.";
        }
        Rate unseen = kinds.unseen();
        int most = kinds.covering(.9);
        String largest = most < kinds.kinds().size()
                ? " The " + (most == 1 ? "largest holds" : most + " largest hold") + " nine tenths of them."
                : "";
        String next = unseen.isUnknown()
                ? ""
                : " The next finding is of another kind with a chance of %s, at most %s: %s of what is still to be found is covered, at least %s."
                        .formatted(
                                Numbers.percent(unseen.estimate()),
                                Numbers.percent(unseen.upper()),
                                Numbers.percent(1 - unseen.estimate()),
                                Numbers.percent(1 - unseen.upper()));
        return describe() + " in " + Numbers.count(kinds.compared()) + " different draws." + largest + next;
    }

    /** How to read the picture. */
    public String caption() {
        return explained.stream()
                .flatMap(kind -> kind.maps().stream())
                .reduce((first, last) -> last)
                .map(map ->
                        "A kind is a group of findings that look alike; its picture is the one in its middle (medoid), its share"
                                + " is that of all such inputs of the data distribution, with the 95 % interval. Maps: "
                                + colours(map)
                                + " The darker, the more. A map that can be trusted is dark on a few spots, not all over the picture. Strip:"
                                + " the shortest way found in latent space from the finding to where the model favours another class;"
                                + " two random latents are about "
                                + Numbers.digits(Math.sqrt(
                                        2. * findings.spec().distribution().latentSize()))
                                + " apart.")
                .orElse("");
    }

    private static String colours(Attribution map) {
        return switch (map.method()) {
            case "DiffMask" ->
                "SmoothGrad has red where the model would be surer if the pixel were brighter, blue where it would be less sure;"
                        + " DiffMask has red where a square is needed, and white where all such squares can be covered at once and the"
                        + " model says nearly the same (KL: how far it is from that, in nats).";
            case "occlusion", "integrated gradients" ->
                "red where what is there speaks for the class, blue where it speaks" + " against it.";
            default ->
                "red where the model would be surer if the pixel were brighter, blue where it would be less sure.";
        };
    }

    /** The sheet, or why there is none. */
    public Drawing drawing() {
        return drawing;
    }

    /** Which masks do not keep what the model says: these explain nothing. */
    private String violations() {
        String kinds = explained.stream()
                .filter(kind -> kind.maps().stream().anyMatch(MaskWords::isViolated))
                .map(kind -> String.valueOf(explained.indexOf(kind) + 1))
                .collect(Collectors.joining(", "));
        return kinds.isEmpty()
                ? ""
                : Tables.paragraph("Violated: the mask of kind " + kinds
                        + " changes what the model says by more than is allowed, and so explains nothing.");
    }

    /** The whole section. */
    public String html(Place place) {
        if (explained.stream().anyMatch(ExplainedKind::isText)) {
            return Tables.heading("What kinds of findings are there?")
                    + Tables.text(Html.together(Html.escape(verdict())))
                    + new SentenceKinds(findings, explained, kinds.kinds().size()).html();
        }
        String rows = explained.stream().map(this::row).collect(Collectors.joining());
        String table = explained.isEmpty()
                ? ""
                : Tables.table(
                        List.of("Kind", "Share of such inputs", "Draws", "Typical one", "Smallest change"),
                        List.of(rows));
        return Tables.heading("What kinds of findings are there?")
                + Tables.text(Html.together(Html.escape(verdict())))
                + violations()
                + place.large(
                        drawing, "Kinds of findings, explained", "Sheet: " + describe() + ", explained", caption())
                + table;
    }

    private String row(ExplainedKind each) {
        return Tables.row(
                String.valueOf(explained.indexOf(each) + 1),
                Html.escape(Numbers.rate(each.kind().share())),
                Numbers.count(each.kind().size()),
                Html.escape(String.join(", ", TopClasses.of(each.kind().medoid(), findings))),
                Html.escape(each.change()
                        .map(change -> "%s in latent space, then %s"
                                .formatted(Numbers.digits(change.distance()), findings.label(change.other())))
                        .orElse("none found")));
    }
}
