# SPDX-License-Identifier: Apache-2.0
"""What NumPyro and BlackJAX have in common: the density, and chains that go step by step until the time is up."""

from typing import Any, Callable, NamedTuple

import jax
import jax.numpy as jnp

import networks
import run
import starts
import targets


class Iteration(NamedTuple):
    """What a step returns: the sampler's state, and (chains, d), (chains), (chains) to be recorded."""

    state: Any
    positions: jax.Array
    log_densities: jax.Array
    evaluations: jax.Array


def density(options):
    """The log posterior of one point, and where the chains begin, (chains, d)."""
    modules = networks.load(options.classifier), networks.load(options.generator)
    in_torch, in_jax = networks.torch_logits(*modules), networks.jax_logits(*modules)
    networks.require_agreement(in_torch, in_jax, options.latents)
    log_likelihood = targets.torch_log_likelihood(options.target)
    z = starts.draw(in_torch, log_likelihood, options.latents, options.chains, options.seed)
    return targets.log_posterior(in_jax, targets.jax_log_likelihood(options.target)), jnp.asarray(z.numpy())


def drive(name, packages, options, state, warm: Callable, sample: Callable, settle: Callable = lambda state: state):
    """Runs until the time is up.

    `warm(state, iteration, key)` and `sample(state, iteration, key)` do one iteration of all chains, an `Iteration`;
    `settle` ends the warm-up. Both are compiled before the clock starts, for a run that begins with compiling would be
    measured by its compiler. Leaves the file.
    """
    result = run.Run(name, ["jax", *packages], options)
    keys = jax.random.split(jax.random.key(options.seed), 2)
    first = (state, jnp.int32(0), keys[0])
    warm = jax.jit(warm).lower(*first).compile()
    sample = jax.jit(sample).lower(jax.eval_shape(settle, state), *first[1:]).compile()
    result.start()
    while not result.is_over:
        iteration = result.iterations
        if iteration == options.warmup:
            state = settle(state)
        step = warm if result.warms_up else sample
        done = step(state, jnp.int32(iteration), jax.random.fold_in(keys[1], iteration))
        state = done.state
        result.add(done.positions.tolist(), done.log_densities.tolist(), done.evaluations.sum())
    result.stop()
    result.write()
