"""Pages that only a printed book has: the half-title and the imprint on the back of the title page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fic2book.model import Metadata, Page
from fic2book.naming import UNTITLED
from fic2book.render.edition import Edition

MOST_LINES: Final = 10
"""Lines of an imprint that stands at the foot of its page; a longer one runs from the top."""


def half_title(edition: Edition) -> Page:
    """The first leaf: the title alone, as every hardback begins."""
    title = edition.book.metadata.title or edition.labels["untitled"]
    body = f'<section class="halftitle" id="halftitle">{edition.quoted("p", title, kind="title")}</section>'
    return Page("halftitle.xhtml", "halftitle", title, body, 0)


def imprint(edition: Edition) -> Iterator[Page]:
    """Where and when each story was posted, and the rights; nothing when nothing is known."""
    lines = [line for part in edition.book.parts for line in _provenance(edition, part.metadata)]
    if edition.book.metadata.rights:
        lines.append(edition.quoted("p", edition.book.metadata.rights, kind="rights"))
    if lines:
        kind = "imprint long" if len(lines) > MOST_LINES else "imprint"
        body = "\n".join([f'<section class="{kind}" id="imprint">', *lines, "</section>"])
        yield Page("imprint.xhtml", "imprint", "", body, 0)


def _provenance(edition: Edition, story: Metadata) -> Iterator[str]:
    dated = " – ".join(dict.fromkeys(filter(None, (story.date, story.updated))))
    if not (dated or story.source):
        return
    title = "" if story.title == UNTITLED else story.title
    named = ", ".join(filter(None, (title, *story.authors)))
    yield edition.quoted("p", ". ".join(filter(None, (named, dated))) + ".", kind="posted")
    if story.source:
        yield edition.made("p", f"{edition.labels['published']} {story.source}", kind="address")
