"""The classifier of the Bayes-TrEx paper, and three others with the same layers.

The weak one has 1% of the data, no dropout, and is trained far too long. The vague one must halve its belief between
the true class and the next one. The one of the novel-class experiment knows five classes only.
"""

import argparse

import torch
from torch import nn
from torch.nn import functional as F

import data
import export
from progress import Progress

USUAL = dict(images=60_000, dropout=True, epochs=12, batch=128, peak_rate=2e-3)
KINDS = {
    "cnn": USUAL,
    "cnn-weak": dict(images=600, dropout=False, epochs=120, batch=60, peak_rate=2e-3),
    "cnn-vague": USUAL | dict(epochs=8),
    "cnn-novel": USUAL | dict(epochs=8),
}
SEED = 1


class Classifier(nn.Module):
    """Images (n, 1, 28, 28) in [0, 1] to one logit for each class."""

    def __init__(self, data_set, dropout=True, outputs=10):
        super().__init__()
        self.data_set = data_set
        self.features = nn.Sequential(
            nn.Conv2d(1, 32, 3), nn.ReLU(),
            nn.Conv2d(32, 64, 3), nn.ReLU(),
            nn.MaxPool2d(2), nn.Dropout(.25 if dropout else 0),
            nn.Flatten(),
            nn.Linear(9216, 128), nn.ReLU())
        self.head = nn.Sequential(nn.Dropout(.5 if dropout else 0), nn.Linear(128, outputs))

    def forward(self, images):
        return self.head(self.features(self.data_set.normalised(images)))


def certain(labels, outputs):
    return F.one_hot(labels, outputs).float()


def vague(labels, outputs):
    """Half of the belief in the true class, half in the one after it."""
    return (certain(labels, outputs) + certain((labels + 1) % outputs, outputs)) / 2


def train(name, model, images, targets, epochs, batch, peak_rate):
    """Cross-entropy to the targets (n, classes): the divergence from them, but for a constant."""
    shuffle = torch.Generator().manual_seed(SEED)
    model = model.to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(model.parameters(), weight_decay=.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak_rate, total_steps=epochs * (len(images) // batch))
    progress = Progress(name, model, optimiser, schedule, shuffle)
    for epoch in range(progress.done, epochs):
        total = 0.
        for index in data.batches(len(images), batch, shuffle):
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(images[index])
            loss = F.cross_entropy(logits.float(), targets[index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        if epochs < 20 or epoch % 20 == 19:
            progress.save(epoch + 1)
            print(f"epoch {epoch + 1}: loss {total / (len(images) // batch):.4f} {progress.seconds:.0f} s", flush=True)
    return model.to(memory_format=torch.contiguous_format).eval(), progress.finished()


@torch.no_grad()
def logits_of(model, images):
    return torch.cat([model(chunk) for chunk in images.split(500)])


def measure(model, images, labels):
    """Accuracy, and how sure the model is, above all when it is wrong."""
    confidence, guess = logits_of(model, images).softmax(1).max(1)
    wrong = guess != labels
    return {
        "testAccuracy": round((~wrong).double().mean().item(), 4),
        "meanTestConfidence": round(confidence.double().mean().item(), 4),
        "meanConfidenceWhenWrong": round(confidence[wrong].double().mean().item(), 4),
        "testErrorsWithConfidenceAtLeast85Percent": int((wrong & (confidence >= .85)).sum()),
    }


def vagueness(model, images, labels):
    """How much belief the two classes get that should have half each, on average, and the spread over the images."""
    probabilities = logits_of(model, images).softmax(1)
    rows = torch.arange(len(labels))
    own, following = probabilities[rows, labels], probabilities[rows, (labels + 1) % 10]
    return {
        "guessIsOneOfTheTwo": round(((probabilities.argmax(1) - labels) % 10 <= 1).double().mean().item(), 4),
        "beliefInTheTrueClass": {"mean": round(own.mean().item(), 4), "deviation": round(own.std().item(), 4)},
        "beliefInTheNextClass": {"mean": round(following.mean().item(), 4),
                                 "deviation": round(following.std().item(), 4)},
    }


def main(name):
    data_set = data.of(name).fetch()
    kind = name.removeprefix(f"{data_set.name}-")
    settings = dict(KINDS[kind])
    classes = data_set.known if kind == "cnn-novel" else tuple(range(10))
    images, labels = data_set.load("train", classes)
    subset = torch.randperm(len(images), generator=torch.Generator().manual_seed(SEED))[: settings.pop("images")]
    images, labels = images[subset], number(labels[subset], classes)
    torch.manual_seed(SEED)
    model = Classifier(data_set, settings.pop("dropout"), len(classes))
    targets = vague if kind == "cnn-vague" else certain
    model, seconds = train(name, model, images, targets(labels, len(classes)), **settings)
    test, truth = data_set.load("test", classes)
    facts = measure(model, test, number(truth, classes))
    if kind == "cnn-novel":
        facts["classes"] = list(classes)
        facts["classesMeans"] = "output k stands for class classes[k] of the data set; the others were never seen"
    if kind == "cnn-vague":
        facts |= vagueness(model, test, truth)
    export.classifier(model, name, data_set.facts(), len(classes), command=f"python classifier.py {name}", seed=SEED,
                      trainingImages=len(images), epochs=settings["epochs"], seconds=seconds, **facts)


def number(labels, classes):
    """Labels as numbers of outputs."""
    return torch.searchsorted(torch.tensor(classes), labels)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=[f"{one}-{kind}" for one in data.ALL for kind in KINDS])
    main(parser.parse_args().name)
