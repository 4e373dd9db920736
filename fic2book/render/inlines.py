"""Runs and images within a block, as markup.

Most paragraphs carry no marks; their runs are joined and escaped at once. The rest open and close elements only where marks change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from fic2book.model import Image, Inline, Run
from fic2book.render.edition import Edition, attribute, escape, language_attributes, language_tag

ELEMENTS: Final = {
    "b": ("<b>", "</b>"),
    "code": ("<code>", "</code>"),
    "em": ("<em>", "</em>"),
    "s": ("<s>", "</s>"),
    "small": ("<small>", "</small>"),
    "smallcaps": ('<span class="smallcaps">', "</span>"),
    "strong": ("<strong>", "</strong>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
    "u": ("<u>", "</u>"),
}
"""The element of each mark in `fic2book.model.MARKS`."""

ADDRESS: Final = re.compile(r"mailto:[\w.+%-]+@[\w.-]+\Z", re.ASCII)
LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
URL_CHARACTERS: Final = "%:/?@!$&'()*+,;=-._~"
"""What RFC 3986 lets stand in a path, query or fragment; the rest is written as percent codes, since EPUBCheck refuses it (RSC-020)."""


def inline_markup(inlines: Sequence[Inline], edition: Edition, part: int) -> str:
    """The markup of one block's inlines; a line feed is ``<br/>``."""
    texts: list[str] = []
    for inline in inlines:
        if type(inline) is not Run or inline.marks or inline.href or inline.lang:
            return _marked(inlines, edition, part)
        texts.append(inline.text)
    return escape("".join(texts)).replace("\n", "<br/>")


def safe_link(address: str) -> str:
    """`address` if it leads to the web or to a mailbox and is well-formed, else ""; any other scheme could run or open something."""
    address = address.strip()
    if ADDRESS.match(address):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not _plain_host(parts.netloc):
        return ""
    path, question, fragment = (_percent(piece) for piece in (parts.path, parts.query, parts.fragment))
    return "".join(
        (f"{parts.scheme}://{parts.netloc}", path, "?" * bool(question) + question, "#" * bool(fragment) + fragment)
    )


def image_markup(image: Image, edition: Edition, part: int) -> str:
    """The picture, or what it showed and where it was when it could not be kept."""
    picture = edition.pictures.get((part, image.resource)) if image.resource else None
    address = f' data-address="{attribute(image.source)}"' if image.source else ""
    if picture:
        # A picture of the story is no ornament: without a description, a listener should at least hear that it is there.
        described = (
            f'alt="{attribute(image.alt)}"' if image.alt else f'alt="{attribute(edition.labels["image"])}" data-alt=""'
        )
        return f'<img src="{picture.name}" {described} width="{picture.width}" height="{picture.height}"{address}/>'
    told = ": ".join(filter(None, (edition.labels["picture"], image.alt)))
    shown = f"[{told}{' — ' if image.source and image.alt else ': ' if image.source else ''}{image.source}]"
    alternative = f' data-alt="{attribute(image.alt)}"' if image.alt else ""
    return f'<span class="made picture"{address}{alternative}>{escape(shown)}</span>'


def _marked(inlines: Iterable[Inline], edition: Edition, part: int) -> str:
    pieces: list[str] = []
    opened: list[tuple[str, str]] = []  # (what it is for, its end tag), outermost first
    held: list[str] = []  # texts with the marks of `opened`
    for inline in inlines:
        if type(inline) is Run:
            if not inline.text:
                continue
            wanted = _wanted(inline)
            if wanted == {purpose for purpose, _ in opened}:
                held.append(inline.text)
                continue
            _flush(held, pieces)
            _change(opened, wanted, pieces)
            held.append(inline.text)
        elif isinstance(inline, Image):
            _flush(held, pieces)
            _change(opened, set(), pieces)
            pieces.append(image_markup(inline, edition, part))
    _flush(held, pieces)
    _change(opened, set(), pieces)
    return "".join(pieces)


def _wanted(run: Run) -> set[str]:
    wanted = set(run.marks)
    link = safe_link(run.href) if run.href else ""
    if link:
        wanted.add(f"href {link}")
    if run.lang:
        wanted.add(f"lang {language_tag(run.lang)}")
    return wanted


def _flush(held: list[str], pieces: list[str]) -> None:
    if held:
        pieces.append(escape("".join(held)).replace("\n", "<br/>"))
        held.clear()


def _change(opened: list[tuple[str, str]], wanted: set[str], pieces: list[str]) -> None:
    """Close what is not wanted (and what stands within it), then open what is missing, links outermost."""
    keep = 0
    while keep < len(opened) and opened[keep][0] in wanted:
        keep += 1
    # A link may not be opened within a mark that another link will leave: links are outermost, always.
    if any(purpose.startswith("href ") for purpose in wanted - {purpose for purpose, _ in opened[:keep]}):
        keep = 0
    while len(opened) > keep:
        pieces.append(opened.pop()[1])
    present = {purpose for purpose, _ in opened}
    for purpose in sorted(
        wanted - present,
        key=lambda purpose: (not purpose.startswith("href "), not purpose.startswith("lang "), purpose),
    ):
        start, end = _element(purpose)
        pieces.append(start)
        opened.append((purpose, end))


def _element(purpose: str) -> tuple[str, str]:
    kind, _, value = purpose.partition(" ")
    if kind == "href":
        return f'<a href="{attribute(value)}">', "</a>"
    if kind == "lang":
        return f"<span{language_attributes(value)}>", "</span>"
    return ELEMENTS[kind]


def _plain_host(netloc: str) -> bool:
    host, _, port = netloc.partition(":")
    labels = host.rstrip(".").split(".")
    return (
        netloc.isascii()
        and (not port or (port.isdigit() and int(port) < 65536))
        and all(label and label.replace("-", "").replace("_", "").isalnum() for label in labels)
    )


def _percent(piece: str) -> str:
    return quote(LONE_PERCENT.sub("%25", piece), safe=URL_CHARACTERS, errors="replace")
