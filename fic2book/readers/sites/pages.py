"""Pages saved from the browser: fanfiction.net, LiveJournal, Dreamwidth. The story's element is known; the rest is furniture.

One row a kind of page: names of classes and ids that hold the story, its title, author and date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from fic2book.model import Block, Field, Metadata, Run
from fic2book.readers.sites.marks import Findings, Reading, has, language_code, links, stamp, tokens, words


class Layout(NamedTuple):
    """Class and id names of one kind of page."""

    site: str
    body: frozenset[str]
    title: frozenset[str] = frozenset()
    author: frozenset[str] = frozenset()
    header: frozenset[str] = frozenset()  # holds title, author and a line of figures
    outside: frozenset[str] = frozenset()  # within the body, yet no story


LAYOUTS: Final = (
    Layout("fanfiction.net", frozenset({"storytext"}), header=frozenset({"profile_top"})),
    Layout(
        "LiveJournal",
        frozenset({"b-singlepost-body", "aentry-post__text", "asset-body", "entry-text", "entry_text"}),
        frozenset({"b-singlepost-title", "aentry-post__title", "asset-name", "subj-link", "subject"}),
        frozenset({"b-singlepost-author-user", "aentry-head__username", "user", "ljuser"}),
        outside=frozenset({"lj-like", "b-singlepost-tags"}),
    ),
    Layout(
        "Dreamwidth",
        frozenset({"entry-content"}),
        frozenset({"entry-title"}),
        frozenset({"poster", "entry-poster"}),
        outside=frozenset({"metadata", "currents", "entry-interaction-links", "tag"}),
    ),
)
"""Kinds of pages whose every part is known, the surest first; of others the cleaner reads the names (markup_names.py)."""

_DATES: Final = frozenset({"datetime", "b-singlepost-date", "aentry-head__date", "entry-date", "date", "time"})
"""Names that hold a posting date, which the cleaner reads."""

_COMPOSED: Final = re.compile(r"[:()\[\]]|\d\s*/\s*[\d?]")
"""A subject line that holds more than a title, ``FIC: Salt (1/2) [Tidewatch]``; the cleaner takes it apart."""

_BY: Final = re.compile(r"By:\s*(\S.{0,60})$")
_STATS: Final = re.compile(
    r"(?:Rated:\s*(?:Fiction\s*)?(?P<rating>[\w+-]+)\s+-\s+(?P<language>[^\W\d_]+)\s+-\s+)?(?P<rest>.*)", re.DOTALL
)
_STAT: Final = re.compile(r"(Chapters|Words|Reviews|Favs|Follows|Updated|Published|Status|id):\s*([^-]+?)\s*(?=-\s|$)")
_NAMES: Final = {
    "chapters": "chapters",
    "words": "words",
    "updated": "updated",
    "published": "date",
    "status": "status",
}


def read_page(blocks: Sequence[Block], known: Metadata | None = None) -> Reading | None:
    """Findings for a saved page of a known kind, None for any other."""
    for layout in LAYOUTS:
        inside = [index for index, block in enumerate(blocks) if has(block, *layout.body)]
        headed = not layout.header or any(has(block, *layout.header) for block in blocks)
        if inside and headed and any(not has(block, *layout.body) for block in blocks):
            return _read(blocks, layout)
    return None


def _read(blocks: Sequence[Block], layout: Layout) -> Reading:
    page = _Page(Findings(layout.site.lower().replace(".", "-"), blocks), layout)
    for index, block in enumerate(blocks):
        hints = frozenset(tokens(block))
        if not hints & layout.body or hints & layout.outside:
            page.outside(index, block, hints)
    return Reading(tuple(page.findings.found), page.metadata)


@dataclass(slots=True)
class _Page:
    """What is known of one page; every block outside the story's element passes here once."""

    findings: Findings
    layout: Layout
    metadata: Metadata = field(init=False)

    def __post_init__(self) -> None:
        self.metadata = Metadata(publisher=self.layout.site)

    def outside(self, index: int, block: Block, hints: frozenset[str]) -> None:
        text = words(block)
        if hints & _DATES and len(text) < 40:
            if stamp(text):
                self.findings.add("date", index, index, "date", stamp(text))
        elif not self.metadata.title and hints & self.layout.title:
            if not _COMPOSED.search(text):
                self._title(index, text)
        elif text and not self.metadata.authors and hints & self.layout.author:
            self._author(index, (links(block) or [text])[0])
        elif hints & self.layout.header:
            self._header(index, block, text)
        else:
            self.findings.add("chrome", index, index, "outside-the-story", self.layout.site)

    def _title(self, index: int, title: str, author: str = "") -> None:
        self.findings.add("title", index, index, "title", title)
        self.metadata = replace(self.metadata, title=title, authors=(author,) if author else self.metadata.authors)

    def _author(self, index: int, author: str) -> None:
        self.findings.add("author", index, index, "byline", author)
        self.metadata = replace(self.metadata, authors=(author,))

    def _header(self, index: int, block: Block, text: str) -> None:
        """A line of the box that holds title, author, summary and figures."""
        title, author = ("", "") if self.metadata.title else _headed(block)
        named = _BY.match(text)
        if title:
            self._title(index, title, author)
        elif named and not self.metadata.authors:
            self._author(index, (links(block) or [named[1]])[0])
        elif "Words:" in text or text.startswith("Rated:"):
            fields = _figures(block, text)
            self.findings.add("field", index, index, "figures", fields=fields)
            language = next((language_code(item.value) for item in fields if item.name == "language"), "")
            self.metadata = replace(self.metadata, language=language)
        elif len(text) > 20 and not self.metadata.summary:
            self.findings.field("summary", index, index, text)
            self.metadata = replace(self.metadata, summary=text)
        else:
            self.findings.add("chrome", index, index, "page-header", self.layout.site)


def _headed(block: Block) -> tuple[str, str]:
    """Title and author of a fanfiction.net header: the bold words, and the link after "By:"."""
    bold = [
        run.text
        for run in block.inlines
        if isinstance(run, Run) and {"b", "strong"} & set(run.marks) and run.text.strip()
    ]
    match = re.search(
        r"(?P<title>.*?)\s*By:\s*(?P<author>\S+(?: \S+){0,3}?)(?=\s*(?:\+|$|\n|Rated:))", " ".join(block.text.split())
    )
    title = bold[0].strip() if bold else match["title"] if match else ""
    names = links(block, "/u/")
    return title, names[0] if names else match["author"] if match else ""


def _figures(block: Block, text: str) -> tuple[Field, ...]:
    fields: list[Field] = []
    match = _STATS.match(text)
    if match and match["rating"]:
        fields.append(Field("rating", match["rating"], block.span, "Rated"))
        fields.append(Field("language", match["language"], block.span, "Language"))
        before = re.split(
            r"\s+-\s+(?=(?:Chapters|Words|Reviews|Favs|Follows|Updated|Published|Status|id):)",
            match["rest"],
            maxsplit=1,
        )[0]
        pieces = [piece.strip() for piece in before.split(" - ")]
        if pieces[0] and ":" not in pieces[0]:
            fields.append(Field("genre", pieces[0], block.span, "Genre"))
        if len(pieces) > 1 and ":" not in pieces[1]:
            fields.append(Field("characters", pieces[1], block.span, "Characters"))
    for stat in _STAT.finditer(text):
        name = _NAMES.get(stat[1].lower())
        if name:
            fields.append(Field(name, stat[2].strip(), block.span, stat[1]))
    return tuple(fields)
