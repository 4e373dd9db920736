"""What a pattern is, and the building blocks that several detectors share.

Each detector declares its own patterns beside its code. A `Pattern` carries a line that it must recognise and a near miss that it must
not; tests run both, and run every pattern against hostile repeats. Weights stand in weights.py under the pattern's name.
"""

from __future__ import annotations

import re

from fic2book.cleaner.words import HEADING_WORDS, MONTHS, WEEKDAYS


class Pattern:
    """A named expression with a line it recognises and a near miss it leaves alone.

    It is compiled when it is first asked for: most stories need few of them, and compiling all would take longer than cleaning.
    `cues` are pieces of which every line that it recognises holds at least one, casefolded: lines without need no expression.
    """

    __slots__ = ("_compiled", "_flags", "cues", "match", "miss", "name", "source")

    def __init__(self, name: str, source: str, flags: int, match: str, miss: str, cues: tuple[str, ...] = ()) -> None:
        self.name, self.source, self.match, self.miss, self.cues = name, source, match, miss, cues
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def expression(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self._flags)
        return self._compiled

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole line."""
        return self.expression.fullmatch(text) if self.is_likely(text) else None

    def is_likely(self, text: str) -> bool:
        """A cheap look: whether `text` holds any of the cues; always true of a pattern without."""
        if not self.cues:
            return True
        folded = text.casefold()
        return any(cue in folded for cue in self.cues) or ("#" in self.cues and any(map(str.isdecimal, text)))


def pattern(name: str, expression: str, *, match: str, miss: str, case: bool = False, cues: str = "") -> Pattern:
    r"""A verbose pattern, blind to case unless `case`; spaces in `expression` must be written ``\\s`` or ``[ ]``.

    `cues` are written in one string, parted by spaces; ``#`` is any digit.
    """
    flags = re.VERBOSE if case else re.VERBOSE | re.IGNORECASE
    return Pattern(name, expression, flags, match, miss, tuple(cues.split()))


def alternatives(words: list[str] | tuple[str, ...] | set[str] | frozenset[str] | dict[str, object]) -> str:
    """An alternation of `words`, longest first, safe inside a verbose pattern."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return (
        "(?:" + "|".join(re.escape(word).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]") for word in ordered) + ")"
    )


DASHES = "\\-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}"
"""Dashes, for use inside a character class."""

QUOTES = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
"""Quotation marks of all our languages, for use inside a character class."""

OPENING_QUOTES = tuple(
    "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}`"
)
"""What a line of speech begins with."""

ORNAMENT = "*~\\-\N{EN DASH}\N{EM DASH}_=#+\N{BULLET}\N{MIDDLE DOT}^<>|/\\\\\\[\\](){}\N{BLACK HEART SUIT}\N{WHITE HEART SUIT}\N{HEAVY BLACK HEART}\N{BLACK STAR}\N{WHITE STAR}\N{SECTION SIGN}\N{ALMOST EQUAL TO}\N{HEAVY MULTIPLICATION X}\N{BLACK FLORETTE}\N{SIX PETALLED BLACK AND WHITE FLORETTE}\N{EIGHT TEARDROP-SPOKED PROPELLER ASTERISK}\N{NO-BREAK SPACE}\\s"
"""What authors set around a heading or an end mark, for use inside a character class."""

NUMBER = r"(?:\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\s][^\W\d_]{3,7}|dix-(?:sept|huit|neuf)|[^\W\d_]{1,16})"
"""What a number may look like: digits, roman numerals, or a word. Whether it is one, `parse_number` says; an alternation of all number
words would take longer to compile than a story takes to clean."""

COUNT = (
    "(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|first|second|third|fourth|fifth|sixth|seventh|"
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|due|tre|"
    "два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцать)"
)
"""The numbers that time is counted in."""

MONTH = alternatives(set(MONTHS)) + "\\.?"
WEEKDAY = alternatives(WEEKDAYS) + "\\.?"
HEADING_WORD = alternatives(set(HEADING_WORDS))


_AROUND = (
    " \t\n\N{NO-BREAK SPACE}*~-\N{EN DASH}\N{EM DASH}_=#+\N{BULLET}\N{MIDDLE DOT}^<>|/\\\N{DEGREE SIGN}\N{SECTION SIGN}\N{ALMOST EQUAL TO}"
    "\N{BLACK HEART SUIT}\N{WHITE HEART SUIT}\N{HEAVY BLACK HEART}\N{BLACK STAR}\N{WHITE STAR}\N{HEAVY MULTIPLICATION X}\N{BLACK FLORETTE}"
    "\N{SIX PETALLED BLACK AND WHITE FLORETTE}\N{VARIATION SELECTOR-16}\N{TILDE OPERATOR}\N{LOZENGE}\N{BLACK DIAMOND}\N{EIGHTH NOTE}"
)
_PAIRS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
}
_MARKERS = frozenset("ooo o0o oo0oo ooooo xxx xox oxo xoxo xoxox oxoxo x o oo xx".split())


def undecorated(line: str) -> str:
    """`line` without the ornaments and brackets around it: "~*~ Chapter 1 ~*~" → "Chapter 1"."""
    core = line.strip(_AROUND)
    words = core.split()
    if len(words) >= 3 and words[0].casefold() == words[-1].casefold() and words[0].casefold() in _MARKERS:
        core = " ".join(words[1:-1]).strip(_AROUND)
    while len(core) > 2 and _PAIRS.get(core[0]) == core[-1] and core[0] not in core[1:]:
        core = core[1:-1].strip(_AROUND)
    return core
