"""What stands beside notes and is no sentence: greetings, sign-offs with a name below, and keys to the marks of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fic2book.cleaner.detectors.salutations import TO_READERS
from fic2book.cleaner.detectors.talk_reading import BIT, ideas_of
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.model import Finding

SHORT: Final = 4
"""Words of a line that signs off, or of the name below it."""

LONGEST_KEY: Final = 70
"""Characters of a line that says what a mark means."""

KEY = pattern(
    "note.key",
    r"(?:(?:-\s)?[^\w\s](?:.{0,24}[^\w\s])?\s?=\s?[^\W\d].{1,40}|[^\W\d][\w\s/]{1,24}\s?=\s?[^\w\s](?:.{0,24}[^\w\s])?|-\s[^\w\s](?:\s?[^\w\s]){0,3}\s-\s[^\W\d].{1,40}|-\s-\s[^\W\d].{1,40}|bla\w*\s=\s.{2,40})",
    match="*bla* = thoughts",
    miss="x = 12",
)

ROW = pattern(
    "note.key-row",
    r"(?P<sign>[^\w\s])\w[\w\s]{0,24}[^\w\s](?:\s?[/|]\s?(?!(?P=sign))[^\w\s]{1,2}\w[\w\s]{0,24}[^\w\s]{1,2}){1,5}",
    match="*thoughts* / ~memories~",
    miss="his / hers",
)

LONGEST_ROW: Final = 200
"""Characters of a line that says it of several."""

PATTERNS = (KEY, ROW)


def is_key_row(text: str) -> bool:
    """Whether one line says what several marks mean: “*a* = thoughts, ~a~ = memories”, “*thoughts* / ~memories~”."""
    if len(text) > LONGEST_ROW:
        return False
    *told, _ = text.split(" = ")
    if len(told) > 1 and all(part and not part[-1].isalnum() and not part[-1].isspace() for part in told):
        return True
    return ("/" in text or "|" in text) and not text[0].isalnum() and ROW.expression.fullmatch(text) is not None


def is_key(text: str) -> bool:
    """Whether a line says what a mark means: “*bla* = thoughts”, “- // - memories”."""
    return (
        3 < len(text) <= LONGEST_KEY
        and ("=" in text or text.startswith("- "))
        and KEY.expression.fullmatch(text) is not None
    )


def find_keys(document: Document, taken: set[int]) -> Iterator[Finding]:
    """Findings of role "note" for keys to marks at the edges, several in a row or beside the notes `taken`."""
    keys = _keys(document, taken)
    for at in sorted(keys):
        if not {at - 1, at + 1}.isdisjoint(keys | taken) or is_key_row(document.texts[at]):
            yield _key(document, at, keys, taken)


def find_lone_keys(document: Document, taken: set[int], talked: set[int]) -> Iterator[Finding]:
    """The same for the lines that stand alone or beside notes without a label."""
    for at in sorted(_keys(document, taken)):
        yield _key(document, at, set(), talked)


def _keys(document: Document, taken: set[int]) -> set[int]:
    """The lines at the edges that say what a mark means, and those that go on with them."""
    found = {at for at in document.edges if at not in taken and _tells(document.texts[at])}
    for at in sorted(found):
        for step in (-1, 1):
            there = at + step
            while 0 <= there < len(document.texts) and there not in found | taken and _tells(document.texts[there]):
                found.add(there)
                there += step
    return found


def _tells(text: str) -> bool:
    return bool(text) and (is_key(text) or is_key_row(text))


def _key(document: Document, at: int, keys: set[int], notes: set[int]) -> Finding:
    walls = document.covered("break", "heading", "part", least=0.0)
    beside = {at - 1, at + 1}
    reasons = ["note.key"]
    if not beside.isdisjoint(keys) or is_key_row(document.texts[at]):
        reasons.append("note.keys")
    if not beside.isdisjoint(notes):
        reasons.append("talk.beside-note")
    if at + 1 in walls or (at + 1 in keys and at + 2 in walls):
        reasons.append("note.bounded")
    return document.propose("note", at, at, reasons)


def signs_off(document: Document, at: int) -> bool:
    """Whether a line signs off, with a name below it: “Till then,” and “Marigold”."""
    texts = document.texts
    if at + 1 >= len(texts):
        return False
    farewell, name = texts[at], texts[at + 1]
    return (
        farewell[-1:] == ","
        and farewell[0] not in OPENING_QUOTES
        and farewell[0].isupper()
        and document.words[at] <= SHORT
        and bool(name)
        and document.words[at + 1] <= SHORT
        and name[-1] not in "!?,;:"
        and name[0] not in OPENING_QUOTES
    )


GREETING, LETTERHEAD = 3, 60
"""Words, and characters, of a line that greets those who read on."""


def is_greeting(text: str) -> bool:
    """Whether a line does nothing but greet: "Hi all,"."""
    words = text.split()
    return (len(text) <= LETTERHEAD and TO_READERS.expression.fullmatch(text) is not None) or (
        len(words) <= GREETING and text[-1] in ",!" and bool(ideas_of(words[0].casefold().strip(",!")) & BIT["greet"])
    )
