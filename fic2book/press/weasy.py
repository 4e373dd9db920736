"""WeasyPrint sets the volume: one HTML tree, one stylesheet, no network, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import Final
from xml.etree.ElementTree import Element

from fic2book.errors import UsageError
from fic2book.model import Book, Cover, Notice, Settings
from fic2book.press.body import build_tree
from fic2book.press.complaints import notices
from fic2book.press.crew import set_slices
from fic2book.press.faces import Faces, choose_faces
from fic2book.press.frontispiece import fit_cover
from fic2book.press.geometry import plan_sheet
from fic2book.press.inks import NO_PROFILE, Inks, choose_inks
from fic2book.press.joining import join
from fic2book.press.own_css import bracket_complaint
from fic2book.press.slicing import can_slice, ids, number_contents, slice_tree
from fic2book.press.stylesheet import FONT_ADDRESS, PROFILE_ADDRESS, separated, stylesheet
from fic2book.press.volume import PICTURE_ADDRESS, Volume
from fic2book.press.weasy_document import Rules, Task, draw
from fic2book.render.labels import right_to_left
from fic2book.render.pictures import find_pictures, picture_data
from fic2book.styles import Style

STANDARDS: Final = (
    "none",
    "pdf/ua-1",
    "pdf/ua-2",
    "pdf/a-2a",
    "pdf/a-2b",
    "pdf/a-2u",
    "pdf/a-3a",
    "pdf/a-3b",
    "pdf/a-3u",
    "pdf/x-4",
)
"""What a PDF can promise to be; all but "none" and pdf/x-4 are also tagged."""

COVER_ADDRESS: Final = "fic2book:cover"


def set_pages(
    book: Book, volume: Volume, cover: Cover | None, settings: Settings, style: Style
) -> tuple[bytes, tuple[Notice, ...]]:
    """The PDF, and what the engine or the fonts complained about. The same input gives the same bytes."""
    if settings.standard not in STANDARDS:
        raise UsageError(f"There is no PDF standard {settings.standard!r}. Known: {', '.join(STANDARDS)}.")
    inks = choose_inks(settings)
    if settings.standard.startswith("pdf/a") and inks.kind != "colour" and not inks.profile:
        raise UsageError(
            f"PDF/A in {inks.kind} has to say for which press: give its ICC file (profile = …), or choose --engine typst with grey."
        )
    style, cover = inks.style(style), inks.cover(cover)
    sheet = plan_sheet(style, settings.trim, volume.words, crop_marks=settings.crop_marks)
    faces = choose_faces(style, volume.text, volume.language)
    ours = stylesheet(style, sheet, faces, right_to_left=right_to_left(volume.language), inks=inks)
    own = [Rules(style.css(name), f"{style.name}/{name}") for name in ("book.css", "print.css") if style.css(name)]
    if cover:
        fit = fit_cover(cover, sheet)
        over, around = f"{-sheet.bleed:.3f}pt", f"{2 * sheet.bleed:.3f}pt"
        fills = (
            f" .cover img {{ object-fit: cover; position: absolute; left: {over}; top: {over};"
            f" width: calc(100% + {around}); height: calc(100vh + {around}); }}"
            if fit.fills
            else ""
        )
        beside = fit.colour if inks.kind == "colour" else separated(fit.colour)
        ours += f"\n@page cover {{ background: {beside}; }}{fills}"
    root = build_tree(book, volume, style, cover)
    read = _Resources(book, cover, faces, inks).read
    whole = Task(root, (Rules(ours), *own), read, settings.standard, book.identifier, inked=inks.kind != "colour")
    slices = slice_tree(root) if can_slice(style, settings) and find_spec("pikepdf") else []
    if slices:
        faces.prepare()
    roman = style.front.numbering == "roman"
    data, complaints = _set_sliced(whole, slices, roman=roman) if len(slices) > 1 else _set_whole(whole)
    brackets = tuple(f"{rules.name}: {told}" for rules in own if (told := bracket_complaint(rules.text)))
    unprofiled = (NO_PROFILE,) if settings.standard.startswith("pdf/x") and not inks.profile else ()
    return data, (*faces.notices, *notices((*brackets, *complaints)), *unprofiled)


def _set_whole(task: Task) -> tuple[bytes, tuple[str, ...]]:
    drawn = draw(task)
    return drawn.data, drawn.complaints


def _set_sliced(whole: Task, slices: Sequence[Element], *, roman: bool) -> tuple[bytes, tuple[str, ...]]:
    """The book in slices, the front matter last, since the contents name the pages of all others."""
    known = ids(whole.root)
    front, *text = (
        replace(whole, root=root, identifier="", goes_on=root is not slices[-1], elsewhere=known) for root in slices
    )
    before = 0 if roman else _count_pages(front, known)
    drawn = set_slices(text, before)
    numbers: dict[str, int] = {}
    first = before
    for part in drawn:
        for name, (page, *_) in part.anchors.items():
            numbers.setdefault(name, first + page + 1)
        first += len(part.heights)
    number_contents(front.root, numbers)
    parts = [draw(front), *drawn]
    if not roman and len(parts[0].heights) != before:
        return _set_whole(whole)
    return join(parts, whole.identifier), tuple(complaint for part in parts for complaint in part.complaints)


def _count_pages(front: Task, known: frozenset[str]) -> int:
    """The pages of the front matter, before anybody knows what numbers its contents will hold."""
    number_contents(front.root, dict.fromkeys(known - ids(front.root), 100))
    return len(draw(front).heights)


class _Resources:
    """Everything the engine may ask for: the packaged fonts, the book's pictures, its cover. Anything else is refused."""

    def __init__(self, book: Book, cover: Cover | None, faces: Faces, inks: Inks) -> None:
        self.inks = inks
        self.cover = cover
        self.faces = faces
        self.pictures = {picture.name: picture for picture in find_pictures(book).values()}

    def read(self, address: str) -> bytes:
        """The bytes at an address of ours; raises ValueError for any other."""
        if address.startswith(FONT_ADDRESS):
            return self.faces.data(int(address.removeprefix(FONT_ADDRESS).partition(".")[0]))
        if address.startswith(PICTURE_ADDRESS):
            return self.inks.picture(picture_data(self.pictures[address.removeprefix(PICTURE_ADDRESS)]))
        if address == PROFILE_ADDRESS:
            return self.inks.profile
        if address == COVER_ADDRESS and self.cover:
            return self.cover.data
        raise ValueError("nothing is fetched from outside the book")
