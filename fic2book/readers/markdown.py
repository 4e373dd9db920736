"""Markdown, by markdown-it-py: its HTML goes through the reader of pages, so blocks and marks are built in one place.

`Source.text` is the text as it is read, without the marks of Markdown. A front matter's lines become paragraphs "label: value", so that
they are read as header fields like any others.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from fic2book.errors import DependencyError
from fic2book.model import Manuscript
from fic2book.readers.builder import Builder
from fic2book.readers.decode import decode
from fic2book.readers.html import finish, read_page
from fic2book.readers.pictures import Fetch

_FRONT: Final = re.compile(r"\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_PAIR: Final = re.compile(r"([\w][\w -]{0,30}):[ \t]*(.*)$")
NESTING: Final = 90
"""Quotations and lists within each other; each level costs Python's stack several frames, and what is deeper the parser drops."""

_MARKER: Final = re.compile(r"[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))")
_DEPTH: Final = NESTING // 2  # a list and its item are two levels
_INDENTED: Final = re.compile(rf"^[ \t]{{{NESTING},}}(?=[-*+>]|\d{{1,9}}[.)])", re.MULTILINE)
_PARAGRAPH_END: Final = re.compile(r"\n[ \t]*\n")
_MOST: Final = 2_000
"""Brackets, or signs of emphasis, in a paragraph that is still written by somebody: each costs the parser a twentieth of a millisecond."""


def read_bytes(name: str, data: bytes, encoding: str, digest: str, fetch: Fetch | None = None) -> Manuscript:
    """The reader of the table."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise DependencyError(
            f'{name}: Markdown is read with markdown-it-py. Install it: pip install "fic2book[formats]"'
        ) from None

    decoded = decode(data, name, encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    head = _front_matter(front[1]) if front else ""
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING + 10}).enable(["table", "strikethrough"])
    body = _limited(text[front.end() if front else 0 :])
    builder = Builder()
    builder.notices += decoded.notices
    for signs, what, rules in _FLOODS:
        if any(sum(map(part.count, signs)) > _MOST for part in _PARAGRAPH_END.split(body)):
            parser.disable(rules)
            message = f"A paragraph holds more than {_MOST:,} signs of Markdown’s {what}; they were read as plain characters throughout."
            builder.notice("markdown-flood", message, severity="review")
    read_page(head + parser.render(body), builder, fetch)
    return finish(builder, name, "markdown", decoded.encoding, digest)


_FLOODS: Final = (
    ("[", "links", ["link", "image"]),
    ("*_~", "emphasis", ["emphasis", "strikethrough"]),
)


def _limited(text: str) -> str:
    """Text whose quotations and lists nest no deeper than the parser goes; beyond, their marks are plain words and nothing is dropped."""
    text = _INDENTED.sub(" " * NESTING, text)
    return "\n".join(map(_limited_line, text.split("\n")))


def _limited_line(line: str) -> str:
    position = 0
    for _ in range(_DEPTH):
        match = _MARKER.match(line, position)
        if match is None:
            return line
        position = match.end()
    match = _MARKER.match(line, position)
    return line if match is None else f"{line[: match.end() - 1]}\\{line[match.end() - 1 :]}"


def _front_matter(lines: str) -> str:
    """Paragraphs of the front matter's pairs; what is no pair goes on with the pair above."""
    paragraphs: list[str] = []
    for line in lines.split("\n"):
        match = _PAIR.match(line)
        if match and not line[0].isspace():
            value = match[2].strip().strip("[]").strip("\"'")
            paragraphs.append(f"{match[1]}: {value}")
        elif line.strip() and paragraphs:
            value = line.strip().removeprefix("- ").strip("\"'")
            paragraphs[-1] += value if paragraphs[-1].endswith(": ") else f", {value}"
        elif line.strip():
            paragraphs.append(line.strip())
    return "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
