"""What the trained classifier says about a generator: how far its pictures are from real ones, and which classes."""

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
def examine(images):
    """Penultimate features (n, 128) and probabilities (n, 10) by mnist-cnn."""
    model = export.load("mnist-cnn")
    features = torch.cat([model.features((chunk - .1307) / .3081) for chunk in images.split(500)])
    return features, model.head(features).softmax(1)


def measure(generator, latents, without=None):
    """Facts for the card of a generator; with a class left out, also how often it still comes out."""
    features, probabilities = examine(draw(generator, latents))
    real, _ = examine(data.load("test")[0])
    facts = {
        "frechetDistance": round(frechet.distance(features, real), 2),
        "frechetDistanceMeans": f"on the 128 penultimate features of mnist-cnn, {DRAWS} generated against all test "
                                "images of all ten classes; not comparable with the Inception FID of papers",
        "classShares": shares(probabilities),
        "meanConfidence": round(probabilities.max(1).values.mean().item(), 4),
    }
    if without is not None:
        facts["excludedClassShare"] = leak(probabilities, without)
    return facts


def shares(probabilities):
    """For each class, the share of pictures for which it is the judge's first guess."""
    guesses = probabilities.argmax(1)
    return [round((guesses == k).double().mean().item(), 4) for k in range(10)]


def leak(probabilities, without):
    """How much of a class is there: as first guess, and with near certainty."""
    return {
        "asFirstGuess": round((probabilities.argmax(1) == without).double().mean().item(), 4),
        f"withProbabilityAtLeast{SURE:.0%}".replace("%", "Percent"):
            round((probabilities[:, without] >= SURE).double().mean().item(), 4),
    }
