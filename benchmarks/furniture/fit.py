"""Fits the weights of chrome_reading.py on lines of sites and on lines of everything else; writes fic2book/cleaner/chrome_weights.py.

    python -m benchmarks.furniture.fit            how well the two are told apart, by cross-validation
    python -m benchmarks.furniture.fit --write    the same, and write the weights

site.txt and else.txt were written for the purpose, the second with lines that look like a site's and are a title, a header, a note or a
story's; the lines that talk is learned from stand for the rest of a file.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import logistic
from benchmarks.logistic import Example
from benchmarks.talk import corpus
from fic2book.cleaner.detectors.chrome_reading import LONGEST, features

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
FOLDS: Final = 5
RIDGE, LASSO = 2.0, 0.3
LIMIT: Final = 2.0
"""No reason alone makes a line a site's."""
LEAST_LINES: Final = 3
LEAST: Final = 0.1
PLAIN: Final = 0.15
"""What a line of notes and stories that nobody chose for its look counts beside one that was."""


class Line(NamedTuple):
    """One line, whether a site prints it, how much it counts, and where it is from."""

    text: str
    site: bool
    weight: float
    source: str


def lines() -> list[Line]:
    """All lines, in a fixed order."""
    found = [Line(text, True, 1.0, "site") for text in _read("site")]
    found += [Line(piece, True, 0.5, "pieces") for piece in _pieces(_read("site"))]
    found += [Line(text, False, 1.0, "else") for text in _read("else")]
    plain = (line for line in corpus.lines() if " " not in line.source and len(line.text) <= LONGEST)
    return found + [Line(line.text, False, PLAIN, "plain") for line in plain]


def _read(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _pieces(texts: Sequence[str]) -> Iterator[str]:
    """What stands between the dots of a line: pages are copied with each on a line of its own too."""
    for text in texts:
        pieces = text.split(" · ")
        if len(pieces) > 1:
            yield from (piece for piece in pieces if " " in piece or piece.isalpha())
            yield " | ".join(pieces)


def examples(found: Sequence[Line], known: set[str]) -> list[Example]:
    """What the fit sees of each line."""
    return [
        ([*(name for name in features(line.text) if name in known), logistic.PRIOR], float(line.site), line.weight)
        for line in found
    ]


def known_names(found: Sequence[Line]) -> set[str]:
    """The features in enough lines to be weighed."""
    counts = Counter(name for line in found for name in features(line.text))
    return {name for name, count in counts.items() if count >= LEAST_LINES}


def fit(found: Sequence[Line]) -> dict[str, float]:
    """The weights that are worth keeping."""
    weights = logistic.fit(examples(found, known_names(found)), _step)
    return {name: value for name, value in weights.items() if abs(value) >= LEAST or name == logistic.PRIOR}


def _step(name: str, value: float, slope: float, bend: float) -> float:
    if name == logistic.PRIOR:
        return value - slope / (bend + 1e-6)
    return min(max(logistic.shrunk(value, slope, bend, RIDGE, LASSO), -LIMIT), LIMIT)


def cross_validate(found: Sequence[Line]) -> Iterator[str]:
    """For each source the share that is taken for a site's from three thresholds on, judged by weights that never saw the line."""
    odds: dict[str, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([line for line in found if _fold(line) != fold])
        for line in found:
            if _fold(line) == fold:
                names = [*features(line.text), logistic.PRIOR]
                odds[line.source].append(sum(weights.get(name, 0.0) for name in names))
    for source, values in odds.items():
        shares = "  ".join(
            f"{limit:+d}: {sum(value > limit for value in values) / len(values):.3f}" for limit in (0, 1, 2)
        )
        yield f"{source:8} {len(values):5}  {shares}"


def _fold(line: Line) -> int:
    return zlib.crc32(line.text.encode()) % FOLDS


def written(weights: dict[str, float]) -> str:
    """The module that holds the weights, those of like weight together."""
    names = {name.replace(" ", "_"): value for name, value in weights.items()}
    return (
        '"""What speaks for a line being a site\'s, and what against it; fitted and written by benchmarks/furniture/fit.py.\n\n'
        "`=` stands before a word, `^` before the first, `$` before the last, `+` before two in a row; the others are shapes.\n"
        '"""\n\nfrom typing import Final\n\n'
        f"WORDS: Final[dict[float, str]] = {{\n{logistic.grouped(names)}}}\n"
        '"""Weight → names."""\n'
    )


def main() -> None:
    """Report, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = lines()
    sys.stdout.writelines(f"{row}\n" for row in cross_validate(found))
    if options.write:
        weights = fit(found)
        (ROOT / "fic2book/cleaner/chrome_weights.py").write_text(written(weights), encoding="utf-8")
        sys.stdout.write(f"{len(weights)} weights written\n")


if __name__ == "__main__":
    main()
