"""The jacket: back, spine and front in one sheet, to the millimetre, with flaps if wanted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from fic2book.covers import front_image, palette_of
from fic2book.covers.lettering import line_width
from fic2book.covers.request import CoverRequest
from fic2book.covers.stretches import Lettering
from fic2book.errors import UsageError
from fic2book.fonts import find_font, fonts_for
from fic2book.press.geometry import MM, find_trim
from fic2book.press.stylesheet import FONT_ADDRESS, quote
from fic2book.press.weasy_document import write_document

DOTS: Final = 300
"""Pixels to the inch of the front, which is what print shops ask for."""

SMALLEST_LETTERS: Final = 6.5
"""Points of letters on a spine; nobody reads smaller ones from a shelf."""

NARROWEST_SPINE: Final = 5.0
"""Millimetres of spine that words need; on a thinner one they would wander round the edge."""

FRONT_ADDRESS: Final = "fic2book:front"


@dataclass(frozen=True, slots=True)
class JacketPlan:
    """The measures of a jacket in millimetres; raises UsageError for values that cannot be.

    pages       of the book block, blanks included; two to a leaf
    thickness   of one leaf; 0.1 mm is ordinary 80 g/m² paper
    trim        the book's trim size, by name or as "120x190mm"
    boards      added to the spine for boards or a cover's own thickness
    overhang    by which boards stand out beyond the pages at head, foot and fore-edge
    flaps       width of the flaps folded inside; 0 for a paperback cover
    bleed       of colour beyond the cut, on all sides
    marks       whether crop marks are printed outside the bleed
    blurb       printed on the back
    right_to_left  whether the front lies to the left of the spine
    """

    pages: int
    thickness: float = 0.1
    trim: str = "a5"
    boards: float = 0.5
    overhang: float = 0.0
    flaps: float = 0.0
    bleed: float = 3.0
    marks: bool = True
    blurb: str = ""
    right_to_left: bool = False

    def __post_init__(self) -> None:
        for name, low, high in (
            ("pages", 1, 5000),
            ("thickness", 0.01, 2.0),
            ("boards", 0.0, 20.0),
            ("overhang", 0.0, 20.0),
            ("flaps", 0.0, 150.0),
            ("bleed", 0.0, 20.0),
        ):
            value = getattr(self, name)
            if not low <= value <= high:
                raise UsageError(f"jacket {name}: {value:g} should lie between {low:g} and {high:g}.")
        find_trim(self.trim)

    @property
    def spine(self) -> float:
        """Width of the spine in millimetres."""
        return -(-self.pages // 2) * self.thickness + self.boards

    @property
    def panel(self) -> tuple[float, float]:
        """Width and height of the front in millimetres."""
        width, height = find_trim(self.trim)
        return width / MM + self.overhang, height / MM + 2 * self.overhang

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the cut jacket in millimetres."""
        return 2 * (self.panel[0] + self.flaps) + self.spine, self.panel[1]


def jacket(request: CoverRequest, plan: JacketPlan) -> bytes:
    """The jacket as a PDF of one page: the request's own design in front, its palette on spine and back.

    The spine's title is turned right, so that it can be read when the book lies face up; it is left out where the spine is narrower
    than `NARROWEST_SPINE`. The same request and plan give the same bytes.
    """
    words = "".join((request.title, *request.authors, request.editor, plan.blurb, request.series, request.number))
    families = fonts_for(words or "a", ("EB Garamond",), request.language)
    files = [file for family in families for file in (find_font(family, language=request.language),) if file]
    width, height = (round(side / 25.4 * DOTS) for side in plan.panel)
    stored = io.BytesIO()
    front_image(request, width, height).save(stored, "JPEG", quality=92, dpi=(DOTS, DOTS))

    def read(address: str) -> bytes:
        if address == FRONT_ADDRESS:
            return stored.getvalue()
        if address.startswith(FONT_ADDRESS):
            return files[int(address.removeprefix(FONT_ADDRESS))].path.read_bytes()
        raise ValueError("nothing is fetched from outside the book")

    faces = [
        f"@font-face {{ font-family: {quote(file.family)}; src: url({FONT_ADDRESS}{number}); }}"
        for number, file in enumerate(files)
    ]
    css = "\n".join((*faces, *_rules(request, plan, families)))
    return write_document(_tree(request, plan), [css], read)[0]


def spine_size(request: CoverRequest, plan: JacketPlan) -> float:
    """Size of the spine's letters in points: as wide as the spine bears and as the title's length allows; 0 for no letters."""
    if plan.spine < NARROWEST_SPINE:
        return 0.0
    length = _measure(f"{spine_title(request, plan)}    {_who(request)}", request.language)
    return max(SMALLEST_LETTERS, min(0.55 * plan.spine * MM, 26.0, _spine_room(plan) / max(length, 0.1)))


def spine_title(request: CoverRequest, plan: JacketPlan) -> str:
    """The title as the spine has it: cut between words, or letters where there are none, until it can be read."""
    most = _spine_room(plan) / SMALLEST_LETTERS
    title = " ".join(request.title.split())
    kept = title
    while kept and _measure(f"{kept}    {_who(request)}", request.language) > most:
        whole = kept.removesuffix("\N{HORIZONTAL ELLIPSIS}")
        shorter = whole.rsplit(" ", 1)[0] if " " in whole else whole[:-1]
        kept = shorter.rstrip(" ,;:.–—-") + "\N{HORIZONTAL ELLIPSIS}" if shorter else ""
    return kept


def _spine_room(plan: JacketPlan) -> float:
    """Points of the spine's height that words may take."""
    return plan.panel[1] * MM * 0.84


def _who(request: CoverRequest) -> str:
    return ", ".join(request.authors) or request.editor


def _measure(text: str, language: str) -> float:
    """Length of `text` in ems of the spine's faces."""
    return line_width(text, Lettering("EB Garamond", language=language), 100) / 100


def _tree(request: CoverRequest, plan: JacketPlan) -> Element:
    root = Element("html", {"lang": request.language or "und"})
    SubElement(SubElement(root, "head"), "title").text = request.title
    body = SubElement(root, "body")
    SubElement(body, "div", {"class": "ground"})
    SubElement(body, "img", {"class": "front", "src": FRONT_ADDRESS, "alt": f"{request.title}, {_who(request)}"})
    if plan.blurb:
        back = SubElement(body, "div", {"class": "back"})
        for paragraph in plan.blurb.split("\n"):
            SubElement(back, "p").text = paragraph
    if spine_size(request, plan):
        spine = SubElement(body, "div", {"class": "spine"})
        SubElement(spine, "span", {"class": "name"}).text = spine_title(request, plan)
        SubElement(spine, "span", {"class": "who"}).text = _who(request)
    return root


def _rules(request: CoverRequest, plan: JacketPlan, families: tuple[str, ...]) -> Iterator[str]:
    palette = palette_of(request)
    ground, text = (f"rgb({', '.join(str(part) for part in colour[:3])})" for colour in (palette.ground, palette.text))
    (panel, depth), (width, height) = plan.panel, plan.size
    bleed = plan.bleed
    spine_left = plan.flaps + panel
    front_left = plan.flaps if plan.right_to_left else spine_left + plan.spine
    back_left = spine_left + plan.spine if plan.right_to_left else plan.flaps
    marks = " marks: crop;" if plan.marks else ""
    size = spine_size(request, plan)
    stack = ", ".join((*map(quote, families), "serif"))
    yield f"@page {{ size: {width:.3f}mm {height:.3f}mm; margin: 0; bleed: {2 * bleed if plan.marks else bleed:.3f}mm;{marks} }}"
    yield (
        f".ground {{ position: absolute; left: {-bleed:.3f}mm; top: {-bleed:.3f}mm; width: {width + 2 * bleed:.3f}mm;"
        f" height: {height + 2 * bleed:.3f}mm; background: {ground}; }}"
    )
    yield f"body {{ margin: 0; color: {text}; font-family: {stack}; }}"
    yield (
        f".front {{ position: absolute; left: {front_left - (bleed if plan.right_to_left and not plan.flaps else 0):.3f}mm; top: {-bleed:.3f}mm;"
        f" width: {panel + (0 if plan.flaps else bleed):.3f}mm; height: {depth + 2 * bleed:.3f}mm; object-fit: cover; }}"
    )
    yield f".back {{ position: absolute; left: {back_left + 0.14 * panel:.3f}mm; top: {0.16 * depth:.3f}mm; width: {0.72 * panel:.3f}mm; font-size: 10.5pt; line-height: 1.4; }}"
    yield ".back p { margin: 0 0 0.6em; hyphens: auto; }"
    # The box is as long as the spine is high and is turned about its upper left corner, so that it reads from head to foot.
    yield (
        f".spine {{ position: absolute; left: {spine_left + plan.spine:.3f}mm; top: 0; width: {depth:.3f}mm; height: {plan.spine:.3f}mm;"
        f" line-height: {plan.spine:.3f}mm; font-size: {size:.2f}pt; white-space: nowrap; transform-origin: 0 0; transform: rotate(90deg); }}"
    )
    yield f".spine .name {{ position: absolute; left: {0.08 * depth:.3f}mm; }} .spine .who {{ position: absolute; right: {0.08 * depth:.3f}mm; }}"
