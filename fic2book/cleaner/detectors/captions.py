"""Captions that open a scene: a time, a place, a point of view.

They are recognised by where they stand as much as by their words: "Three weeks later" after a break is a caption, in a paragraph it is
story. The same line between two ornaments (``*~* 3 weeks later *~*``) is caption and break in one.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator

from fic2book.cleaner.detectors.caption_kinds import FRAMED, LONGEST, MOST_WORDS, NAME, caption_kind
from fic2book.cleaner.document import BOLD, Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.model import Finding


def find_captions(document: Document) -> Iterable[Finding]:
    """Findings of role "caption", each with a "pause" where it parts two scenes by itself."""
    heads = document.covered("heading", "part", "break", "counter", least=0.5)
    found: list[tuple[int, str, list[str]]] = []
    for index in document.short:
        if index in heads:
            continue
        kind, reasons = _read(document, index, heads)
        if reasons:
            found.append((index, kind, reasons))
    found += _names(document, {index for index, _, _ in found} | heads)
    found += _set_apart(document, {index for index, _, _ in found} | heads)
    found.sort()
    recurring = Counter(kind for _, kind, _ in found)
    for index, kind, reasons in found:
        yield from _findings(document, index, kind, reasons, recurring)


NAME_DISTANCE = 60
"""Words between two lines that are nothing but a name, for them to be points of view rather than calls."""


def _names(document: Document, taken: set[int]) -> Iterator[tuple[int, str, list[str]]]:
    """Names alone in capitals that take turns over the sections of a text: CLARK … LEX … CLARK …."""
    places = [
        index
        for index in document.short
        if index not in taken
        and len(document.texts[index]) <= 30
        and document.bare(index).isupper()
        and NAME.expression.fullmatch(document.bare(index))
        and not _labelled(document, index)
    ]
    counts = Counter(document.bare(index) for index in places)
    turns = [index for index in places if counts[document.bare(index)] >= 2]
    distinct = {document.bare(index) for index in turns}
    distances = [document.words_between(before + 1, after) for before, after in itertools.pairwise(turns)]
    if len(distinct) >= 2 and len(turns) >= 4 and min(distances) >= NAME_DISTANCE:
        for index in turns:
            yield index, "name", ["caption.view", "caption.recurs", "caption.no-break"]


def _labelled(document: Document, index: int) -> bool:
    return document.texts[index][-1] in ".,!?:;"


def _set_apart(document: Document, taken: set[int]) -> Iterator[tuple[int, str, list[str]]]:
    """Short lines in bold or in the middle that head the sections of a text without being chapters."""
    if document.manuscript.layout != "markup":
        return
    places = [
        index
        for index in document.short
        if index > 3
        and index not in taken
        and document.blocks[index].kind == "paragraph"
        and (document.blocks[index].align == "center" or document.marked(index, BOLD))
        and _brief(document.texts[index])
        and document.texts[index][0] not in OPENING_QUOTES
        and not _labelled(document, index)
    ]
    distances = [document.words_between(before + 1, after) for before, after in itertools.pairwise(places)]
    if len(places) >= 2 and min(distances) >= NAME_DISTANCE:
        for index in places:
            yield index, "short", ["caption.short", "caption.stands-out", "caption.recurs"]


def _read(document: Document, index: int, heads: set[int]) -> tuple[str, list[str]]:
    raw, block = document.texts[index], document.blocks[index]
    if (
        not raw
        or len(raw) > LONGEST
        or block.kind in ("item", "rule", "image", "table", "verse")
        or raw[0] in OPENING_QUOTES
    ):
        return "", []
    if document.words[index] > MOST_WORDS:
        return "", []
    framed = raw[0] in _FRAME and _framed(raw)
    text = document.bare(index)
    kind = caption_kind(text)
    if (
        kind in ("time", "view", "flashback")
        and text != raw
        and raw[-1] in "*~-=_#<>+/\\|)]\N{EN DASH}\N{EM DASH}\N{BULLET}"
        and raw[0] in _FRAME
    ):
        framed = True
    follows = index - 1 in heads
    opens = index == 0
    stands = document.stands_out(index)
    if not kind and not ((follows or framed) and (framed or stands) and _brief(text)):
        return "", []
    reasons = [f"caption.{kind}" if kind else "caption.short"]
    if kind == "flashback" and " " in text and text.casefold().startswith(_EDGES):
        reasons.append("caption.edge")
    if framed:
        reasons.append("caption.framed")
        kind = kind or "framed"
    if stands:
        reasons.append("caption.stands-out")
    if follows or opens:
        reasons.append("caption.after-break" if follows else "caption.opens")
    elif not framed:
        reasons.append("caption.no-break")
    if kind in ("place", "framed") and text.endswith("."):
        reasons.append("caption.sentence")
    return kind or "short", reasons


_EDGES = ("end", "begin", "start", "fin ", "конец")
"""How a line begins that says where a flashback begins or ends."""

_FRAME = frozenset("*~-=_#<>+/\\oOxX[(\N{EN DASH}\N{EM DASH}\N{BULLET}")


def _framed(raw: str) -> bool:
    if raw[0] in "([":
        return False
    match = FRAMED.expression.fullmatch(raw)
    return match is not None and raw[0] in match["close"] and any(map(str.isalpha, match["inside"]))


def _brief(text: str) -> bool:
    return bool(text) and text.count(" ") < 8 and text[-1] not in ".,;?!" and any(map(str.isalpha, text))


def _findings(
    document: Document, index: int, kind: str, reasons: list[str], recurring: Counter[str]
) -> Iterator[Finding]:
    if "caption.no-break" in reasons and kind in ("view", "flashback") and recurring[kind] >= 2:
        reasons = [*reasons, "caption.recurs"]
    caption = document.propose("caption", index, index, reasons, value=kind)
    yield caption
    parted = "caption.after-break" in reasons or "caption.opens" in reasons
    if not parted and index and caption.weight > 0:
        yield document.propose("pause", index, index, ["pause.caption"], value="hard")
