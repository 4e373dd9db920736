"""Lines that only their neighbours show to be of the header: the rest of a wrapped value, and labels that nobody else uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fic2book.cleaner.detectors.bylines import clean_name, is_credit, is_name
from fic2book.cleaner.detectors.chrome_lines import read_furniture
from fic2book.cleaner.detectors.field_labels import DASHED, LABELLED
from fic2book.cleaner.detectors.labels import FIELD_NAMES, STRONG_FIELDS, begins_like_label, field_name, plain_label
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.lazy import lazy
from fic2book.model import CONTINUED, Field, Finding

LONG_LINE = 40
"""Characters of a line that a program may have wrapped."""

MOST_WRAPPED = 12
"""Lines over which a value may run; summaries of ten lines were seen."""


def wrapped(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """The further lines of a value that was wrapped: right below it, in a text whose paragraphs stand apart."""
    if not _spaced(document):
        return
    names = {index: item.fields[-1].name for index, item in found.items() if item.fields}
    for index in sorted({*names, *(at for at in document.short if at not in found and _disclaims(document, at))}):
        name = names.get(index, "disclaimer")
        role = "field" if index in names else "disclaimer"
        at = index + 1
        while at < len(document.blocks) and at not in found and at - index <= MOST_WRAPPED and _goes_on(document, at):
            fields = [Field(name, " ".join(document.texts[at].split()), document.blocks[at].span, "")]
            reasons = ["field.continued", "field.wrapped"]
            yield document.propose(role, at, at, reasons, fields=fields if role == "field" else (), value=CONTINUED)
            at += 1


def _disclaims(document: Document, index: int) -> bool:
    """Whether a line has a disclaimer's label, which disclaimers.py reads; what it wraps over is read here."""
    text = document.texts[index]
    return index < REACH and ":" in text[:24] and field_name(text.partition(":")[0]) == "disclaimer"


def _spaced(document: Document) -> bool:
    """Whether the text's longer paragraphs stand apart; a header's lines are tight even there."""
    long = [block.blanks > 0 for block, words in zip(document.blocks, document.words, strict=True) if words > PARAGRAPH]
    return sum(long) * 2 > len(long)


PARAGRAPH = 20
"""Words of a paragraph that is no header line."""


def _goes_on(document: Document, at: int) -> bool:
    """Whether a line is the rest of the one above: no blank line between, and the one above broken off amid a sentence."""
    text, above = document.texts[at], document.texts[at - 1]
    if not text or document.blocks[at].blanks or document.words[at] > 30 or _is_labelled(text):
        return False
    if _indent(document, at) > _indent(document, at - 1):
        return True
    # A short line with a capital is a caption or a remark of its own.
    return len(above) >= LONG_LINE and (text[0].islower() or (above[-1] not in _CLOSED and document.words[at] >= 5))


_CLOSED = frozenset(".!?\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{HORIZONTAL ELLIPSIS}")


def _indent(document: Document, index: int) -> int:
    start = document.blocks[index].span.start
    line = document.source[document.source.rfind("\n", 0, start) + 1 : start + 40]
    return len(line) - len(line.lstrip())


def _is_labelled(text: str) -> bool:
    match = LABELLED.expression.match(text[:200])
    return match is not None and len(match["label"].split()) <= 4


# ---------------------------------------------------------------- labels that nobody else uses


MOST_STRANGE = 3
"""Labels in a row that nobody else uses."""


def strangers(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """Lines with a label of the writer's own amid known ones: "Tissue alert: two boxes"."""
    sure = {index for index, item in found.items() if item.weight > -0.5}
    for above in sorted(sure):
        run: list[Finding] = []
        at = above + 1
        while at < len(document.blocks) and at not in found and len(run) < MOST_STRANGE and _close(document, at):
            item = _stranger(document, at)
            if item is None:
                break
            run.append(item)
            at += 1
        bounded = at in sure and _close(document, at)
        listed = above - 1 in sure and all(document.blocks[item.first].blanks == 0 for item in run)
        if run and (bounded or listed):
            yield from run
            sure |= {item.first for item in run}


def _close(document: Document, index: int) -> bool:
    """Whether a line stands no further from the one above than header lines do."""
    return document.blocks[index].blanks <= 1 and document.blocks[index].kind not in ("rule", "image")


def _stranger(document: Document, index: int) -> Finding | None:
    text = document.texts[index]
    if not text or len(text) > 200 or text[0] in OPENING_QUOTES:
        return None
    match = LABELLED.expression.match(text) or DASHED.expression.match(text)
    if match is None or not 1 <= len(match["label"].split()) <= 5 or not match["value"] or field_name(match["label"]):
        return None
    if ANNOUNCING.match(text) or match["label"].casefold() in MAIL or read_furniture(text)[0]:
        return None
    field = Field("other", " ".join(match["value"].split()), document.blocks[index].span, match["label"].strip())
    return document.propose("field", index, index, ["field.unknown-label"], fields=[field])


MAIL = frozenset("subject betreff objet asunto тема from to sent date re".split())
"""Labels of a message's head, which titles.py and chrome.py read."""

ANNOUNCING = lazy(r"\W*(?:\w+\s)?(?:fan)?fic(?:tion|let)?\W", re.IGNORECASE)
"""What announces a story: its title follows."""


def credits_below(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """What others did, near the top: "Illustrated by …", "Cover by …"."""
    for index in document.short:
        if index > HEAD:
            return
        text = document.bare(index)
        foreign = _TRANSLATED.fullmatch(text)
        label, by, name = (foreign["label"], "by", foreign["name"]) if foreign else text.partition(" by ")
        if foreign and index not in found:
            field = Field("translator", name.strip(), document.blocks[index].span, label)
            yield document.propose("field", index, index, ["field.credit"], fields=[field])
        elif by and index not in found and is_credit(label) and is_name(clean_name(name)):
            kind = _CREDITED.get(label.casefold().split()[-1], "thanks")
            field = Field(kind, name.strip(), document.blocks[index].span, f"{label} by")
            yield document.propose("field", index, index, ["field.credit"], fields=[field])


HEAD = 20
"""Blocks from the top in which the others are credited."""

_TRANSLATED = lazy(
    r"(?P<label>traduite?\sde\sl['\N{RIGHT SINGLE QUOTATION MARK}\s]\s?\w+\spar|traduit(?:e|\spar)?\spar|aus\sdem\s\w+\s(?:übersetzt\s)?von|übersetzt\svon"
    r"|traducid[oa]\s(?:del\s\w+\s)?por|tradotto\s(?:dall['\N{RIGHT SINGLE QUOTATION MARK}]\w+\s)?da|translated\sfrom\s(?:the\s)?\w+\sby)\s(?P<name>\S.{1,50})",
    re.IGNORECASE,
)
"""Who translated it, in the words of several languages."""

_CREDITED = {
    **dict.fromkeys(("illustrated", "cover", "art", "artwork", "banner"), "artist"),
    **dict.fromkeys(("beta", "betaed", "beta'd", "beta-read", "edited", "proofread"), "beta"),
    "translated": "translator",
}


# ---------------------------------------------------------------- labels with nothing behind them


FEWEST_IN_RUN = 3
"""Lines in a row that begin with labels, from which on it is no chance."""


def unparted(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """Labels and values with nothing but a space between, several lines in a row: "Title The Wrong Door", "Rating PG"."""
    run: list[tuple[int, str, str]] = []
    for index in (*document.short, -1):
        read = _leading_label(document.texts[index]) if index >= 0 and index not in found else None
        tight = bool(run) and index == run[-1][0] + 1 and document.blocks[index].blanks == 0
        if read is None or (run and not tight):
            yield from _run(document, run)
            run = []
        if read is not None:
            run.append((index, *read))


def _run(document: Document, run: list[tuple[int, str, str]]) -> Iterator[Finding]:
    names = {field_name(label) for _, label, _ in run}
    if len(run) < FEWEST_IN_RUN or len(names) < FEWEST_IN_RUN or names.isdisjoint(STRONG_FIELDS):
        return
    for index, label, value in run:
        field = Field(field_name(label), value, document.blocks[index].span, label)
        yield document.propose("field", index, index, ["field.unparted", "field.same-shape"], fields=[field])


def _leading_label(text: str) -> tuple[str, str] | None:
    """The label that a line begins with and the rest of the line."""
    if not text or not begins_like_label(text) or len(text) > 80 or text[-1] in ",;:?!" or ":" in text:
        return None
    words = text.split()
    for count in (3, 2, 1):
        label = " ".join(words[:count])
        if len(words) > count and label[0].isupper() and plain_label(label) in FIELD_NAMES:
            return label, " ".join(words[count:])
    return None


# ---------------------------------------------------------------- labels and values in turn


def in_turn(document: Document, found: dict[int, Finding]) -> Iterator[Finding]:
    """Labels alone on their lines with the values between them: "Title", "The Wrong Door", "Rating", "PG"."""
    alone = [
        index
        for index in document.short
        if index < REACH
        and index not in found
        and document.texts[index][:1].isupper()
        and plain_label(document.texts[index]) in FIELD_NAMES
    ]
    run: list[int] = []
    for index in (*alone, REACH * 3):
        if run and not 2 <= index - run[-1] <= 3:
            names = {field_name(document.texts[at]) for at in run}
            if len(names) >= FEWEST_IN_RUN and not names.isdisjoint(STRONG_FIELDS):
                for at in run:
                    field = Field(field_name(document.texts[at]), "", document.blocks[at].span, document.texts[at])
                    yield document.propose("field", at, at, ["field.unparted", "field.no-value"], fields=[field])
            run = []
        run.append(index)


REACH = 40
"""Blocks from the top in which a header stands."""
