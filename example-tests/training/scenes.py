"""Pictures of scenes and what stands in them, as SceneDump of the example tests writes them: see README.md."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

FOLDER = Path(__file__).parent / ".data" / "scenes"
HEIGHT, WIDTH = 72, 96
SHAPES = ("cube", "sphere", "cylinder")
"""Those that are counted; a cone is not."""
COLOURS = ("gray", "red", "blue", "green", "brown", "purple", "cyan", "yellow")
MOST = 10
QUESTIONS = tuple((shape, None) for shape in SHAPES) + tuple((shape, c) for shape in SHAPES for c in COLOURS)
"""How many of a shape, of any colour or of one."""


@dataclass(frozen=True)
class Scenes:
    pictures: torch.Tensor
    """(n, 3, height, width), bytes."""
    counts: torch.Tensor
    """(n, questions)."""
    objects: tuple
    """Of each scene a tensor (objects, 4): shape, colour, and the centre's pixel x and y. Counted shapes only."""
    cones: torch.Tensor
    """(n): how many cones."""

    def __len__(self):
        return len(self.pictures)

    def only(self, kept):
        """Those of a mask (n)."""
        kept_objects = tuple(one for one, keep in zip(self.objects, kept.tolist()) if keep)
        return Scenes(self.pictures[kept], self.counts[kept], kept_objects, self.cones[kept])

    @property
    def sizes(self):
        """(n): objects of all shapes."""
        return self.counts[:, : len(SHAPES)].sum(1) + self.cones


def load(split):
    """The scenes of "train" or "test"."""
    pictures = torch.from_numpy(np.fromfile(FOLDER / f"{split}.rgb", np.uint8).reshape(-1, HEIGHT, WIDTH, 3))
    objects, cones = [[] for _ in pictures], torch.zeros(len(pictures), dtype=torch.long)
    with open(FOLDER / f"{split}.csv", newline="") as rows:
        for row in csv.DictReader(rows):
            scene = int(row["scene"])
            if row["shape"] in SHAPES:
                objects[scene].append((SHAPES.index(row["shape"]), COLOURS.index(row["colour"]),
                                       float(row["x"]), float(row["y"])))
            else:
                cones[scene] += 1
    objects = tuple(torch.tensor(one, dtype=torch.float).reshape(-1, 4) for one in objects)
    counts = torch.stack([count(one) for one in objects])
    return Scenes(pictures.permute(0, 3, 1, 2), counts, objects, cones)


def count(objects):
    """The true answers (questions) for the objects of one scene."""
    by_both = torch.zeros(len(SHAPES), len(COLOURS), dtype=torch.long)
    by_both.index_put_((objects[:, 0].long(), objects[:, 1].long()), torch.tensor(1), accumulate=True)
    return torch.cat([by_both.sum(1), by_both.flatten()])
