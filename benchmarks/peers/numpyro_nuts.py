# SPDX-License-Identifier: Apache-2.0
"""NumPyro's NUTS, with its own windows of adaptation; several chains in lockstep, as its "vectorized" ones."""

import jax
from numpyro.infer import NUTS

import jax_chains
import run

TARGET_ACCEPTANCE = 0.8


def main(options):
    log_posterior, starts = jax_chains.density(options)
    kernel = NUTS(potential_fn=lambda z: -log_posterior(z), target_accept_prob=TARGET_ACCEPTANCE)
    key = jax.random.PRNGKey(options.seed)
    alone = options.chains == 1  # NumPyro's state has no axis of chains then
    if alone:
        state = kernel.init(key, options.warmup, starts[0])
    else:
        state = kernel.init(jax.random.split(key, options.chains), options.warmup, starts)

    def step(state, iteration, key):
        """The state itself knows its iteration, its random stream and when its warm-up is over."""
        state = kernel.sample(state, (), {})
        recorded = state.z, -state.potential_energy, state.num_steps
        return jax_chains.Iteration(state, *(x[None] if alone else x for x in recorded))

    jax_chains.drive("NumPyro NUTS", ["numpyro"], options, state, step, step)


if __name__ == "__main__":
    main(run.arguments(__doc__))
