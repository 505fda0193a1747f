"""Writes a TorchScript model of ../models as ONNX beside it: `python onnx_copy.py digits-lenet-source`."""

import sys
import warnings

import torch

import export


def copy(name):
    card = export.read_card(name)
    inputs = torch.rand(2, *card["input"]["shape"][1:])
    target = export.MODELS / f"{name}.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a script there is no signature to look at
        torch.onnx.export(
            export.load(name), inputs, str(target), input_names=["inputs"], output_names=["outputs"],
            dynamic_axes={"inputs": {0: "batch"}, "outputs": {0: "batch"}}, opset_version=17, dynamo=False)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    for model in sys.argv[1:]:
        copy(model)
