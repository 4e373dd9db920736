"""How the cleaner reads the wild texts: of each kind of passage the share that gets a right role.

python -m benchmarks.wild.score [--list [NAME]]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from benchmarks.structure.align import align
from benchmarks.wild.masters import KINDS, Master, Passage, masters, words
from fic2book import cleaner, readers
from fic2book.model import Story

_ASIDE: Final = frozenset({"title", "author", "field", "date", "counter", "summary", "note", "disclaimer", "chrome"})
RIGHT: Final[dict[str, frozenset[str]]] = {
    "S": frozenset({"story", "caption", "epigraph", "letter", "verse", "quote"}),
    "N": frozenset({"note", "disclaimer", "field", "dedication", "summary", "date", "chrome"}),
    "D": frozenset({"disclaimer", "note", "field"}),
    "C": frozenset({"chrome", "date", "field", "counter", "author", "title"}),
    "T": frozenset({"title", "heading", "field", "counter", "chrome"}),
    "A": frozenset({"author", "title", "field", "date"}),
    "F": _ASIDE,
    "H": frozenset({"heading", "part", "title", "counter", "break"}),
    "B": frozenset({"break", "caption"}),
    "P": frozenset({"caption", "story", "break", "heading"}),
    "E": frozenset({"end"}),
}
"""Mark → the roles that do a reader no harm there."""

SURE: Final = 0.9
"""Confidence from which on a wrong decision is one too sure of itself."""


class Tally:
    """Counts of one half, and what went wrong."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def judge(self, what: str, *, right: bool, complaint: str) -> None:
        """Count one thing."""
        self.counts[f"{what} all"] += 1
        self.counts[f"{what} right"] += right
        if not right:
            self.wrong.append(complaint)

    def share(self, what: str) -> str:
        """Right of all, as a percentage with its counts; a dash where there are none."""
        right, count = self.counts[f"{what} right"], self.counts[f"{what} all"]
        return f"{100 * right / count:.1f} % ({right}/{count})" if count else "-"


def score(texts: Iterable[Master]) -> Tally:
    """The cleaner's reading of `texts`, judged."""
    tally = Tally()
    for master in texts:
        _judge(master, cleaner.clean(readers.read(master.name, master.source)), tally)
    return tally


def _judge(master: Master, story: Story, tally: Tally) -> None:
    blocks = [block.text for block in story.manuscript.blocks]
    roles = {at: item for item in story.decisions for at in range(item.first, item.last + 1)}
    shares = _shares(master.passages, blocks)
    told: dict[int, Counter[str]] = defaultdict(Counter)
    for passage, share in zip(master.passages, shares, strict=True):
        if passage.kind == "X" or not share:
            continue
        got: Counter[str] = Counter()
        for at, count in share.items():
            got[roles[at].role] += count
            told[at][passage.kind] += count
        role = got.most_common(1)[0][0]
        said = f"{master.name}: {KINDS[passage.kind]} taken as {role}: {' '.join(passage.words)[:90]}"
        tally.judge(passage.kind, right=role in RIGHT[passage.kind], complaint=said)
    for at, kinds in told.items():
        decision, kind = roles[at], kinds.most_common(1)[0][0]
        if decision.role == "note":
            tally.judge("claimed notes", right=kind != "S", complaint="")
        if decision.by in {"detector", "reader"} and decision.confidence >= SURE:
            said = f"{master.name}: sure of {decision.role} for {KINDS[kind]}: {blocks[at][:80]}"
            tally.judge("sure decisions", right=decision.role in RIGHT[kind], complaint=said)
    for what, stated, found in (
        ("title", master.title, story.metadata.title),
        ("author", master.author, ", ".join(story.metadata.authors)),
    ):
        if stated:
            tally.judge(
                what,
                right=_plain(stated) == _plain(found),
                complaint=f"{master.name}: {what} {found!r}, not {stated!r}",
            )


def _shares(passages: tuple[Passage, ...], blocks: list[str]) -> list[Counter[int]]:
    """For each passage how many of its words are in which block."""
    held = [(word, at) for at, text in enumerate(blocks) for word in words(text)]
    marked = [(word, number) for number, passage in enumerate(passages) for word in passage.words]
    shares: list[Counter[int]] = [Counter() for _ in passages]
    for (_, at), place in zip(held, align([word for word, _ in held], [word for word, _ in marked]), strict=True):
        if place >= 0:
            shares[marked[place][1]][at] += 1
    return shares


def _plain(text: str) -> str:
    return " ".join(words(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))


def rows(halves: dict[str, Tally]) -> Iterator[str]:
    """A Markdown table, a column a half."""
    yield f"| | {' | '.join(halves)} |"
    yield f"| --- |{' ---: |' * len(halves)}"
    names = {**{kind: f"{name}: lines with a right role" for kind, name in KINDS.items() if kind != "X"}}
    names |= {
        "claimed notes": "notes that are no story",
        "title": "title of the book",
        "author": "author of the book",
        "sure decisions": f"right, of decisions at {SURE} and more",
    }
    for what, name in names.items():
        yield f"| {name} | {' | '.join(tally.share(what) for tally in halves.values())} |"


def main() -> None:
    """Print the sums, or what goes wrong in dev."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--list", nargs="?", const="", metavar="NAME", help="what goes wrong in the texts of dev whose names hold NAME"
    )
    name = parser.parse_args().list
    if name is not None:
        wrong = score(master for master in masters("dev") if name in master.name).wrong
        sys.stdout.writelines(f"{line}\n" for line in wrong if line)
        return
    halves = {f"{half} ({len(list(masters(half)))} texts)": score(masters(half)) for half in ("dev", "held")}
    sys.stdout.writelines(f"{row}\n" for row in rows(halves))


if __name__ == "__main__":
    main()
