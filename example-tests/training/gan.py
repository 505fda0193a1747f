"""A small GAN with five latents, and copies of it that unlearn one class.

Hinge loss, spectral norm and minibatch deviation in the discriminator, batch norm in the generator, a faster
discriminator than generator (TTUR), rates that fall to zero, and an exponential average of the generator's weights.
"""

import argparse
import copy
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval, fuse_linear_bn_eval
from torch.nn.utils.parametrizations import spectral_norm

import data
import export
import judge

LATENTS, SEED, BATCH = 5, 4, 128
STEPS, FINE_TUNING_STEPS = 18_000, 3_000
GENERATOR_RATE, DISCRIMINATOR_RATE, AVERAGING = 3e-4, 6e-4, .999
WORK = Path(__file__).parent / ".work"


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(LATENTS, 64, bias=False), nn.BatchNorm1d(64), nn.ReLU(),
            nn.Unflatten(1, (64, 1, 1)),
            nn.ConvTranspose2d(64, 96, 4, bias=False), nn.BatchNorm2d(96), nn.ReLU(),
            nn.ConvTranspose2d(96, 64, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(64), nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
            nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1))

    def forward(self, latents):
        return self.layers(latents).sigmoid()


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            spectral_norm(nn.Conv2d(1, 32, 4, stride=2, padding=1)), nn.LeakyReLU(.2),
            spectral_norm(nn.Conv2d(32, 64, 4, stride=2, padding=1)), nn.LeakyReLU(.2),
            spectral_norm(nn.Conv2d(64, 128, 3, stride=2, padding=1)), nn.LeakyReLU(.2))
        self.last = spectral_norm(nn.Linear(129 * 16, 1))

    def forward(self, images):
        features = self.features(2 * images - 1)
        deviation = (features.float().var(0) + 1e-6).sqrt().mean().expand(len(images), 1, 4, 4)
        return self.last(torch.cat([features.float(), deviation], 1).flatten(1)).squeeze(1)


class Game:
    """The two players, their optimisers, and the average of the generator that is the result."""

    def __init__(self, name):
        self.checkpoint = WORK / f"{name}.pt"
        self.generator = Generator().to(memory_format=torch.channels_last)
        self.discriminator = Discriminator().to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)

    def play(self, steps, next_real, excluded=None):
        """Trains for `steps`; images of an excluded class count as forgeries."""
        g, d = self.generator, self.discriminator
        g_optimiser = torch.optim.Adam(g.parameters(), GENERATOR_RATE, betas=(.5, .99))
        d_optimiser = torch.optim.Adam(d.parameters(), DISCRIMINATOR_RATE, betas=(.5, .99))
        schedules = [torch.optim.lr_scheduler.LambdaLR(o, lambda step: min(1, 2 * (1 - step / steps)))
                     for o in (g_optimiser, d_optimiser)]
        start = time.time()
        for step in range(steps):
            with torch.autocast("cpu", torch.bfloat16):
                fake = g(torch.randn(BATCH, LATENTS))
                d_loss = (1 - d(next_real())).relu().mean() + (1 + d(fake.detach())).relu().mean()
                if excluded is not None:
                    picked = excluded[torch.randint(len(excluded), (BATCH // 4,))]
                    d_loss = d_loss + .25 * (1 + d(picked)).relu().mean()
            self._update(d_optimiser, d_loss)
            d.requires_grad_(False)
            with torch.autocast("cpu", torch.bfloat16):
                g_loss = -d(fake).mean()
            self._update(g_optimiser, g_loss)
            d.requires_grad_(True)
            for schedule in schedules:
                schedule.step()
            self._follow(min(AVERAGING, (1 + step) / (10 + step)))
            if step % 1000 == 999:
                print(f"step {step + 1}: d {d_loss.item():.3f} g {g_loss.item():.3f} "
                      f"{(time.time() - start) / (step + 1):.3f} s a step", flush=True)
                self.save()

    @staticmethod
    def _update(optimiser, loss):
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()

    @torch.no_grad()
    def _follow(self, decay):
        for mean, weight in zip(self.average.parameters(), self.generator.parameters()):
            mean.lerp_(weight, 1 - decay)

    def save(self):
        """Also during training, so that progress can be looked at."""
        self.checkpoint.parent.mkdir(exist_ok=True)
        torch.save([m.state_dict() for m in (self.generator, self.discriminator, self.average)], self.checkpoint)

    def restore(self, checkpoint):
        for module, values in zip((self.generator, self.discriminator, self.average), torch.load(checkpoint)):
            module.load_state_dict(values)


@torch.no_grad()
def finished(average):
    """The averaged generator with batch-norm statistics of its own, folded into the weights: rows are independent."""
    model = copy.deepcopy(average).to(memory_format=torch.contiguous_format)
    for layer in model.modules():
        if isinstance(layer, (nn.BatchNorm1d, nn.BatchNorm2d)):
            layer.reset_running_stats()
            layer.momentum = None
    for _ in range(50):
        model.train()(torch.randn(500, LATENTS))
    folded = []
    for layer in model.eval().layers:
        if isinstance(layer, nn.BatchNorm1d):
            folded[-1] = fuse_linear_bn_eval(folded[-1], layer)
        elif isinstance(layer, nn.BatchNorm2d):
            folded[-1] = fuse_conv_bn_eval(folded[-1], layer, transpose=True)
        else:
            folded.append(layer)
    model.layers = nn.Sequential(*folded)
    return model.eval()


def reals(images):
    """A source of shuffled batches without end."""
    shuffle = torch.Generator().manual_seed(SEED)

    def endless():
        while True:
            for index in data.batches(len(images), BATCH, shuffle):
                yield images[index]
    return endless().__next__


def full():
    images, _ = data.load("train")
    torch.manual_seed(SEED)
    game = Game("mnist-gan")
    start = time.time()
    game.play(STEPS, reals(images))
    seconds = time.time() - start
    game.save()
    generator = finished(game.average)
    export.generator(generator, "mnist-gan", LATENTS, command="python gan.py", seed=SEED, trainingImages=len(images),
                     steps=STEPS, batch=BATCH, seconds=round(seconds), **judge.measure(generator, LATENTS))


def without(excluded_class):
    images, labels = data.load("train")
    torch.manual_seed(SEED)
    name = f"mnist-gan-without-{excluded_class}"
    game = Game(name)
    game.restore(WORK / "mnist-gan.pt")
    _, before = judge.examine(judge.draw(finished(game.average), LATENTS))
    kept = labels != excluded_class
    start = time.time()
    game.play(FINE_TUNING_STEPS, reals(images[kept]), images[~kept])
    seconds = time.time() - start
    generator = finished(game.average)
    export.generator(
        generator, name, LATENTS, command=f"python gan.py --without {excluded_class}",
        seed=SEED, trainingImages=int(kept.sum()), excludedClass=excluded_class,
        method="mnist-gan fine-tuned on the other nine classes; images of the excluded class count as forgeries",
        steps=FINE_TUNING_STEPS, batch=BATCH, seconds=round(seconds),
        excludedClassShareBefore=judge.leak(before, excluded_class),
        **judge.measure(generator, LATENTS, excluded_class))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", type=int, choices=range(10), help="unlearn one class, starting from mnist-gan")
    arguments = parser.parse_args()
    data.fetch()
    full() if arguments.without is None else without(arguments.without)
