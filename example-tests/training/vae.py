"""The variational autoencoder of the Bayes-TrEx paper, 784-400-(5, 5) and 5-400-784; its decoder is the generator.

The number of latents may be another.
"""

import argparse
import time

import torch
from torch import nn
from torch.nn import functional as F

import data
import export
import judge

LATENTS, SEED = 5, 2
EPOCHS, BATCH, PEAK_RATE = 40, 128, 2e-3


class Decoder(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(size, 400), nn.ReLU(), nn.Linear(400, 784))

    def logits(self, latents):
        return self.layers(latents)

    def forward(self, latents):
        return self.logits(latents).sigmoid().unflatten(1, (1, 28, 28))


class Encoder(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.layers = nn.Sequential(nn.Flatten(), nn.Linear(784, 400), nn.ReLU(), nn.Linear(400, 2 * size))

    def forward(self, images):
        return self.layers(images).chunk(2, dim=1)


def negative_elbo(encoder, decoder, images):
    """Cross-entropy of the pixels plus the divergence from the prior, in nats per image."""
    mean, log_variance = encoder(images)
    latents = mean + (log_variance / 2).exp() * torch.randn_like(mean)
    reconstruction = F.binary_cross_entropy_with_logits(decoder.logits(latents), images.flatten(1), reduction="sum")
    divergence = -.5 * (1 + log_variance - mean ** 2 - log_variance.exp()).sum()
    return (reconstruction + divergence) / len(images)


def train(images, size):
    torch.manual_seed(SEED)
    shuffle = torch.Generator().manual_seed(SEED)
    encoder, decoder = Encoder(size), Decoder(size)
    optimiser = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK_RATE, total_steps=EPOCHS * (len(images) // BATCH))
    for epoch in range(EPOCHS):
        total = 0.
        for index in data.batches(len(images), BATCH, shuffle):
            loss = negative_elbo(encoder, decoder, images[index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: {total / (len(images) // BATCH):.2f} nats", flush=True)
    return decoder.eval()


def main(without, size):
    data.fetch()
    name, command = "mnist-vae", "python vae.py"
    if size != LATENTS:
        name, command = f"{name}-{size}", f"{command} --latents {size}"
    if without is not None:
        name, command = f"{name}-without-{without}", f"{command} --without {without}"
    images, _ = data.load("train", without)
    start = time.time()
    decoder = train(images, size)
    seconds = time.time() - start
    export.generator(decoder, name, size, command=command, seed=SEED, trainingImages=len(images),
                     excludedClass=without, epochs=EPOCHS, seconds=round(seconds),
                     **judge.measure(decoder, size, without))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", type=int, choices=range(10), help="leave one class out")
    parser.add_argument("--latents", type=int, default=LATENTS, help=f"how many, {LATENTS} unless said otherwise")
    arguments = parser.parse_args()
    main(arguments.without, arguments.latents)
