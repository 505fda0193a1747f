# SPDX-License-Identifier: Apache-2.0
"""Pyro's NUTS as the original Bayes-TrEx code used it: all defaults, one chain, one point at a time."""

import pyro
import torch
from pyro.infer import MCMC, NUTS

import networks
import run
import starts
import targets

ENDLESS = 1_000_000


class TimeIsUp(Exception):
    """Pyro has no other way to end a run early."""


class Potential:
    """Minus the log posterior of one point, with a counter: Pyro differentiates each value that it asks for."""

    def __init__(self, log_posterior):
        self.log_posterior = log_posterior
        self.calls = 0

    def __call__(self, sites):
        self.calls += 1
        return -self.log_posterior(sites["z"].unsqueeze(0)).squeeze(0)

    def since_last(self):
        """Calls since the last question."""
        calls, self.calls = self.calls, 0
        return calls


def main(options):
    if options.chains != 1:
        raise SystemExit("Pyro runs several chains in as many processes; here it runs one")
    pyro.set_rng_seed(options.seed)
    logits = networks.torch_logits(networks.load(options.classifier), networks.load(options.generator))
    log_likelihood = targets.torch_log_likelihood(options.target)
    log_posterior = targets.log_posterior(logits, log_likelihood)
    start = starts.draw(logits, log_likelihood, options.latents, 1, options.seed)[0]
    potential = Potential(log_posterior)
    for _ in range(5):  # TorchScript optimises a graph in its first passes
        z = start.clone().requires_grad_()
        torch.autograd.grad(potential({"z": z}), z)
    potential.since_last()

    result = run.Run("Pyro NUTS", ["pyro-ppl", "torch"], options)

    def after_iteration(kernel, sites, stage, iteration):
        # The density follows at the end, in batches, lest it take time from the sampler.
        result.add([sites["z"].tolist()], [0], potential.since_last())
        if result.is_over:
            raise TimeIsUp

    sampler = MCMC(
        NUTS(potential_fn=potential),
        num_samples=ENDLESS,
        warmup_steps=options.warmup,
        initial_params={"z": start},
        hook_fn=after_iteration,
        disable_progbar=True,
    )
    result.start()
    try:
        sampler.run()
    except TimeIsUp:
        result.stop()
    with torch.no_grad():
        rows = torch.tensor(result.draws[0]).split(starts.BATCH) if result.draws[0] else []
        result.log_density = [[value for chunk in rows for value in log_posterior(chunk).tolist()]]
    result.write()


if __name__ == "__main__":
    main(run.arguments(__doc__))
