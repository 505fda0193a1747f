# SPDX-License-Identifier: Apache-2.0
"""What the peers have in common: their arguments, their clock, and the file they leave."""

import argparse
import json
import platform
import time
from importlib.metadata import version
from pathlib import Path


def arguments(description):
    """Of one run of one peer."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--classifier", type=Path, required=True, help="TorchScript file")
    parser.add_argument("--generator", type=Path, required=True, help="TorchScript file")
    parser.add_argument("--latents", type=int, required=True)
    parser.add_argument("--target", required=True, help='"confident:4", "ambiguous:8,9" or "ambiguous:" for all')
    parser.add_argument("--chains", type=int, default=1)
    parser.add_argument("--warmup", type=int, required=True, help="iterations")
    parser.add_argument("--seconds", type=float, required=True, help="for warm-up and sampling, without compilation")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="JSON file to write")
    return parser.parse_args()


class Run:
    """Times and keeps the iterations of one run.

    The clock starts with `start`, once everything is compiled. Iterations up to the end of the warm-up are counted and
    dropped.
    """

    def __init__(self, peer, packages, options):
        self.options = options
        versions = {name: version(name) for name in packages} | {"python": platform.python_version()}
        self.head = {"peer": peer, "versions": versions}
        self.iterations, self.evaluations = 0, 0
        self.warmup_seconds = None
        self.draws = [[] for _ in range(options.chains)]
        self.log_density = [[] for _ in range(options.chains)]

    def start(self):
        self.started, self.stopped = time.perf_counter(), None

    def stop(self):
        self.stopped = self.seconds

    @property
    def seconds(self):
        return time.perf_counter() - self.started if self.stopped is None else self.stopped

    @property
    def is_over(self):
        return self.seconds >= self.options.seconds

    @property
    def warms_up(self):
        return self.iterations < self.options.warmup

    def add(self, positions, log_densities, evaluations):
        """One iteration of every chain: (chains, d), (chains) and the gradients of all chains together."""
        self.evaluations += int(evaluations)
        if not self.warms_up:
            for chain in range(self.options.chains):
                self.draws[chain].append([float(z) for z in positions[chain]])
                self.log_density[chain].append(float(log_densities[chain]))
        self.iterations += 1
        if self.warmup_seconds is None and not self.warms_up:
            self.warmup_seconds = self.seconds

    def write(self):
        seconds = self.seconds
        finished = self.warmup_seconds is not None
        result = self.head | {
            "target": self.options.target,
            "chains": self.options.chains,
            "warmupIterations": min(self.iterations, self.options.warmup),
            "warmupFinished": finished,
            "warmupSeconds": self.warmup_seconds if finished else seconds,
            "sampleSeconds": seconds - self.warmup_seconds if finished else 0,
            "evaluations": self.evaluations,
            "draws": self.draws,
            "logDensity": self.log_density,
        }
        self.options.out.write_text(json.dumps(result))
