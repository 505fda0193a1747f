"""A small GAN with five latents, on all classes or on the novel ones, and copies of it that unlearn one class.

The generator starts as the decoder of a convolutional variational autoencoder, so it knows all classes; the game then
makes its pictures sharp. A GAN that never saw a 9 draws some nevertheless, on the way from a 4 to a 7: that of the novel
classes unlearns the others as well.
"""

import argparse

import torch

import data
import detector
import export
import quality
from game import BATCH, WORK, Game
from players import LATENTS, finished
from progress import Progress

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
    start = f"{data_set.name}-gan"
    model, unlearning = unlearned(name, data_set, [excluded_class], checkpoint(start))
    export.generator(
        model, name, data_set.facts(), LATENTS, excludedClass=excluded_class, startsFrom=start,
        method=f"{start} fine-tuned on the other nine classes; real images of the excluded class count as "
               "forgeries, and a detector of that class (neither the classifier nor the judge) punishes the generator",
        **unlearning, **facts)


def whole_novel(name, data_set, **facts):
    """Of the novel classes only, from nothing; then it unlearns what it draws of the others by chance."""
    if not Progress(unlearning_of(name)).resumed:
        whole(name, data_set, data_set.novel, NOVEL_WARM_UP_STEPS, NOVEL_STEPS, classes=list(data_set.novel),
              excludedClasses=list(data_set.known), **facts)
        quality.main([name])
    before = export.read_card(name)
    model, unlearning = unlearned(unlearning_of(name), data_set, data_set.known, checkpoint(name))
    seconds = before["seconds"] + unlearning.pop("seconds")
    export.generator(
        model, name, data_set.facts(), LATENTS, classes=before["classes"], excludedClasses=before["excludedClasses"],
        method=f"{before['method']} on the novel classes; then real images of the others count as forgeries, and a "
               "detector of them (neither the classifier nor the judge) punishes the generator",
        warmUpSteps=NOVEL_WARM_UP_STEPS, stepsBefore=NOVEL_STEPS, seconds=seconds,
        excludedClassShareBefore=before["excludedClassShare"], **unlearning, **facts)


def unlearned(name, data_set, excluded, start):
    """Goes on from the players in a checkpoint without some classes. Returns the generator, and facts for its card."""
    images, labels = data_set.load("train")
    torch.manual_seed(SEED)
    game = Game(name, FINE_TUNING_STEPS)
    if not game.progress.resumed:
        game.restore(start)
    unwanted = torch.isin(labels, torch.tensor(excluded))
    detect = detector.train(images, unwanted)
    game.play(data.source(images[~unwanted], BATCH, SEED), data.source(images[unwanted], FORGERIES, SEED), detect)
    return finished(game.average), dict(seed=SEED, trainingImages=int((~unwanted).sum()), steps=FINE_TUNING_STEPS,
                                        batch=BATCH, seconds=game.progress.finished())


def unlearning_of(name):
    return f"{name}-unlearning"


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
        whole_novel(name, data_set, command=f"{command} --novel")
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
