"""The labels in a line or a block: ``Label: x``, ``LABEL - x``, several on a line, and whether a value is of its label's kind.

Which label means what is data (labels.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.labels import EVERYDAY_LABELS, FIELD_NAMES, PROSE_FIELDS, field_name, plain_label
from fic2book.cleaner.detectors.ratings import normal_rating
from fic2book.cleaner.patterns import DASHES, OPENING_QUOTES, pattern

LABEL_LENGTH = 46
"""Characters before the colon; "✖ Archive/Distribution permission:" has 33."""

LABELLED = pattern(
    "field.labelled",
    rf"(?P<label>[^:\N{{FULLWIDTH COLON}}\n]{{1,{LABEL_LENGTH}}}?)\s*[:\N{{FULLWIDTH COLON}}]{{1,2}}(?!//)[*_~\s]*(?P<value>.*)",
    match="Pairing: Lex/Clark",
    miss="http://example.org",
)

DASHED = pattern(
    "field.dashed",
    rf"(?P<label>[^:{DASHES}~|»=>•·→➝\n]{{1,30}}?(?:-mail)?)(?:\s+[{DASHES}]{{1,2}}\s+|[{DASHES}](?-i:(?=[A-ZÀ-ÞА-ЯЁ]))|\s(?=[“\"«„][^“\"«„]+[”\"»“]$)|\s*(?:[~|»=>•·→➝]{{1,3}}|\.{{3,}}|\N{{HORIZONTAL ELLIPSIS}}+)\s*)(?P<value>\w.*|[\"'“‘«(\[].*)",
    match="RATING - PG-13",
    miss="well-known",
)
"""A label parted from its value by another sign than a colon."""

BOXED = pattern(
    "field.boxed",
    r"[\[(<{](?P<label>[^\[\]()<>{}:\n]{1,30})[\])>}]\s*[-:~=]?\s*(?P<value>\S.*)",
    match="[Rating] PG-13",
    miss="[Rating]",
)

SIZE = pattern(
    "field.size",
    r"[~≈c.\s]*(?:about|approx\.?|approximately|around|ca\.?|roughly|circa|примерно)?\s?(?P<count>\d[\d\s.,]{0,9}\d|\d)\s?k?\+?\s?(?:words?|wörter|mots|palabras|слов[аo]?|pages?|страниц[аы]?|стр\.?|chars?|chapters?)\.?",
    match="2,300 words",
    miss="two words",
)

PATTERNS = (LABELLED, DASHED, BOXED, SIZE)

INNER: Final = frozenset(
    spelling
    for spelling in FIELD_NAMES
    if len(spelling) > 2 and spelling not in ("all", "for", "set", "when", "art", "dank")
)
"""Labels that are known again further on in a line."""
_LENGTHS: Final = tuple(range(max(map(len, INNER)), 2, -1))
_PARTING: Final = " \t\N{NO-BREAK SPACE}|;,•·/(["
_SIGNS: Final = "*_~"


class Labelled(NamedTuple):
    """One label with its value inside a block's stripped text."""

    name: str
    label: str
    value: str
    start: int
    stop: int


def read_labels(text: str) -> Iterator[Labelled]:
    """The labelled values in a block's text: one, several on a line, or one a line. Nothing when it does not begin with a label."""
    position = 0
    pending: Labelled | None = None
    for line in text.split("\n"):
        items = list(_read_line(line, position))
        if not items and pending is None and line.strip():
            return
        for item in items:
            if pending is not None:
                yield _closed(pending, text, item.start)
            pending = item
        position += len(line) + 1
    if pending is not None:
        yield _closed(pending, text, len(text))


def _closed(item: Labelled, text: str, stop: int) -> Labelled:
    value = text[item.stop : stop].strip(" \t\n|;•·,*_~☆★♡♥✧✦")
    return item._replace(value=value, stop=stop)


def _read_line(line: str, position: int) -> Iterator[Labelled]:
    """Labels of one line; `stop` is where the value begins, to be closed by the caller."""
    if line[:1] in OPENING_QUOTES:
        return
    match = LABELLED.expression.match(line[:400])
    name = field_name(match["label"]) if match else ""
    if match is not None and not name and _names_rating(match["label"]):
        start = line.index(match["label"]) + len(match["label"].split()[0])
        yield Labelled("rating", match["label"].split()[0], "", position, position + start)
        return
    if not name or match is None:
        yield from _read_dashed(line, position)
        return
    yield Labelled(name, match["label"].strip(), "", position, position + match.start("value"))
    if name in PROSE_FIELDS or len(line) > 600:
        return
    yield from _read_inner(line, match.start("value"), position)


def _read_inner(line: str, start: int, position: int) -> Iterator[Labelled]:
    """Labels further on in a line: "Rating: PG Pairing: A/B". Each colon is asked which label stands before it."""
    for colon in range(start, len(line)):
        if line[colon] not in ":\N{FULLWIDTH COLON}" or colon < start or line.startswith("//", colon + 1):
            continue
        begin = _inner_label(line, start, len(line[:colon].rstrip()))
        if begin >= 0:
            label = line[begin:colon].rstrip()
            start = colon + 1
            while start < len(line) and line[start] in _SIGNS:
                start += 1
            yield Labelled(FIELD_NAMES[_spelled(label)], label, "", position + begin, position + start)


def _inner_label(line: str, start: int, stop: int) -> int:
    """Where the longest label begins that ends at `stop` and stands free of the words before it; -1 for none."""
    for length in _LENGTHS:
        begin = stop - length
        if begin >= start and _spelled(line[begin:stop]) in INNER and _is_parted(line, start, begin):
            return begin
    return -1


def _spelled(label: str) -> str:
    return label.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _is_parted(line: str, start: int, begin: int) -> bool:
    """Whether white space or a sign parts the label from what stands before it, be it through signs of emphasis."""
    while begin > start and line[begin - 1] in _SIGNS:
        begin -= 1
    return line[begin - 1] in _PARTING or line[begin - 1].isspace()


def _names_rating(label: str) -> bool:
    """Whether a label holds its value already: "Rated T: for mild peril"."""
    words = label.split()
    return 2 <= len(words) <= 3 and field_name(words[0]) == "rating" and bool(normal_rating(" ".join(words[1:])))


_SEPARATORS: Final = frozenset(
    "-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}~|»=>•·→➝\N{HORIZONTAL ELLIPSIS}"
)
"""What parts a label from its value, beside three full stops; where nothing but a space does, the value is quoted."""
_CLOSING: Final = frozenset(
    '"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}'
)


def _read_dashed(line: str, position: int) -> Iterator[Labelled]:
    """The label in "RATING - PG-13" or "[Rating] PG-13": that of a line without a colon, when it is no everyday word or shouts."""
    head = line[:400]
    shape = BOXED if line[:1] in ("[", "(", "<", "{") else DASHED
    if shape is DASHED and _SEPARATORS.isdisjoint(head) and "..." not in head and head[-1:] not in _CLOSING:
        return
    match = shape.expression.match(head)
    name = field_name(match["label"]) if match else ""
    if match is None or not name:
        return
    label = match["label"].strip()
    if name != "notes" and (
        label.isupper() or name in ("thanks", "dedication") or plain_label(label) not in EVERYDAY_LABELS
    ):
        yield Labelled(name, label, "", position, position + match.start("value"))


def fits(name: str, value: str) -> bool:
    """Whether `value` is of the kind that the field `name` takes, as far as its kind can be told."""
    if name == "rating":
        return bool(normal_rating(value))
    if name == "words":
        return SIZE.expression.fullmatch(value) is not None or value.replace(",", "").replace(".", "").isdigit()
    if name in ("date", "updated"):
        return bool(iso_date(value))
    if name == "relationship":
        return "/" in value or " x " in value.casefold()
    return name in ("email", "url", "website") and ("@" in value or "://" in value or "www." in value)
