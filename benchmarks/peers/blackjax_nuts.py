# SPDX-License-Identifier: Apache-2.0
"""BlackJAX's NUTS after its window adaptation; several chains in lockstep by `jax.vmap`, each adapting by itself."""

import warnings

import jax
import jax.numpy as jnp
from blackjax.adaptation.window_adaptation import base, build_schedule
from blackjax.mcmc import nuts

import jax_chains
import run

TARGET_ACCEPTANCE, FIRST_STEP_SIZE = 0.8, 1.0  # both BlackJAX's own defaults


def main(options):
    log_posterior, starts = jax_chains.density(options)
    kernel = nuts.build_kernel()
    with warnings.catch_warnings():
        # `blackjax.window_adaptation` cannot be stopped before its end; this is the same, step by step.
        warnings.simplefilter("ignore", DeprecationWarning)
        begin, update, end = base(True, TARGET_ACCEPTANCE)
    schedule = jnp.asarray(build_schedule(options.warmup))

    def transition(key, state, tuning):
        state, info = kernel(key, state, log_posterior, *tuning)
        return state, info.num_integration_steps, info.acceptance_rate

    def iteration(carry, states, evaluations):
        return jax_chains.Iteration(carry, states.position, states.logdensity, evaluations)

    def warm(carry, number, key):
        states, adaptations = carry

        def one(key, state, adaptation):
            tuning = adaptation.step_size, adaptation.inverse_mass_matrix
            state, evaluations, acceptance = transition(key, state, tuning)
            stage = schedule[number, 0], schedule[number, 1].astype(bool)
            return state, update(adaptation, stage, state.position, acceptance), evaluations

        keys = jax.random.split(key, options.chains)
        states, adaptations, evaluations = jax.vmap(one)(keys, states, adaptations)
        return iteration((states, adaptations), states, evaluations)

    def settle(carry):
        states, adaptations = carry
        return states, jax.vmap(end)(adaptations)

    def sample(carry, number, key):
        states, tunings = carry
        keys = jax.random.split(key, options.chains)
        states, evaluations, _ = jax.vmap(transition)(keys, states, tunings)
        return iteration((states, tunings), states, evaluations)

    start = (
        jax.vmap(lambda z: nuts.init(z, log_posterior))(starts),
        jax.vmap(lambda z: begin(z, FIRST_STEP_SIZE))(starts),
    )
    jax_chains.drive("BlackJAX NUTS", ["blackjax"], options, start, warm, sample, settle)


if __name__ == "__main__":
    main(run.arguments(__doc__))
