"""The types of the corpus: what a master is, what a document is made of, and what is true of it.

A *master* is clean prose with explicit structure. A *unit* is one thing that stands in a document, in reading order. *Truth* is what a
perfect reader would say about the document; its positions are indices into `Truth.words`, the story's words in order.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

WORD = re.compile(r"[^\W_]+")
STORY = {"story", "verse", "lines", "stamp", "mark", "caption"}
EMPHASIS = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")
INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))


def words(text: str) -> list[str]:
    """The words of a text as all tools are compared by: letters and digits only, case and typography put aside."""
    return WORD.findall(unicodedata.normalize("NFKC", text.translate(INVISIBLE)).casefold())


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing in a document.

    `role`: story | verse | lines | stamp | caption | break | heading | title | author | field | date | disclaimer | note | chrome |
    counter | end | rule | gap | signature. `lines` are kept apart when `kept`, else they are one paragraph. Units of one `group` stand
    together without a blank line between them.
    """

    role: str
    lines: tuple[str, ...] = ()
    label: str = ""  # of a header row, printed before the value
    name: str = ""  # a field's canonical name; a heading's kind; a break's strength
    kept: bool = False
    group: int = 0
    caption: str = ""  # the words within an ornament
    by: str = ""  # how a break is marked: mark | word | blank | lost

    @property
    def text(self) -> str:
        """Label and lines on one line."""
        return (self.label + " ".join(self.lines)).strip()


@dataclass(frozen=True, slots=True)
class Scene:
    """Units of running story, with the caption that opens them."""

    units: tuple[Unit, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a master; `kind` is chapter, prologue or epilogue."""

    kind: str
    title: str
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class Master:
    """One story in its clean form."""

    name: str
    about: dict[str, str]
    chapters: tuple[Chapter, ...]


@dataclass(slots=True)
class Truth:
    """What is true of one document. Indices count `words`."""

    name: str
    split: str
    master: str
    site: str
    layout: str
    language: str
    title: str = ""
    author: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    chapters: list[tuple[int, str]] = field(default_factory=list)
    breaks: list[tuple[int, str, str]] = field(default_factory=list)  # index, strength, by
    lost: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    neutral: list[int] = field(default_factory=list)  # claims here are neither right nor wrong
    paragraphs: list[int] = field(default_factory=list)  # where each begins
    kept: list[tuple[int, int]] = field(default_factory=list)  # verse and lists: boundaries within are left open
    captions: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # role, text
    chrome: list[str] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)  # break marks as printed
    roles: list[tuple[str, str]] = field(default_factory=list)  # every source word with the role of its unit


@dataclass(frozen=True, slots=True)
class Layout:
    """How one document is written down."""

    name: str  # blank | single | double | wrapped | indented | wrapped-indented | p | div | lj | ao3
    width: int = 0
    indent: str = ""
    between: int = 1  # blank lines between paragraphs
    quotes: str = "straight"
    emphasis: str = "*"
    encoding: str = "utf-8"
    newline: str = "\n"
    centred: bool = False
    pause: int = 3  # extra blank lines that stand for a scene break
    glued: bool = False  # lines of dialogue follow each other without a blank line
    heading: str = "h2"  # in HTML: h2 | h3 | b | center
    rule: str = "text"  # in HTML: hr | text | center


@dataclass(frozen=True, slots=True)
class Document:
    """A file as a person would have saved it, and what is true of it."""

    name: str  # with its extension, telling nothing
    data: bytes
    truth: Truth
