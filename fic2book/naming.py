"""How a story without a title is told from others: by its first words, as poems without one are.

Nobody gave it a title, so the book is "Untitled" in its metadata, on its cover and title page; but ten covers that say so could not be
told apart, so its first words stand below. Contents and running heads, which are there to find one's way, name the story by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from fic2book.model import Book, Chapter, Part

UNTITLED: Final = "Untitled"
"""The title in the metadata of a book that has none."""

FEWEST, MOST = 3, 7
"""Words of a name made from the first line: it ends with the first clause in between, else before a small word."""

LONGEST: Final = 42
"""Characters of such a name; in scripts without spaces, `LONGEST_UNSPACED`."""

LONGEST_UNSPACED: Final = 14
SEVERAL: Final = 3
"""Stories that a book of several without a title is called after."""

QUOTES: Final = "\"'”’»"
MARKS: Final = " \t\n\"'“”„‟‘’‚«»‹›「」『』()[]*_~.,;:·…–—-、。"
CLAUSE_ENDS: Final = tuple(".!?…,;:—。、！？")


def is_untitled(book: Book) -> bool:
    """Whether nobody has given the book a title."""
    return book.metadata.title.strip() in {"", UNTITLED}


def shown_title(book: Book, untitled: str = UNTITLED) -> str:
    """What to print as the book's title: its own, or `untitled`."""
    return untitled if is_untitled(book) else book.metadata.title.strip()


def shown_subtitle(book: Book) -> str:
    """What to print below the title: the book's subtitle; of a book without a title, the first words of its story or stories."""
    if book.metadata.subtitle or not is_untitled(book):
        return book.metadata.subtitle
    names = [name for part in book.parts for name in (part_title(part, ""),) if name]
    if len(names) > SEVERAL:
        names = [*names[:SEVERAL], "\N{HORIZONTAL ELLIPSIS}"]
    return " \N{MIDDLE DOT} ".join(names)


def part_title(part: Part, untitled: str = UNTITLED) -> str:
    """What a story is found by among others: its title, else its first words; `untitled` where there are none."""
    title = part.metadata.title.strip()
    return title if title not in {"", UNTITLED} else first_words(part) or untitled


def first_words(part: Part) -> str:
    """The first words of a story, ending in an ellipsis or the question or exclamation they are; empty without words."""
    text = next((text for text in _texts(part.chapters) if any(map(str.isalnum, text))), "")
    kept: list[str] = []
    for word in text[:400].split():
        if kept and (len(kept) == MOST or len(" ".join((*kept, word))) > LONGEST):
            kept = _without_small_words(kept)
            break
        kept.append(word)
        if word.rstrip(QUOTES).endswith(CLAUSE_ENDS) and len(kept) >= FEWEST:
            break
    return _closed(" ".join(kept))


def _closed(words: str) -> str:
    """`words` without marks around them; quotation marks stay where only one half of a pair would be left."""
    if " " not in words and len(words) > LONGEST_UNSPACED:
        clause = re.match(r".{3,}?[。、！？]", words)
        words = clause[0] if clause and len(clause[0]) <= LONGEST else words[:LONGEST_UNSPACED]
    bare = words.strip(MARKS)
    if re.search("[”»“„]", bare):
        bare = words.rstrip(MARKS)
    asked = words.rstrip(QUOTES)[-1:] in {"!", "?", "！", "？"}
    return bare if asked or not bare else bare + "\N{HORIZONTAL ELLIPSIS}"


def _without_small_words(words: list[str]) -> list[str]:
    """`words` without articles and prepositions at their end, as long as enough are left."""
    while len(words) > FEWEST and len(words[-1]) <= 3:
        words = words[:-1]
    return words


def _texts(chapters: Sequence[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        for scene in chapter.scenes:
            for block in scene.blocks:
                yield block.text
        yield from _texts(chapter.chapters)
