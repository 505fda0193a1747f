# SPDX-License-Identifier: Apache-2.0
"""Where chains begin: draws from the prior, resampled by their likelihood, as in the engine."""

import torch

# The engine's pilot: so many draws, and so many more where the target is rare.
DRAWS, MORE, ENOUGH = 4096, 16_384, 25
BATCH = 128


@torch.no_grad()
def draw(logits, log_likelihood, latents, chains, seed):
    """Latents (chains, d), each another draw where the weights allow it."""
    generator = torch.Generator().manual_seed(seed)
    z = torch.randn(DRAWS, latents, generator=generator)
    weights = _weights(z, logits, log_likelihood)
    if weights.sum() ** 2 / (weights**2).sum() < ENOUGH:
        z = torch.cat([z, torch.randn(MORE, latents, generator=generator)])
        weights = _weights(z, logits, log_likelihood)
    repeated = int((weights > 0).sum()) < chains
    return z[torch.multinomial(weights, chains, replacement=repeated, generator=generator)]


def _weights(z, logits, log_likelihood):
    logs = torch.cat([log_likelihood(logits(rows)) for rows in z.split(BATCH)]).double()
    return (logs - logs.max()).exp()
