"""A small GAN with five latents, and copies of it that unlearn one class.

The generator starts as the decoder of a convolutional variational autoencoder, so it knows all classes; the game then
makes its pictures sharp.
"""

import argparse
import time

import torch

import data
import detector
import export
import judge
from game import BATCH, WORK, Game
from players import LATENTS, finished

SEED, FORGERIES = 4, 32
WARM_UP_STEPS, STEPS, FINE_TUNING_STEPS = 3_000, 7_000, 700
CHECKPOINT = WORK / "mnist-gan.pt"


def full(resumed_at):
    images, _ = data.load("train")
    torch.manual_seed(SEED + resumed_at)
    game = Game("mnist-gan")
    start = time.time()
    if resumed_at:
        game.restore(WORK / "mnist-gan-so-far.pt")
    else:
        game.warm_up(WARM_UP_STEPS, data.source(images, BATCH, SEED))
    game.play(STEPS, data.source(images, BATCH, SEED), first=resumed_at)
    seconds = time.time() - start
    game.save(CHECKPOINT)
    generator = finished(game.average)
    export.generator(generator, "mnist-gan", LATENTS, command="python gan.py", seed=SEED, trainingImages=len(images),
                     method="starts as the decoder of a convolutional variational autoencoder, then hinge-loss game",
                     warmUpSteps=WARM_UP_STEPS, steps=STEPS, resumedAtStep=resumed_at, batch=BATCH,
                     seconds=round(seconds), **judge.measure(generator, LATENTS))


def without(excluded_class):
    images, labels = data.load("train")
    torch.manual_seed(SEED)
    name = f"mnist-gan-without-{excluded_class}"
    game = Game(name)
    game.restore(CHECKPOINT)
    _, before = judge.examine(judge.draw(finished(game.average), LATENTS))
    kept = labels != excluded_class
    start = time.time()
    unwanted = detector.train(images, ~kept)
    game.play(FINE_TUNING_STEPS, data.source(images[kept], BATCH, SEED),
              next_forgery=data.source(images[~kept], FORGERIES, SEED), detector=unwanted)
    seconds = time.time() - start
    generator = finished(game.average)
    export.generator(
        generator, name, LATENTS, command=f"python gan.py --without {excluded_class}",
        seed=SEED, trainingImages=int(kept.sum()), excludedClass=excluded_class,
        method="mnist-gan fine-tuned on the other nine classes; real images of the excluded class count as forgeries, "
               "and a detector of that class (not the judge) punishes the generator",
        steps=FINE_TUNING_STEPS, batch=BATCH, seconds=round(seconds),
        excludedClassShareBefore=judge.leak(before, excluded_class),
        **judge.measure(generator, LATENTS, excluded_class))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", type=int, choices=range(10), help="unlearn one class, starting from mnist-gan")
    parser.add_argument("--resume", type=int, default=0, metavar="STEP",
                        help="go on where an interrupted mnist-gan was last saved; the optimisers start anew")
    arguments = parser.parse_args()
    data.fetch()
    full(arguments.resume) if arguments.without is None else without(arguments.without)
