"""What a binder chooses: how sheets are folded and held together. Values are checked when a plan is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from fic2book.errors import UsageError
from fic2book.hints import did_you_mean

BINDINGS: Final = {
    "saddle": "all sheets inside one another, stapled or sewn through the fold",
    "sewn": "signatures of a few sheets each, sewn together at the spine",
    "stab": "single leaves, sewn or pierced through a margin at the spine",
}
FOLDS: Final = {"folio": 4, "quarto": 8, "octavo": 16}
"""Pages on one sheet, folded once, twice or three times."""


CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "binding": tuple(BINDINGS),
    "fold": tuple(FOLDS),
    "flip": ("long", "short"),
    "blanks": ("end", "before-last"),
    "grain": ("", "long", "short"),
}
"""Fields of a plan with few choices."""

RANGES: Final = {"sheets": (1, 32), "thickness": (0.01, 2.0), "margin": (0.0, 60.0), "stations": (0, 15)}
"""Least and greatest value of fields that are numbers."""


@dataclass(frozen=True, slots=True)
class ImpositionPlan:
    """How to print a book for binding. Lengths are in millimetres; raises UsageError for values that cannot be.

    binding     saddle | sewn | stab, see BINDINGS
    fold        folio | quarto | octavo: how often each sheet is folded; stab binding folds nothing
    sheets      sheets in one signature of a sewn book (the last ones may have one less, so that none is left alone)
    paper       a trim name ("a4", "letter", …) or a size ("450x320mm") to print on; "" for exactly the size the pages need
    scale       whether pages may be made smaller to fit the paper
    thickness   of one leaf of paper; 0.1 mm is ordinary 80 g/m² paper
    creep       whether inner pages move towards the spine, as inner sheets stick out and are trimmed
    flip        long | short: the edge about which the printer turns the sheet for its back
    blanks      end | before-last: where empty pages go when the count does not come out even; before-last keeps a back cover outside
    margin      of a stab binding, added at the spine
    stations    holes for sewing marked in the fold of each signature's middle; 0 for none
    marks       whether the backs of signatures carry steps that show their order when they lie together
    guide       whether a sheet of instructions follows
    grain       long | short | "": which side of the paper its fibres run along, to be warned when it is the wrong one
    right_to_left  whether the book opens on the right, as Hebrew and Arabic books do
    """

    binding: str = "sewn"
    fold: str = "folio"
    sheets: int = 4
    paper: str = ""
    scale: bool = False
    thickness: float = 0.1
    creep: bool = True
    flip: str = "short"
    blanks: str = "end"
    margin: float = 12.0
    stations: int = 5
    marks: bool = True
    guide: bool = True
    grain: str = ""
    right_to_left: bool = False

    def __post_init__(self) -> None:
        for name, known in CHOICES.items():
            value = getattr(self, name)
            if value not in known:
                raise UsageError(
                    f"{name}: {value!r} is not known.{did_you_mean(value, known)} Choose one of {', '.join(filter(None, known))}."
                )
        for name, (low, high) in RANGES.items():
            value = getattr(self, name)
            if not low <= value <= high:
                raise UsageError(f"{name}: {value:g} should lie between {low:g} and {high:g}.")

    @property
    def pages_per_sheet(self) -> int:
        """Pages on both sides of one sheet."""
        return 2 if self.binding == "stab" else FOLDS[self.fold]


def plan_from(values: Mapping[str, Any]) -> ImpositionPlan:
    """The plan with these fields, as a collection file has them. Raises UsageError for an unknown field or a value of another type."""
    known = {item.name: type(item.default) for item in fields(ImpositionPlan)}
    for name, value in values.items():
        if name not in known:
            raise UsageError(f"{name!r} is not known.{did_you_mean(name, known)} Known: {', '.join(known)}.")
        kind = known[name]
        if not isinstance(value, int | float if kind is float else kind) or (
            isinstance(value, bool) and kind is not bool
        ):
            raise UsageError(f"{name} = {value!r} must be {KINDS[kind]}.")
    return ImpositionPlan(**values)


KINDS: Final[dict[type, str]] = {
    str: "text between quotation marks",
    bool: "true or false",
    int: "a whole number",
    float: "a number of millimetres",
}
"""What the type of a field is called."""
