"""Author's notes: labelled ones with the paragraphs that belong to them, and unlabelled ones that talk to the reader.

A labelled note ends where something parts it from the story: a break, a rule, a heading, header fields. Without such a mark only what
still talks to the reader goes on. Unlabelled notes are looked for at the edges of the text and of chapters only (see talk.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fic2book.cleaner.detectors.captions import caption_kind
from fic2book.cleaner.detectors.field_labels import read_labels
from fic2book.cleaner.detectors.labels import EVERYDAY_LABELS, FIELD_NAMES, field_name, plain_label
from fic2book.cleaner.detectors.remarks import is_reply, opens_replies
from fic2book.cleaner.detectors.talk import Talk, weigh_talk
from fic2book.cleaner.document import Document, because
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import DASHES, OPENING_QUOTES, pattern
from fic2book.cleaner.weights import ACT
from fic2book.model import Evidence, Field, Finding

REACH = 12
"""Paragraphs that a note in front of its story may have; longer ones are parted by a heading anyway."""

LABEL = pattern(
    "note.label",
    rf"""[\[({{*~_<\s{DASHES}]*(?P<label>[^\W\d_][^:\n{DASHES}]{{0,34}}?|[aаtbnp]\s?[/\\]\s?[nsaтt]s?)[\s*_~]*(?P<sign>:|~|\s?[{DASHES}]{{1,2}}\s|[)\]}}>]|\n|$)(?P<rest>.*)""",
    match="(A/N: sorry for the wait)",
    miss="12 men came",
)

POSTSCRIPT = pattern(
    "note.postscript",
    r"\(?(?P<label>p\.?\s?(?:p\.?\s?)?s\.?)[\s:\-\N{EN DASH}]+(?=[A-Z])",
    match="P.S. Come and find me",
    miss="PSI is a unit",
)


SALUTATION = pattern(
    "note.salutation",
    r"(?:my\s)?(?:dear(?:est)?|liebe[rs]?|sehr\sgeehrte[rs]?|chère?s?|querid[oa]s?|estimad[oa]s?|дорог(?:ой|ая|ие)|милый|милая|уважаем\w+)\s(?!readers?\b|reviewers?\b|all\b|everyone\b|leser)\S.{0,40}[,:!]",
    match="Dear Mr. Tolliver,",
    miss="Dear readers,",
)

PATTERNS = (LABEL, POSTSCRIPT, SALUTATION)

_FIRST_WORD = lazy(r"[\s:)\]\-–—*_~]")
_FIRST_WORDS = (
    frozenset(_FIRST_WORD.split(label, 1)[0] for label, name in FIELD_NAMES.items() if name == "notes")
    | {
        label.split(" ")[0].replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        for label, name in FIELD_NAMES.items()
        if name == "notes"
    }
    | {"а", "a", "t", "n", "b"}
)
"""First words of a note's label: what most paragraphs are dismissed by."""


def find_notes(document: Document) -> Iterable[Finding]:
    """Findings of role "note"."""
    taken: set[int] = set()
    labelled = [*_replies(document), *_labelled_notes(document)]
    for finding in labelled:
        taken.update(range(finding.first, finding.last + 1))
    yield from labelled
    yield from _talking(document, taken)


# ---------------------------------------------------------------- labelled


def note_label(text: str) -> tuple[str, str]:
    """The label of a note and what follows it on its line, ("", "") when the paragraph bears no such label."""
    if (
        not text
        or text[0] in OPENING_QUOTES
        or _FIRST_WORD.split(text[:48].casefold().lstrip("[({*~_<-— "), 1)[0] not in _FIRST_WORDS
    ):
        return "", ""
    match = LABEL.expression.match(text[:120])
    if match is None:
        return _postscript(text)
    label = match["label"]
    if field_name(label) != "notes":
        return "", ""
    if (
        match["sign"].strip() not in (":", "~")
        and plain_label(label) in EVERYDAY_LABELS
        and not (label.isupper() and len(label) < 3)
    ):
        return "", ""
    return label.strip(), text[match.start("rest") :].strip()


def _postscript(text: str) -> tuple[str, str]:
    """Label and rest of "P.S. …", which needs no colon."""
    match = POSTSCRIPT.expression.match(text)
    return (match["label"], text[match.end() :].strip()) if match else ("", "")


def _labelled_notes(document: Document) -> Iterator[Finding]:
    walls = document.covered("break", "heading", "part", "end", "chrome", "counter", least=0.0)
    fields = document.covered("field", "disclaimer", least=0.9)
    reach = -1
    for index, text in enumerate(document.texts):
        if index <= reach or not text:
            continue
        label, rest = note_label(text)
        if not label:
            continue
        finding = _labelled(document, index, label, rest, walls, fields)
        if finding is not None:
            reach = finding.last
            yield finding


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
    if alone and last == index:
        return None
    if last + 1 in walls or last + 1 >= len(document.blocks):
        reasons.append("note.bounded")
    if index not in document.edges:
        reasons.append("zone.amid")
    elif everyday and (index - 1 in fields or index + 1 in fields or index in document.below_end):
        reasons.append("zone.among-fields")
    if everyday:
        talk = weigh_talk(document.texts[index], document.blocks[index].span)
        reasons += [item for item in talk.evidence if item.weight > 0 and item.pattern != "talk.most"]
    items = list(read_labels(document.texts[index])) if last == index else []
    single = len(items) == 1 and items[0].name == "notes"
    fields_found = (
        [Field("notes", " ".join(items[0].value.split()), document.blocks[index].span, label)] if single else []
    )
    return document.propose("note", index, last, reasons, value=label.strip("([{*~_ "), fields=fields_found)


def _end_of_note(document: Document, index: int, walls: set[int], fields: set[int], *, alone: bool) -> int:
    """Last block of the note that begins at `index`."""
    stop = min(index + REACH + 1, len(document.blocks))
    inside = _closing_bracket(document, index)
    if inside >= 0:
        return inside
    wall = next((at for at in range(index + 1, stop) if at in walls), -1)
    if wall < 0 and stop == len(document.blocks) and index not in document.openings:
        wall = stop  # below its story a note ends with the text
    last = index
    for at in range(index + 1, wall if wall > 0 else stop):
        if at in fields or note_label(document.texts[at])[0] or _begins(document, at):
            break
        talk = weigh_talk(document.texts[at], document.blocks[at].span)
        telling = _tells(document, at, talk)
        opens = alone and at == index + 1 and (not telling or talk.kinds > 1)
        tight = last == at - 1 and document.blocks[at].blanks == 0 < document.rhythm and not telling
        signed = last == at - 1 and _signature(document.texts[at])
        near = wall > 0 and last == at - 1
        if opens or tight or signed or _talks_on(talk, telling=telling, bounded=near):
            last = at
        elif wall < 0 or telling:
            break
    return last


def _begins(document: Document, at: int) -> bool:
    """Whether a block begins a story rather than goes on with a note: a letter's salutation, a date above a diary's entry."""
    text = document.texts[at]
    return len(text) <= 60 and (
        SALUTATION.expression.fullmatch(text) is not None or caption_kind(document.bare(at)) in ("time", "view")
    )


def _tells(document: Document, at: int, talk: Talk) -> bool:
    return document.texts[at][:1] in OPENING_QUOTES or any(
        item.pattern in ("talk.speech", "talk.narration") for item in talk.evidence
    )


def _talks_on(talk: Talk, *, telling: bool, bounded: bool) -> bool:
    """Whether a paragraph below a note still talks to the reader; before a wall a hint is enough."""
    if not talk.kinds or (telling and talk.kinds < 3):
        return False
    return talk.weight + (1.8 if bounded else 1.2) > 0.0


def _replies(document: Document) -> Iterator[Finding]:
    """Replies to readers at a chapter's edge: their label and the lines that begin with a name."""
    for index, _, _ in document.edge_walk():
        if not opens_replies(document.texts[index]):
            continue
        last = index
        while last + 1 < len(document.texts) and is_reply(document.texts[last + 1]):
            last += 1
        if last > index:
            yield document.propose("note", index, last, ["note.label", "note.label-alone"], value="Replies")


def _signature(text: str) -> bool:
    return (
        len(text) <= 40
        and text[:1] not in OPENING_QUOTES
        and text.casefold().startswith(("~", "-", "\N{EN DASH}", "\N{EM DASH}", "<3", "xoxo", "love", "cheers", "hugs"))
    )


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


# ---------------------------------------------------------------- unlabelled


def _talking(document: Document, taken: set[int]) -> Iterator[Finding]:
    aside = taken | document.covered(
        "field", "disclaimer", "author", "date", "counter", "chrome", "contents", least=0.0
    )
    aside |= document.covered("title", least=ACT)
    walls = document.covered("break", "heading", "part", "end", "caption", least=0.0)
    after_end = document.below_end
    noted = set(taken) | document.covered("disclaimer", least=1.0)
    silent: set[int] = set()
    for at, depth, opening in sorted(document.edge_walk(), key=lambda place: place[1]):
        outward = -1 if opening else 1
        if depth >= 2 and at + outward in silent and at + 2 * outward in silent:
            silent.add(at)  # two paragraphs of story lie between it and the edge
            continue
        if at in aside or at in walls or not document.texts[at]:
            continue
        talk = weigh_talk(document.texts[at], document.blocks[at].span)
        if talk.kinds == 0:
            silent.add(at)
            continue
        extra = list(
            _place_reasons(document, at, depth, opening=opening, walls=walls, noted=noted, after_end=after_end)
        )
        span = document.blocks[at].span
        finding = document.propose(
            "note", at, at, [*talk.evidence, *(because(name, span) for name in dict.fromkeys(extra))]
        )
        if finding.weight > 0.8:
            noted.add(at)
        if (
            finding.weight > ACT
            and at + 1 < len(document.texts)
            and at + 1 not in aside
            and _signs(document, at + 1, walls)
        ):
            yield document.propose("note", at + 1, at + 1, ["note.signature"])
        if finding.weight > -2.5:
            yield finding


def _signs(document: Document, at: int, walls: set[int]) -> bool:
    """Whether a block is the signature under a note: short, and the last before a wall or the end."""
    return (
        bool(document.texts[at])
        and _signature(document.texts[at])
        and (at + 1 in walls or at + 1 >= len(document.texts))
    )


def _place_reasons(
    document: Document,
    at: int,
    depth: int,
    *,
    opening: bool,
    walls: set[int],
    noted: set[int],
    after_end: frozenset[int],
) -> Iterator[str]:
    if document.texts[at][0] in OPENING_QUOTES:
        yield "note.speech"
    if at in after_end:
        yield "talk.after-end"
    if depth == 0:
        yield "talk.first" if opening else "talk.last"
    elif depth > 2:
        yield "talk.mild"
    if (opening and at + 1 in walls) or (not opening and at - 1 in walls):
        yield "talk.parted"
    if at - 1 in noted or at + 1 in noted:
        yield "talk.beside-note"
