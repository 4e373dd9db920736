"""The lines that the weights of talk are fitted on: what writers say to readers, and what narrators say who sound like it.

said.txt and told.txt were written for the purpose; the stories and notes of the development corpus add to both.
"""

from __future__ import annotations

import re
import tomllib
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
STRUCTURE = HERE.parent / "structure" / "dev"
JOINED = 3
"""Lines that make a longer paragraph."""
FOLDS = 8
"""Parts of the lines, each judged by weights that never saw it."""


class Line(NamedTuple):
    """One paragraph, whether it is talk, how much it counts, and where it is from."""

    text: str
    talk: bool
    weight: float
    source: str


def lines() -> list[Line]:
    """All lines, in a fixed order."""
    return [line for line in (*_own(), *_pools(), *_masters()) if line.text.strip()]


def _own() -> Iterator[Line]:
    for name, talk, weight, every in (("said", True, 1.5, SAID_IN_BRACKETS), ("told", False, 4.0, TOLD_IN_BRACKETS)):
        texts = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        yield from (Line(text, talk, weight, name) for text in texts)
        yield from (Line(text, talk, weight / 2, f"{name} joined") for text in joined(texts, JOINED))
        yield from (Line(f"({text})", talk, weight, f"{name} bracketed") for text in texts[::every])


SAID_IN_BRACKETS, TOLD_IN_BRACKETS = 12, 60
"""Every so many lines stand in brackets too: writers put a paragraph in them far more often than narrators do."""


def joined(texts: Sequence[str], size: int) -> list[str]:
    """Neighbours as one paragraph, for paragraphs are of all lengths."""
    return [" ".join(texts[at : at + size]) for at in range(0, len(texts) - size, size)]


def _pools() -> Iterator[Line]:
    pools = tomllib.loads((STRUCTURE / "pools.toml").read_text(encoding="utf-8"))
    for kind in ("notes_start", "notes_end", "disclaimers"):
        for texts in pools[kind].values():
            for text in texts:
                yield Line(_unlabelled(text), True, 1.5, "pools")


_LABEL = re.compile(
    r"^\W*(?:A/?N|Author'?s?'? notes?|End notes?|Notes?|Disclaimer|T/N|Anmerkung|От автора)\W+", re.IGNORECASE
)


def _unlabelled(text: str) -> str:
    """A labelled note without its label, for the label would tell all."""
    return _LABEL.sub("", text) or text


def _masters() -> Iterator[Line]:
    for path in sorted((STRUCTURE / "masters").glob("*.txt")):
        body = path.read_text(encoding="utf-8").partition("\n\n")[2]
        texts = [
            block.replace("| ", "").strip() for block in re.split(r"\n{2,}", body) if block and block[0] not in "#@>-"
        ]
        yield from (Line(text, False, 1.0, "masters") for text in texts)
        yield from (Line(text, False, 1.0, "masters joined") for text in joined(texts, JOINED))


def folds_of(found: Sequence[Line]) -> Iterator[int]:
    """The fold of each line; lines that are joined somewhere share theirs with what they are joined to."""
    places: Counter[str] = Counter()
    for line in found:
        place = places[line.source]
        places[line.source] += 1
        step = {"said bracketed": SAID_IN_BRACKETS, "told bracketed": TOLD_IN_BRACKETS}.get(line.source, 1)
        group = place if line.source.endswith("joined") else place * step // JOINED
        yield zlib.crc32(f"{line.source.split()[0]} {group}".encode()) % FOLDS
