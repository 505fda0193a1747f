# SPDX-License-Identifier: Apache-2.0
"""Makes the tiny TorchScript models on which the engine's tests try what users get wrong.

python make.py, with PyTorch; the files land beside this script.
"""

import io
import pathlib
import zipfile
from typing import Dict

import torch
from torch import Tensor, nn

WEIGHT = [[1.0, 0.5, -1.0], [-2.0, 1.0, 0.0], [0.5, 0.25, 2.0]]
BIAS = [0.1, -0.2, 0.3]


class LinearGenerator(nn.Module):
    """Two latents to three inputs: (z0, z1, z0 + z1)."""

    def forward(self, z: Tensor) -> Tensor:
        return torch.cat([z, z.sum(1, keepdim=True)], 1)


class Linear(nn.Module):
    """Three inputs to three logits."""

    def __init__(self):
        super().__init__()
        self.register_buffer("weight", torch.tensor(WEIGHT))
        self.register_buffer("bias", torch.tensor(BIAS))

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight.t() + self.bias


class Choice(Linear):
    """Two latents to three scores: the class that LinearGenerator draws, in the eyes of Linear."""

    def forward(self, z: Tensor) -> Tensor:
        return torch.cat([z, z.sum(1, keepdim=True)], 1) @ self.weight.t() + self.bias


class Probabilities(Linear):
    """The same with a softmax."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.softmax(x @ self.weight.t() + self.bias, 1)


class Rounding(LinearGenerator):
    """Its gradient is zero."""

    def forward(self, z: Tensor) -> Tensor:
        return torch.round(torch.cat([z, z.sum(1, keepdim=True)], 1))


class Detaching(LinearGenerator):
    """It has no gradient."""

    def forward(self, z: Tensor) -> Tensor:
        return torch.cat([z, z.sum(1, keepdim=True)], 1).detach()


class Step(LinearGenerator):
    """A threshold: it has no gradient."""

    def forward(self, z: Tensor) -> Tensor:
        return (torch.cat([z, z.sum(1, keepdim=True)], 1) > 0).float()


class WrongGradient(LinearGenerator):
    """Its gradient has the wrong sign."""

    def forward(self, z: Tensor) -> Tensor:
        x = torch.cat([z, z.sum(1, keepdim=True)], 1)
        return 2 * x.detach() - x


class NanGradient(LinearGenerator):
    """Sound values, but infinity times zero on the way back: the slope of a root at zero."""

    def forward(self, z: Tensor) -> Tensor:
        x = torch.cat([z, z.sum(1, keepdim=True)], 1)
        return x + torch.sqrt((x - x.detach()) ** 2)


class HalfNan(LinearGenerator):
    """NaN where the first latent is negative."""

    def forward(self, z: Tensor) -> Tensor:
        x = torch.cat([z, z.sum(1, keepdim=True)], 1)
        return torch.where(z[:, :1] < 0, torch.full_like(x, float("nan")), x)


class Throws(LinearGenerator):
    """Throws when a first latent exceeds 1.5."""

    def forward(self, z: Tensor) -> Tensor:
        if bool((z[:, 0] > 1.5).any()):
            raise RuntimeError("the first latent is too large")
        return torch.cat([z, z.sum(1, keepdim=True)], 1)


class OneOutput(Linear):
    """One class only."""

    def forward(self, x: Tensor) -> Tensor:
        return x[:, :1]


class Flat(Linear):
    """The batch's logits without the class axis."""

    def forward(self, x: Tensor) -> Tensor:
        return x.flatten()


class FewerRows(Linear):
    """One row of logits, however large the batch."""

    def forward(self, x: Tensor) -> Tensor:
        return x[:1] @ self.weight.t()


class Dictionary(Linear):
    """A dictionary in place of an array."""

    def forward(self, x: Tensor) -> Dict[str, Tensor]:
        return {"logits": x @ self.weight.t(), "again": x}


MODELS = {
    "choice": Choice,
    "linear-generator": LinearGenerator,
    "linear-classifier": Linear,
    "probabilities": Probabilities,
    "rounding": Rounding,
    "detaching": Detaching,
    "step": Step,
    "wrong-gradient": WrongGradient,
    "nan-gradient": NanGradient,
    "half-nan": HalfNan,
    "throws": Throws,
    "one-output": OneOutput,
    "flat": Flat,
    "fewer-rows": FewerRows,
    "dictionary": Dictionary,
}



def save(module: nn.Module, file: pathlib.Path) -> None:
    """Without the debug records, which hold the path of this script and differ from machine to machine."""
    buffer = io.BytesIO()
    torch.jit.save(torch.jit.script(module.eval()), buffer)
    with zipfile.ZipFile(buffer) as full, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as slim:
        for entry in full.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                slim.writestr(zipfile.ZipInfo(entry.filename.replace("archive/", f"{file.stem}/", 1)), full.read(entry))


if __name__ == "__main__":
    for name, module in MODELS.items():
        save(module(), pathlib.Path(__file__).parent / f"{name}.pt")
