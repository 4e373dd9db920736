"""One line alone: whether a site prints it, by its words, or by being nothing but words of buttons and counts."""

from __future__ import annotations

import re
from functools import cache

from fic2book.cleaner.detectors.chrome_words import BUTTONS, EVERYDAY, LINES, SMALL
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.lazy import lazy

_NUMBERS = lazy(r"\d(?:[\d.,:]*\d)?[km]?\b")
_LEFT = " \t\N{NO-BREAK SPACE}|·•»«‹›<>←→↑↓▲▼▶◀►◄[](){}*_~=-\N{EN DASH}\N{EM DASH}:;/\\^✓☰"
_RIGHT = _LEFT + "."


def plain_line(line: str) -> str:
    """A line as chrome_words.py writes it: casefolded, straight apostrophes, numbers as ``#``, no signs before it."""
    plain = _NUMBERS.sub("#", " ".join(line.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()))
    return plain.lstrip(_LEFT) or plain


def _first(line: str) -> str:
    """The first word of a line, by which its beginnings are looked up."""
    return _FIRST.split(line, 1)[0]


_FIRST = lazy(r"[\s,:;.!?@]")


class _Lines:
    """The lines of all sites, sorted by how they are compared. Made when the first line is looked up."""

    def __init__(self) -> None:
        self.whole: dict[str, str] = {}
        self.beginnings: dict[str, list[tuple[str, str]]] = {}
        self.ends: list[tuple[str, str]] = []
        self.inside: list[tuple[str, str]] = []
        for site, lines in LINES.items():
            for written in re.split(r"[|\n]", lines):
                self._add(" ".join(written.split()), site)

    def _add(self, line: str, site: str) -> None:
        if line.startswith("…"):
            (self.inside if line.endswith("…") else self.ends).append((line.strip("…"), site))
        elif line.endswith("…"):
            start = line[:-1].rstrip().lstrip(_LEFT)
            if start and "…" not in start:
                self.beginnings.setdefault(_first(start), []).append((start, site))
        elif line:
            self.whole.setdefault(line.strip(_RIGHT) or line, site)

    def site(self, plain: str) -> tuple[str, bool]:
        """The site that prints a line, "" for none, and whether the line is compared as a whole."""
        bare = plain.rstrip(_RIGHT) or plain
        found = self.whole.get(bare) or self.whole.get(bare.rstrip("!:, "))
        if found:
            return found, True
        for start, site in self.beginnings.get(_first(plain), ()):
            if plain.startswith(start):
                return site, False
        for end, site in self.ends:
            if plain.endswith(end):
                return site, False
        return next((site for part, site in self.inside if part in plain), ""), False


@cache
def _lines() -> _Lines:
    return _Lines()


def read_furniture(line: str) -> tuple[str, str]:
    """The site that prints `line` and the reason's name, ("", "") for a line that is no furniture by its words."""
    plain = plain_line(line)
    bare = plain.rstrip(_RIGHT + "!")
    site, whole = _lines().site(plain)
    if site and not (plain[-1] in ".!?" and " " not in bare and plain[-2:-1].isalpha()):
        if whole and (bare in EVERYDAY or " " not in bare):
            return site, "chrome.word"
        return site, "chrome.label" if site == "usenet" and ":" in plain[:24] else "chrome.phrase"
    if len(plain) <= 60 and plain[-1] not in ".!?," and _first(plain) in _WAYS and _RETURNS.fullmatch(bare):
        return "archive", "chrome.phrase"
    if bare in BUTTONS and plain[-1] not in ".!?":
        return "menu", "chrome.word"
    menu = _menu(plain)
    return (_lines().site(_BETWEEN.split(plain)[0])[0] or "menu", menu) if menu else ("", "")


_WAYS = frozenset(
    "back return go forward on continue zurück weiter retour retourner volver вернуться назад torna ritorna voltar powrót".split()
)
_RETURNS = lazy(
    r"(?:back|return|go back|go|forward|on|continue|zurück|weiter|retour|retourner|volver|вернуться|назад|torna|ritorna|voltar|powrót)(?: to| zum?r?| à| aux?| al?| к| на| alla?| ao)(?: the| my| our| la| el| las| los)?"
    r"(?: (?:main|home|front|story|fic|fan|author's|author|first|next|previous|last|\w+'s|[\w-]+)){0,2} "
    r"(?:index|page|list|archive|archives|stories|story|fiction|fanfiction|fanfic|fic|fics|site|menu|home|homepage|top|chapter|chapters|part|library|contents|main|beginning|start|forum|board|übersicht|kapitel|seite|startseite|sommaire|accueil|chapitre|page|índice|inicio|главную|содержанию|началу|indice)"
)

_BETWEEN = lazy(r"\s*[|·•!←→↑()\[\]/<>«»‹›:,]+\s*|\s+[.\-\N{EN DASH}\N{EM DASH}*]\s+|\s{2,}")


_WORDS = lazy(r"#|[^\W_]+(?:['-][^\W_]+)*")


def _menu(plain: str) -> str:
    """Whether a line is nothing but buttons and counts: "chrome.menu" for known ones, "chrome.buttons" for words of buttons."""
    plain = plain.removesuffix("...").removesuffix("\N{HORIZONTAL ELLIPSIS}").rstrip()
    if not plain or plain[-1] in ".?;" or len(plain) > 200:
        return ""
    known = _lines().whole
    pieces = [piece for piece in _BETWEEN.split(plain) if piece]
    named = sum(piece in known or piece in EVERYDAY for piece in pieces)
    counts = sum(not piece.strip("#% +") for piece in pieces)
    words = _WORDS.findall(plain)
    if (named and named + counts == len(pieces) >= 2) or (len(words) >= 3 and not any(map(str.isalpha, plain))):
        return "chrome.menu"
    words = [word if word == "#" else word.rstrip("#") for word in words]
    buttons = sum(word in BUTTONS for word in words)
    if len(words) <= 24 and buttons >= 2 and all(word in BUTTONS or word in SMALL for word in words):
        return "chrome.menu" if buttons >= 4 and buttons == len(words) else "chrome.buttons"
    if buttons == 1 and len(words) == 2 and "#" in words and (words[0] == "#" or ":" in plain):
        return "chrome.buttons"
    return ""


def is_furniture(line: str) -> bool:
    """Whether a line alone is furniture beyond doubt."""
    return read_furniture(line)[1] in ("chrome.phrase", "chrome.menu") if line.strip() else False


# ---------------------------------------------------------------- by shape


def read_site_shape(line: str) -> tuple[str, str]:
    """What only its shape shows to be a site's line: a trail of pages, a row of counts, ways on at both ends, words of buttons with a date."""
    if line[-1] in ".!?,;:" and not line.endswith("..."):
        return "", ""
    if not _TRAIL_SIGNS.isdisjoint(line) and _is_trail(line):
        return "trail", "chrome.trail"
    if line[0] in "[<{" and _BRACKETS.fullmatch(line):
        return "menu", "chrome.menu"
    if _CHAPTERS.fullmatch(line):
        return "fanfiction.net", "chrome.menu"
    words = _WORDS.findall(plain_line(line))
    if len(words) >= 2 and words[0] in _ON and words[-1] in _ON and words[0] != words[-1]:
        return "menu", "chrome.menu"
    if line[:2].casefold() in ("r/", "u/") and " " not in line:
        return "reddit", "chrome.label"
    if not any(map(str.isdigit, line)):
        return ("forum", "chrome.word") if words and len(words) <= 3 and _PRONOUNS.issuperset(words) else ("", "")
    counts = _counts(line)
    if counts:
        return "counts", "chrome.menu" if counts > 2 else "chrome.counts"
    return ("stamp", "chrome.stamp") if _is_dated(line) else ("", "")


_CHAPTERS = lazy(r"(?:< Prev )?(?:1\. \S.{0,60}? 2\. \S.{0,200}?|\d+\. \S.{0,60}?) Next >")
"""The choice of chapters as it is copied: "1. Fog 2. Ice Next >"."""
_BRACKETS = lazy(r"(?:\[[^\[\]]{1,40}\]\s*){3,}|(?:<[^<>]{1,40}>\s*){3,}|(?:\{[^{}]{1,40}\}\s*){3,}")
"""Three pieces or more in brackets and nothing else: "[Home] [Stories] [Poems (sorry)]"."""
_TRAIL_SIGNS = frozenset(
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{HEAVY RIGHT-POINTING ANGLE QUOTATION MARK ORNAMENT}>/"
)
TRAIL = lazy(r"\s+[»›❯>/]+\s+")
_ON = frozenset(
    "prev previous next first last back zurück weiter suivant précédent anterior siguiente назад вперёд вперед".split()
)
_PRONOUNS = frozenset("she her hers he him his they them theirs any all it its".split())


def _is_trail(line: str) -> bool:
    """Whether a line is the way to a page: "Books » Harbour Lights", "Fiction > Sea > Tide Tables"."""
    pieces = TRAIL.split(line)
    return (
        len(pieces) >= 2
        and all(0 < len(piece.split()) <= 9 and (piece[0].isalnum() or piece[1:2].isalnum()) for piece in pieces)
        and (len(pieces) >= 3 or not {">", "/"} & set(line))
        and (" / " not in line or _PAGE.match(pieces[-1]) is not None)
    )


_PAGE = lazy(r"(?:chapter|ch|part|page|kapitel|chapitre|capítulo|глава|teil|partie)\b.{0,3}\d", re.IGNORECASE)
_COUNT = lazy(
    r"[#\W]*(?:\d[\d.,]*[km]?\s?\W?\s?[^\W\d]+(?:\s[^\W\d]+)?|[^\W\d]+(?:\s[^\W\d]+)?\s?:\s?\d[\d.,]*[km]?|(?:[^\W\d]+\s){0,2}\d+\s\w+\sago|\d[\d.,]*[km]?%?)",
    re.IGNORECASE,
)
_PARTING = lazy(r"\s*[|·•∙\u2022/]\s*|\s{2,}|(?<=[^\W\d])\s+(?=\d)|(?<=\d)\s+(?=[^\W\d]+:)")


def _counts(line: str) -> int:
    """How many counts a line is a row of, a word or two each: "412 points · 38 comments"; 0 for any other line."""
    pieces = [piece for piece in _PARTING.split(line) if piece.strip(_LEFT)]
    counted = [piece for piece in pieces if _COUNT.fullmatch(piece)]
    if len(counted) < 2 or len(line.split()) > 24:
        return 0
    named = sum(word in BUTTONS for piece in counted for word in _WORDS.findall(piece.casefold()))
    return len(counted) if named >= 1 and len(counted) >= len(pieces) - 1 else 0


def _is_dated(line: str) -> bool:
    """Whether a line is a date behind words of buttons, or before the number of a post: "Start date Mar 4, 2019"."""
    words = line.split()
    at = 0
    while at < len(words) and words[at].casefold() in BUTTONS:
        at += 1
    rest = " ".join(words[at:])
    numbered = rest.rpartition("#")
    if numbered[1] and numbered[2].strip().isdigit():
        return bool(iso_date(numbered[0].strip()))
    return at > 0 and bool(iso_date(rest))


OF_SITE = 4
"""Different words of buttons in a sentence that speaks of a site: "… follow the Privacy Policy and Google Terms of use."."""


def says_of_site(line: str) -> bool:
    """Whether a sentence is about the site; only where furniture stands above and below it."""
    words = set(_WORDS.findall(line.casefold())) if len(line) <= 300 else set()
    return len(words & BUTTONS) >= OF_SITE and line[0] not in "\"'\N{LEFT DOUBLE QUOTATION MARK}"
