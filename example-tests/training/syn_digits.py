"""Synthetic digits: printed, over crops of photographs, with neighbours, blur and noise; like house numbers, in grey.

Street View House Numbers, from which the Bayes-TrEx paper adapts to MNIST, cannot be fetched from a package registry;
these stand in for them. Fonts and photographs come from packages of requirements.txt. Run as a script for a picture of
some: python syn_digits.py OUT.png
"""

import sys
from importlib.resources import files

import numpy as np
import skimage.color
import skimage.data
import torch
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from progress import WORK

COUNT, HELD_OUT, SEED, SIDE, FINE = 20_000, 2_000, 11, 28, 4
FONTS = ("caladea", "fjallaone", "fredoka_one", "lato", "manrope", "roboto", "source_sans_pro", "source_serif_pro")
PHOTOGRAPHS = ("astronaut", "brick", "camera", "chelsea", "coffee", "grass", "gravel", "rocket")
SIZES, TILT, SHEAR, NEIGHBOUR = (24, 36), 5, .05, .6
GROUND_CONTRAST, INK_CONTRAST, BLUR, NOISE = (.2, .9), (.25, .8), (.2, 1.), (.0, .06)


def fonts():
    """Paths of all styles."""
    return [str(file) for font in FONTS
            for file in sorted((files(f"font_{font}") / "files").iterdir(), key=lambda file: file.name)
            if file.name.endswith(".ttf") and "Variable" not in file.name]


def photographs():
    """Grey, in [0, 1]."""
    pictures = [getattr(skimage.data, name)() for name in PHOTOGRAPHS]
    return [skimage.color.rgb2gray(p) if p.ndim == 3 else p / 255 for p in pictures]


def ground(photograph, random):
    """A crop, of some magnification and contrast."""
    side = random.integers(SIDE, 4 * SIDE)
    top, left = random.integers(0, photograph.shape[0] - side), random.integers(0, photograph.shape[1] - side)
    crop = Image.fromarray((photograph[top:top + side, left:left + side] * 255).astype(np.uint8))
    crop = np.asarray(crop.resize((SIDE, SIDE), Image.BOX)) / 255
    return random.uniform(.2, .8) + random.uniform(*GROUND_CONTRAST) * (crop - crop.mean())


def ink(digit, font, random):
    """How much of each pixel the digit covers, and perhaps a neighbour to either side of it."""
    side = SIDE * FINE
    mask = Image.new("L", (side, side))
    pen, style = ImageDraw.Draw(mask), ImageFont.truetype(font, int(random.uniform(*SIZES) * FINE))
    left, top, right, bottom = style.getbbox(str(digit))
    middle = side / 2 + random.uniform(-2, 2, 2) * FINE
    x, y = middle[0] - (left + right) / 2, middle[1] - (top + bottom) / 2
    pen.text((x, y), str(digit), 255, style)
    for direction in (-1, 1):
        if random.random() < NEIGHBOUR:
            step = direction * (right - left) * random.uniform(1.05, 1.3)
            pen.text((x + step, y), str(random.integers(10)), 255, style)
    mask = mask.rotate(random.uniform(-TILT, TILT), Image.BILINEAR)
    shear = random.uniform(-SHEAR, SHEAR)
    mask = mask.transform(mask.size, Image.AFFINE, (1, shear, -shear * side / 2, 0, 1, 0), Image.BILINEAR)
    return np.asarray(mask.resize((SIDE, SIDE), Image.BOX)) / 255


def picture(digit, font, photograph, random):
    """Brighter or darker than the ground; (28, 28) in [0, 1]."""
    behind = ground(photograph, random)
    sign = random.choice((-1, 1))
    shade = behind.mean() + sign * random.uniform(*INK_CONTRAST)
    if not 0 <= shade <= 1:
        shade = behind.mean() - (shade - behind.mean())
    cover = ink(digit, font, random)
    mixed = Image.fromarray((((1 - cover) * behind + cover * shade).clip(0, 1) * 255).astype(np.uint8))
    blurred = np.asarray(mixed.filter(ImageFilter.GaussianBlur(random.uniform(*BLUR)))) / 255
    return (blurred + random.uniform(*NOISE) * random.standard_normal((SIDE, SIDE))).clip(0, 1)


def make(count, seed):
    """Images (n, 1, 28, 28) in [0, 1] and labels (n)."""
    random, styles, behind = np.random.default_rng(seed), fonts(), photographs()
    labels = random.integers(10, size=count)
    images = [picture(label, styles[random.integers(len(styles))], behind[random.integers(len(behind))], random)
              for label in labels]
    return torch.from_numpy(np.stack(images)).float()[:, None], torch.from_numpy(labels)


def load():
    """Training images and labels, then held-out ones; made once, which takes a minute."""
    file = WORK / "syn-digits.pt"
    if not file.exists():
        WORK.mkdir(exist_ok=True)
        torch.save([make(COUNT, SEED), make(HELD_OUT, SEED + 1)], file)
    return torch.load(file)


def facts():
    """For the card of a model."""
    return {"dataSet": "synthetic digits", "dataSource": f"fonts {', '.join(FONTS)} and photographs of scikit-image"}


if __name__ == "__main__":
    from sheet import sheet
    sheet(make(100, SEED)[0]).save(sys.argv[1])
