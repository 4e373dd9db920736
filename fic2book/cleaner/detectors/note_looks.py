"""What a line at the edge of a text looks like: a title, a heap of words, a signature, something said to somebody."""

from __future__ import annotations

from typing import Final

from fic2book.cleaner.detectors.talk import Talk
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern

FRAGMENT: Final = 120
"""Characters of what may be no sentence."""

TITLE: Final = 9
"""Words of a line that may be a title, a name or a heading."""

APOLOGIES: Final = ("sorry", "so sorry", "my apologies", "apologies", "op,", "well, here ", "here goes")
"""How notes begin that stand above a story without another word."""

ADDRESSES: Final = frozenset(
    f"talk.{name}"
    for name in "okay exclaims bangs face everyone readers thanks-check thanks-you thanks-everyone sorry-wait enjoy greet bracketed marks-two key review comment".split()
)
TELLS: Final = frozenset(
    f"talk.{name}" for name in "deeds others others-acted past-all speech speech-first action".split()
)
"""Reasons for which a paragraph beside a note goes on with it, and for which it does not."""

LABELLED = pattern(
    "talk.labelled",
    r"\W{0,3}[^\W\d_][^:.!?\n]{1,28}:\s\S",
    match="Spoilers for: all of season 1",
    miss="I did it. Here is more: bread.",
)

NUMERAL = pattern("talk.numeral", r"\W*(?:[ivxlc]+|\d+)\W*", match="iv.", miss="one")

PATTERNS = (LABELLED, NUMERAL)


_SAID: Final = frozenset("i i'm me my you your is are please review reviews comments enjoy thanks thank".split())
"""Words of lines that are said to somebody, whatever they look like."""


def like_title(text: str) -> bool:
    """Whether a line could be a title, a name or a heading: a few words, and neither said nor shouted; or a number alone."""
    if len(text) <= 6 and NUMERAL.expression.fullmatch(text) is not None:
        return True
    return (
        text.count(" ") < TITLE
        and text[-1] not in ".,!?)*:;<>"
        and "!" not in text
        and _SAID.isdisjoint(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    )


_CLAUSE: Final = frozenset(
    """i i'm i've i'll i'd me my we you your you're u is are was were be been am isn't aren't wasn't has have had hasn't haven't do does did don't doesn't didn't will would won't can could can't should may might must let's
    it's that's here's there's what's he's she's they're we're thank thanks please hope enjoy review set takes written ich du ihr wir ist sind war habe hat haben wird werde kann danke hoffe je j'ai tu vous nous est suis es sont était ai avez c'est merci
    yo soy es son era está estoy he ha han gracias espero les""".split()
)
"""Words without one of which a line in these languages is hardly a sentence."""


SENTENCE: Final = 5
"""Spaces in a line from which on a full stop at its end makes it a sentence, in whatever language."""


def fragment(text: str) -> bool:
    """Whether a paragraph is no sentence but a heap of words, as lines of headers and of sites are."""
    if (
        len(text) > FRAGMENT
        or "!" in text
        or (text[-1] == "." and text.count(" ") >= SENTENCE)
        or any(sign > "\N{CYRILLIC CAPITAL LETTER IE WITH GRAVE}" for sign in text if sign.isalpha())
    ):
        return False
    words = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("/", " ").split()
    return _CLAUSE.isdisjoint(word.strip('.,:;?()[]*_"-') for word in words)


def titular(looks: tuple[str, ...]) -> bool:
    """Whether a line looks like a title or a heap of words."""
    return "talk.like-title" in looks or "talk.fragment" in looks


def capitalised(text: str) -> bool:
    """Whether half of the longer words of a line are capitalised, as those of English titles are, or bars part it."""
    if "|" in text:
        return True
    words = [word for word in text.split()[1:] if len(word) > 3]
    return sum(word[0].isupper() for word in words) * 2 >= len(words)


def excuses(text: str) -> bool:
    """Whether a paragraph begins like an excuse, or ends with “here goes”."""
    return text[:16].casefold().startswith(APOLOGIES) or "here goes" in text[-16:].casefold()


def goes_on(talk: Talk) -> bool:
    """Whether a paragraph is said to somebody rather than told."""
    known = {item.pattern for item in talk.evidence}
    return not known.isdisjoint(ADDRESSES) and known.isdisjoint(TELLS)


def signature(text: str) -> bool:
    """Whether a line looks like the name that somebody sets under a note."""
    return (
        len(text) <= 40
        and text[:1] not in OPENING_QUOTES
        and text.casefold().startswith(("~", "-", "\N{EN DASH}", "\N{EM DASH}", "<3", "xoxo", "love", "cheers", "hugs"))
    )
