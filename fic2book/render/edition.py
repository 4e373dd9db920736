"""What every page of one rendering shares: the book, its language, our own words in it, its pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from fic2book.errors import ProofError
from fic2book.lazy import lazy
from fic2book.model import Book, Page, Part, Settings
from fic2book.records import dataclass
from fic2book.render.labels import LABELS, label_language, right_to_left
from fic2book.render.pictures import Picture, find_pictures

FRONT, BODY, BACK = "frontmatter", "bodymatter", "backmatter"
"""Divisions of a book, in the words of the EPUB Structural Semantics vocabulary."""

LANGUAGE_TAG: Final = lazy(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
"""The shape of a BCP 47 tag, as far as reading systems look: a primary subtag and alphanumeric subtags of up to eight characters."""

UNPRINTABLE: Final = lazy("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 (section 2.2) cannot write at all, and the carriage return, which parsers turn into a line feed."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One rendering of one book, or the story in hand of it: `labels` speak the language of the text around them."""

    book: Book
    settings: Settings
    language: str  # BCP 47, "und" when nobody knows
    labels: dict[str, str]
    label_attributes: str  # marks our own words with their language where it is not the book's
    pictures: dict[tuple[int, str], Picture]  # (index of the part, name of the resource)

    def made(self, element: str, text: str, *, kind: str = "", identity: str = "") -> str:
        """An element whose words are ours and not the story's; `text` is not yet escaped."""
        name = f' id="{identity}"' if identity else ""
        classes = f"made {kind}" if kind else "made"
        return f'<{element} class="{classes}"{name}{self.label_attributes}>{_told(text)}</{element}>'

    def quoted(self, element: str, text: str, *, kind: str = "", identity: str = "") -> str:
        """A made element that repeats words of the story (its title on the title page), so in the story's language."""
        name = f' id="{identity}"' if identity else ""
        classes = f"made {kind}" if kind else "made"
        return f'<{element} class="{classes}"{name}>{_told(text)}</{element}>'


@dataclass(frozen=True, slots=True)
class Place:
    """Where one story stands in the book."""

    part: Part
    index: int
    language: str = ""  # BCP 47, where it is not the book's
    prefix: str = ""  # of its pages' names and identifiers: "story-02-" in an anthology
    level: int = 1  # depth of its chapters in the contents

    def page(self, name: str, role: str, title: str, body: str, *, level: int, matter: str) -> Page:
        """A page of this story; `matter` is its division of the book, as `epub:type` names it."""
        return Page(f"{name}.xhtml", role, title, body, level, matter, self.language, self.index)


def open_edition(book: Book, settings: Settings) -> Edition:
    """The edition for `book`: labels chosen, pictures looked at."""
    language = language_tag(settings.language or book.metadata.language)
    plain = Edition(book, settings, language, {}, "", find_pictures(book))
    return speaking(plain, language)


def speaking(edition: Edition, language: str) -> Edition:
    """The same edition with our own words as they suit text in `language`."""
    spoken = label_language(language)
    attributes = "" if language.partition("-")[0].lower() == spoken else language_attributes(spoken)
    return replace(edition, labels=LABELS[spoken], label_attributes=attributes)


def section(
    lines: Iterable[str], identity: str, semantics: str, *, role: str = "", kind: str = "", extra: str = ""
) -> str:
    """The one element of a page's body. `semantics` is its `epub:type`, `role` its ARIA role, `kind` its class."""
    spoken = f' role="{role}"' if role else ""
    inner = "\n".join(lines)
    return f'<section class="{kind or identity}" id="{identity}" epub:type="{semantics}"{spoken}{extra}>\n{inner}\n</section>'


def labelled(identity: str) -> str:
    """Names a section after its heading, which has the identifier `identity` with "-heading"."""
    return f' aria-labelledby="{identity}-heading"'


def language_tag(language: str) -> str:
    """A tag reading systems accept: without spaces, with hyphens; "und" (undetermined) for anything else.

    Source: an underscore or a stray blank makes Kindle refuse the file and Apple Books lose the dictionary.
    """
    tag = language.strip().replace("_", "-")
    return tag if LANGUAGE_TAG.match(tag) else "und"


def language_attributes(language: str) -> str:
    """``lang`` and ``xml:lang`` for `language`, with the direction where it is not from left to right."""
    direction = ' dir="rtl"' if right_to_left(language) else ""
    return f' lang="{language}" xml:lang="{language}"{direction}'


def escape(text: str) -> str:
    """`text` as character data.

    Raises `ProofError` for a character XML cannot hold: dropping it here would be a change without a record.
    """
    unprintable = None if text.isprintable() else UNPRINTABLE.search(text)
    if unprintable:
        place = text[max(0, unprintable.start() - 30) : unprintable.start()]
        raise ProofError(
            f"The character U+{ord(unprintable[0]):04X} after “{place}” cannot stand in an EPUB. "
            "Whatever read or cleaned the story should have removed it with a rule; please report this."
        )
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes; line breaks and tabs survive a parser.

    Attributes repeat or describe, they never hold the story's only copy of a word, so what XML cannot hold becomes a blank.
    """
    return _told(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def blanked(text: str) -> str:
    """`text` with a blank for each character that XML cannot hold."""
    return text if text.isprintable() else UNPRINTABLE.sub(" ", text)


def _told(text: str) -> str:
    return escape(blanked(text))
