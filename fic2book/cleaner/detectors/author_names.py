"""How persons and users are called, and whether a story uses the words of a name: authors do not occur in their stories."""

from __future__ import annotations

import re

from fic2book.cleaner.document import Document

TELLING_LENGTH = 350
"""Words of a text from which on it says something that a word does not occur in it."""

ARTICLES = frozenset("the a an der die das ein eine le la les un une el los las una".split())


def is_handle(name: str) -> bool:
    """Whether a word is written like a user's name: digits, underscores or capitals within, or nothing but small letters."""
    inner = name[1:]
    return (
        any(sign.isdigit() or sign in "_." for sign in name)
        or (not name.isupper() and any(map(str.isupper, inner)))
        or "-" in inner
        or name.islower()
    )


def names_user(text: str) -> bool:
    """Whether a line is nothing but a user's name: one word in small letters, longer than most that stand alone."""
    return " " not in text and text.islower() and len(text) > 3 and text[-1].isalnum() and is_handle(text)


def is_person(name: str) -> bool:
    """Whether two or three words are written like a person's name."""
    words = name.split()
    return (
        len(words) in (2, 3)
        and all(word[0].isupper() for word in words)
        and words[0].casefold() not in ARTICLES
        and words[0].casefold() not in ("part", "chapter", "book")
    )


def absent(document: Document, name: str) -> bool:
    """Whether a text that is long enough to tell never uses the words of `name` again: authors do not occur in their stories."""
    return sum(document.words) >= TELLING_LENGTH and not _uses(document, name)


def used(document: Document, name: str) -> bool:
    """Whether a text uses a word of `name`, as it does those of its titles and of its persons."""
    return _uses(document, name)


def _uses(document: Document, name: str) -> bool:
    words = [re.escape(word) for word in name.split() if len(word) > 2]
    if not words:
        return False
    found = re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
    return any(found.search(text) for text in document.texts if len(text) > 60)
