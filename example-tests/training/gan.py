"""A small GAN with five latents, and copies of it that unlearn one class.

The generator starts as the decoder of a convolutional variational autoencoder, so it knows all classes; the game then
makes its pictures sharp. Hinge loss, spectral norm in the discriminator, a faster discriminator than generator (TTUR),
rates that fall to zero, and an exponential average of the generator's weights. The encoder must recover the latents
from the pictures (as in InfoGAN), so that no class gets lost.
"""

import argparse
import copy
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval, fuse_linear_bn_eval
from torch.nn.utils.parametrizations import spectral_norm

import data
import export
import judge

LATENTS, SEED, BATCH, FORGERIES = 5, 4, 128, 32
WARM_UP_STEPS, STEPS, FINE_TUNING_STEPS = 3_000, 7_000, 700
WARM_UP_RATE, GENERATOR_RATE, DISCRIMINATOR_RATE = 2e-3, 2e-4, 4e-4
AVERAGING, FINE_TUNING_AVERAGING, RECOVERY_WEIGHT = .999, .995, 1.
WORK = Path(__file__).parent / ".work"
CHECKPOINT = WORK / "mnist-gan.pt"


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

    def logits(self, latents):
        return self.layers(latents)

    def forward(self, latents):
        return self.logits(latents).sigmoid()


def critic(outputs, norm=lambda layer: layer):
    """Images to `outputs` numbers: the encoder's layers, and with a spectral norm the discriminator's."""
    return nn.Sequential(
        norm(nn.Conv2d(1, 32, 4, stride=2, padding=1)), nn.LeakyReLU(.2),
        norm(nn.Conv2d(32, 64, 4, stride=2, padding=1)), nn.LeakyReLU(.2),
        norm(nn.Conv2d(64, 128, 3, stride=2, padding=1)), nn.LeakyReLU(.2),
        nn.Flatten(), norm(nn.Linear(2048, outputs)))


class Game:
    """The players, and the average of the generator that is the result."""

    def __init__(self, name):
        self.name = name
        self.generator = Generator().to(memory_format=torch.channels_last)
        self.encoder = critic(2 * LATENTS).to(memory_format=torch.channels_last)
        self.discriminator = critic(1, spectral_norm).to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)

    def warm_up(self, steps, next_real):
        """A variational autoencoder: the generator as its decoder."""
        optimiser = torch.optim.Adam([*self.generator.parameters(), *self.encoder.parameters()])
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, WARM_UP_RATE, total_steps=steps)
        for step in range(steps):
            real = next_real()
            with torch.autocast("cpu", torch.bfloat16):
                mean, log_variance = self.encoder(real).float().chunk(2, dim=1)
                latents = mean + (log_variance / 2).exp() * torch.randn_like(mean)
                logits = self.generator.logits(latents).float()
            divergence = -.5 * (1 + log_variance - mean ** 2 - log_variance.exp()).sum()
            loss = (F.binary_cross_entropy_with_logits(logits, real, reduction="sum") + divergence) / BATCH
            self._update(optimiser, loss)
            schedule.step()
            if step % 500 == 499:
                print(f"warm-up {step + 1}: {loss.item():.1f} nats", flush=True)
        self.average.load_state_dict(self.generator.state_dict())

    def play(self, steps, next_real, first=0, next_forgery=None, detector=None):
        """Trains for `steps`, the `first` of which may be done.

        To unlearn a class, its real images count as forgeries, and a detector of it punishes the generator.
        """
        averaging = AVERAGING if detector is None else FINE_TUNING_AVERAGING
        g, d, e = self.generator, self.discriminator, self.encoder
        g_optimiser = torch.optim.Adam([*g.parameters(), *e.parameters()], GENERATOR_RATE, betas=(.5, .999))
        d_optimiser = torch.optim.Adam(d.parameters(), DISCRIMINATOR_RATE, betas=(.5, .999))
        schedules = [torch.optim.lr_scheduler.LambdaLR(o, lambda step: min(1, 2 * (1 - (first + step) / steps)))
                     for o in (g_optimiser, d_optimiser)]
        start = time.time()
        for step in range(first, steps):
            latents = torch.randn(BATCH, LATENTS)
            with torch.autocast("cpu", torch.bfloat16):
                fake = g(latents)
                d_loss = (1 - d(next_real())).relu().mean() + (1 + d(fake.detach())).relu().mean()
                if next_forgery is not None:
                    d_loss = d_loss + (1 + d(next_forgery())).relu().mean()
            self._update(d_optimiser, d_loss)
            d.requires_grad_(False)
            with torch.autocast("cpu", torch.bfloat16):
                recovered = e(fake)[:, :LATENTS].float()
                g_loss = RECOVERY_WEIGHT * F.mse_loss(recovered, latents) - d(fake).mean()
                if detector is not None:
                    g_loss = g_loss + F.softplus(detector(fake)).mean()
            self._update(g_optimiser, g_loss)
            d.requires_grad_(True)
            for schedule in schedules:
                schedule.step()
            self._follow(averaging)
            if step % 500 == 499:
                print(f"step {step + 1}: d {d_loss.item():.3f} g {g_loss.item():.3f} "
                      f"latents {F.mse_loss(recovered, latents).item():.3f} "
                      f"{(time.time() - start) / (step + 1 - first):.3f} s a step", flush=True)
                self.save(WORK / f"{self.name}-so-far.pt")

    @staticmethod
    def _update(optimiser, loss):
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()

    @torch.no_grad()
    def _follow(self, averaging):
        for mean, weight in zip(self.average.parameters(), self.generator.parameters()):
            mean.lerp_(weight, 1 - averaging)

    def save(self, checkpoint):
        WORK.mkdir(exist_ok=True)
        torch.save([player.state_dict() for player in self._players()], checkpoint)

    def restore(self, checkpoint):
        for player, values in zip(self._players(), torch.load(checkpoint)):
            player.load_state_dict(values)

    def _players(self):
        return self.generator, self.encoder, self.discriminator, self.average


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


def source(images, batch=BATCH):
    """Shuffled batches without end."""
    shuffle = torch.Generator().manual_seed(SEED)

    def endless():
        while True:
            for index in data.batches(len(images), batch, shuffle):
                yield images[index]
    return endless().__next__


def detector_of(images, wanted, steps=500):
    """Images to a logit: is it of the class? Trained apart, so that the judge stays impartial."""
    model = critic(1).to(memory_format=torch.channels_last)
    optimiser = torch.optim.Adam(model.parameters(), 1e-3)
    next_index = source(torch.arange(len(images)))
    for _ in range(steps):
        index = next_index()
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(images[index]).squeeze(1)
        loss = F.binary_cross_entropy_with_logits(logits.float(), wanted[index].float())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model.requires_grad_(False)


def full(resumed_at):
    images, _ = data.load("train")
    torch.manual_seed(SEED + resumed_at)
    game = Game("mnist-gan")
    start = time.time()
    if resumed_at:
        game.restore(WORK / "mnist-gan-so-far.pt")
    else:
        game.warm_up(WARM_UP_STEPS, source(images))
    game.play(STEPS, source(images), first=resumed_at)
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
    detector = detector_of(images, ~kept)
    game.play(FINE_TUNING_STEPS, source(images[kept]), next_forgery=source(images[~kept], FORGERIES), detector=detector)
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
