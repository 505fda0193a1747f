# SPDX-License-Identifier: Apache-2.0
"""The log posterior that the engine samples: N(0, I) latents times the relaxed likelihood of a target.

The same formulas serve torch and JAX, which are handed in by their `log_softmax`, `maximum` and `minimum` over the last
axis. Constants are left out, as in the engine.
"""

import jax
import jax.numpy as jnp
import numpy
import torch

SIGMA = 0.05
CLASSES = 10


def torch_log_likelihood(target):
    """Logits (n, 10) to log likelihoods (n)."""
    return lambda logits: _log_likelihood(target, torch.log_softmax(logits, -1).exp(), torch.amax, torch.amin)


def jax_log_likelihood(target):
    """Logits (10) to one log likelihood."""
    return lambda logits: _log_likelihood(target, jnp.exp(jax.nn.log_softmax(logits)), jnp.max, jnp.min)


def log_posterior(logits, log_likelihood):
    """Of latents (..., d), in torch or in JAX."""
    return lambda latents: log_likelihood(logits(latents)) - (latents**2).sum(-1) / 2


def _log_likelihood(target, probabilities, maximum, minimum):
    """`target` is "confident:4", "ambiguous:8,9" or, between all classes, "ambiguous:"."""
    kind, _, classes = target.partition(":")
    among = [int(k) for k in classes.split(",") if k]
    if kind == "confident":
        return _terms(1 - probabilities[..., among[0]])
    if kind != "ambiguous":
        raise SystemExit(f"no such target: {target}")
    among = among or list(range(CLASSES))
    others = [k for k in range(CLASSES) if k not in among]
    chosen = probabilities[..., numpy.array(among)]
    lowest = minimum(chosen, -1)
    spread = maximum(chosen, -1) - lowest
    if not others:
        return _terms(spread)
    return _terms(spread, 1 / len(among) - (lowest - maximum(probabilities[..., numpy.array(others)], -1)))


def _terms(*residuals):
    return sum(-0.5 * (residual / SIGMA) ** 2 for residual in residuals)
