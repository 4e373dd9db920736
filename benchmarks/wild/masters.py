"""The marked texts: what the cleaner is given, and what each word of it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).resolve().parent
MARK: Final = re.compile(r"⟦([A-Z])⟧")
KINDS: Final = {
    "S": "story", "N": "note", "D": "disclaimer", "C": "furniture", "T": "title", "A": "byline", "F": "field", "H": "heading", "B": "break",
    "P": "caption", "E": "end mark", "X": "not judged",
}  # fmt: skip
"""Mark → what it stands for."""

_WORD: Final = re.compile(r"[^\W_]+")
_ACTIVE: Final = re.compile(r"(?is)<(script|style|title)\b.*?</\1>|<!--.*?-->")
_INLINE: Final = re.compile(r"(?i)</?(?:b|i|em|strong|a|u|span|font|s|small|big|sup|sub|tt|abbr|q|cite)\b[^>]*>")
_TAG: Final = re.compile(r"<[^>]*>")


class Passage(NamedTuple):
    """One marked passage and its words, casefolded."""

    kind: str
    words: tuple[str, ...]


class Master(NamedTuple):
    """A text with its marks taken out, and what they said."""

    name: str
    title: str  # "" where the text states none
    author: str
    source: bytes  # UTF-8
    passages: tuple[Passage, ...]


def masters(half: str) -> Iterator[Master]:
    """The texts of "dev" or "held", by name."""
    for path in sorted((HERE / half).iterdir()):
        yield read(path.name, path.read_text(encoding="utf-8"))


def read(name: str, text: str) -> Master:
    """A master from its marked text."""
    stated: dict[str, str] = {}
    while text.startswith("%%"):
        line, _, text = text.partition("\n")
        key, _, value = line.removeprefix("%%").partition(":")
        stated[key.strip()] = value.strip()
    text = text.lstrip("\n")
    source = MARK.sub("", text).encode("utf-8")
    before, *marked = MARK.split(_shown(text) if name.endswith(".html") else text)
    if words(before):
        raise ValueError(f"{name}: words before the first mark: {before.strip()[:60]!r}")
    passages = tuple(Passage(kind, words(said)) for kind, said in zip(marked[::2], marked[1::2], strict=True))
    return Master(name, stated.get("title", ""), stated.get("author", ""), source, passages)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, casefolded."""
    return tuple(word.casefold() for word in _WORD.findall(text))


def _shown(markup: str) -> str:
    """What a browser shows of a page, with the marks."""
    return html.unescape(_TAG.sub(" ", _INLINE.sub("", _ACTIVE.sub(" ", markup))))
