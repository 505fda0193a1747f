"""A contact sheet, 10 x 10 draws from the prior, of one or more generators, as PNG: python sheet.py OUT.png NAME..."""

import sys

import torch
from PIL import Image

import export
import quality

ACROSS, GAP, SCALE = 10, 2, 2


def sheet(images):
    """One grey picture of 100 images (100, 1, 28, 28)."""
    padded = torch.nn.functional.pad(images[:, 0], (GAP, 0, GAP, 0), value=.4)
    rows = padded.unflatten(0, (-1, ACROSS)).permute(0, 2, 1, 3).flatten(0, 1).flatten(1)
    grey = Image.fromarray((rows * 255).byte().numpy())
    return grey.resize((grey.width * SCALE, grey.height * SCALE), Image.NEAREST)


def main(target, *names):
    sheets = [sheet(quality.draw(export.load(name), latents=5, count=ACROSS ** 2)) for name in names]
    whole = Image.new("L", (sum(s.width for s in sheets) + 16 * (len(sheets) - 1), sheets[0].height), 255)
    for index, one in enumerate(sheets):
        whole.paste(one, (index * (one.width + 16), 0))
    whole.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
