"""Slices of the source as runs: control codes and tabs are the only characters that a reader may change, each by a named rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fic2book.lazy import lazy
from fic2book.model import Run, Span

ODD: Final = lazy("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_PIECE: Final = lazy(
    "(?P<mojibake>[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\x9f])"
    "|(?P<whitespace>[\t\v\f]+)|(?P<control>[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]+)|(?P<kept>[^\x00-\x09\x0b-\x1f\x7f-\x9f\xc2-\xf4\ufffe\uffff]+|.)",
    re.DOTALL,
)


def plain_runs(
    text: str, start: int, stop: int, marks: tuple[str, ...] = (), href: str = "", lang: str = "", offset: int = 0
) -> Iterator[Run]:
    """Runs that tile ``text[start:stop]``: verbatim but for control codes, which a book cannot hold. `offset` is added to their places.

    UTF-8 that was read as Latin-1 and Windows-1252 bytes among Unicode are recognised by their C1 codes, which no text has, and mended.
    """
    if start == stop:
        return
    words = text[start:stop]
    if words.isprintable() or ODD.search(words) is None:
        yield Run(words, Span(start + offset, stop + offset), marks, "", href, lang)
        return
    kept = start
    for match in _PIECE.finditer(text, start, stop):
        rule = match.lastgroup or "kept"
        piece = match[0]
        fixed = {"whitespace": " ", "control": ""}.get(rule) if rule != "mojibake" else _mend(piece)
        if rule == "kept" or fixed is None:
            continue
        if kept < match.start():
            yield Run(text[kept : match.start()], Span(kept + offset, match.start() + offset), marks, "", href, lang)
        yield Run(fixed, Span(match.start() + offset, match.end() + offset), marks, rule, href, lang)
        kept = match.end()
    if kept < stop:
        yield Run(text[kept:stop], Span(kept + offset, stop + offset), marks, "", href, lang)


def _mend(piece: str) -> str | None:
    """The character that was meant, "" for a control code without meaning, None where the piece is right as it stands."""
    if len(piece) == 1:
        return piece.encode("latin-1").decode("cp1252", "ignore")
    if ODD.search(piece) is None:
        return None  # "Ã©": the cleaner's mojibake repair looks at the whole text before it touches these
    try:
        meant = piece.encode("latin-1").decode("utf-8")
        return meant if ODD.search(meant) is None else _mend(meant)
    except UnicodeDecodeError:
        return "".join(_mend(part) or part if part < "\xa0" else part for part in piece)
