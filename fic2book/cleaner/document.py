"""The manuscript as detectors see it: each block's text once, the short ones indexed, and what the document shows as a whole.

Most blocks of a story are long paragraphs that no detector needs to look at. `Document.short` lists the others, so that a detector
costs nothing where nothing can be found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from fic2book.cleaner.patterns import undecorated
from fic2book.cleaner.weights import WEIGHTS
from fic2book.model import Block, Evidence, Field, Finding, Manuscript, Run, Span

if TYPE_CHECKING:
    from fic2book.cleaner.markup_names import Page

SHORT = 160
"""Characters. No heading, break, caption, byline or end mark that was seen is longer; fields and notes are looked up by their label."""

EDGE = 6
"""Blocks on each side of a chapter's edge in which notes are looked for."""

PARAGRAPH = 14
"""Words from which on a block with a stop is a paragraph, and no line of a head or of a site."""

FEWEST_ENTRIES = 3
"""Days or dates above paragraphs from which on a text is told by them."""

BOLD = frozenset({"b", "strong"})
STRESSED = frozenset({"b", "strong", "em", "u", "smallcaps"})


class Document:
    """One manuscript with its measurements. `found` grows as detectors run: later ones may look at what earlier ones proposed."""

    __slots__ = (
        "_bare",
        "_blanks",
        "_edge_set",
        "_entries",
        "_opening_set",
        "_page",
        "_pause_set",
        "_strong",
        "_telling",
        "_walk",
        "blocks",
        "found",
        "manuscript",
        "rhythm",
        "short",
        "source",
        "texts",
        "words",
    )

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.blocks: tuple[Block, ...] = manuscript.blocks
        self.source = manuscript.source.text
        self.texts = [block.text.strip() for block in self.blocks]
        self.words = [text.count(" ") + text.count("\n") + 1 if text else 0 for text in self.texts]
        self.short = [index for index, text in enumerate(self.texts) if len(text) <= SHORT]
        self._blanks = Counter(block.blanks for block in self.blocks[1:])
        self.rhythm = max(sorted(self._blanks), key=lambda blanks: self._blanks[blanks]) if self._blanks else 0
        self._bare: dict[int, str] = {}
        self._strong: dict[tuple[tuple[str, ...], float], set[int]] = {}
        self._entries: frozenset[int] | None = None
        self._telling: dict[int, str] | None = None
        self._edge_set: frozenset[int] | None = None
        self._pause_set: frozenset[int] | None = None
        self._opening_set: frozenset[int] | None = None
        self._walk: list[tuple[int, int, bool]] | None = None
        self._page: Page | None = None
        self.found: list[Finding] = list(manuscript.findings)

    def bare(self, index: int) -> str:
        """A short block's text without ornaments around it."""
        text = self._bare.get(index)
        if text is None:
            text = self._bare[index] = undecorated(self.texts[index][: SHORT * 2])
        return text

    def marked(self, index: int, marks: frozenset[str]) -> bool:
        """Whether all letters of a block carry one of `marks`."""
        runs = [inline for inline in self.blocks[index].inlines if isinstance(inline, Run) and inline.text.strip()]
        return bool(runs) and all(not marks.isdisjoint(run.marks) for run in runs)

    def stands_out(self, index: int) -> bool:
        """Whether the markup sets a block apart: centred, bold, emphasised, or a heading element."""
        block = self.blocks[index]
        return block.align == "center" or block.kind == "heading" or self.marked(index, STRESSED)

    def claimed(self, *roles: str) -> list[Finding]:
        """What has been proposed so far for one of `roles`, in document order."""
        return sorted((item for item in self.found if item.role in roles), key=lambda item: (item.first, item.last))

    def covered(self, *roles: str, least: float = 0.0) -> set[int]:
        """Indices of the blocks in findings of `roles` that weigh at least `least`."""
        return {
            index
            for item in self.found
            if item.role in roles and item.weight >= least
            for index in range(item.first, item.last + 1)
        }

    def field_named(self, name: str) -> bool:
        """Whether a field of that name has been proposed."""
        return any(field.name == name for item in self.found if item.role == "field" for field in item.fields)

    def claimed_heading(self, index: int) -> bool:
        """Whether a block has been proposed as a heading, more likely than not."""
        return any(
            item.first <= index <= item.last and item.weight > 0
            for item in self.found
            if item.role in ("heading", "part")
        )

    def strong_blocks(self, *roles: str, least: float = 0.0) -> set[int]:
        """`covered`, remembered: call it only when all detectors have run."""
        key = roles, least
        if key not in self._strong:
            self._strong[key] = self.covered(*roles, least=least)
        return self._strong[key]

    def edge_walk(self) -> list[tuple[int, int, bool]]:
        """Blocks at the edges of the text and its chapters: (index, paragraphs from the edge, whether the edge lies before it).

        Fixed at the first call, when headers, headings and end marks have been proposed.
        """
        if self._walk is None:
            nearest: dict[int, tuple[int, bool]] = {}
            for index, depth, opening in self._edges():
                if index not in nearest or depth < nearest[index][0]:
                    nearest[index] = (depth, opening)
            self._walk = [(index, *nearest[index]) for index in sorted(nearest)]
        return self._walk

    @property
    def edges(self) -> frozenset[int]:
        """The indices of `edge_walk`."""
        if self._edge_set is None:
            self._edge_set = frozenset(index for index, _, _ in self.edge_walk())
        return self._edge_set

    @property
    def telling(self) -> dict[int, str]:
        """The lines of letters, messages and reports within the story, with the reason; ask when header and chrome are proposed."""
        if self._telling is None:
            from fic2book.cleaner.telling import documents_of

            self._telling = documents_of(self)
        return self._telling

    @property
    def page(self) -> Page:
        """What the markup calls the parts of the page, and which lie outside of the story's place."""
        if self._page is None:
            from fic2book.cleaner.markup_names import read_names

            self._page = read_names(self.blocks, self.words)
        return self._page

    @property
    def entries(self) -> frozenset[int]:
        """The days and dates that head the entries of a diary, where there are several; ask when all detectors have run."""
        if self._entries is None:
            heads = {
                item.first
                for item in self.found
                if (item.role == "caption" and item.value == "time" and item.weight > -1.0)
                or (
                    item.role in ("heading", "part")
                    and any(reason.pattern == "heading.day" for reason in item.evidence)
                )
                or (item.role == "date" and not any(reason.pattern == "date.clock" for reason in item.evidence))
            }
            self._entries = frozenset(heads) if len(heads) >= FEWEST_ENTRIES else frozenset()
        return self._entries

    @property
    def below_end(self) -> frozenset[int]:
        """The blocks right below end marks."""
        count = len(self.blocks)
        ends = [item.last for item in self.claimed("end") if item.weight > 0]
        return frozenset(at for last in ends for at in range(last + 1, min(last + 9, count)))

    @property
    def pauses(self) -> frozenset[int]:
        """Blocks before which blank lines alone part two scenes, likelier than not; ask when all detectors have run."""
        if self._pause_set is None:
            self._pause_set = frozenset(
                item.first
                for item in self.found
                if item.role == "pause" and item.weight > 1.0 and item.detector == "gaps"
            )
        return self._pause_set

    @property
    def openings(self) -> frozenset[int]:
        """Blocks near the beginning of the text or a chapter; those near an end too are left out where they are nearer to that."""
        if self._opening_set is None:
            self._opening_set = frozenset(index for index, _, opening in self.edge_walk() if opening)
        return self._opening_set

    def _edges(self) -> Iterator[tuple[int, int, bool]]:
        heads = sorted(self.covered("heading", "part", least=0.5))
        aside = self.covered("field", "title", "author", "date", "counter", "chrome", "heading", "part", least=0.0)
        for start in (0, *(head + 1 for head in heads)):
            yield from self._walk_from(start, 1, aside)
        for stop in (len(self.blocks) - 1, *(head - 1 for head in heads)):
            yield from self._walk_from(stop, -1, aside)

    def _walk_from(self, start: int, step: int, aside: set[int]) -> Iterator[tuple[int, int, bool]]:
        depth, at = 0, start
        while 0 <= at < len(self.blocks) and depth < EDGE and abs(at - start) < 60:
            yield at, depth, step > 0
            depth += at not in aside and bool(self.texts[at])
            at += step

    def words_between(self, first: int, stop: int) -> int:
        """Words in the blocks ``first`` up to, not including, ``stop``."""
        return sum(self.words[first:stop])

    def span_of(self, index: int, start: int, stop: int) -> Span:
        """Source span of the characters `start`..`stop` of a block's stripped text, widened to whole runs where a rule changed them."""
        block = self.blocks[index]
        text = block.text
        lead = len(text) - len(text.lstrip())
        low, high, position = block.span.stop, block.span.start, 0
        for inline in block.inlines:
            length = len(inline.text) if isinstance(inline, Run) else 0
            begin, end = max(start + lead - position, 0), min(stop + lead - position, length)
            if begin < end:
                verbatim = isinstance(inline, Run) and not inline.rule
                low = min(low, inline.span.start + begin if verbatim else inline.span.start)
                high = max(high, inline.span.start + end if verbatim else inline.span.stop)
            position += length
        return Span(low, high) if low < high else block.span

    def propose(
        self,
        role: str,
        first: int,
        last: int,
        reasons: Iterable[str | Evidence],
        *,
        value: str = "",
        fields: Sequence[Field] = (),
    ) -> Finding:
        """A finding about the blocks `first`..`last`; a reason given by name weighs what weights.py says."""
        span = Span(self.blocks[first].span.start, self.blocks[last].span.stop)
        evidence = tuple(because(reason, span) if isinstance(reason, str) else reason for reason in reasons)
        return Finding(role, first, last, evidence, value=value, fields=tuple(fields))


def because(name: str, span: Span, note: str = "") -> Evidence:
    """The evidence `name`, weighing what weights.py says."""
    weight = WEIGHTS[name]
    return Evidence(name, span, weight.value, note or weight.meaning)


def nearest(indices: Sequence[int], at: int) -> tuple[int, int]:
    """The members of the sorted `indices` next below and next above `at`; -1 where there is none."""
    below, above = bisect_left(indices, at) - 1, bisect_right(indices, at)
    return (indices[below] if below >= 0 else -1, indices[above] if above < len(indices) else -1)
