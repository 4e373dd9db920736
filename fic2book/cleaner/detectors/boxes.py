"""The box that Wattpad sets amid a chapter: "YOU ARE READING", the story's title, its kind, its blurb and its tags.

It is copied with the chapter and lands between two paragraphs. What it says belongs to the story's header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import alternatives, pattern
from fic2book.model import Field, Finding

LABEL = pattern(
    "box.label",
    r"you\sare\sreading|est[áa]s\sleyendo|vous\slisez|du\sliest(?:\sgerade)?|вы\sчитаете|voc[êe]\sest[áa]\slendo|stai\sleggendo|czytasz|kamu\ssedang\smembaca|okudu[ğg]un",
    match="YOU ARE READING",
    miss="You are reading my letter",
    cues="reading leyendo lisez liest читаете lendo leggendo czytasz membaca okudu",
)

_KINDS = """
Action | Adventure | ChickLit | Chick Lit | Classics | Fanfiction | Fan Fiction | Fantasy | General Fiction | Historical Fiction | Horror |
Humor | LGBTQ+ | Mystery | Mystery / Thriller | New Adult | Non-Fiction | Paranormal | Poetry | Random | Romance | Science Fiction | Short
Story | Spiritual | Teen Fiction | Thriller | Vampire | Werewolf | Acción | Aventura | Ciencia Ficción | Clásicos | De Todo | Espiritual |
Fanfic | Fantasía | Ficción General | Ficción Histórica | Historia Corta | Hombres Lobo | Misterio / Suspenso | Misterio | No Ficción |
Novela Juvenil | Poesía | Terror | Vampiros | Aventure | Fantastique | Humour | Roman d'amour | Roman pour Adolescents | Science-fiction |
Loup-garou | Nouvelles | Poésie | Abenteuer | Jugendliteratur | Kurzgeschichten | Liebesroman | Lyrik | Werwölfe | Любовные романы | Фанфик
| Фэнтези | Приключения | Подростковая литература | Ужасы | Юмор | Fanfictie | Ficção Adolescente | Ficção Geral | Storie d'amore
"""
KIND = pattern(
    "box.kind",
    rf"(?P<kind>{alternatives([' '.join(kind.split()) for kind in _KINDS.split('|')])})(?P<blurb>(?:\s|(?![^\W\d_])|(?=[A-ZÀ-ÞА-ЯЁ])).*|)",
    match="Fanfiction“Mira comes home.”",
    miss="Romantic nights",
    case=True,
)
"""A kind of story and, glued to it or not, the blurb."""

PATTERNS = (LABEL, KIND)

TITLE, BLURB, TAGS = 120, 700, 30
"""Characters of a title and of a blurb at most, and lines of tags."""


def find_boxes(document: Document) -> Iterable[Finding]:
    """Findings of role "field" with title, category, summary and tags."""
    for index in document.short:
        if LABEL.fullmatch(document.texts[index]) is not None and index + 2 < len(document.blocks):
            yield from _box(document, index)


def _box(document: Document, label: int) -> Iterator[Finding]:
    """The lines of one box; nothing where no kind of story stands below the title."""
    texts = document.texts
    kind = KIND.expression.fullmatch(texts[label + 2].replace("\n", " "))
    if not 0 < len(texts[label + 1]) <= TITLE or kind is None:
        return
    yield _line(document, label, "other", texts[label])
    yield _line(document, label + 1, "title", texts[label + 1])
    blurb, last = kind["blurb"].strip(), label + 2
    yield _line(document, last, "category", kind["kind"], Field("summary", blurb, document.blocks[last].span))
    if not blurb and last + 1 < len(texts) and 0 < len(texts[last + 1]) <= BLURB and texts[last + 1][0] != "#":
        last += 1
        yield _line(document, last, "summary", " ".join(texts[last].split()))
    while last + 1 < len(texts) and texts[last + 1][:1] == "#" and last - label < TAGS:
        last += 1
        yield _line(document, last, "keywords", texts[last].lstrip("#"))


def _line(document: Document, index: int, name: str, value: str, *others: Field) -> Finding:
    fields = [Field(name, value, document.blocks[index].span), *(other for other in others if other.value)]
    return document.propose("field", index, index, ["field.box"], fields=fields)
