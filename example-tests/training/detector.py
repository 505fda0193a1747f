"""Is a picture of the unwanted class? A small network apart from `mnist-cnn`, so that the judge stays impartial."""

import torch
from torch.nn import functional as F

from data import source
from players import critic

STEPS, BATCH, RATE = 500, 128, 1e-3


def train(images, wanted):
    """Images (n, 1, 28, 28) to a logit (n, 1)."""
    model = critic(1).to(memory_format=torch.channels_last)
    optimiser = torch.optim.Adam(model.parameters(), RATE)
    next_index = source(torch.arange(len(images)), BATCH, seed=0)
    for _ in range(STEPS):
        index = next_index()
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(images[index]).squeeze(1)
        loss = F.binary_cross_entropy_with_logits(logits.float(), wanted[index].float())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model.requires_grad_(False)
