"""The numbering of the whole text: which numbers follow each other as sections do, and which are somebody counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fic2book.cleaner.detectors.heading_shapes import Candidate
from fic2book.cleaner.document import Document

TEXT_BETWEEN = 25
"""Words that must stand between two headings of one sequence; lists and countdowns have fewer."""

MOST_ABOVE = 80
"""Words above a lone "One": sections numbered in words begin with the text, while somebody who counts begins amid it."""

SHORT_SECTION = 60
"""Words between two numbers below which somebody counts; sections headed by bare words are longer."""


def in_sequence(candidates: Sequence[Candidate], document: Document) -> Iterator[Candidate]:
    """The candidates, each with what its place in a sequence says for it or against it."""
    families: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.number is not None and "heading.sentence" not in candidate.reasons:
            families[candidate.family].append(candidate)
    lengths: dict[int, int] = {}
    counted: set[int] = set()
    for family, members in families.items():
        for chain in rising(members, document) if family.startswith("day ") else chains(members, document):
            for member in chain:
                lengths[member.index] = max(lengths.get(member.index, 0), len(chain))
            amid = chain[0].number == 1 and document.words_between(0, chain[0].index) > MOST_ABOVE
            if (
                amid
                or min((document.words_between(a.index + 1, b.index) for a, b in pairwise(chain)), default=MOST_ABOVE)
                < SHORT_SECTION
            ):
                counted.update(member.index for member in chain)
    for candidate in candidates:
        length = lengths.get(candidate.index, 0)
        if length < 2:
            yield candidate
            continue
        bare = candidate.family.startswith(("bare", "titled", "counted"))
        reasons = ["heading.sequence-bare" if bare else "heading.sequence"]
        if candidate.family.startswith("bare words") and candidate.index in counted:
            reasons.append("heading.counting")
        if length >= 4:
            reasons.append("heading.long-sequence")
        yield candidate.given(*reasons)


def chains(members: Sequence[Candidate], document: Document) -> list[list[Candidate]]:
    """Runs of numbers in order, each with text before the next. They begin with 1 or 2, or hold at least three numbers."""
    open_chains: dict[int, list[Candidate]] = {}
    done: list[list[Candidate]] = []
    for member in members:
        number = member.number or 0
        chain = open_chains.pop(number - 1, None)
        if chain is not None and document.words_between(chain[-1].index + 1, member.index) >= TEXT_BETWEEN:
            chain.append(member)
        else:
            chain = [member]
            done.append(chain)
        open_chains[number] = chain
    return [chain for chain in done if len(chain) >= 3 or (len(chain) == 2 and (chain[0].number or 0) <= 2)]


def rising(members: Sequence[Candidate], document: Document) -> list[list[Candidate]]:
    """Runs of numbers that grow, each with text before the next: a story tells of the first day, the second and the ninth."""
    done: list[list[Candidate]] = []
    for member in members:
        last = done[-1][-1] if done else None
        grows = last is not None and (last.number or 0) < (member.number or 0)
        if grows and last and document.words_between(last.index + 1, member.index) >= TEXT_BETWEEN:
            done[-1].append(member)
        else:
            done.append([member])
    return [chain for chain in done if len(chain) >= 3 or (len(chain) == 2 and (chain[0].number or 0) <= 2)]
