"""What the classifier and the judge of its data set say about a generator: python quality.py [NAME...].

How far its pictures are from real ones, which classes come out, and whether a class that was left out still does. The
figures go into the cards of the generators, of all of them unless some are named.
"""

import functools
import sys

import torch

import data
import export
import frechet

DRAWS, SEED, SURE = 10_000, 3, .9


@torch.no_grad()
def draw(generator, latents, count=DRAWS, seed=SEED):
    """Pictures of `count` draws from the prior."""
    z = torch.randn(count, latents, generator=torch.Generator().manual_seed(seed))
    return torch.cat([generator(chunk) for chunk in z.split(500)])


@torch.no_grad()
def examine(data_set, images):
    """The 128 penultimate features (n, 128) of the data set's classifier, and its probabilities (n, 10)."""
    model = export.load(f"{data_set.name}-cnn")
    features = torch.cat([model.features(data_set.normalised(chunk)) for chunk in images.split(500)])
    return features, model.head(features).softmax(1)


@functools.cache
def examined_test_images(data_set_name):
    """Features and labels."""
    images, labels = data.ALL[data_set_name].load("test")
    return examine(data.ALL[data_set_name], images)[0], labels


@torch.no_grad()
def judged(data_set, images):
    """The judge's probabilities (n, 10)."""
    judge = export.load(f"{data_set.name}-judge")
    return torch.cat([judge(chunk) for chunk in images.split(500)]).softmax(1)


def measure(name, latents, excluded=()):
    """Facts for the card of a generator; with classes left out, also how often they still come out."""
    data_set, images = data.of(name), draw(export.load(name), latents)
    features, by_classifier = examine(data_set, images)
    by_judge = judged(data_set, images)
    real, labels = examined_test_images(data_set.name)
    facts = {
        "frechetDistance": round(frechet.distance(features, real), 2),
        "frechetDistanceMeans": f"on the 128 penultimate features of {data_set.name}-cnn, {DRAWS} generated against "
                                "all test images of all ten classes; not comparable with the Inception FID of papers",
        "classShares": shares(by_classifier),
        "classSharesByJudge": shares(by_judge),
        "meanConfidence": round(by_classifier.max(1).values.mean().item(), 4),
    }
    if excluded:
        kept = real[~torch.isin(labels, torch.tensor(excluded))]
        facts["frechetDistanceToKeptClasses"] = round(frechet.distance(features, kept), 2)
        facts["excludedClassShare"] = leak(by_classifier, excluded)
        facts["excludedClassShareByJudge"] = leak(by_judge, excluded)
    return facts


def shares(probabilities):
    """For each class, the share of pictures for which it is the first guess."""
    guesses = probabilities.argmax(1)
    return [round((guesses == k).double().mean().item(), 4) for k in range(10)]


def leak(probabilities, excluded):
    """How much of the excluded classes is there: as first guess, and with near certainty."""
    excluded = torch.tensor(excluded)
    return {
        "asFirstGuess": round(torch.isin(probabilities.argmax(1), excluded).double().mean().item(), 4),
        f"withProbabilityAtLeast{SURE:.0%}".replace("%", "Percent"):
            round((probabilities[:, excluded] >= SURE).any(1).double().mean().item(), 4),
    }


def update(card):
    """Measures the generator of the card again. A copy that unlearned a class is compared with its original."""
    name, latents, excluded = card["name"], card["input"]["shape"][1], export.excluded_by(card)
    if "startsFrom" in card:
        data_set, images = data.of(name), draw(export.load(card["startsFrom"]), latents)
        card["excludedClassShareBefore"] = leak(examine(data_set, images)[1], excluded)
    card |= measure(name, latents, excluded)
    export.write_card(card)
    print(name, {key: card.get(key) for key in ("frechetDistance", "classShares", "excludedClassShare",
                                                "excludedClassShareByJudge")}, flush=True)


def main(names):
    for card in export.cards("generator"):
        if not names or card["name"] in names:
            update(card)


if __name__ == "__main__":
    main(sys.argv[1:])
