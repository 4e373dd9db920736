"""Author's notes: labelled ones with the paragraphs that belong to them, and unlabelled ones that talk to the reader.

A labelled note ends where something parts it from the story: a break, a rule, a heading, header fields. Without such a mark only what
still talks to the reader goes on. Unlabelled notes are the matter of unlabelled.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fic2book.cleaner.detectors.caption_kinds import caption_kind
from fic2book.cleaner.detectors.field_labels import read_labels
from fic2book.cleaner.detectors.labels import EVERYDAY_LABELS, plain_label
from fic2book.cleaner.detectors.note_labels import note_label
from fic2book.cleaner.detectors.note_looks import LABELLED, like_title, signature
from fic2book.cleaner.detectors.note_signs import find_keys, find_lone_keys
from fic2book.cleaner.detectors.replies import is_reply, opens_replies
from fic2book.cleaner.detectors.salutations import SALUTATION
from fic2book.cleaner.detectors.talk import weigh_talk
from fic2book.cleaner.detectors.unlabelled import find_unlabelled
from fic2book.cleaner.document import Document, because
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.cleaner.weights import ACT
from fic2book.model import Evidence, Field, Finding

REACH = 12
"""Paragraphs that a note in front of its story may have; longer ones are parted by a heading anyway."""

NEXT, UNDER_LABEL, TIGHT, SIGNED, LISTED, AT_WALL = 0.5, 3.0, 1.5, 1.5, 2.0, 1.5
"""Log-odds that a paragraph goes on with the note above it: because it stands there, right under a label alone on its line, with no blank
line between where paragraphs have one, as an item of a list or a signature, and because a break or heading follows."""

TITLED, OTHERWISE_LABELLED = -3.0, -1.5
"""The same for a line that could be a title or a heading, and for one with a label of its own."""

UNMARKED = -0.8
"""The same for a paragraph without a word that writers alone have: a narrator who says "I" may begin right below a note."""

GIVEN_UP = -4.0
"""From here on a note is over, whatever still follows."""

POSTSCRIPTS = frozenset({"ps", "p.s", "p.s."})
"""Labels that close the letters of a story as well: they are a note's below a note."""

ITEM = pattern(
    "note.item",
    r"(?:[*\N{BULLET}+]|-{1,2}\s|//|\(?\d{1,2}[).:]|(?-i:[A-Z])\w{1,20}\s[\N{EN DASH}\N{EM DASH}-]\s)\s?\S",
    match="* They're all a good deal younger here.",
    miss="They're all a good deal younger here.",
)

INLINE = pattern(
    "note.inline",
    r"[(\[{*]\s?(?:[at]\s?/\s?n\b|author['\N{RIGHT SINGLE QUOTATION MARK}]?s?['\N{RIGHT SINGLE QUOTATION MARK}]?\snotes?\b\s?[:;,\N{EN DASH}-])",
    match="(A/N: he really said that)",
    miss="(an hour: no more)",
)

PATTERNS = (ITEM, INLINE)


def find_notes(document: Document) -> Iterable[Finding]:
    """Findings of role "note"."""
    taken: set[int] = set()
    sure: set[int] = set()
    doubtful: list[Finding] = []
    for findings in (_replies(document), _labelled_notes(document, taken), find_keys(document, taken)):
        for finding in findings:
            taken.update(range(finding.first, finding.last + 1))
            if finding.weight > ACT:
                sure.update(range(finding.first, finding.last + 1))
                yield finding
            else:
                doubtful.append(finding)
    talked: set[int] = set()
    for finding in find_unlabelled(document, taken):
        if finding.weight > ACT:
            talked.add(finding.first)
        yield finding
    for finding in doubtful:
        yield _below_talk(finding) if finding.first - 1 in sure | talked else finding
    yield from find_lone_keys(document, taken, talked)
    yield from _inline(document, taken)


def _below_talk(finding: Finding) -> Finding:
    """A finding whose label alone left it in doubt, with the note above it."""
    span = finding.evidence[0].span
    return replace(finding, evidence=(*finding.evidence, because("note.below-note", span)))


def _inline(document: Document, taken: set[int]) -> Iterator[Finding]:
    """Notes in brackets within a paragraph of story: it stays, and is listed for review."""
    for index, text in enumerate(document.texts):
        if ("/" in text or "uthor" in text) and index not in taken and INLINE.expression.search(text) is not None:
            yield document.propose("note", index, index, ["note.inline"])


# ---------------------------------------------------------------- labelled


def _labelled_notes(document: Document, taken: set[int]) -> Iterator[Finding]:
    walls = document.covered("break", "heading", "part", "end", "chrome", "counter", least=0.0)
    fields = document.covered("field", "disclaimer", least=0.9)
    reach = -1
    for index, text in enumerate(document.texts):
        if index <= reach or not text or index in taken:
            continue
        label, rest = note_label(text)
        if not label:
            continue
        finding = _labelled(document, index, label, rest, walls, fields)
        if finding is not None:
            reach = finding.last
            yield finding
            below = None if rest.strip(":*_~- ") else _below_counts(document, finding, walls, fields)
            if below is not None:
                reach = below.last
                yield below


def _below_counts(document: Document, label: Finding, walls: set[int], fields: set[int]) -> Finding | None:
    """The note itself, where a site prints its counts between a label alone on its line and what it labels."""
    chrome = document.covered("chrome", least=0.0)
    at = label.last
    while at + 1 in chrome and at - label.last < COUNTS:
        at += 1
    if at == label.last or label.last != label.first or label.weight < ACT:
        return None
    last = _end_of_note(document, at, walls - chrome, fields, alone=True)
    if last == at:
        return None
    return document.propose("note", at + 1, last, ["note.label", "note.label-alone"], value=label.value)


COUNTS = 2
"""Lines of a site that may stand between a label and its note."""


def _labelled(
    document: Document, index: int, label: str, rest: str, walls: set[int], fields: set[int]
) -> Finding | None:
    everyday = plain_label(label) in EVERYDAY_LABELS and not (
        label.isupper() and len(label) == 2 and index in document.edges
    )
    reasons: list[str | Evidence] = ["note.label-doubtful" if everyday else "note.label"]
    if document.texts[index][0] in "([":
        reasons.append("note.bracketed")
    alone = not rest.strip(":*_~- ")
    if alone:
        reasons.append("note.label-alone")
    last = _end_of_note(document, index, walls, fields, alone=alone)
    if alone and last == index and (everyday or index + 1 not in walls):
        return None
    if (last + 1 in walls or last + 1 >= len(document.blocks)) and plain_label(label) not in POSTSCRIPTS:
        reasons.append("note.bounded")
    if index not in document.edges:
        reasons.append("zone.amid")
    elif _in_company(document, index, fields):
        reasons.append("zone.among-fields")
    if everyday:
        talk = weigh_talk(document.texts[index], document.blocks[index].span)
        reasons += [item for item in talk.evidence if item.weight > 0.3]
    items = list(read_labels(document.texts[index])) if last == index else []
    single = len(items) == 1 and items[0].name == "notes"
    fields_found = (
        [Field("notes", " ".join(items[0].value.split()), document.blocks[index].span, label)] if single else []
    )
    return document.propose("note", index, last, reasons, value=label.strip("([{*~_ "), fields=fields_found)


def _item(document: Document, at: int) -> bool:
    return document.blocks[at].kind == "item" or ITEM.expression.match(document.texts[at]) is not None


def _in_company(document: Document, index: int, fields: set[int]) -> bool:
    """Whether a label stands in a header or below the end."""
    near = {index - 1, index + 1} | ({index - 2, index - 3} if index in document.openings else set())
    return not near.isdisjoint(fields) or index in document.below_end


def _end_of_note(document: Document, index: int, walls: set[int], fields: set[int], *, alone: bool) -> int:
    """Last block of the note that begins at `index`: the one at which what speaks for talk outweighs most what speaks for story."""
    inside = _closing_bracket(document, index)
    if inside >= 0:
        return inside
    stop = min(index + REACH + 1, len(document.blocks))
    wall = next((at for at in range(index + 1, stop) if at in walls), -1)
    if wall < 0 and stop == len(document.blocks) and index not in document.openings:
        wall = stop  # below its story a note ends with the text
    last, best, total = index, 0.0, 0.0
    for at in range(index + 1, wall if wall > 0 else stop):
        if (
            at in fields
            or note_label(document.texts[at])[0]
            or _begins(document, at)
            or document.blocks[at].kind == "verse"
        ):
            break
        total += _goes_on(document, at, first=at == index + 1, alone=alone)
        if total < GIVEN_UP:
            break
        if total + (AT_WALL if at + 1 == wall else 0.0) > best:
            last, best = at, max(total, 0.0)
    return last


def _goes_on(document: Document, at: int, *, first: bool, alone: bool) -> float:
    """How likely a paragraph below a note belongs to it, in log-odds."""
    text, block = document.texts[at], document.blocks[at]
    if not text:
        return 0.0
    talk = weigh_talk(text, block.span)
    odds = talk.weight + (UNMARKED if any(item.pattern == "talk.marks-none" for item in talk.evidence) else NEXT)
    if first and alone:
        odds += UNDER_LABEL
    if block.blanks == 0 < document.rhythm and text[0] not in OPENING_QUOTES:
        odds += TIGHT
    if signature(text):
        odds += SIGNED
    elif like_title(text):
        odds += TITLED
    if LABELLED.expression.match(text) is not None:
        odds += OTHERWISE_LABELLED
    if _item(document, at):
        odds += LISTED * (1 + (alone and (first or _item(document, at - 1))))
    return odds


def _begins(document: Document, at: int) -> bool:
    """Whether a block begins a story rather than goes on with a note: a letter's salutation, a date above a diary's entry."""
    text = document.texts[at]
    return len(text) <= 60 and (
        SALUTATION.fullmatch(text) is not None or caption_kind(document.bare(at)) in ("time", "view")
    )


def _replies(document: Document) -> Iterator[Finding]:
    """Replies to readers at a chapter's edge: their label and the lines that begin with a name."""
    for index in sorted(document.edges | document.below_end):
        if not opens_replies(document.texts[index]):
            continue
        last = index
        while last + 1 < len(document.texts) and is_reply(document.texts[last + 1]):
            last += 1
        if last > index:
            yield document.propose("note", index, last, ["note.label", "note.label-alone"], value="Replies")


def _closing_bracket(document: Document, index: int) -> int:
    """Where a note in brackets closes, -1 when it is in none."""
    opening = document.texts[index][0]
    closing = {"(": ")", "[": "]", "{": "}"}.get(opening)
    if closing is None:
        return -1
    for at in range(index, min(index + REACH, len(document.texts))):
        if document.texts[at].rstrip(" .*_").endswith(closing):
            return at
    return -1
