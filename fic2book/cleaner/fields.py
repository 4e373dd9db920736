"""Header fields in all their shapes: ``Label: x``, ``LABEL - x``, bold labels, several on a line, wrapped values, comma lines.

Which label means what is data (labels.py). A label that is an everyday word too ("Time", "Part", "Note") needs company: decide.py adds
the weight of neighbours and of the place above the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from fic2book.cleaner.dates import iso_date
from fic2book.cleaner.document import BOLD, Document, because
from fic2book.cleaner.labels import EVERYDAY_LABELS, FIELD_NAMES, PROSE_FIELDS, STRONG_FIELDS, field_name, plain_label
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import DASHES, OPENING_QUOTES, alternatives, pattern
from fic2book.cleaner.ratings import normal_rating
from fic2book.model import Field, Finding, Run

LABEL_LENGTH = 46
"""Characters before the colon; "✖ Archive/Distribution permission:" has 33."""

LABELLED = pattern(
    "field.labelled",
    rf"(?P<label>[^:\N{{FULLWIDTH COLON}}\n]{{1,{LABEL_LENGTH}}}?)\s*[:\N{{FULLWIDTH COLON}}](?!//)[*_~\s]*(?P<value>.*)",
    match="Pairing: Lex/Clark",
    miss="http://example.org",
)

DASHED = pattern(
    "field.dashed",
    rf"(?P<label>[^:{DASHES}\n]{{1,30}}(?:-mail)?)\s+[{DASHES}=>|]{{1,2}}\s+(?P<value>\S.*)",
    match="RATING - PG-13",
    miss="well-known",
)

INLINE = pattern(
    "field.inline",
    rf"(?:(?<=[\s|;,•·/(\[])|(?<=^))[*_~\s]*(?P<label>{alternatives([spelling for spelling in FIELD_NAMES if len(spelling) > 2 and spelling not in ('all', 'for', 'set', 'when', 'art', 'dank')])})\s*[:\N{{FULLWIDTH COLON}}](?!//)[*_~]*",
    match="Rating: PG",
    miss="ratings",
)

SITE_LINE = pattern(
    "field.site-line",
    r"(?:rated:\s)?(?:fiction\s)?(?:rated:?\s)?(?:fiction\s)?(?P<rating>K\+?|T|M|MA)\s-\s(?P<rest>[A-Z][a-z]+\s-\s.*(?:words|chapters|reviews|published|id):?\s.*)",
    match="Rated: Fiction T - English - Drama - Clark K., Lex L. - Chapters: 4 - Words: 12,345 - Published: 10-24-08 - id: 1234567",
    miss="T - shirts were on sale",
)

SIZE = pattern(
    "field.size",
    r"[~≈c.\s]*(?:about|approx\.?|approximately|around|ca\.?|roughly|circa|примерно)?\s?(?P<count>\d[\d\s.,]{0,9}\d|\d)\s?k?\+?\s?(?:words?|wörter|mots|palabras|слов[аo]?|pages?|страниц[аы]?|стр\.?|chars?|chapters?)\.?",
    match="2,300 words",
    miss="two words",
)

COUPLE = pattern(
    "field.couple",
    r"[\w.'’-]{1,24}(?:\s[\w.'’-]{1,20}){0,3}\s?(?:/|\\|\sx\s|&)\s?[\w.'’-]{1,24}(?:\s[\w.'’-]{1,20}){0,3}(?:\s?/\s?[\w.'’-]{1,24})?|[A-Z]\w+[A-Z]\w+|gen",
    match="Clark/Lex",
    miss="Clark and/or something, perhaps",
    case=True,
)

THANKS = pattern(
    "field.thanks",
    r".{0,40}?\b(?:thanks?(?:\syou)?|thanx|thx|hugs|kudos|shout[\s-]?out|credits?|merci|danke|vielen\sdank|gracias|спасибо|благодар\w+)\b.{0,60}?\b(?:to|for|goes?|an|à|pour|für|a|por|за)\b.*|.{0,40}\b(?:beta(?:'?e?d|\sread)?|britpick(?:ed)?)\b.{0,60}\bby\b.*",
    match="A big thank you to Jo who looked over this chapter",
    miss="He thanked the driver.",
)

PATTERNS = (LABELLED, DASHED, INLINE, SITE_LINE, SIZE, COUPLE, THANKS)


class Labelled(NamedTuple):
    """One label with its value inside a block's stripped text."""

    name: str
    label: str
    value: str
    start: int
    stop: int


def find_fields(document: Document) -> Iterable[Finding]:
    """Findings of role "field", one a block, with their `fields`; values that run on over the next block included."""
    found: dict[int, Finding] = {}
    for index, text in enumerate(document.texts):
        finding = _read_block(document, index, text)
        if finding is not None:
            found[index] = finding
    found |= {finding.first: finding for finding in _labels_alone(document, found)}
    found |= {finding.first: finding for finding in _values_below(document, found)}
    found |= {finding.first: finding for finding in _companions(document, found)}
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
    site = _site_line(document, index, text)
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
    labels = {text.split(":", 1)[0].casefold() for text in document.texts[:12] if ":" in text[:14]}
    return len(labels & {"from", "subject", "date", "newsgroups", "message-id", "to", "organization"}) >= 2


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
    return Field(item.name, " ".join(item.value.split()), document.span_of(index, item.start, item.stop), item.label)


# ---------------------------------------------------------------- labels within a block


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
    value = text[item.stop : stop].strip(" \t\n|;•·,*_~")
    return item._replace(value=value, stop=stop)


def _read_line(line: str, position: int) -> Iterator[Labelled]:
    """Labels of one line; `stop` is where the value begins, to be closed by the caller."""
    if line[:1] in OPENING_QUOTES:
        return
    match = LABELLED.expression.match(line[:400])
    name = field_name(match["label"]) if match else ""
    if not name or match is None:
        yield from _read_dashed(line, position)
        return
    yield Labelled(name, match["label"].strip(), "", position, position + match.start("value"))
    if name in PROSE_FIELDS or len(line) > 600:
        return
    for inner in INLINE.expression.finditer(line, match.start("value")):
        yield Labelled(
            FIELD_NAMES[plain_label(inner["label"])],
            inner["label"],
            "",
            position + inner.start("label"),
            position + inner.end(),
        )


def _read_dashed(line: str, position: int) -> Iterator[Labelled]:
    """The label in "RATING - PG-13": that of a line that has no colon, when it is no everyday word or shouts."""
    match = DASHED.expression.match(line[:400])
    name = field_name(match["label"]) if match else ""
    if match is None or not name:
        return
    label = match["label"].strip()
    if name != "notes" and (
        label.isupper() or name in ("thanks", "dedication") or plain_label(label) not in EVERYDAY_LABELS
    ):
        yield Labelled(name, label, "", position, position + match.start("value"))


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
    """Whether the line above is labelled with a dash as this one is."""
    if document.texts[index][len(label) : len(label) + 2].strip() not in _DASH_NEAR or not index:
        return False
    match = DASHED.expression.match(document.texts[index - 1][:400])
    return match is not None and bool(field_name(match["label"]))


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


def _bold_label(document: Document, index: int) -> bool:
    for inline in document.blocks[index].inlines:
        if isinstance(inline, Run) and inline.text.strip():
            return not BOLD.isdisjoint(inline.marks) and len(inline.text) <= LABEL_LENGTH + 4
    return False


# ---------------------------------------------------------------- shapes without a colon


def _without_colon(document: Document, index: int, text: str) -> Finding | None:
    if len(text) > 300 or text[0] in OPENING_QUOTES:
        return None
    if " " in text[:32] and not _DASH_NEAR.isdisjoint(text[:40]):
        labelled = list(read_labels(text))
        if labelled:
            reasons = list(_reasons(document, index, labelled))
            return document.propose(
                "field", index, index, reasons, fields=[_field(document, index, item) for item in labelled]
            )
    return _bare_label(document, index, text) or _comma_line(document, index, text)


_DASH_NEAR = frozenset("-=>|\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}")


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


_COMMA = lazy(r"\s*(?:[;|•·]|,(?!\d{3}\b)|\s[-\N{EN DASH}\N{EM DASH}]\s)\s*")


def _comma_line(document: Document, index: int, text: str) -> Finding | None:
    """The fields of "Fandom, A/B, NC17, 2300 words" in one line."""
    if len(text) > 140 or index > 14 or not any(sign in text for sign in ",;|•·-\N{EN DASH}"):
        return None
    inner = document.bare(index)
    pieces = [piece for piece in _COMMA.split(inner) if piece]
    if not 3 <= len(pieces) <= 8:
        return None
    names = [_piece_name(piece) for piece in pieces]
    known = [name for name in names if name]
    if len(set(known)) < 2 or not {"rating", "words"} & set(known) or len(known) < len(pieces) - 2:
        return None
    if not names[0]:
        names[0] = "fandom"
    fields = _piece_fields(document, index, inner, pieces, names)
    return document.propose(
        "field", index, index, ["field.list", *(["field.value"] * (len(set(known)) - 1))], fields=fields
    )


def _piece_name(piece: str) -> str:
    if SIZE.expression.fullmatch(piece):
        return "words"
    bare = piece.strip("()[] ")
    if (
        normal_rating(bare)
        and len(bare) <= 12
        and (bare.upper() == bare or bare.casefold() in ("teen", "mature", "explicit", "general"))
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


def _site_line(document: Document, index: int, text: str) -> Finding | None:
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


# ---------------------------------------------------------------- lines that belong to the fields around them


MOST_BELOW = 8
"""Lines below a label alone on its line that may be its values, one a line."""

_ALONE = frozenset({"summary", "chapter summary", "zusammenfassung", "résumé", "resumen", "саммари", "описание"})


def _labels_alone(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """Labels such as "Summary" alone on a line without a colon, as an archive's download prints it, above its paragraph."""
    for index in document.short:
        if (
            index > 40
            or index in found
            or document.bare(index).casefold() not in _ALONE
            or index + 1 >= len(document.blocks)
        ):
            continue
        field = Field(field_name(document.bare(index)), "", document.blocks[index].span, document.bare(index))
        yield document.propose("field", index, index, ["field.label-alone", "field.no-value"], fields=[field])


def _values_below(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """Values that stand in lines of their own below a label: both the label's finding, made surer, and the values' findings."""
    for index, finding in sorted(found.items()):
        if len(finding.fields) != 1 or finding.fields[0].value:
            continue
        lines = list(_lines_below(document, found, index))
        if not lines:
            continue
        kept = tuple(item for item in finding.evidence if item.pattern != "field.no-value")
        span = document.blocks[index].span
        yield replace(finding, evidence=(*kept, because("field.value-below", span)))
        name = finding.fields[0].name
        for line in lines if name in RUNNING_ON else lines[:1]:
            field = Field(name, " ".join(document.texts[line].split()), document.blocks[line].span)
            yield document.propose("field", line, line, ["field.value-below"], fields=[field], value="continued")


def _lines_below(document: Document, found: dict[int, Finding], index: int) -> Iterator[int]:
    count = len(document.blocks)
    stop = next((at for at in range(index + 1, min(index + MOST_BELOW + 2, count)) if at in found), -1)
    if stop == index + 1:
        return
    for at in range(index + 1, min(index + MOST_BELOW + 1, count) if stop < 0 else stop):
        text = document.texts[at]
        bounded = stop > 0 and (len(text) <= 80 or at == index + 1)
        first = at == index + 1 and (
            document.blocks[at].blanks == 0 or plain_label(document.texts[index]).strip(": ") in _ALONE
        )
        tight = first or (at > index + 1 and _same_paragraph(document, at))
        if not text or document.words[at] > 150 or not (bounded or tight) or text[0] in OPENING_QUOTES:
            return
        yield at


def _same_paragraph(document: Document, at: int) -> bool:
    """Whether a block goes on from the one above: a further line of one stanza or of one quotation."""
    block, above = document.blocks[at], document.blocks[at - 1]
    return block.blanks == 0 and (document.rhythm > 0 or (block.kind == "quote" and above.kind == "quote"))


def _companions(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """Unlabelled lines amid a header block: wrapped values and thanks."""
    for index in sorted(found):
        follower = index + 1
        if follower in found or follower >= len(document.blocks):
            continue
        after = next(
            (later for later in range(follower + 1, min(follower + 3, len(document.blocks))) if later in found), -1
        )
        if after < 0 or not document.texts[follower]:
            continue
        tight = (
            document.blocks[follower].blanks <= document.blocks[index].blanks or document.blocks[follower].blanks == 0
        )
        if (
            not tight
            or document.words[follower] > 80
            or found[index].weight < 0.5
            or _LABEL_LIKE.match(document.texts[follower])
        ):
            continue
        companion = _companion(document, follower, found[index])
        if companion is not None:
            yield companion


RUNNING_ON = PROSE_FIELDS | {
    "relationship",
    "characters",
    "fandom",
    "genre",
    "keywords",
    "spoilers",
    "setting",
    "series",
    "beta",
    "collections",
    "crossover",
}
"""Names whose value may run on over the next line."""

_LABEL_LIKE = lazy(r"[\w'/ ]{2,24}:\s")


def _companion(document: Document, index: int, before: Finding) -> Finding | None:
    text = document.texts[index]
    if THANKS.expression.fullmatch(text[:600].split("\n")[0]):
        field = Field("thanks", " ".join(text.split()), document.blocks[index].span)
        return document.propose("field", index, index, ["field.thanks"], fields=[field])
    last = before.fields[-1]
    if last.name not in RUNNING_ON:
        return None
    field = Field(last.name, " ".join(text.split()), document.blocks[index].span, "")
    return document.propose("field", index, index, ["field.continued"], fields=[field], value="continued")
