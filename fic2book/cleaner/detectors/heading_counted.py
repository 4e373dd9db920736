"""Words with a number that only a sequence makes headings: "Rule #2", "The Third Time", chapters counted within arcs."""

from __future__ import annotations

import re

from fic2book.cleaner.detectors.heading_patterns import COUNTED_WORD, DECIMAL, ORDINAL_WORD
from fic2book.cleaner.detectors.heading_shapes import Candidate, title_reasons
from fic2book.cleaner.patterns import OPENING_QUOTES
from fic2book.cleaner.words import MONTHS, NUMBER_WORDS, parse_number


def read_counted_word(text: str, index: int) -> Candidate | None:
    """A word with a number, of which only a sequence makes headings: "Rule #2: Never Look Back", "The Third Time"."""
    words = text[:60].split()[:4]
    if (
        not 2 <= len(text.split()) <= 12
        or not text[0].isupper()
        or text[-1] in ".,;!?"
        or not any(_counts(word) for word in words)
    ):
        return None
    match, number = _counted_in(text)
    if match is None or number is None or number > 300:
        return None
    word, title = match["word"].casefold(), match["title"].strip()
    if word in MONTHS or (title and not (title[0].isupper() or title[0] in OPENING_QUOTES)):
        return None
    return Candidate(
        index,
        "section",
        f"counted {word}",
        ("heading.counted-word", *title_reasons(title, separated=True, certain=False)),
        number,
        "",
        title,
    )


def _counted_in(text: str) -> tuple[re.Match[str] | None, int | None]:
    for shape in (COUNTED_WORD, ORDINAL_WORD):
        match = shape.expression.fullmatch(text)
        number = parse_number(match["number"]) or parse_number(match["number"].rstrip("stndrh")) if match else None
        if number is not None:
            return match, number
    return None, None


def _counts(word: str) -> bool:
    plain = word.casefold().strip("#.:,-\N{EN DASH}\N{EM DASH}")
    return plain.isdigit() or plain in NUMBER_WORDS or plain[:-2].isdigit() or not plain.strip("ivx")


def read_decimal(text: str, index: int) -> Candidate | None:
    """A chapter within an arc: "Ebb 1.3"."""
    if not any(map(str.isdigit, text[:24])) or "." not in text[:24] or text[-1] in ".,;!?":
        return None
    match = DECIMAL.expression.fullmatch(text)
    if match is None:
        return None
    title = (match["title"] or match["rest"] or "").strip()
    family = f"counted {(match['word'] or '').strip().casefold()} {match['arc']}"
    reasons = ("heading.counted-word", *title_reasons(title, separated=bool(match["title"]), certain=False))
    return Candidate(index, "section", family, reasons, int(match["number"]), "", title)
