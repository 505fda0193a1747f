"""The judge of a data set: a residual network, so that it need not share the blind spots of the models it judges.

It learns from all training images, moved a little, digits also softened. Its card holds its confusion matrix on the
test images.
"""

import argparse

import torch
from torch import nn
from torch.nn import functional as F

import data
import export
from classifier import logits_of, measure
from progress import Progress
from residual import Block, Convolution, folded

SETTINGS = {"mnist-judge": dict(epochs=6, mirror=False, soften=True),
            "fashion-judge": dict(epochs=14, mirror=True, soften=False)}
SEED, BATCH, PEAK_RATE, SMOOTHING = 7, 128, 3e-3, .05
MOVE, BLUR, DIMMED = 2, (.4, 1.5), (.4, 1.)


class Judge(nn.Module):
    """Images (n, 1, 28, 28) in [0, 1] to ten logits."""

    def __init__(self, data_set):
        super().__init__()
        self.data_set = data_set
        self.features = nn.Sequential(
            Convolution(1, 32), nn.ReLU(),
            Convolution(32, 48, 2), nn.ReLU(), Block(48), Block(48),
            Convolution(48, 96, 2), nn.ReLU(), Block(96),
            nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.head = nn.Linear(96, 10)

    def forward(self, images):
        return self.head(self.features(self.data_set.normalised(images)))


def moved(images, mirror):
    """Each batch moved by up to two pixels; garments, not digits, also look left half of the time."""
    down, right = torch.randint(0, 2 * MOVE + 1, (2, len(images)))
    padded = F.pad(images[:, 0], (MOVE,) * 4)
    rows, columns = down[:, None] + torch.arange(28), right[:, None] + torch.arange(28)
    if mirror:
        mirrored = torch.rand(len(images)) < .5
        columns = torch.where(mirrored[:, None], columns.flip(1), columns)
    return padded[torch.arange(len(images))[:, None, None], rows[:, :, None], columns[:, None, :]][:, None]


def softened(images):
    """Half of each batch blurred and dimmed, as autoencoders draw.

    A judge of sharp digits alone takes one in four digits of an autoencoder for an 8; of garments it errs less.
    """
    half, width = len(images) // 2, torch.empty(1).uniform_(*BLUR)
    taps = torch.exp(-(torch.arange(-3, 4) / width) ** 2 / 2)
    taps /= taps.sum()
    upright = F.conv2d(images[:half], taps.view(1, 1, 7, 1), padding=(3, 0))
    soft = F.conv2d(upright, taps.view(1, 1, 1, 7), padding=(0, 3))
    return torch.cat([soft * torch.empty(half, 1, 1, 1).uniform_(*DIMMED), images[half:]])


def train(name, data_set, epochs, mirror, soften):
    images, labels = data_set.load("train")
    torch.manual_seed(SEED)
    shuffle = torch.Generator().manual_seed(SEED)
    model = Judge(data_set).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(model.parameters(), weight_decay=.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK_RATE, total_steps=epochs * (len(images) // BATCH))
    progress = Progress(name, model, optimiser, schedule, shuffle)
    for epoch in range(progress.done, epochs):
        total = 0.
        for index in data.batches(len(images), BATCH, shuffle):
            pictures = moved(images[index], mirror)
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(softened(pictures) if soften else pictures)
            loss = F.cross_entropy(logits.float(), labels[index], label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        progress.save(epoch + 1)
        print(f"epoch {epoch + 1}: loss {total / (len(images) // BATCH):.4f} {progress.seconds:.0f} s", flush=True)
    return folded(model.to(memory_format=torch.contiguous_format)), progress.finished()


def confusion(model, images, labels):
    """Rows are true classes, columns what the judge says."""
    return torch.bincount(labels * 10 + logits_of(model, images).argmax(1), minlength=100).view(10, 10).tolist()


def main(name):
    data_set = data.of(name).fetch()
    model, seconds = train(name, data_set, **SETTINGS[name])
    test = data_set.load("test")
    export.classifier(model, name, data_set.facts(), command=f"python judge.py {name}", seed=SEED,
                      trainingImages=60_000, epochs=SETTINGS[name]["epochs"], seconds=seconds, **measure(model, *test),
                      confusion=confusion(model, *test),
                      confusionMeans="counts on the test images: row = true class, column = first guess of the judge")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=SETTINGS)
    main(parser.parse_args().name)
