"""One line alone as the mark of a break: an ornament, letters, words, dots, a rule, a picture."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from fic2book.cleaner.detectors.break_shapes import letter_mark, names_break, sign_mark, typed_entities
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.lazy import lazy
from fic2book.model import Image

LONGEST = 150
"""Characters of a mark; a full line of dashes in a 132-column terminal is the longest that was seen."""

LETTERS = pattern(
    "break.letters",
    r"(?:[~*=<>_.+-]+\s?[xo0]\s?[~*=<>_.+-]+)|[\W_]*(?:(?:[o0][\W_]*){2,60}|(?:x[\W_]*){2,60}|(?:[xo0][\W_]*){3,60}|(?:v[\W_]*){4,60}|(?:[iv][\W_]*){6,60}|(?:(?:z|w)[\W_]*){4,60})",
    match="-oOo-",
    miss="Ooh!",
)

WORDS = pattern(
    "break.words",
    r"""[\W_]*(?:(?:scene|line|page|section|chapter|time|story|paragraph)[\s_-]?(?:break|change|divider|separator|skip|cut|jump|shift)|break|hr|lb|divider|linebreak(?:\W*linebreak)*|
    horizontal\s(?:line|rule)|insert\s(?:line|page|scene)\s?break(?:\shere)?|change\sof\sscene|scene|cut\sto|
    szenenwechsel|zeitsprung|ortswechsel|zeilenumbruch|changement\sde\s(?:scène|décor)|saut\sde\sligne|ellipse|séparation|cambio\sde\sescena|salto\sde\slínea|corte|separador|
    смена\sсцены|разрыв|разделитель|перерыв)[\W_]*""",
    match="[Line Break]",
    miss="Break it down for me.",
    cues="break change divider separator skip cut jump shift hr lb horizontal scene wechsel sprung umbruch saut ellipse sépar cambio salto corte "
    "separador смена разрыв раздел перерыв",
)

DOTS = pattern(
    "break.dots", r"(?:\.\s?){3,60}|(?:\N{HORIZONTAL ELLIPSIS}\s?){1,20}", match=". . .", miss=". . . and then"
)

DIVIDER = pattern(
    "break.image-named",
    r".*(?:divider|separator|line[\s_-]?break|scene[\s_-]?break|section[\s_-]?break|page[\s_-]?break|ornament|trenner|flourish|hr[\s_.-]?line|\bbreak\b|spacer).*",
    match="img/divider_01.png",
    miss="img/breakfast.png",
)

PATTERNS = (LETTERS, WORDS, DOTS, DIVIDER)

FRAME = frozenset("*~-_=#+|<>^\N{BULLET}\N{EN DASH}\N{EM DASH}\N{BLACK HEART SUIT}\N{BLACK STAR}\N{WHITE STAR}")
"""Signs that frame a story's own ornament; brackets frame stage directions."""

_SPEECH_MARKS = frozenset("?!\"'.,;:“”‘’«»„…")
"""Signs that make a line of signs a line of speech ("?!", "…") rather than an ornament, when nothing else stands beside them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that may be a break. `family` is its look without its length, `width` the number of signs."""

    index: int
    family: str
    width: int
    reasons: tuple[str, ...]


def read_mark(document: Document, index: int) -> Mark | None:
    """What one short block says, None when it is no mark."""
    block, text = document.blocks[index], document.texts[index]
    if block.kind == "rule":
        return Mark(index, "rule", 3, ("break.rule",))
    if block.kind == "image" or (not text and any(isinstance(inline, Image) for inline in block.inlines)):
        return _picture(document, index)
    if not text or len(text) > LONGEST or block.kind in ("table", "preformatted"):
        return None
    first = text[0]
    if first in OPENING_QUOTES and len(text) > 3 and text[1].isalnum():
        return None  # speech
    if first.isalnum() and first not in "oOxX0vVzZwWiI" and text[-1].isalnum() and first.isascii():
        return (
            (_words(text, index, set_apart=document.stands_out(index)) or _shape(text, index))
            if len(text) <= 40
            else None
        )
    if "\n" in text:
        text = text.replace("\n", " ")
    return (
        _ornament(text, index)
        or _letters(text, index)
        or _dots(text, index)
        or _words(text, index, set_apart=document.stands_out(index))
        or _shape(text, index)
    )


def _shape(text: str, index: int) -> Mark | None:
    """Marks that are recognised by how they are drawn."""
    if names_break(text):
        return Mark(index, f"words {''.join(filter(str.isalpha, text.casefold()))}", 3, ("break.words",))
    if typed_entities(text) or sign_mark(text):
        return Mark(index, _collapsed("".join(text.split())), 3, ("break.ornament",))
    drawn = letter_mark(text)
    return (
        Mark(
            index,
            _collapsed("".join(text.split()).casefold()),
            3,
            ("break.letters" if drawn == "certain" else "break.letters-plain",),
        )
        if drawn
        else None
    )


def _ornament(text: str, index: int) -> Mark | None:
    hearts = text.replace("<3", "\N{BLACK HEART SUIT}").replace("\N{MASCULINE ORDINAL INDICATOR}", "\N{DEGREE SIGN}")
    if text == "<3" or any(map(str.isalnum, hearts)):
        return None
    signs = [sign for sign in hearts if not sign.isspace()]
    if all(sign in _SPEECH_MARKS for sign in signs):
        return None
    if any(sign in '"“”«»„?!' for sign in signs) or any(unicodedata.category(sign)[0] in "LN" for sign in signs):
        return None
    if _smiley(text):
        return None
    compact = "".join(signs)
    if len(signs) == 1:
        return Mark(index, compact, 1, ("break.single",))
    return Mark(index, _collapsed(compact), len(signs), ("break.ornament",))


_FACE = lazy(r"[oO0x][_.][oO0x]")
_SMILEY = lazy(r"[:;=8x]['`\-^]?[()\[\]{}|/\\*<>]+|\^[_.-]*\^|[<>][_.]+[<>]|-[_.]+-|¯.*¯|[()\\/|]+", re.IGNORECASE)


def _smiley(text: str) -> bool:
    strokes = len(text) >= 3 and len(set(text)) == 1 and text[0] in "/\\|"
    return len(text) <= 5 and not strokes and _SMILEY.fullmatch(text) is not None


def _collapsed(signs: str) -> str:
    """Runs of one sign cut to three, and repeats of a pair cut to two: dashes of any length look alike."""
    signs = re.sub(r"(.)\1{2,}", r"\1\1\1", signs)
    return re.sub(r"(..+?)\1{2,}", r"\1\1", signs[:60])


def _letters(text: str, index: int) -> Mark | None:
    if text[-1] in ".,!?\"'”’…;:" or _FACE.fullmatch(text) or LETTERS.expression.fullmatch(text) is None:
        return None
    letters = "".join(sign for sign in text if sign.isalnum())
    if (letters.isdigit() and letters != "0") or (len(letters) < 2 and text[0] in "([{"):
        return None
    mixed = letters not in (letters.lower(), letters.upper()) or "0" in letters
    decorated = len(letters) < len("".join(text.split()))
    spaced = " " in text and len(letters) >= 3
    certain = (
        (mixed and len(letters) >= 3)
        or decorated
        or (spaced and len(letters) <= len(text) / 2 + 1)
        or len(letters) > 6
        or (len(letters) >= 5 and len(set(letters.casefold())) == 2)
    )
    family = _collapsed("".join(text.split()).casefold())
    return Mark(index, family, len(letters), ("break.letters" if certain else "break.letters-plain",))


def _dots(text: str, index: int) -> Mark | None:
    if DOTS.expression.fullmatch(text) is None:
        return None
    return Mark(index, "...", text.count(".") or len(text), ("break.dots",))


_CERTAIN_WORDS = lazy(
    r"break|change|divider|separator|skip|wechsel|changement|cambio|смена|horizontal|linebreak", re.IGNORECASE
)


def _words(text: str, index: int, *, set_apart: bool) -> Mark | None:
    if len(text) > 60 or WORDS.fullmatch(text) is None or text[-1] in ".!?\"'":
        return None
    plain = text.strip("*~-=_#[](){}<>|+ \N{EN DASH}\N{EM DASH}").casefold()
    framed = plain != text.strip().casefold() or (set_apart and plain == "break")
    two_words = len(plain) > 6 and _CERTAIN_WORDS.search(plain) is not None
    certain = framed or two_words
    return Mark(index, f"words {plain}", 3, ("break.words" if certain else "break.words-plain",))


def _picture(document: Document, index: int) -> Mark | None:
    images = [inline for inline in document.blocks[index].inlines if isinstance(inline, Image)]
    if len(images) != 1 or document.texts[index]:
        return None
    image = images[0]
    name = f"{image.resource} {image.source} {image.alt}"[:300]
    reason = "break.image-named" if DIVIDER.expression.fullmatch(name.replace("\n", " ")) else "break.image"
    return Mark(index, f"image {image.resource or image.source}", 3, (reason,))
