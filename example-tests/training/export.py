"""Writes a trained module as TorchScript, checks that file, and lays its card (JSON) beside it."""

import hashlib
import io
import json
import platform
import sys
import zipfile
from pathlib import Path

import numpy
import scipy
import torch

import data

MODELS = Path(__file__).parent.parent / "models"
SCHEMA_VERSION = 1


def classifier(model, name, origin, outputs=10, input_shape=(1, 28, 28), **facts):
    """`origin` tells the data set."""
    _write(model, name, origin, "classifier", list(input_shape), [outputs], "logits", torch.rand, facts)


def generator(model, name, origin, latents, **facts):
    _write(model, name, origin, "generator", [latents], [1, 28, 28], "pixels in [0, 1]", torch.randn, facts)


def load(name):
    """A model of the models folder, as an application would load it."""
    return torch.jit.load(str(MODELS / f"{name}.pt")).eval()


def check_gradient(model, name, input_shape, output_shape):
    """A logit, of the data set's classifier where the model is a generator, must depend on every input row."""
    inputs = torch.randn(8, *input_shape).requires_grad_()
    outputs = model(inputs)
    if list(outputs.shape[1:]) != list(output_shape):
        raise SystemExit(f"the model returns rows of {list(outputs.shape[1:])}, not {list(output_shape)}")
    if list(output_shape) == [1, 28, 28]:
        outputs = load(f"{data.of(name).name}-cnn")(outputs)
    gradient, = torch.autograd.grad(outputs[:, 3].sum(), inputs)
    norms = gradient.flatten(1).norm(dim=1)
    if not (norms.isfinite().all() and (norms > 0).all()):
        raise SystemExit(f"the model passes no usable gradient: {norms.tolist()}")


def _write(model, name, origin, kind, input_shape, output_shape, output_meaning, sample, facts):
    """No freezing and no inference optimisation here: they can cut the path of the gradient."""
    MODELS.mkdir(exist_ok=True)
    model = model.eval().requires_grad_(False)
    target, temporary = MODELS / f"{name}.pt", MODELS / f"{name}.pt.tmp"
    torch.jit.trace(model, sample(2, *input_shape)).save(str(temporary))
    _check(model, torch.jit.load(str(temporary)), name, sample, input_shape, output_shape)
    _forget_the_path(temporary)
    temporary.replace(target)
    content = target.read_bytes()
    card = {
        "schemaVersion": SCHEMA_VERSION, "name": name, "kind": kind,
        "script": Path(sys.argv[0]).name, **origin, **facts,
        "input": {"shape": ["batch", *input_shape],
                  "meaning": "pixels in [0, 1]" if kind == "classifier" else "latents, prior N(0, 1) each"},
        "output": {"shape": ["batch", *output_shape], "meaning": output_meaning},
        "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content),
        "versions": {"python": platform.python_version(), "torch": torch.__version__.split("+")[0],
                     "numpy": numpy.__version__, "scipy": scipy.__version__},
    }
    write_card(card)
    print(json.dumps(card), flush=True)


def write_card(card):
    (MODELS / f"{card['name']}.json").write_text(json.dumps(card, indent=2) + "\n")


def read_card(name):
    return json.loads((MODELS / f"{name}.json").read_text())


def cards(kind):
    """Of all models of a kind, by name."""
    found = [json.loads(path.read_text()) for path in sorted(MODELS.glob("*.json"), key=lambda path: path.stem)]
    return [card for card in found if card["kind"] == kind]


def excluded_by(card):
    """The classes that a generator never learned, or unlearned."""
    if card.get("excludedClass") is not None:
        return [card["excludedClass"]]
    return card.get("excludedClasses", [])


def _forget_the_path(file):
    """Drops the debug records: they hold the path of the script and differ from machine to machine."""
    full = zipfile.ZipFile(io.BytesIO(file.read_bytes()))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as slim:
        for entry in full.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                slim.writestr(zipfile.ZipInfo(entry.filename), full.read(entry))


def _check(eager, exported, name, sample, input_shape, output_shape):
    """The file must answer like the module it was made from, row by row, and let gradients through."""
    for batch in (1, 64):
        inputs = sample(batch, *input_shape)
        torch.testing.assert_close(exported(inputs), eager(inputs), rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(exported(inputs)[:1], exported(inputs[:1]), rtol=1e-4, atol=1e-5)
    check_gradient(exported, name, input_shape, output_shape)
