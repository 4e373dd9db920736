"""Header fields in all their shapes: ``Label: x``, ``LABEL - x``, bold labels, several on a line, wrapped values, comma lines.

A label that is an everyday word too ("Time", "Part", "Note") needs company: decide.py adds the weight of neighbours and of the place
above the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from fic2book.cleaner.detectors import field_company, field_labels, field_lists
from fic2book.cleaner.detectors.field_company import companions, labels_alone, values_below
from fic2book.cleaner.detectors.field_labels import BOXED, DASHED, LABEL_LENGTH, LABELLED, Labelled, fits, read_labels
from fic2book.cleaner.detectors.field_lists import comma_line, site_line
from fic2book.cleaner.detectors.field_neighbours import credits_below, in_turn, strangers, unparted, wrapped
from fic2book.cleaner.detectors.field_repeats import repeated
from fic2book.cleaner.detectors.labels import (
    EVERYDAY_LABELS,
    STRONG_FIELDS,
    begins_like_label,
    field_name,
    plain_label,
)
from fic2book.cleaner.document import BOLD, Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.lazy import lazy
from fic2book.model import Field, Finding, Run

PATTERNS = (*field_labels.PATTERNS, *field_lists.PATTERNS, *field_company.PATTERNS)


def find_fields(document: Document) -> Iterable[Finding]:
    """Findings of role "field", one a block, with their `fields`; values that run on over the next block included."""
    found: dict[int, Finding] = {}
    for index, text in enumerate(document.texts):
        finding = _read_block(document, index, text)
        if finding is not None:
            found[index] = finding
    found |= {finding.first: finding for finding in unparted(document, found)}
    found |= {finding.first: finding for finding in in_turn(document, found)}
    found |= {finding.first: finding for finding in labels_alone(document, found)}
    found |= {finding.first: finding for finding in values_below(document, found)}
    found |= {finding.first: finding for finding in companions(document, found)}
    found |= {finding.first: finding for finding in wrapped(document, found)}
    found |= {finding.first: finding for finding in credits_below(document, found)}
    found |= {finding.first: finding for finding in strangers(document, found)}
    found |= {finding.first: finding for finding in repeated(document, found)}
    return [found[index] for index in sorted(found)]


def _read_block(document: Document, index: int, text: str) -> Finding | None:
    if not text or document.blocks[index].kind in ("rule", "image"):
        return None
    mail = _sender(document, index, text)
    if mail is not None:
        return mail
    head = text[: LABEL_LENGTH + 12]
    if ":" not in head and "\N{FULLWIDTH COLON}" not in head:
        return _without_colon(document, index, text)
    site = site_line(document, index, text)
    if site is not None:
        return site
    labelled = list(read_labels(text))
    if not labelled or all(item.name == "notes" for item in labelled):
        return None
    if all(item.name == "disclaimer" for item in labelled) and not tight(document, index):
        return None
    reasons = list(_reasons(document, index, labelled))
    fields = [_field(document, index, item) for item in labelled]
    return document.propose("field", index, index, reasons, fields=fields)


def _sender(document: Document, index: int, text: str) -> Finding | None:
    """The author from a message's head: ``From: jane@example.org (Jane Doe)``."""
    if index > 12 or not text.startswith("From:") or not mail_head(document):
        return None
    written = text[5:].strip()
    name = _IN_BRACKETS.search(written)
    value = name[1] if name else re.sub(r"\s*<[^<>]*>", "", written).strip(' "')
    field = Field("author", value, document.blocks[index].span, "From")
    return document.propose("field", index, index, ["field.mail"], fields=[field])


_IN_BRACKETS = lazy(r"\(([^()]{2,40})\)")


def mail_head(document: Document) -> bool:
    """Whether the text begins with the head of a message: two of its labels at least."""
    labels = set()
    for text, words in zip(document.texts[:12], document.words, strict=False):
        if ":" in text[:14]:
            labels.add(text.split(":", 1)[0].casefold())
        elif words > 8 and text[-1] in _ENDS:
            break  # the story has begun: what follows is a message that its persons send
    return len(labels & {"from", "subject", "date", "newsgroups", "message-id", "to", "organization"}) >= 2


_ENDS = frozenset('.!?"\N{RIGHT DOUBLE QUOTATION MARK}\N{HORIZONTAL ELLIPSIS}')


def tight(document: Document, index: int) -> bool:
    """Whether a block stands in a header block: the line above or below it, with no blank line between, has a label too."""
    blocks = document.blocks
    above = index > 0 and blocks[index].blanks == 0 and _has_label(document.texts[index - 1])
    below = index + 1 < len(blocks) and blocks[index + 1].blanks == 0 and _has_label(document.texts[index + 1])
    return above or below


def _has_label(text: str) -> bool:
    match = LABELLED.expression.match(text[:400])
    return match is not None and field_name(match["label"]) not in ("", "notes", "disclaimer")


def _field(document: Document, index: int, item: Labelled) -> Field:
    value = " ".join(item.value.split())
    if (
        value[:1] == "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
        and value.find("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}") == len(value) - 1
    ):
        value = value[1:-1].strip()
    return Field(item.name, value, document.span_of(index, item.start, item.stop), item.label)


def _reasons(document: Document, index: int, labelled: Sequence[Labelled]) -> Iterator[str]:
    first = labelled[0]
    yield (
        "field.colon"
        if ":" in document.texts[index][: len(first.label) + 8] or "\N{FULLWIDTH COLON}" in document.texts[index]
        else "field.dash"
    )
    if first.label.isupper() and len(first.label) > 3:
        yield "field.caps"
    everyday = plain_label(first.label) in EVERYDAY_LABELS
    yield "field.everyday" if everyday else "field.strong" if first.name in STRONG_FIELDS else "field.plain"
    if len(labelled) > 1:
        yield "field.several"
    if fits(first.name, first.value):
        yield "field.value"
    elif first.name not in MAY_TELL and _TELLING.search(first.value[:400]):
        yield "field.telling"
    if not first.value and len(labelled) == 1:
        yield "field.no-value"
    if _bold_label(document, index):
        yield "field.bold"
    if _dash_beside(document, index, first.label):
        yield "field.same-shape"


MAY_TELL = frozenset(
    {"summary", "prompt", "setting", "disclaimer", "title", "thanks", "dedication", "series", "sequel"}
)
"""Names whose value may speak of persons and what they did."""

_TELLING = lazy(r"\b(?:said|asked|he|she|they|his|her)\s(?:\w+(?:ed|d|t)\b|the\b|was\b|had\b|said\b|went\b)|,\ssaid\b")


def _dash_beside(document: Document, index: int, label: str) -> bool:
    """Whether the line above or below is labelled with the same sign as this one."""
    sign = document.texts[index][len(label) : len(label) + 2].strip()[:1]
    if sign not in _SIGNS:
        return False
    near = (document.texts[at][:400] for at in (index - 1, index + 1) if 0 <= at < len(document.texts))
    return any(
        sign in text[:40]
        and (match := (BOXED if sign in "])}>" and text[0] in _BOXES else DASHED).expression.match(text)) is not None
        and bool(field_name(match["label"]))
        for text in near
        if text
    )


_BOXES = frozenset("[(<{")


def _bold_label(document: Document, index: int) -> bool:
    for inline in document.blocks[index].inlines:
        if isinstance(inline, Run) and inline.text.strip():
            return not BOLD.isdisjoint(inline.marks) and len(inline.text) <= LABEL_LENGTH + 4
    return False


# ---------------------------------------------------------------- shapes without a colon


def _without_colon(document: Document, index: int, text: str) -> Finding | None:
    if len(text) > 300 or text[0] in OPENING_QUOTES:
        return None
    if begins_like_label(text):
        labelled = [] if _SIGNS.isdisjoint(text[:40]) else list(read_labels(text))
        labelled = labelled or list(_columned(document, index))
        if labelled:
            reasons = list(_reasons(document, index, labelled))
            return document.propose(
                "field", index, index, reasons, fields=[_field(document, index, item) for item in labelled]
            )
    return _bare_label(document, index, text) or comma_line(document, index, text)


_COLUMN = lazy(r"\s*(?P<label>[^\t\n:]{2,30}?)(?:\t+|[ ]{2,})(?P<value>\S[^\n]*)\s*")


def _columned(document: Document, index: int) -> Iterator[Labelled]:
    """A label and its value in two columns, as tables are copied: only the source still has what parts them."""
    span, text = document.blocks[index].span, document.texts[index]
    match = _COLUMN.fullmatch(document.source[span.start : span.stop])
    name = field_name(match["label"]) if match else ""
    if match and name and name != "notes" and text.startswith(match["label"].strip()):
        label = match["label"].strip()
        yield Labelled(name, label, text[len(label) :].strip(), 0, len(text))


_SIGNS = frozenset("-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}") | frozenset(
    "=>|~.]})\N{HORIZONTAL ELLIPSIS}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{BULLET}\N{MIDDLE DOT}\N{RIGHTWARDS ARROW}\N{DRAFTING POINT RIGHTWARDS ARROW}"
)
"""What may stand between a label and its value, or around the label, where there is no colon."""


def _bare_label(document: Document, index: int, text: str) -> Finding | None:
    """A bold label without a colon, as some archives print it: **Rating** PG-13."""
    runs = [inline for inline in document.blocks[index].inlines if isinstance(inline, Run) and inline.text.strip()]
    if len(runs) < 2 or BOLD.isdisjoint(runs[0].marks) or not BOLD.isdisjoint(runs[1].marks):
        return None
    label, value = runs[0].text.strip(), "".join(run.text for run in runs[1:]).strip()
    name = field_name(label)
    if not name or name == "notes" or plain_label(label) in EVERYDAY_LABELS:
        return None
    field = Field(name, " ".join(value.split()), document.blocks[index].span, label)
    return document.propose(
        "field",
        index,
        index,
        ["field.strong" if name in STRONG_FIELDS else "field.plain", "field.bold"],
        fields=[field],
    )
