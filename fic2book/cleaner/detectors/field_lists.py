"""Header lines whose values have no label: "Fandom, A/B, NC17, 2300 words", and what fanfiction.net prints between dashes."""

from __future__ import annotations

from collections.abc import Sequence

from fic2book.cleaner.detectors.bylines import read_byline
from fic2book.cleaner.detectors.field_labels import SIZE
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.ratings import normal_rating
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import pattern
from fic2book.lazy import lazy
from fic2book.model import Field, Finding

SITE_LINE = pattern(
    "field.site-line",
    r"(?:rated:\s)?(?:fiction\s)?(?:rated:?\s)?(?:fiction\s)?(?P<rating>K\+?|T|M|MA)\s-\s(?P<rest>[A-Z][a-z]+\s-\s.*(?:words|chapters|reviews|published|id):?\s.*)",
    match="Rated: Fiction T - English - Drama - Clark K., Lex L. - Chapters: 4 - Words: 12,345 - Published: 10-24-08 - id: 1234567",
    miss="T - shirts were on sale",
)

COUPLE = pattern(
    "field.couple",
    r"[\w.'’-]{1,24}(?:\s[\w.'’-]{1,20}){0,3}\s?(?:/|\\|\sx\s|&)\s?[\w.'’-]{1,24}(?:\s[\w.'’-]{1,20}){0,3}(?:\s?/\s?[\w.'’-]{1,24})?|[A-Z]\w+[A-Z]\w+|gen",
    match="Clark/Lex",
    miss="Clark and/or something, perhaps",
    case=True,
)

PATTERNS = (SITE_LINE, COUPLE)


_COMMA = lazy(r"\s*(?:[;|•·]|(?<=[^\W\d]{2})\.(?=\s|$)|,(?!\d{3}\b)|\s[-\N{EN DASH}\N{EM DASH}]\s)\s*")


def comma_line(document: Document, index: int, text: str) -> Finding | None:
    """The fields of "Fandom, A/B, NC17, 2300 words" in one line."""
    if len(text) > 220 or index > 14 or not any(sign in text for sign in ",;|•·-\N{EN DASH}."):
        return None
    if index + 1 < len(document.blocks) and read_byline(document.bare(index + 1)):
        return None  # a title with its rating and couple behind it
    inner = document.bare(index)
    pieces = [piece for piece in _COMMA.split(inner) if piece]
    if not 3 <= len(pieces) <= MOST_PIECES or max(map(len, pieces)) > LONGEST_PIECE:
        return None
    names = [_piece_name(piece) for piece in pieces]
    known = [name for name in names if name]
    if (
        len(set(known)) < 2
        or not {"rating", "words"} & set(known)
        or len(known) < len(pieces) - (3 if index < NEAR_TOP and "rating" in known else 2)
    ):
        return None
    if not names[0]:
        names[0] = "fandom"
    fields = _piece_fields(document, index, inner, pieces, names)
    return document.propose(
        "field", index, index, ["field.list", *(["field.value"] * (len(set(known)) - 1))], fields=fields
    )


NEAR_TOP = 6
"""Blocks from the top in which such a line may name more that nobody can know."""

MOST_PIECES = 14
LONGEST_PIECE = 40


def _piece_name(piece: str) -> str:
    label, colon, value = piece.partition(":")
    if colon and value and value.strip()[:1].isalnum() and field_name(label):
        return field_name(label)
    if SIZE.expression.fullmatch(piece):
        return "words"
    bare = piece.strip("()[] ")
    if (
        normal_rating(bare)
        and len(bare) <= 12
        and (bare.upper() == bare or len(bare) <= 5 or bare.casefold() in ("mature", "explicit", "general"))
    ):
        return "rating"
    return "relationship" if COUPLE.expression.fullmatch(_REMARK.sub("", piece)) else ""


_REMARK = lazy(r"\s*\([^()]{1,40}\)$")


def _piece_fields(
    document: Document, index: int, inner: str, pieces: Sequence[str], names: Sequence[str]
) -> list[Field]:
    offset = document.texts[index].find(inner)
    starts, position = [], 0
    for piece in pieces:
        at = inner.index(piece, position)
        starts.append(at)
        position = at + len(piece)
    fields = []
    for number, (piece, name) in enumerate(zip(pieces, names, strict=True)):
        stop = starts[number + 1] if number + 1 < len(pieces) else len(inner)
        span = document.span_of(index, offset + starts[number], offset + stop)
        fields.append(Field(name or "keywords", piece, span))
    return fields


# ---------------------------------------------------------------- a site's own header line


def site_line(document: Document, index: int, text: str) -> Finding | None:
    """The fields between the dashes of an archive's own header line, or of its continuation when a program wrapped it."""
    if len(text) > 500 or (" - " not in text and not text.endswith("-") and not _goes_on_from(document, index)):
        return None
    begins = SITE_LINE.expression.match(text) is not None
    if not begins and not _goes_on_from(document, index):
        return None
    fields = []
    position = 0
    pieces = _PARTED.split(text)
    for number, piece in enumerate(pieces):
        name, label, value = _site_piece(piece, number if begins else -1)
        stop = text.index(piece, position) + len(piece)
        after = text.index(pieces[number + 1], stop) if number + 1 < len(pieces) else len(text)
        fields.append(Field(name, value, document.span_of(index, position, after), label))
        position = after
    return document.propose("field", index, index, ["field.site-line"], fields=fields)


_PARTED = lazy(r"\s+[-\N{EN DASH}]\s+")


def _goes_on_from(document: Document, index: int) -> bool:
    """Whether the lines above, wrapped by a program, begin a site's header line."""
    at = index
    while (
        at > 0
        and index - at < 4
        and document.blocks[at].blanks == 0
        and document.texts[at - 1].endswith(("-", "\N{EN DASH}"))
    ):
        at -= 1
        if SITE_LINE.expression.match(document.texts[at] + " id: 1"):
            return True
    return False


_BY_PLACE = {0: "rating", 1: "language", 2: "genre", 3: "characters"}


def _site_piece(piece: str, number: int) -> tuple[str, str, str]:
    """Name, label and value of one piece of a site's header line."""
    label, colon, value = piece.partition(":")
    name = field_name(label) if colon else ""
    if not name:
        label, value = "", piece
        name = _BY_PLACE.get(number, "keywords")
    value = value.strip(" -\N{EN DASH}")
    if name == "rating":
        value = value.removeprefix("Fiction ").strip()
    return ("reviews" if name == "feedback" else name), label, value
