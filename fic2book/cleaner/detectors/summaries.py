"""Summaries without a label: the paragraph between a title and the header line, disclaimer or note below it.

fanfiction.net and Wattpad print them so. What stands there cannot be the story's beginning, since the header goes on below it.
"""

from __future__ import annotations

from collections.abc import Iterable

from fic2book.cleaner.detectors.dedications import FOR
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.weights import ACT
from fic2book.model import Field, Finding

LONGEST_HEAD = 40
"""Blocks from the beginning of the story's place within which a summary stands, where the place holds the header too."""

MOST_WORDS = 120
"""Words of a summary; fanfiction.net allows about 70."""

LABEL = 24
"""Characters in which a colon makes it a labelled line."""

SENTENCE = 9
"""Words of a summary without a stop; what is shorter is a line of the site."""

_STOPS = frozenset('.!?…"\N{RIGHT DOUBLE QUOTATION MARK})')

PATTERNS = ()


def find_summaries(document: Document) -> Iterable[Finding]:
    """Findings of role "field" with a field named summary; one at most."""
    if any(field.name == "summary" for item in document.claimed("field") for field in item.fields):
        return
    called = _called(document)
    if called is not None:
        yield called
        return
    above = document.covered("title", "author", "field", "chrome", "date", least=0.0)
    below = document.covered("field", least=0.5) | document.covered("disclaimer", "note", "chrome", least=0.9)
    taken = document.covered(
        "disclaimer",
        "heading",
        "part",
        "break",
        "caption",
        "counter",
        "contents",
        "dedication",
        "epigraph",
        least=ACT - 0.6,
    )
    taken |= document.covered("note", least=ACT)
    taken |= {index for index in range(min(10, len(document.texts))) if FOR.expression.fullmatch(document.texts[index])}
    for index in range(1, min(10, len(document.blocks) - 1)):
        if index - 1 not in above:
            continue
        if index in above or index in taken or not document.texts[index]:
            continue
        if (
            index + 1 in below
            and 4 <= document.words[index] <= MOST_WORDS
            and document.texts[index][0] not in OPENING_QUOTES
            and ":" not in document.texts[index][:LABEL]
            and (document.texts[index][-1] in _STOPS or document.words[index] >= SENTENCE)
        ):
            field = Field("summary", " ".join(document.texts[index].split()), document.blocks[index].span)
            yield document.propose("field", index, index, ["field.unlabelled-summary"], fields=[field])
        return


def _called(document: Document) -> Finding | None:
    """The paragraph that the page's markup calls a summary, above the story's place."""
    page = document.page
    if not page.kinds:
        return None
    taken = document.covered("title", "author", "field", "chrome", "date", "heading", "note", least=0.0)
    for index, text in enumerate(document.texts):
        if index > page.first + LONGEST_HEAD:
            break
        if page.calls(index, "summary") and index not in taken and 4 <= document.words[index] <= MOST_WORDS:
            field = Field("summary", " ".join(text.split()), document.blocks[index].span)
            return document.propose("field", index, index, ["field.named-summary"], fields=[field])
    return None
