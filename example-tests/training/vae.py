"""The variational autoencoder of the Bayes-TrEx paper, 784-400-(5, 5) and 5-400-784; its decoder is the generator.

The number of latents may be another.
"""

import argparse

import torch
from torch import nn
from torch.nn import functional as F

import data
import export
import quality
from progress import Progress

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


def train(name, images, size):
    torch.manual_seed(SEED)
    shuffle = torch.Generator().manual_seed(SEED)
    encoder, decoder = Encoder(size), Decoder(size)
    optimiser = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK_RATE, total_steps=EPOCHS * (len(images) // BATCH))
    progress = Progress(name, encoder, decoder, optimiser, schedule, shuffle)
    for epoch in range(progress.done, EPOCHS):
        total = 0.
        for index in data.batches(len(images), BATCH, shuffle):
            loss = negative_elbo(encoder, decoder, images[index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        progress.save(epoch + 1)
        print(f"epoch {epoch + 1}: {total / (len(images) // BATCH):.2f} nats {progress.seconds:.0f} s", flush=True)
    return decoder.eval(), progress.finished()


def main(data_set, without, size):
    data_set.fetch()
    name, command = f"{data_set.name}-vae", f"python vae.py --data {data_set.name}"
    if size != LATENTS:
        name, command = f"{name}-{size}", f"{command} --latents {size}"
    if without is not None:
        name, command = f"{name}-without-{without}", f"{command} --without {without}"
    images, _ = data_set.load("train", [k for k in range(10) if k != without])
    decoder, seconds = train(name, images, size)
    export.generator(decoder, name, data_set.facts(), size, command=command, seed=SEED, trainingImages=len(images),
                     excludedClass=without, epochs=EPOCHS, seconds=seconds)
    quality.main([name])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", choices=data.ALL, default="mnist")
    parser.add_argument("--without", type=int, choices=range(10), help="leave one class out")
    parser.add_argument("--latents", type=int, default=LATENTS, help=f"how many, {LATENTS} unless said otherwise")
    arguments = parser.parse_args()
    main(data.ALL[arguments.data], arguments.without, arguments.latents)
