"""Documents that a story is told in: letters, messages and reports have dates, labels and senders too, as the head of a file has.

What tells them apart is what a head never does: its writer and its reader change places, its dates go on below the telling, a letter's
salutation stands under its date, and none of its labels is a story's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.salutations import SALUTATION
from fic2book.cleaner.detectors.title_lines import read_title
from fic2book.cleaner.document import because
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.lazy import lazy
from fic2book.model import Finding

if TYPE_CHECKING:
    from fic2book.cleaner.document import Document

CLAIMS: Final = frozenset({"field", "date", "chrome", "title", "author", "counter", "summary", "note", "dedication"})
"""Roles of a file's head that the documents of a telling are taken for."""

MESSAGES, LETTERS, REPORTS, THREAD, LYRICS = (
    "zone.message",
    "zone.letter",
    "zone.report",
    "zone.thread",
    "zone.lyrics",
)


def documents_of(document: Document) -> dict[int, str]:
    """The lines that belong to documents of the telling, each with the reason; to be asked for when header and chrome are proposed."""
    groups = list(_groups(document))
    found = dict.fromkeys(_letters(document), LETTERS)
    found |= dict.fromkeys(_lyrics(document), LYRICS)
    found |= dict.fromkeys(_reports(document, groups), REPORTS)
    found |= dict.fromkeys(_thread(document, groups), THREAD)
    return found | dict.fromkeys(_messages(document, groups), MESSAGES)


def disowned(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those on documents of the telling with that reason against them."""
    exact = {id(finding) for finding in document.manuscript.findings}
    return [finding if id(finding) in exact else _disowned(document, finding) for finding in findings]


def _disowned(document: Document, finding: Finding) -> Finding:
    reason = document.telling.get(finding.first) if finding.role in CLAIMS else None
    if reason is None or any(item.pattern in (reason, "note.label") for item in finding.evidence):
        return finding
    against = because(reason, document.blocks[finding.first].span)
    return replace(finding, evidence=(*finding.evidence, against))


# ---------------------------------------------------------------- lines with a label

_LABELLED = lazy(r"(?P<label>[^\W\d_][\w .'/-]{0,24}?)\s?:(?:\s+|$)(?P<value>[^\n]*)")

Group = dict[int, tuple[str, str]]
"""Lines with a label right below each other: block → label and value."""


def _groups(document: Document) -> Iterator[Group]:
    group: Group = {}
    for index in document.short:
        match = _LABELLED.fullmatch(document.texts[index]) if ":" in document.texts[index][:28] else None
        if match is None or document.claimed_heading(index):
            continue
        if group and index - 1 not in group:
            yield group
            group = {}
        group[index] = (match["label"].casefold(), match["value"].strip())
    if group:
        yield group


# ---------------------------------------------------------------- messages

_SENDER, _READER = "from", "to"


def _messages(document: Document, groups: Sequence[Group]) -> Iterator[int]:
    """The heads of messages that persons of the story send each other."""
    mails = [group for group in groups if {_SENDER, _READER} <= {label for label, _ in group.values()}]
    if _answered(mails):
        for mail in mails:
            yield from mail
    elif len(mails) == 1 and not _was_sent(document, mails[0]):
        yield from mails[0]
    bare = [group for group in groups if {label for label, _ in group.values()} == {"subject"}]
    if _replied(bare) and not any(_was_sent(document, group) for group in bare):
        for group in bare:
            yield from group


def _replied(bare: Sequence[Group]) -> bool:
    """Whether one of several subjects without a sender is an answer to another."""
    subjects = [value.casefold() for group in bare for _, value in group.values()]
    return any(f"re: {subject}" in subjects for subject in subjects)


def _answered(mails: Sequence[Group]) -> bool:
    """Whether who was written to writes."""
    senders = [_person(value) for mail in mails for label, value in mail.values() if label == _SENDER]
    readers = {_person(value) for mail in mails for label, value in mail.values() if label == _READER}
    return len(mails) > 1 and any(reader in sender or sender in reader for sender in senders for reader in readers)


def _was_sent(document: Document, mail: Group) -> bool:
    """Whether a message went over a network: it has addresses, a time, a group that it was sent to, or a subject with a tag or a part."""
    values = " ".join(value for _, value in mail.values())
    clocks = (reason.pattern for item in document.claimed("date") for reason in item.evidence if item.first in mail)
    subject = next((value for label, value in mail.values() if label == "subject"), "")
    return (
        _NETWORK.search(values) is not None
        or "date.clock" in clocks
        or not _OF_NETWORK.isdisjoint(label for label, _ in mail.values())
        or bool(read_title(subject).part or "[" in subject)
    )


_NETWORK = lazy(
    r"@|\.(?:com|net|org)\b|\d:\d\d|\b(?:list|group|fics?|fanfic\w*|ml|members|mailing)\b|(?:list|group|fic)s?$",
    re.IGNORECASE,
)
_OF_NETWORK: Final = frozenset({"newsgroups", "message-id", "organization", "reply-to", "x-mailer"})


def _person(value: str) -> str:
    return _ADDRESS.sub("", value).strip(" ,;\"'").casefold() or value.casefold()


_ADDRESS = lazy(r"\s*[<(\[][^<>()\[\]]*[>)\]]")


# ---------------------------------------------------------------- letters

FEWEST_DATES: Final = 3
"""Dates of one writing, with text between them, from which on they part the entries of a diary or letters."""


def _letters(document: Document) -> Iterator[int]:
    """Dates above a salutation, and dates that go on below the telling; a site's have the time, or header lines beside them."""
    aside = document.covered("field", "chrome", "heading", "part", "title", least=0.0)
    dates = [
        item.first
        for item in document.claimed("date")
        if not {"date.clock", "date.posted"} & {reason.pattern for reason in item.evidence}
        and not {item.first - 1, item.first + 1} & aside
    ]
    greeted = [at for at in dates if at + 1 < len(document.texts) and SALUTATION.fullmatch(document.texts[at + 1])]
    told = sum(second - first > 1 for first, second in pairwise(dates)) + 1 >= FEWEST_DATES
    yield from dates if told else greeted


# ---------------------------------------------------------------- reports

FEWEST_LABELS: Final = 3
FEWEST_PRINTED: Final = 3
"""Lines of a site among labels and beside them, from which on they are the site's."""
BESIDE: Final = range(-4, 5)

_OF_ANY_FORM: Final = frozenset({"", "date", "summary", "notes", "setting", "completed", "status", "type", "email"})
"""What labels of reports and forms stand for, where they stand for anything: a story's own are others."""


_OF_MAIL: Final = frozenset({"from", "to", "subject", "newsgroups", "message-id", "organization"})


def _reports(document: Document, groups: Sequence[Group]) -> Iterator[int]:
    """Labels of which none is a story's own, and one at least is in no header: "Date: … Location: … Personnel: …"; a site's form has them too."""
    printed = {item.first for item in document.claimed("chrome") if item.evidence[0].pattern == "chrome.phrase"}
    for group in groups:
        labels = {label for label, _ in group.values()}
        names = set(map(field_name, labels))
        if (
            len(group) >= FEWEST_LABELS
            and "" in names
            and len(names) > 1
            and _OF_ANY_FORM.issuperset(names)
            and _OF_MAIL.isdisjoint(labels)
            and not _on_a_page(set(group), printed)
        ):
            yield from group


def _on_a_page(group: set[int], printed: set[int]) -> bool:
    """Whether a site's lines are among labels, and beside them."""
    near = printed & {at + step for at in group for step in BESIDE}
    return len(near) >= FEWEST_PRINTED and not near <= group


# ---------------------------------------------------------------- threads

_HEADS_THREAD: Final = frozenset({"topic", "in", "thread", "board", "forum", "subject"})
FEWEST_POSTS: Final = 3


def _thread(document: Document, groups: Sequence[Group]) -> Iterator[int]:
    """The names above the posts of a thread, and the labels above the first; a forum's page prints more around them."""
    chat = [
        index
        for index in document.short
        if document.texts[index][:1] in _OPENS_CHAT and _CHAT.match(document.texts[index])
    ]
    if len(chat) >= FEWEST_POSTS:
        yield from chat
    posters = [index for index in document.short if _posts(document, index)]
    counts = Counter(document.texts[index] for index in posters)
    if len(posters) < FEWEST_POSTS or len(counts) < 2 or max(counts.values()) < 2:
        return
    above = [at for group in groups for at, (label, _) in group.items() if at < posters[0] and label in _HEADS_THREAD]
    printed = [item for item in document.claimed("chrome", "field") if item.weight > 0 and item.first not in above]
    if not printed:
        yield from posters
        yield from above


_OPENS_CHAT: Final = ("<", "[", "(")
_CHAT = lazy(
    r"<[^\W\d_][\w .-]{1,20}>\s\S|[\[(]\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]m)?[\])]\s?<?[\w .-]{2,20}[>:]",
    re.IGNORECASE,
)
"""A line of a chat: "<heron> hello", "[22:14] heron: hello"."""


def _posts(document: Document, index: int) -> bool:
    """Whether a line is a name with something right below it, in a text whose paragraphs stand apart."""
    text, blocks = document.texts[index], document.blocks
    return (
        document.rhythm > 0
        and 0 < len(text) <= 40
        and document.words[index] <= 4
        and text[-1] not in ".,;:!?\"'*\N{RIGHT DOUBLE QUOTATION MARK}"
        and text[0] not in OPENING_QUOTES
        and (index == 0 or blocks[index].blanks > 0)
        and index + 1 < len(blocks)
        and blocks[index + 1].blanks == 0
    )


# ---------------------------------------------------------------- lyrics

FEWEST_LINES: Final = 3


def _lyrics(document: Document) -> Iterator[int]:
    """Short lines in italics, without a stop, that stand singly between the paragraphs of a text."""
    lines = {
        index
        for index in document.short
        if 2 < document.words[index] <= 14
        and document.texts[index][-1] not in ".:!?"
        and document.blocks[index].kind in ("paragraph", "verse")
        and document.marked(index, _ITALIC)
    }
    single = [index for index in lines if not {index - 1, index + 1} & lines]
    if len(single) >= FEWEST_LINES:
        yield from single


_ITALIC: Final = frozenset({"em", "i"})
