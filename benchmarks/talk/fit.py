"""Fits the weights of talk.py on lines of known kind; writes them to fic2book/cleaner/talk_weights.py, and those of words to talk_vocabulary.py.

    python -m benchmarks.talk.fit            how well the kinds are told apart, by cross-validation
    python -m benchmarks.talk.fit --write    the same, and write the weights

corpus.py says which lines. Reasons that lie in two ideas meeting may only speak for talk; the others may go
either way. The result depends on the texts alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from benchmarks import logistic
from benchmarks.logistic import Example
from benchmarks.talk.corpus import FOLDS, Line, folds_of, lines
from fic2book.cleaner.detectors.talk import MARKS, SHAPES, features
from fic2book.cleaner.detectors.talk_single import vocabulary
from fic2book.cleaner.detectors.talk_words import OPENERS, SAYS, TELLING

ROOT = Path(__file__).resolve().parents[2]
RIDGE, LASSO = 3.0, 1.0
"""Penalties: the one keeps weights small, the other lets those that hardly help vanish."""
WORD_RIDGE, WORD_LASSO = 6.0, 0.2
"""The same for single words: there are many, and each says little."""
WORD_LIMIT = 0.5
"""No word alone tells a writer from a narrator."""
LEAST = 0.1


# ---------------------------------------------------------------- weights

FAINT = {
    f"talk.{name}"
    for name in (
        "this",
        "it",
        "firsts",
        "next",
        "day",
        "self",
        "you",
        "like",
        "wait",
        "okay",
        "everyone",
        "story",
        "set",
        "present",
        "exclaims",
        "brief",
    )
}
"""Reasons that lie in words and manners of everybody, whatever they may seem to tell in the lines at hand."""
FAINT_LIMIT = 0.4
PRIOR_LIMIT = -0.7
"""Most paragraphs are story, however many of the lines at hand are not."""
BOUNDED = {name for name, ideas in TELLING.items() if len(ideas) > 1 or ideas[0] in MARKS} | {
    f"talk.opens-{kind}" for kind in OPENERS
}
"""Reasons that may only speak for talk."""
ABSENT = frozenset(("talk.marks-none", "talk.topics-none"))
"""Reasons that may only speak against it: what is not said makes no note."""


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights that are worth keeping; "talk.prior" is the constant."""
    weights = logistic.fit(examples, _step)
    return {name: value for name, value in weights.items() if abs(value) >= LEAST or name == "talk.prior"}


def _step(name: str, value: float, slope: float, bend: float) -> float:
    """The weight that a reason had best have, with what it costs to have any."""
    if name == "talk.prior":
        return min(value - slope / (bend + 1e-6), PRIOR_LIMIT)
    if name.startswith(WORD):
        best = logistic.shrunk(value, slope, bend, WORD_RIDGE, WORD_LASSO)
        return min(max(best, -WORD_LIMIT), WORD_LIMIT)
    best = logistic.shrunk(value, slope, bend, RIDGE, LASSO)
    if name in BOUNDED:
        return max(best, 0.0)
    if name in ABSENT:
        return min(best, 0.0)
    return min(best, FAINT_LIMIT) if name in FAINT else best


def example(line: Line, known: AbstractSet[str]) -> Example:
    """What the fit sees of a line: its reasons and those of its words that are `known`."""
    words = sorted(f"{WORD}{word}" for word in vocabulary(line.text) if word in known)
    return [*features(line.text), *words, "talk.prior"], float(line.talk), line.weight


def known_words(found: Sequence[Line]) -> set[str]:
    """The words and pairs in enough lines to be weighed; names, which mostly begin with a capital amid a sentence, are none of them."""
    counts = Counter(word for line in found if " " not in line.source for word in vocabulary(line.text))
    names = proper_names(found)
    return {
        word
        for word, count in counts.items()
        if count >= (PAIR_IN if "_" in word else WORD_IN) and names.isdisjoint(word.split("_"))
    }


def proper_names(found: Sequence[Line]) -> set[str]:
    """Words that more often than not begin with a capital amid a sentence, in languages that write only names so."""
    high: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for line in found:
        if " " in line.source or not GERMAN.isdisjoint(line.text.casefold().split()):
            continue
        for word in re.findall(r"(?<=[a-zà-ÿа-я,;] )[^\W\d_]+", line.text):
            (high if word[0].isupper() and not word.isupper() else low)[word.casefold()] += 1
    return {word for word, count in high.items() if count > low[word]}


WORD = "word "
"""What the names of words begin with among the reasons."""
WORD_IN, PAIR_IN = 5, 4
"""Lines in which a word, and a pair of words, must be."""
GERMAN = frozenset("der die das und ich ist nicht ein eine sie er zu".split())


def _odds(weights: dict[str, float], names: Sequence[str]) -> float:
    return sum(weights.get(name, 0.0) for name in names)


def cross_validate(found: Sequence[Line]) -> Iterator[str]:
    """For each source the share that is taken for talk from three thresholds on, judged by weights that never saw the line."""
    known = known_words(found)
    examples = [example(line, known) for line in found]
    folds = list(folds_of(found))
    odds: list[float] = [0.0] * len(found)
    for fold in range(FOLDS):
        weights = fit([item for item, other in zip(examples, folds, strict=True) if other != fold])
        for place, other in enumerate(folds):
            if other == fold:
                odds[place] = _odds(weights, examples[place][0])
    groups: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for line, value in zip(found, odds, strict=True):
        groups[line.source, line.talk].append(value)
    for (source, talk), values in groups.items():
        shares = "  ".join(
            f"{limit:+.1f}: {sum(value > limit for value in values) / len(values):.3f}" for limit in (1.4, 0, -1)
        )
        yield f"{source:12} {'said' if talk else 'told'} {len(values):5}  {shares}"


# ---------------------------------------------------------------- writing


def meaning(name: str) -> str:
    """A reason in plain words."""
    if name in TELLING:
        ideas = [SAYS[idea] for idea in TELLING[name]]
        return f"speaks of {' and '.join(ideas)}"
    kind = name.removeprefix("talk.")
    return SHAPES.get(kind) or "begins as remarks do"


def written(weights: dict[str, float]) -> str:
    """The module that holds the weights."""
    rows = sorted(
        ((name, value) for name, value in weights.items() if name != "talk.prior" and not name.startswith(WORD)),
        key=lambda row: (-row[1], row[0]),
    )
    body = "".join(f'    "{name}": ({value:.2f}, "{meaning(name)}"),\n' for name, value in rows)
    return (
        '"""Weights of talk.py, fitted and written by benchmarks/talk/fit.py; weights.py takes them in."""\n\n'
        "from typing import Final\n\n"
        "FITTED: Final[dict[str, tuple[float, str]]] = {\n"
        f'{body}    "talk.prior": ({weights["talk.prior"]:.2f}, "most paragraphs are story"),\n}}\n'
    )


def written_words(weights: dict[str, float]) -> str:
    """The module that holds the weights of words, those of like weight together."""
    words = {name.removeprefix(WORD): value for name, value in weights.items() if name.startswith(WORD)}
    return (
        '"""Words that writers to their readers, or narrators, use far more often; fitted and written by benchmarks/talk/fit.py.\n\n'
        'An underscore joins a pair of words; a number sign stands for all numbers.\n"""\n\n'
        "from typing import Final\n\n"
        f"VOCABULARY: Final[dict[float, str]] = {{\n{logistic.grouped(words)}}}\n"
        '"""Weight → words; those above 0 are writers\'."""\n'
    )


def main() -> None:
    """Report, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = lines()
    sys.stdout.writelines(f"{row}\n" for row in cross_validate(found))
    if options.write:
        known = known_words(found)
        weights = fit([example(line, known) for line in found])
        (ROOT / "fic2book/cleaner/talk_vocabulary.py").write_text(written_words(weights), encoding="utf-8")
        (ROOT / "fic2book/cleaner/talk_weights.py").write_text(written(weights), encoding="utf-8")
        sys.stdout.write(f"{len(weights)} weights written\n")


if __name__ == "__main__":
    main()
