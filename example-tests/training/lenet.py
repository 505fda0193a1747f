"""A LeNet for printed digits, and its adaptation to handwritten ones without their labels (Bayes-TrEx, 4.8).

Adversarial discriminative domain adaptation (Tzeng et al., 2017): a copy of the source network learns to answer
handwritten digits with logits that a discriminator cannot tell from the source network's on printed ones.
"""

import argparse

import torch
from torch import nn
from torch.nn import functional as F

import data
import export
import syn_digits
from classifier import logits_of, measure
from progress import Progress

SEED, STEPS, BATCH = 12, 10_000, 128
SOURCE_RATE, SOURCE_PENALTY = 1e-3, 2.5e-5
ADAPTATION_RATE, BETAS = 2e-4, (.5, .999)


class LeNet(nn.Module):
    """Images (n, 1, 28, 28) in [0, 1] to ten logits."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, 10))

    def forward(self, images):
        return self.layers((images - .5) / .5)


def discriminator():
    """Logits of the ten classes to two: printed, handwritten."""
    return nn.Sequential(nn.Linear(10, 500), nn.ReLU(), nn.Linear(500, 500), nn.ReLU(), nn.Linear(500, 2))


def learn(images, labels, steps=STEPS):
    torch.manual_seed(SEED)
    model = LeNet().to(memory_format=torch.channels_last)
    optimiser = torch.optim.Adam(model.parameters(), SOURCE_RATE, weight_decay=SOURCE_PENALTY)
    progress = Progress("digits-lenet-source", model, optimiser)
    next_index = data.source(torch.arange(len(images)), BATCH, SEED)
    for step in range(progress.done, steps):
        index = next_index()
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(images[index])
        loss = F.cross_entropy(logits.float(), labels[index])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 1000 == 999:
            progress.save(step + 1)
            print(f"step {step + 1}: loss {loss.item():.4f} {progress.seconds:.0f} s", flush=True)
    return model.to(memory_format=torch.contiguous_format).eval(), progress.finished()


def adapt(source, printed, handwritten, steps=STEPS, watch=lambda step, model: None):
    """Starts as a copy of the source network. Inverted labels: it learns to be taken for printed."""
    torch.manual_seed(SEED)
    model = LeNet().to(memory_format=torch.channels_last)
    model.load_state_dict(source.state_dict())
    critic = discriminator()
    optimiser, opponent = (torch.optim.Adam(one.parameters(), ADAPTATION_RATE, betas=BETAS) for one in (model, critic))
    progress = Progress("digits-lenet-adda", model, critic, optimiser, opponent)
    next_answer = data.source(logits_of(source, printed), BATCH, SEED)
    next_image = data.source(handwritten, BATCH, SEED)
    truth, inverted = torch.arange(2).repeat_interleave(BATCH), torch.zeros(BATCH, dtype=torch.long)
    for step in range(progress.done, steps):
        with torch.autocast("cpu", torch.bfloat16):
            answers = model(next_image())
        answers = answers.float()
        told = critic(torch.cat([next_answer(), answers.detach()]))
        update(opponent, F.cross_entropy(told, truth))
        update(optimiser, F.cross_entropy(critic(answers), inverted))
        if step % 500 == 499:
            progress.save(step + 1)
            right = (told.argmax(1) == truth).double().mean().item()
            print(f"step {step + 1}: discriminator right {right:.2f} {progress.seconds:.0f} s", flush=True)
            watch(step + 1, model)
    return model.to(memory_format=torch.contiguous_format).eval(), progress.finished()


def update(optimiser, loss):
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()


def write(name, model, seconds, trained_on, method):
    """Figures are on the MNIST test images, the target; the accuracy on held-out printed digits beside them."""
    _, printed = syn_digits.load()
    facts = syn_digits.facts() | {"targetDataSet": data.MNIST.title, "targetDataSource": str(data.MNIST.package)}
    export.classifier(model, name, facts, command=f"python lenet.py {name}", seed=SEED, method=method,
                      trainingImages=trained_on, steps=STEPS, batch=BATCH, seconds=seconds,
                      **measure(model, *data.MNIST.load("test")),
                      testMeans="on the 10,000 test images of MNIST, the target",
                      sourceTestAccuracy=measure(model, *printed)["testAccuracy"])


def main(name):
    data.MNIST.fetch()
    (printed, labels), _ = syn_digits.load()
    if name == "digits-lenet-source":
        model, seconds = learn(printed, labels)
        write(name, model, seconds, len(printed), "on synthetic printed digits only")
    else:
        source = LeNet()
        source.load_state_dict(export.load("digits-lenet-source").state_dict())
        handwritten, _ = data.MNIST.load("train")
        model, seconds = adapt(source.eval(), printed, handwritten)
        write(name, model, seconds, len(handwritten),
              "digits-lenet-source adapted to MNIST's training images, without their labels, by adversarial "
              "discriminative domain adaptation")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=["digits-lenet-source", "digits-lenet-adda"])
    main(parser.parse_args().name)
