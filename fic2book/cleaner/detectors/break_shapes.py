"""Marks of breaks by their shape: signs and letters in mirrored or repeated patterns, and the words that name a break however spelt.

No list could hold what authors draw between scenes; nearly all of it is a short unit repeated, or the same forwards and backwards.
"""

from __future__ import annotations

import re
from typing import Final

from fic2book.lazy import lazy

LONGEST: Final = 60
"""Characters of a mark made of letters."""

_UTTERED: Final = frozenset(
    "ha he hi ho hu ah eh oh uh la na no ne ja da ya yo je ji ra bla blah tick tock ding dong beep ring knock bang zz hm mm sh ss aa ee oo uu ii ах ха хе хи ну да на ля бла".split()
)
"""What people say or hear again and again."""

_FRAME = "*~=<>_.+:|/\\^\N{BULLET}\N{MIDDLE DOT}#-"
_WORDS: Final = frozenset(
    "linebreak linebreaks pagebreak scenebreak sectionbreak storybreak break breaks scenechange changescene changeofscene sceneshift sceneswitch newscene nextscene divider separator pagedivider scenedivider linedivider horizontalrule horizontalline "
    "timeskip skiptime timejump timebreak timepasses timelapse timeelapses povchange changepov changeofpov povswitch switchpov povshift perspectivechange changeofperspective insertlinebreak insertlinebreakhere insertlinehere insertpagebreak insertscenebreak "
    "lineline imalinebreak iamalinebreak thisisalinebreak linebreaklinebreak linebreaklinebreaklinebreak breakbreakbreak breakbreak hrhr ruler pageruler pagesplit scenesplit "
    "szenenwechsel szenewechsel zeitsprung ortswechsel perspektivwechsel perspektivenwechsel povwechsel zeilenumbruch absatz changementdescene changementdescène changementdepov sautdeligne sautdetemps ellipse ellipsetemporelle "
    "cambiodeescena cambioescena saltodelinea saltodelínea saltodetiempo saltotemporal cambiodepov cambioscena cambiodiscena stacco quebradecena quebradetempo mudançadecena zmianasceny "
    "сменасцены сменапов сменаpov переноссцены перенос разрыв разделитель конецсцены новаясцена".split()
)
"""What names a break, letters only."""
_FRAMED_WORDS: Final = frozenset(
    "scene line hr br lb pb page skip cut cutto line2 ruler space szene umbruch ligne scène escena línea linea corte сцена".split()
)
"""The same for words that need a frame of signs."""

_LETTER: Final = lazy(r"[^\W_]")
_TAG: Final = lazy(
    r"<\s?(?:hr|br|center|p|div)\b[^<>]{0,30}/?>|\[(?:hr|br|line|center)[^\[\]]{0,10}\]|&(?:nbsp|hearts|bull|middot|loz|sect|para|mdash|ndash|diams|clubs|spades|lowast|lt|gt|amp|infin|dagger|Dagger|#\d{2,6});?",
    re.IGNORECASE,
)


def names_break(text: str) -> bool:
    """Whether a line is, letters only, a word for a break: "l-i-n-e b-r-e-a-k", "xoxLINE BREAKoxo"."""
    if len(text) > LONGEST or text[-1] in ".!?,\"'”’":
        return False
    letters = "".join(_LETTER.findall(text)).casefold()
    if letters in _WORDS:
        return len(letters) > 8 or text[0] not in _letters_of(text)
    core = letters.strip("xo0")
    if core != letters and core in _WORDS:
        return True
    return letters in _FRAMED_WORDS and not text[0].isalnum() and not text[-1].isalnum() and text[0] != "("


def _letters_of(text: str) -> str:
    return "".join(_LETTER.findall(text[:1]))


def typed_entities(text: str) -> bool:
    """Whether a line is nothing but markup that a site printed as text: ``&hearts; &hearts;``, ``<br>``."""
    return text[0] in "&<[" and not _TAG.sub("", text).strip(" \t*~-|;")


def letter_mark(text: str) -> str:
    """Whether a line is drawn with letters as an ornament: "certain", "likely", or "" for any other line."""
    if len(text) > LONGEST or (text[-1] in ".,!?\"'”’…;" and not text[0] == text[-1] == "."):
        return ""
    letters = _LETTER.findall(text)
    count = len(letters)
    if not 2 <= count <= 40 or all(letter.isdigit() for letter in letters):
        return ""
    joined = "".join(letters)
    folded = joined.casefold()
    signs = [sign for sign in text if not sign.isalnum() and not sign.isspace()]
    framed = text[0] in _FRAME and text[-1] in _FRAME
    kinds = len(set(folded))
    mirrored = count >= 3 and folded == folded[::-1]
    spaced = " " in text and all(len(piece) == 1 for piece in text.split())
    mixed = joined not in (joined.lower(), joined.upper()) and not joined.istitle()
    if joined.istitle() and kinds == 2 and mirrored and not set(folded) <= set("xovzwn0"):
        return ""  # Anna, Otto, Bob, Eve
    if kinds <= 2 and mirrored and (mixed or not _uttered(folded)):
        if mixed or framed or spaced or (signs and text[0].isalnum() and "-" in signs and kinds == 2):
            return "certain"
        return "likely" if set(folded) <= set("xovzwn0") or count >= 5 else ""
    if kinds == 2 and count >= 5 and _repeats(folded, 2) and not _uttered(folded):
        return "certain" if mixed or framed or joined.isupper() or set(folded) == {"x", "o"} else ""
    times = 2 if framed and joined.isupper() else 3
    unit = next((size for size in range(2, 8) if count >= times * size and _repeats(folded, size)), 0)
    if (
        unit
        and kinds >= 2
        and not _uttered(folded[:unit])
        and (joined.isupper() or framed or (joined.istitle() and signs))
    ):
        return "certain"
    return ""


def drawn(text: str) -> bool:
    """Whether a line that recurs in a text may be a mark: signs without speech in them, a single o, x or v, a unit again and again."""
    signs = "".join(text.split())
    if not any(map(str.isalnum, signs)):
        return len(set(signs)) > 1 or signs[0] not in "-." if _SPOKEN.isdisjoint(signs) else False
    if len(signs) == 1:
        return signs in "oOxXvV"
    letters = "".join(_LETTER.findall(signs)).casefold()
    framed = letters != signs.casefold() and not text[0].isalpha() and text[0] == text[-1]
    if letters.isdigit():
        return len(letters) < len(signs) and len(letters) >= FEWEST_DIGITS and letters == letters[::-1]
    unit = next((size for size in range(1, 8) if len(letters) >= 2 * size and _repeats(letters, size)), 0)
    often = unit > 0 and len(letters) >= (2 if signs.isupper() else 3) * unit
    if unit == 1 and letters[0] in "abcdefghijklmprstuyz":
        often = False  # "zzz", "mmm", "aaa"
    return " " not in text and not _uttered(letters) and (often or (framed and _mirrored(letters)))


_SPOKEN: Final = frozenset("!?\"“”«»„'’‘…")
FEWEST_DIGITS: Final = 3


def _mirrored(letters: str) -> bool:
    return len(letters) >= 3 and letters == letters[::-1]


def _repeats(letters: str, size: int) -> bool:
    return all(letters[at] == letters[at % size] for at in range(len(letters)))


def _uttered(letters: str) -> bool:
    """Whether letters are laughter, humming or a bell."""
    return any(
        letters[: len(unit)] == unit and _repeats(letters, len(unit)) for unit in _UTTERED if len(unit) <= len(letters)
    ) and not set(letters) <= {"o", "x"}


def sign_mark(text: str) -> bool:
    """Whether a line of dots, commas and quotes is drawn rather than said: ``.:.:.:.``."""
    signs = "".join(text.split())
    if len(signs) < 3 or any(sign.isalnum() or sign in '?!“”«»„"' for sign in signs):
        return False
    if len(signs) < 5:
        return ":" in signs and signs == signs[::-1] and set(signs) <= {":", "."}
    if set(signs) <= {".", "-"} and " " in text:
        return False  # Morse
    if set(signs) == {":"}:
        return True
    return len(set(signs)) >= 2 and (
        signs == signs[::-1] or any(_repeats(signs, size) for size in range(2, len(signs) // 2 + 1))
    )
