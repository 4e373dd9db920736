"""Which quotation marks a language and an author use, and which words begin with an apostrophe. Data and a choice, no rewriting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

NARROW: Final = "\N{NARROW NO-BREAK SPACE}"


class Marks(NamedTuple):
    """What straight quotes become. `inner` replaces `outer` inside quotation marks the author typed in full."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    single: tuple[str, str]


CURLY: Final = ("“", "”")
GUILLEMETS: Final = ("«", "»")
SPACED: Final = (f"«{NARROW}", f"{NARROW}»")
INWARD: Final = ("»", "«")
LOW: Final = ("„", "“")
LOW_HIGH: Final = ("„", "”")
SAME: Final = ("”", "”")
SINGLE: Final = ("‘", "’")
LOW_SINGLE: Final = ("‚", "‘")

DEFAULT: Final = Marks(CURLY, CURLY, SINGLE)
BY_LANGUAGE: Final[dict[str, Marks]] = {
    "en": DEFAULT,
    "de": Marks(LOW, LOW, LOW_SINGLE),
    "de-ch": Marks(GUILLEMETS, GUILLEMETS, ("‹", "›")),
    "fr": Marks(SPACED, CURLY, SINGLE),
    "ru": Marks(GUILLEMETS, LOW, LOW_SINGLE),
    "uk": Marks(GUILLEMETS, LOW, LOW_SINGLE),
    "es": Marks(GUILLEMETS, CURLY, SINGLE),
    "it": Marks(GUILLEMETS, CURLY, SINGLE),
    "el": Marks(GUILLEMETS, CURLY, SINGLE),
    "pt": DEFAULT,
    "nl": DEFAULT,
    "tr": DEFAULT,
    "sv": Marks(SAME, SAME, ("’", "’")),
    "fi": Marks(SAME, SAME, ("’", "’")),
    "da": Marks(INWARD, INWARD, ("›", "‹")),
    "no": Marks(GUILLEMETS, GUILLEMETS, SINGLE),
    "nb": Marks(GUILLEMETS, GUILLEMETS, SINGLE),
    "nn": Marks(GUILLEMETS, GUILLEMETS, SINGLE),
    "pl": Marks(LOW_HIGH, GUILLEMETS, ("‚", "’")),
    "cs": Marks(LOW, LOW, LOW_SINGLE),
    "hu": Marks(LOW_HIGH, INWARD, SINGLE),
}
"""Marks by language tag, in full or only its first part; a language that is not here is set like English."""

UNTOUCHED: Final = frozenset({"he", "ar", "fa", "ja", "zh", "ko"})
"""Languages whose straight quotes are often letters or measure marks (gershayim), or are drawn upright: quotes stay as typed."""

FOLLOW: Final = 0.1
"""From this share of typed-in-full quotation marks on, straight ones follow the author's own style instead of the language's."""


def primary(language: str) -> str:
    """The first part of a language tag: "en" of "en-GB"."""
    return language.split("-", 1)[0].lower()


def choose_marks(language: str, texts: Sequence[str]) -> Marks:
    """What straight quotes become in these paragraphs. English keeps to “ ”, whatever foreign quotations it holds."""
    base = primary(language)
    default = BY_LANGUAGE.get(language.lower(), BY_LANGUAGE.get(base, DEFAULT))
    if default == DEFAULT:
        return default
    own = _own_style(texts)
    if own is None or own == default.outer:
        return default
    return default._replace(outer=own, inner=CURLY if "«" in own[0] + own[1] else own)


def _own_style(texts: Sequence[str]) -> tuple[str, str] | None:
    count = {mark: sum(text.count(mark) for text in texts) for mark in '"“”„«»'}
    families = {
        "„": count["„"],
        "«": min(count["«"], count["»"]),
        "“": min(count["“"], count["”"]),
        "”": count["”"] // 2,
    }
    best = max(families, key=lambda mark: families[mark])
    if families[best] < 2 or families[best] < FOLLOW * count['"'] / 2:
        return None
    if best == "„":
        return LOW if count["“"] >= count["”"] else LOW_HIGH
    if best == "«":
        return _guillemets(texts)
    return CURLY if best == "“" or count["“"] else SAME


def _guillemets(texts: Sequence[str]) -> tuple[str, str]:
    outward = sum(len(re.findall(r"«\w", text)) for text in texts)
    spaced = sum(len(re.findall(r"«[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", text)) for text in texts)
    inward = sum(len(re.findall(r"»\w", text)) for text in texts)
    if inward > max(outward, spaced):
        return INWARD
    return SPACED if spaced > outward else GUILLEMETS


# ---------------------------------------------------------------- words that begin with an apostrophe

SURE: Final[dict[str, str]] = {
    "en": (
        "tis tisn twas twasn twere twill twon twould twouldn twixt tween em til n nuff nough cuz cos coz kay nother neath"
        " scuse spose sposed bouts tude ello im imself ere ave avin alf ouse ome orse oo ow eard ard ead ands appen appened"
        " fraid gainst longside mongst ceptin cept pon prentice pears specially specting stead tain ospital e s t d ll re ve"
    ),
    "de": "s ne nen nem ner nes n rum rein raus rauf runter rüber ran mal nauf naus nunter türlich tschuldigung",
    "nl": "s t n m k r ns",
    "sv": "n na et",
    "fr": "tain tit",
    "it": "sto sta sti ste na no ndrangheta",
    "": "n em tis twas til",
}
"""Words whose apostrophe stands for dropped letters, by language, without the apostrophe and in lower case."""

DOUBTFUL: Final[dict[str, str]] = {
    "en": "cause round fore less till cross way most bout sup and is as at er ers ope ear air old appy",
}
"""Words that also exist without the apostrophe: an elision unless a clear closing quote follows within the same speech."""


@lru_cache(maxsize=256)
def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def elisions(table: dict[str, str], language: str) -> frozenset[str]:
    """The words of one table that apply to a language."""
    return _words(table.get(primary(language), table.get("", "")))
