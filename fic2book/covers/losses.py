"""What a cover cannot show as it should, for the user to know: never a box, never a silent gap."""

from __future__ import annotations

import io
from typing import Final

from fic2book.covers.designs import Design
from fic2book.covers.lettering import shapes_scripts
from fic2book.covers.request import CoverRequest
from fic2book.covers.stretches import needs_shaping
from fic2book.fonts import FONTS_EXTRA, find_font, fonts_for, missing_characters, missing_notice
from fic2book.model import Notice

COARSE: Final = 600
"""Pixels on the shorter side of a picture below which its edges show steps on a cover of 1600 × 2560."""

UNJOINED: Final = (
    "The system has no FriBidi library, so letters on the cover that should join stand apart. "
    "Install it (on Debian: apt install libfribidi0; on macOS: brew install fribidi) and build again."
)


def find_losses(request: CoverRequest, design: Design) -> tuple[Notice, ...]:
    """Notices on characters without a font, letters that cannot be joined, faces that others stand in for."""
    words = _words_of(request)
    notices = [_substituted(design), _coarse(request)]
    if not words.isascii():
        notices.append(missing_notice(missing_characters(words, fonts_for(words)), "the cover"))
    if any(map(needs_shaping, words)) and not shapes_scripts():
        notices.append(Notice("no-shaping", UNJOINED, severity="warning"))
    return tuple(notice for notice in notices if notice)


def _coarse(request: CoverRequest) -> Notice | None:
    """A notice on a picture that will look soft; its size stands in its first bytes, so it is not decoded for that."""
    if not request.art:
        return None
    from PIL import Image

    with Image.open(io.BytesIO(request.art)) as picture:
        width, height = picture.size
    if min(width, height) >= COARSE:
        return None
    told = f"The cover art is only {width} × {height} pixels and will look soft. Give a picture of at least 800 × 1280."
    return Notice("small-art", told, severity="warning")


def _words_of(request: CoverRequest) -> str:
    parts = (request.title, request.subtitle, request.series, request.number, request.fandom, request.editor)
    return "".join("".join((*parts, *request.authors)).split())


def _substituted(design: Design) -> Notice | None:
    families = dict.fromkeys(lettering.family for lettering in design.lettering.values())
    absent = [family for family in families if not find_font(family)]
    if not absent:
        return None
    names = " and ".join(absent)
    return Notice(
        "missing-font",
        f"The cover design {design.name!r} is made for {names}; other fonts stand in. To have them: {FONTS_EXTRA}",
        severity="info",
    )
