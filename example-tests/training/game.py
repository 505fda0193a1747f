"""The game between generator and discriminator.

Hinge loss, spectral norm in the discriminator, a faster discriminator than generator (TTUR), rates that fall to zero,
and an exponential average of the generator's weights. The encoder must recover the latents from the pictures (as in
InfoGAN), so that no class gets lost.
"""

import copy

import torch
from torch.nn import functional as F
from torch.nn.utils.parametrizations import spectral_norm

from players import LATENTS, Generator, critic
from progress import WORK, Progress

BATCH = 128
WARM_UP_RATE, GENERATOR_RATE, DISCRIMINATOR_RATE = 2e-3, 2e-4, 4e-4
AVERAGING, FINE_TUNING_AVERAGING = .999, .995
RECOVERY_WEIGHT, DETECTOR_WEIGHT = 1., 2.


class Game:
    """The players, and the average of the generator that is the result."""

    def __init__(self, name, steps):
        self.steps = steps
        self.generator = Generator().to(memory_format=torch.channels_last)
        self.encoder = critic(2 * LATENTS).to(memory_format=torch.channels_last)
        self.discriminator = critic(1, spectral_norm).to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)
        self._g_optimiser = torch.optim.Adam([*self.generator.parameters(), *self.encoder.parameters()],
                                             GENERATOR_RATE, betas=(.5, .999))
        self._d_optimiser = torch.optim.Adam(self.discriminator.parameters(), DISCRIMINATOR_RATE, betas=(.5, .999))
        self._schedules = [torch.optim.lr_scheduler.LambdaLR(o, lambda step: min(1, 2 * (1 - step / steps)))
                           for o in (self._g_optimiser, self._d_optimiser)]
        self.progress = Progress(name, *self._players(), self._g_optimiser, self._d_optimiser, *self._schedules)

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

    def play(self, next_real, next_forgery=None, detector=None):
        """To unlearn a class, its real images count as forgeries, and a detector of it punishes the generator."""
        averaging = AVERAGING if detector is None else FINE_TUNING_AVERAGING
        g, d, e = self.generator, self.discriminator, self.encoder
        for step in range(self.progress.done, self.steps):
            latents = torch.randn(BATCH, LATENTS)
            with torch.autocast("cpu", torch.bfloat16):
                fake = g(latents)
                d_loss = (1 - d(next_real())).relu().mean() + (1 + d(fake.detach())).relu().mean()
                if next_forgery is not None:
                    d_loss = d_loss + (1 + d(next_forgery())).relu().mean()
            self._update(self._d_optimiser, d_loss)
            d.requires_grad_(False)
            with torch.autocast("cpu", torch.bfloat16):
                recovered = e(fake)[:, :LATENTS].float()
                g_loss = RECOVERY_WEIGHT * F.mse_loss(recovered, latents) - d(fake).mean()
                if detector is not None:
                    g_loss = g_loss + DETECTOR_WEIGHT * F.softplus(detector(fake)).mean()
            self._update(self._g_optimiser, g_loss)
            d.requires_grad_(True)
            for schedule in self._schedules:
                schedule.step()
            self._follow(averaging)
            if step % 250 == 249:
                print(f"step {step + 1}: d {d_loss.item():.3f} g {g_loss.item():.3f} "
                      f"latents {F.mse_loss(recovered, latents).item():.3f} {self.progress.seconds:.0f} s", flush=True)
                self.progress.save(step + 1)

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
