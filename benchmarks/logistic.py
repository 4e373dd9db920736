"""Logistic regression by coordinates: one weight after the other takes its best value until all stand still. The result depends on the examples alone."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

Example = tuple[list[str], float, float]
"""The names of what is seen, whether it is what is looked for (1.0 or 0.0), and how much it counts."""

Step = Callable[[str, float, float, float], float]
"""Name, weight, slope and bend of the loss there → the better weight, with what it costs to have any."""

ROUNDS = 20
PRIOR = "prior"
"""The end of the name of the constant."""


def fit(examples: Sequence[Example], step: Step, rounds: int = ROUNDS) -> dict[str, float]:
    """A weight for every name in the examples."""
    members: dict[str, list[int]] = defaultdict(list)
    for place, (names, _, _) in enumerate(examples):
        for name in names:
            members[name].append(place)
    weights = dict.fromkeys(sorted(members), 0.0)
    odds = [0.0] * len(examples)
    for _ in range(rounds):
        for name, value in weights.items():
            slope = bend = 0.0
            for place in members[name]:
                _, truth, count = examples[place]
                chance = 1 / (1 + math.exp(-odds[place]))
                slope += count * (chance - truth)
                bend += count * chance * (1 - chance)
            better = step(name, value, slope, bend)
            for place in members[name]:
                odds[place] += better - value
            weights[name] = better
    return weights


def grouped(weights: Mapping[str, float]) -> str:
    """The rows of a table of Python, weight → names, to a tenth and without those that weigh nothing."""
    groups: dict[float, list[str]] = defaultdict(list)
    for name, value in weights.items():
        groups[round(value, 1)].append(name)
    return "".join(
        f'    {weight}: """\n{_filled(" ".join(sorted(names)))}\n    """,\n'
        for weight, names in sorted(groups.items(), reverse=True)
        if weight
    )


def _filled(names: str) -> str:
    indent = " " * 8
    return textwrap.fill(names, 130, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def shrunk(value: float, slope: float, bend: float, ridge: float, lasso: float) -> float:
    """The weight that is best with two penalties: `ridge` keeps it small, `lasso` lets it vanish where it hardly helps."""
    raw = value - (slope + ridge * value) / (bend + ridge)
    return math.copysign(max(abs(raw) - lasso / (bend + ridge), 0.0), raw)
