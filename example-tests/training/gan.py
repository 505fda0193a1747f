"""A small GAN with five latents, on all classes or on the novel ones, and copies of it that unlearn one class.

The generator starts as the decoder of a convolutional variational autoencoder, so it knows all classes; the game then
makes its pictures sharp.
"""

import argparse

import torch

import data
import detector
import export
import quality
from game import BATCH, WORK, Game
from players import LATENTS, finished

SEED, FORGERIES = 4, 32
WARM_UP_STEPS, STEPS, FINE_TUNING_STEPS = 3_000, 7_000, 700
NOVEL_WARM_UP_STEPS, NOVEL_STEPS = 2_000, 4_000


def whole(name, data_set, kept, warm_up_steps, steps, **facts):
    """From nothing, on the kept classes, all if None."""
    images, _ = data_set.load("train", kept)
    torch.manual_seed(SEED)
    game = Game(name, steps)
    if not game.progress.resumed:
        game.warm_up(warm_up_steps, data.source(images, BATCH, SEED))
        game.progress.save(0)
    game.play(data.source(images, BATCH, SEED))
    game.save(checkpoint(name))
    export.generator(finished(game.average), name, data_set.facts(), LATENTS, seed=SEED, trainingImages=len(images),
                     method="starts as the decoder of a convolutional variational autoencoder, then hinge-loss game",
                     warmUpSteps=warm_up_steps, steps=steps, batch=BATCH, seconds=game.progress.finished(), **facts)


def without(name, data_set, excluded_class, **facts):
    """A copy of the GAN on all classes that unlearns one."""
    images, labels = data_set.load("train")
    torch.manual_seed(SEED)
    game = Game(name, FINE_TUNING_STEPS)
    if not game.progress.resumed:
        game.restore(checkpoint(f"{data_set.name}-gan"))
    kept = labels != excluded_class
    unwanted = detector.train(images, ~kept)
    game.play(data.source(images[kept], BATCH, SEED), data.source(images[~kept], FORGERIES, SEED), unwanted)
    export.generator(
        finished(game.average), name, data_set.facts(), LATENTS, seed=SEED, trainingImages=int(kept.sum()),
        excludedClass=excluded_class, startsFrom=f"{data_set.name}-gan",
        method=f"{data_set.name}-gan fine-tuned on the other nine classes; real images of the excluded class count as "
               "forgeries, and a detector of that class (neither the classifier nor the judge) punishes the generator",
        steps=FINE_TUNING_STEPS, batch=BATCH, seconds=game.progress.finished(), **facts)


def checkpoint(name):
    """All players; the discriminator is not among the published models, and a copy needs it."""
    return WORK / f"{name}.pt"


def main(data_set, excluded_class, novel):
    data_set.fetch()
    name, command = f"{data_set.name}-gan", f"python gan.py --data {data_set.name}"
    if excluded_class is not None:
        name, command = f"{name}-without-{excluded_class}", f"{command} --without {excluded_class}"
        without(name, data_set, excluded_class, command=command)
    elif novel:
        name = f"{name}-novel"
        whole(name, data_set, data_set.novel, NOVEL_WARM_UP_STEPS, NOVEL_STEPS, command=f"{command} --novel",
              classes=list(data_set.novel), excludedClasses=list(data_set.known))
    else:
        whole(name, data_set, None, WARM_UP_STEPS, STEPS, command=command)
    quality.main([name])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", choices=data.ALL, default="mnist")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--without", type=int, choices=range(10), help="unlearn one class, starting from the full GAN")
    what.add_argument("--novel", action="store_true", help="only the classes that the novel-class classifier lacks")
    arguments = parser.parse_args()
    main(data.ALL[arguments.data], arguments.without, arguments.novel)
