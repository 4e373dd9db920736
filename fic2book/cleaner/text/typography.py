"""Straight typing to printed punctuation: quotes, apostrophes, dashes, ellipses, primes, French spaces. Letters never change.

Each row of `RULES` finds a candidate and says what it becomes; every change is a run of its own that names its rule, so a reader of
the ledger sees what was changed and the user can switch it off (``typography = "keep"``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from fic2book.cleaner.text.edits import Edit, apply_edits
from fic2book.cleaner.text.protected import find_protected
from fic2book.cleaner.text.quotation_marks import BY_LANGUAGE, DEFAULT, NARROW, UNTOUCHED, choose_marks, primary
from fic2book.cleaner.text.quotes import Quoter, drops_letters
from fic2book.model import Block

EM: Final = "—"
EN: Final = "–"
EM_LANGUAGES: Final = frozenset({"en", "es", "fr", "it", "pt", "ru", "uk", "el"})
"""Languages in which -- is an em dash; elsewhere it is an en dash between spaces."""
SPACED_EM_LANGUAGES: Final = EM_LANGUAGES - {"en"}
"""Languages in which even a hyphen between spaces is an em dash."""
SPEECH_DASH: Final = frozenset(
    {"es", "fr", "it", "pt", "ru", "uk", "el", "pl", "cs", "hu", "sv", "da", "no", "nb", "nn", "fi", "tr"}
)
"""Languages in which a paragraph of speech may begin with a dash. In the others a hyphen there is likelier a list."""


class Passage(NamedTuple):
    """One paragraph on its way through the rules."""

    text: str
    language: str  # primary tag
    quoter: Quoter


Change = Callable[["re.Match[str]", Passage], Edit | None]


class Rule(NamedTuple):
    """One row of the table. `pattern` finds the candidate (its whole match), `change` says what becomes of it, or None.

    `starts` holds every character the pattern can begin with: only there it is tried, which is what makes typesetting fast.
    """

    name: str
    starts: str
    pattern: str
    change: Change
    meaning: str
    languages: frozenset[str] | None = None  # None: all


def _ellipsis(match: re.Match[str], passage: Passage) -> Edit | None:
    dots = match.group().count(".")
    if dots > 7:  # leaders, as in a table of contents
        return None
    return Edit(*match.span(), {3: "…", 4: "….", 5: "…"}.get(dots, "……"), "ellipsis")


def _dashes(match: re.Match[str], passage: Passage) -> Edit | None:
    start, stop = match.span()
    numbers = passage.text[start - 1 : start].isdigit() and passage.text[stop : stop + 1].isdigit()
    long = len(match.group()) == 3 or passage.language in EM_LANGUAGES
    return Edit(start, stop, EM if long and not numbers else EN, "dash")


def _spaced_hyphen(match: re.Match[str], passage: Passage) -> Edit | None:
    return Edit(*match.span(), EM if passage.language in SPACED_EM_LANGUAGES else EN, "dash")


def _speech_dash(match: re.Match[str], passage: Passage) -> Edit | None:
    return Edit(*match.span(), EM if passage.language in EM_LANGUAGES or passage.language == "pl" else EN, "dash")


def _cut_off(match: re.Match[str], passage: Passage) -> Edit | None:
    word = LAST_WORD.search(passage.text, max(0, match.start() - 20), match.start())
    if word is not None and word.group() in PREFIXES:
        return None
    return Edit(*match.span(), EM if passage.language in EM_LANGUAGES else EN, "cut-off")


def _double(match: re.Match[str], passage: Passage) -> Edit | None:
    return passage.quoter.double(*match.span())


def _single(match: re.Match[str], passage: Passage) -> Edit | None:
    return passage.quoter.single(match.start())


def _typed(match: re.Match[str], passage: Passage) -> Edit | None:
    passage.quoter.typed_quote(match.start())
    return None


def _grave(match: re.Match[str], passage: Passage) -> Edit | None:
    if drops_letters(passage.text, match.end(), passage.language):
        return Edit(*match.span(), "’", "apostrophe")
    return Edit(*match.span(), "“" if len(match.group()) == 2 else "‘", "quotes")


def _apostrophe(match: re.Match[str], passage: Passage) -> Edit | None:
    return Edit(*match.span(), "’", "apostrophe")


def _recurl(match: re.Match[str], passage: Passage) -> Edit | None:
    if passage.text[match.start() - 1 : match.start()].isalpha():
        wrong = CONTRACTION.match(passage.text, match.end()) is not None
    else:
        wrong = drops_letters(passage.text, match.end(), passage.language)
    return Edit(*match.span(), "’", "recurl") if wrong else None


def _recurl_double(match: re.Match[str], passage: Passage) -> Edit | None:
    passage.quoter.typed_quote(match.start())
    if BY_LANGUAGE.get(passage.language, DEFAULT) != DEFAULT or "„" in passage.text:
        return None
    return Edit(*match.span(), "“" if match.group() == "”" else "”", "recurl")


def _narrow_space(match: re.Match[str], passage: Passage) -> Edit | None:
    return Edit(*match.span(), NARROW, "french-space")


CONTRACTION: Final = re.compile(r"(?:t|s|d|m|ll|re|ve|em)(?!\w)")
LAST_WORD: Final = re.compile(r"['\"‘“][^\W\d_]+$")
PREFIXES: Final = frozenset(
    f"{quote}{word}" for quote in "'\"‘“" for word in "pre post anti non un re ex sub semi mid co".split()
)
"""Within quotes these are parts of words being talked about: the 'pre-' in prewar."""
FRENCH: Final = frozenset({"fr"})

HYPHEN_BETWEEN_SPACES: Final = r"(?<=\S\ )(?<!\d\ )-(?=\ \S)|(?<=\d\ )-(?=\ [^\W\d])"
SPACE_OF_FRENCH: Final = r"(?<=\S)\ (?=»|[;:!?](?:[\s!?…\"”»)]|$))|(?<=«)\ (?=\S)"

DOUBLE_CURLED_WRONG: Final = r"^”(?=[^\W_])|(?<=[\w.,!?…])“(?=\s|$)"

RULES: Final = (
    Rule(
        "ellipsis", ".", r"\.(?:[ \N{NO-BREAK SPACE}]?\.){2,}", _ellipsis, "three dots, also with spaces between them"
    ),
    Rule(
        "speech-dash", "-–", r"^[-–]{1,2}(?=\ ?[^\W\d_]|\ ?[«“¿¡…\"])", _speech_dash, "a dash opens speech", SPEECH_DASH
    ),
    Rule("dash", "-", r"(?<!-)-{2,3}(?!-)", _dashes, "two or three hyphens"),
    Rule("spaced-hyphen", "-", HYPHEN_BETWEEN_SPACES, _spaced_hyphen, "a hyphen between spaces"),
    Rule("cut-off", "-", r"(?<=[^\W\d_])-(?=[\"'”’»](?:\W|$)|\Z)", _cut_off, "speech cut off at its end"),
    Rule("double", "\"'", r"\"|''", _double, "a straight double quote"),
    Rule("single", "'", r"'", _single, "a straight single quote"),
    Rule("grave", "`", r"(?<!\w)``?(?=\w)", _grave, "a grave accent that opens a quotation"),
    Rule("accent", "`´", r"(?<=[^\W\d_])[`´](?=[^\W\d_])", _apostrophe, "an accent typed for an apostrophe"),
    Rule("recurl-double", "“”", DOUBLE_CURLED_WRONG, _recurl_double, "a quotation mark that was curled the wrong way"),
    Rule("typed", "“”„«»", r"[“”„«»]", _typed, "a quotation mark typed in full: only remembered"),
    Rule("recurl", "‘", r"‘(?=\w)", _recurl, "an apostrophe that was curled the wrong way"),
    Rule(
        "french-space",
        " ",
        SPACE_OF_FRENCH,
        _narrow_space,
        "a space before high punctuation and inside guillemets",
        FRENCH,
    ),
)
"""First come, first served: of the rows that match at a character, the upper one decides."""

QUOTE_RULES: Final = frozenset({"double", "single", "grave", "accent", "typed"})
ORNAMENT: Final = re.compile(r"[\"'“”„«»‘’][\W_]*[\"'“”„«»‘’]|", re.DOTALL)
WORD: Final = re.compile(r"[^\W_]")
ART: Final = re.compile(r"[\\/|_=<>(){}~^-]{4}")
DECORATED: Final = re.compile(r"\s*-{2,}\s.*\s-{2,}\s*", re.DOTALL)


@lru_cache(maxsize=64)
def _compile(language: str, quotes: bool) -> tuple[re.Pattern[str], dict[str, Change]]:
    rows = [
        rule
        for rule in RULES
        if (rule.languages is None or language in rule.languages)
        and not (rule.name in QUOTE_RULES and (not quotes or language in UNTOUCHED))
    ]
    names = {f"r{number}": rule.change for number, rule in enumerate(rows)}
    branches = "|".join(f"(?P<r{number}>{rule.pattern})" for number, rule in enumerate(rows))
    starts = re.escape("".join(sorted({character for rule in rows for character in rule.starts})))
    return re.compile(f"(?=[{starts}])(?:{branches})", re.MULTILINE), names


def typeset(blocks: Sequence[Block], language: str, mode: str) -> tuple[Block, ...]:
    """The blocks with printed punctuation; unchanged ones are the same objects. Mode "keep" changes nothing.

    `language` is a BCP 47 tag or "". Preformatted blocks, code, addresses, handles, emoticons and ornaments stay as they are.
    """
    if mode == "keep":
        return tuple(blocks)
    base = primary(language)
    if base in ("", "und"):
        base = "en"
    texts = [block.text for block in blocks]
    marks = choose_marks(language, texts)
    result: list[Block] = []
    for number, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if block.kind in ("preformatted", "rule", "image"):
            result.append(block)
            continue
        following = texts[number + 1] if number + 1 < len(texts) else ""
        edits = find_edits(block, text, Quoter(text, marks, base, following.startswith("'")))
        result.append(apply_edits(block, edits))
    return tuple(result)


def find_edits(block: Block, text: str, quoter: Quoter) -> list[Edit]:
    """What the rules change in one paragraph, in order."""
    quotes = '"' in text or "'" in text or "`" in text or "´" in text
    pattern, changes = _compile(quoter.language, quotes)
    edits: list[Edit] = []
    passage = Passage(text, quoter.language, quoter)
    protected: list[tuple[int, int]] | None = None
    done = 0
    for match in pattern.finditer(text):
        if protected is None:
            if _is_ornament(text):
                return []
            protected = find_protected(block, text)[::-1]
        start, stop = match.span()
        while protected and protected[-1][1] <= start:
            protected.pop()
        if protected and protected[-1][0] < stop:
            continue
        edit = changes[match.lastgroup or ""](match, passage)
        if edit is not None and edit.start >= done:
            edits.append(edit)
            done = edit.stop
    return edits


def _is_ornament(text: str) -> bool:
    """A line without words (unless it is a speech of dots or marks), a decorated heading, or a picture made of characters."""
    if not WORD.search(text):
        return not (len(text) > 2 and ORNAMENT.fullmatch(text.strip()))
    if DECORATED.fullmatch(text):
        return True
    return bool(ART.search(text)) and len(WORD.findall(text)) * 3 < len(text) - text.count(" ")
