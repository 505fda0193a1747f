# SPDX-License-Identifier: Apache-2.0
"""A classifier behind a generator as one function of the latents, in torch and in JAX, with the same weights."""

import jax
import jax.numpy as jnp
import numpy
import torch

LAYOUT = ("NHWC", "HWIO", "NHWC")  # XLA runs channels-first convolutions on a processor about four times slower
MEAN, DEVIATION = 0.1307, 0.3081  # constants of the classifier's graph, not among its weights
TOLERANCE = 1e-3


def load(path):
    """A TorchScript module without gradients of its weights."""
    module = torch.jit.load(str(path)).eval()
    for weight in module.parameters():
        weight.requires_grad_(False)
    return module


def torch_logits(classifier, generator):
    """Latents (n, d) to logits (n, 10)."""
    return lambda latents: classifier(generator(latents))


def jax_logits(classifier, generator):
    """Latents (d) to logits (10); for more rows, `jax.vmap`.

    Knows the layers of the examples' `mnist-cnn` and of decoders with one hidden layer.
    """
    f, g = weights(classifier), weights(generator)
    convolutions = [(jnp.transpose(f[f"features.{i}.weight"], (2, 3, 1, 0)), f[f"features.{i}.bias"]) for i in (0, 2)]
    # torch flattens channel by channel, here the channel is last
    dense = f["features.7.weight"].reshape(128, 64, 12, 12).transpose(0, 2, 3, 1).reshape(128, -1)

    def logits(latents):
        hidden = jax.nn.relu(g["layers.0.weight"] @ latents + g["layers.0.bias"])
        image = jax.nn.sigmoid(g["layers.2.weight"] @ hidden + g["layers.2.bias"]).reshape(1, 28, 28, 1)
        x = (image - MEAN) / DEVIATION
        for kernel, bias in convolutions:
            x = jax.nn.relu(jax.lax.conv_general_dilated(x, kernel, (1, 1), "VALID", dimension_numbers=LAYOUT) + bias)
        x = x.reshape(12, 2, 12, 2, 64).max((1, 3)).reshape(-1)
        x = jax.nn.relu(dense @ x + f["features.7.bias"])
        return f["head.1.weight"] @ x + f["head.1.bias"]

    return logits


def weights(module):
    """The weights of a TorchScript module by name."""
    return {name: jnp.asarray(value.numpy()) for name, value in module.state_dict().items()}


def require_agreement(in_torch, in_jax, latents, rows=64):
    """Ends the run unless both give the same logits at draws from the prior."""
    z = numpy.random.default_rng(1).standard_normal((rows, latents)).astype(numpy.float32)
    with torch.no_grad():
        expected = in_torch(torch.from_numpy(z)).numpy()
    difference = numpy.abs(numpy.asarray(jax.vmap(in_jax)(z)) - expected).max()
    if not difference <= TOLERANCE:
        raise SystemExit(f"the networks in JAX differ from those in torch by up to {difference} in a logit")
