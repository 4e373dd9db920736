"""Lines that belong to the fields around them: values below their label, values that wrap, thanks amid a header block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fic2book.cleaner.detectors.labels import PROSE_FIELDS, field_name, plain_label
from fic2book.cleaner.document import Document, because
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.lazy import lazy
from fic2book.model import CONTINUED, Field, Finding

THANKS = pattern(
    "field.thanks",
    r".{0,40}?\b(?:thanks?(?:\syou)?|thanx|thx|hugs|kudos|shout[\s-]?out|credits?|merci|danke|vielen\sdank|gracias|спасибо|благодар\w+)\b.{0,60}?\b(?:to|for|goes?|an|à|pour|für|a|por|за)\b.*|.{0,40}\b(?:beta(?:'?e?d|\sread)?|britpick(?:ed)?)\b.{0,60}\bby\b.*",
    match="A big thank you to Jo who looked over this chapter",
    miss="He thanked the driver.",
)

PATTERNS = (THANKS,)


MOST_BELOW = 8
"""Lines below a label alone on its line that may be its values, one a line."""

_ALONE = frozenset(
    {
        "summary",
        "synopsis",
        "sinopse",
        "sinopsis",
        "inhalt",
        "blurb",
        "chapter summary",
        "zusammenfassung",
        "résumé",
        "resumen",
        "саммари",
        "описание",
    }
)


def labels_alone(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
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


def values_below(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
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
            yield document.propose("field", line, line, ["field.value-below"], fields=[field], value=CONTINUED)


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
        if document.claimed_heading(at):
            return
        if not text or document.words[at] > 150 or not (bounded or tight) or text[0] in OPENING_QUOTES:
            return
        yield at


def _same_paragraph(document: Document, at: int) -> bool:
    """Whether a block goes on from the one above: a further line of one stanza or of one quotation."""
    block, above = document.blocks[at], document.blocks[at - 1]
    return block.blanks == 0 and (document.rhythm > 0 or (block.kind == "quote" and above.kind == "quote"))


def companions(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
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
    return document.propose("field", index, index, ["field.continued"], fields=[field], value=CONTINUED)
