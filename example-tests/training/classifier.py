"""The classifier of the Bayes-TrEx paper, and a worse one: 1% of the data, no dropout, trained far too long."""

import argparse
import time

import torch
from torch import nn
from torch.nn import functional as F

import data
import export

SETTINGS = {
    "mnist-cnn": dict(images=60_000, dropout=True, epochs=12, batch=128, peak_rate=2e-3),
    "mnist-cnn-weak": dict(images=600, dropout=False, epochs=120, batch=60, peak_rate=2e-3),
}
SEED = 1


class Classifier(nn.Module):
    """Images (n, 1, 28, 28) in [0, 1] to ten logits."""

    def __init__(self, dropout=True):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 32, 3), nn.ReLU(),
            nn.Conv2d(32, 64, 3), nn.ReLU(),
            nn.MaxPool2d(2), nn.Dropout(.25 if dropout else 0),
            nn.Flatten(),
            nn.Linear(9216, 128), nn.ReLU())
        self.head = nn.Sequential(nn.Dropout(.5 if dropout else 0), nn.Linear(128, 10))

    def forward(self, images):
        return self.head(self.features((images - .1307) / .3081))


def train(images, labels, dropout, epochs, batch, peak_rate):
    torch.manual_seed(SEED)
    shuffle = torch.Generator().manual_seed(SEED)
    model = Classifier(dropout).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(model.parameters(), weight_decay=.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak_rate, total_steps=epochs * (len(images) // batch))
    for epoch in range(epochs):
        total = 0.
        for index in data.batches(len(images), batch, shuffle):
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(images[index])
            loss = F.cross_entropy(logits.float(), labels[index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        if epochs < 20 or epoch % 20 == 19:
            print(f"epoch {epoch + 1}: loss {total / (len(images) // batch):.4f}", flush=True)
    return model.to(memory_format=torch.contiguous_format).eval()


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


def main(name):
    settings = SETTINGS[name]
    data.fetch()
    images, labels = data.load("train")
    subset = torch.randperm(len(images), generator=torch.Generator().manual_seed(SEED))[: settings["images"]]
    start = time.time()
    model = train(images[subset], labels[subset], settings["dropout"], settings["epochs"], settings["batch"],
                  settings["peak_rate"])
    seconds = time.time() - start
    export.classifier(model, name, command=f"python classifier.py {name}", seed=SEED,
                      trainingImages=settings["images"], epochs=settings["epochs"], seconds=round(seconds),
                      **measure(model, *data.load("test")))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=SETTINGS)
    main(parser.parse_args().name)
