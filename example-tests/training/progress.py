"""Saves a training after each epoch, so that one that was interrupted goes on where it was.

Seconds are of processor time: a training that waits for others costs nothing.
"""

import time
from pathlib import Path

import torch

WORK = Path(__file__).parent / ".work"


class Progress:
    """What has been done under this name; `parts` are all that have a state: model, optimiser, schedule, generator."""

    def __init__(self, name, *parts):
        self._file = WORK / f"{name}.progress.pt"
        self._parts = parts
        self._before, self._start, self.done = 0., time.process_time(), 0
        self.resumed = self._file.exists()
        if self.resumed:
            saved = torch.load(self._file)
            self._before, self.done = saved["seconds"], saved["done"]
            torch.set_rng_state(saved["random"])
            for part, state in zip(parts, saved["parts"]):
                part.set_state(state) if isinstance(part, torch.Generator) else part.load_state_dict(state)

    @property
    def seconds(self):
        return self._before + time.process_time() - self._start

    def save(self, done):
        WORK.mkdir(exist_ok=True)
        self.done = done
        states = [part.get_state() if isinstance(part, torch.Generator) else part.state_dict() for part in self._parts]
        temporary = self._file.with_suffix(".tmp")
        torch.save({"seconds": self.seconds, "done": done, "random": torch.get_rng_state(), "parts": states}, temporary)
        temporary.replace(self._file)

    def finished(self):
        """Forgets the file: the next training starts anew. Returns the seconds."""
        self._file.unlink(missing_ok=True)
        return round(self.seconds)
