"""The story's words as they stand in finished pages, for the proof that none is missing.

Read back from the markup itself, not kept from the making of it: a proof should look at what was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from fic2book.model import Page

MADE: Final = re.compile(r'<(\w+) class="made[ "][^>]*>[^<]*</\1>')
"""An element whose words are ours. Such an element never holds another, so the pattern cannot run on."""

FIELDS: Final = re.compile(r'<dl class="fields">.*?</dl>', re.DOTALL)
"""A story's header fields, word for word; they are metadata, which the ledger accounts for apart. The list holds no other list."""

WITHIN_LINE: Final = re.compile(r"</?(?:a|b|code|em|img|s|small|span|strong|sub|sup|u)(?=[ />])[^>]*>")
"""Tags that do not end a word."""

TAG: Final = re.compile(r"<(?!br/)[^>]*>")


def story_words(pages: Iterable[Page]) -> Iterator[str]:
    """The text of each element made from a block (a paragraph, a heading, an item), in reading order.

    A forced line break is a line feed and each cell of a table is an element of its own. Left out are words of our own and those that
    metadata hold: title pages, labels, header fields (`field_words` has them).
    """
    for page in pages:
        yield from _texts(FIELDS.sub("", page.body))


def field_words(pages: Iterable[Page]) -> Iterator[str]:
    """Label and value of each header field as the pages print them, in order."""
    for page in pages:
        for shown in FIELDS.findall(page.body):
            yield from _texts(shown)


def _texts(body: str) -> Iterator[str]:
    for text in TAG.split(WITHIN_LINE.sub("", MADE.sub("", body))):
        if text and not text.isspace():
            yield _unescaped(text.replace("<br/>", "\n"))


def _unescaped(text: str) -> str:
    """`text` without character references; most stories have none, and the table of all their names takes long to load."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)
