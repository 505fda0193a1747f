# SPDX-License-Identifier: Apache-2.0
"""Makes the ONNX files of the tests: python make_onnx.py (needs torch and onnx)."""

import torch
from torch import nn


class Linear(nn.Module):
    """Inputs (n, 2) to the logits (z0, z1, 0), or to their softmax."""

    def __init__(self, softmax):
        super().__init__()
        self.softmax = softmax

    def forward(self, inputs):
        logits = torch.cat([inputs, torch.zeros_like(inputs[:, :1])], 1)
        return torch.softmax(logits, 1) if self.softmax else logits


def write(model, name, rows, free):
    axes = {"inputs": {0: "batch"}, "outputs": {0: "batch"}} if free else None
    torch.onnx.export(model.eval(), torch.rand(rows, 2), f"{name}.onnx", input_names=["inputs"],
                      output_names=["outputs"], dynamic_axes=axes, opset_version=17, dynamo=False)


write(Linear(False), "batches-of-four", 4, free=False)
write(Linear(True), "probabilities", 2, free=True)
