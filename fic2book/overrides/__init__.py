"""The sidecar beside a story, ``<name>.fic.toml``: the user's last word on what each passage is.

A sidecar names passages by quoting them, never by line number, so it survives edits elsewhere in the story. A quotation matches
whatever the typography: straight and curly quotes, dashes, ellipses and runs of white space are all the same to it. One that is found
nowhere, or more than once without an ``occurrence``, is an error. The format is described in docs/sidecar.md.
"""

from __future__ import annotations

from dataclasses import field

from fic2book.errors import SidecarError
from fic2book.model import BOUNDARY_ROLES, Decision, Manuscript, Metadata
from fic2book.overrides.finding import Finder, finder_of
from fic2book.overrides.reshaping import join, split
from fic2book.overrides.rulings import Mark, MarkedBreak, Quotation
from fic2book.records import dataclass


@dataclass(frozen=True, slots=True)
class Overrides:
    """Everything a sidecar says; `name` is the file it was read from, for messages."""

    name: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    marks: tuple[Mark, ...] = ()
    breaks: tuple[MarkedBreak, ...] = ()
    splits: tuple[Quotation, ...] = ()
    joins: tuple[Quotation, ...] = ()
    encoding: str = ""  # of the story's bytes; "" to find it
    accept: float = 0.0  # accept suggested lost breaks from this score on; 0 accepts none

    def resolve(self, manuscript: Manuscript) -> tuple[Decision, ...]:
        """The rulings as decisions on `manuscript`'s blocks, in the order in which they were written.

        Boundary rulings (role "pause") come as decisions of their own. Raises SidecarError for a stale quotation.
        """
        if not (self.marks or self.breaks):
            return ()
        finder = finder_of(manuscript, self.name)
        marked = tuple(decision for mark in self.marks for decision in _decide(mark, finder))
        return marked + tuple(
            Decision("pause", at, at, by="user", value=item.strength)
            for item in self.breaks
            for at in (finder.blocks_of(item.before)[0],)
        )

    def reshape(self, manuscript: Manuscript) -> Manuscript:
        """`manuscript` with the paragraphs split and joined that the sidecar names. Raises SidecarError."""
        for quotation in self.splits:
            manuscript = split(manuscript, quotation, self.name)
        for quotation in self.joins:
            manuscript = join(manuscript, quotation, self.name)
        return manuscript


NO_OVERRIDES = Overrides()


def _decide(mark: Mark, finder: Finder) -> tuple[Decision, ...]:
    first, last = finder.blocks_of(mark.quote)
    if mark.through is not None:
        end = finder.blocks_of(mark.through)[1]
        if end < first:
            raise SidecarError(
                f"{finder.name}: “through = {mark.through.words!r}” stands before “quote = {mark.quote.words!r}”. Swap the two."
            )
        last = end
    if mark.role in BOUNDARY_ROLES:
        return (Decision(mark.role, first, first, by="user", value=mark.value or "hard"),)
    return (Decision(mark.role, first, last, by="user", value=mark.value, place=mark.place),)
