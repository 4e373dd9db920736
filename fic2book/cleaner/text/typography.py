"""Straight typing to printed punctuation: quotes, apostrophes, dashes, ellipses, primes, French spaces. Letters never change.

Each row of `RULES` finds a candidate and says what it becomes; every change is a run of its own that names its rule, so a reader of
the ledger sees what was changed and the user can switch it off (``typography = "keep"``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from fic2book.cleaner.text.edits import Edit, apply_edits
from fic2book.cleaner.text.protected import find_protected
from fic2book.cleaner.text.quotation_marks import (
    BY_LANGUAGE,
    DEFAULT,
    NARROW,
    UNTOUCHED,
    Marks,
    choose_marks,
    primary,
)
from fic2book.cleaner.text.quotes import Quoter, drops_letters
from fic2book.lazy import lazy
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


Change = Callable[[Passage, int, int], Edit | None]


class Rule(NamedTuple):
    """One row of the table. `change` says what becomes of the characters that `pattern` matches, or None.

    `starts` holds every character the pattern can begin with; without a pattern the character alone is the match. `lead` narrows down
    where a start is looked at, since most full stops and spaces are of no interest: expressions that begin with the character itself.
    """

    name: str
    starts: str
    pattern: re.Pattern[str] | None
    change: Change
    meaning: str
    languages: frozenset[str] | None = None  # None: all
    lead: str = ""


def _ellipsis(passage: Passage, start: int, stop: int) -> Edit | None:
    dots = passage.text.count(".", start, stop)
    if dots > 7:  # leaders, as in a table of contents
        return None
    return Edit(start, stop, {3: "…", 4: "….", 5: "…"}.get(dots, "……"), "ellipsis")


def _dashes(passage: Passage, start: int, stop: int) -> Edit | None:
    numbers = passage.text[start - 1 : start].isdigit() and passage.text[stop : stop + 1].isdigit()
    long = stop - start == 3 or passage.language in EM_LANGUAGES
    return Edit(start, stop, EM if long and not numbers else EN, "dash")


def _spaced_hyphen(passage: Passage, start: int, stop: int) -> Edit | None:
    return Edit(start, stop, EM if passage.language in SPACED_EM_LANGUAGES else EN, "dash")


def _speech_dash(passage: Passage, start: int, stop: int) -> Edit | None:
    return Edit(start, stop, EM if passage.language in EM_LANGUAGES or passage.language == "pl" else EN, "dash")


def _cut_off(passage: Passage, start: int, stop: int) -> Edit | None:
    word = LAST_WORD.search(passage.text, max(0, start - 20), start)
    if word is not None and word.group() in PREFIXES:
        return None
    return Edit(start, stop, EM if passage.language in EM_LANGUAGES else EN, "cut-off")


def _double(passage: Passage, start: int, stop: int) -> Edit | None:
    return passage.quoter.double(start, stop)


def _single(passage: Passage, start: int, stop: int) -> Edit | None:
    return passage.quoter.single(start)


def _typed(passage: Passage, start: int, stop: int) -> Edit | None:
    passage.quoter.typed_quote(start)
    return None


def _grave(passage: Passage, start: int, stop: int) -> Edit | None:
    if drops_letters(passage.text, stop, passage.language):
        return Edit(start, stop, "’", "apostrophe")
    return Edit(start, stop, "“" if stop - start == 2 else "‘", "quotes")


def _apostrophe(passage: Passage, start: int, stop: int) -> Edit | None:
    return Edit(start, stop, "’", "apostrophe")


def _recurl(passage: Passage, start: int, stop: int) -> Edit | None:
    if passage.text[start - 1 : start].isalpha():
        wrong = CONTRACTION.match(passage.text, stop) is not None
    else:
        wrong = drops_letters(passage.text, stop, passage.language)
    return Edit(start, stop, "’", "recurl") if wrong else None


def _recurl_double(passage: Passage, start: int, stop: int) -> Edit | None:
    passage.quoter.typed_quote(start)
    if BY_LANGUAGE.get(passage.language, DEFAULT) != DEFAULT or "„" in passage.text:
        return None
    return Edit(start, stop, "“" if passage.text[start] == "”" else "”", "recurl")


def _narrow_space(passage: Passage, start: int, stop: int) -> Edit | None:
    return Edit(start, stop, NARROW, "french-space")


CONTRACTION: Final = lazy(r"(?:t|s|d|m|ll|re|ve|em)(?!\w)")
LAST_WORD: Final = lazy(r"['\"‘“][^\W\d_]+$")
PREFIXES: Final = frozenset(
    f"{quote}{word}" for quote in "'\"‘“" for word in "pre post anti non un re ex sub semi mid co".split()
)
"""Within quotes these are parts of words being talked about: the 'pre-' in prewar."""
FRENCH: Final = frozenset({"fr"})

HYPHEN_BETWEEN_SPACES: Final = lazy(r"(?<=\S\ )(?<!\d\ )-(?=\ \S)|(?<=\d\ )-(?=\ [^\W\d])")
SPACE_OF_FRENCH: Final = lazy(r"(?<=\S)\ (?=»|[;:!?](?:[\s!?…\"”»)]|$))|(?<=«)\ (?=\S)", re.MULTILINE)
DOUBLE_CURLED_WRONG: Final = lazy(r"^”(?=[^\W_])|(?<=[\w.,!?…])“(?=\s|$)", re.MULTILINE)
OPENS_SPEECH: Final = lazy(r"^[-–]{1,2}(?=\ ?[^\W\d_]|\ ?(?:[«“¿¡…\"]|``))", re.MULTILINE)
CUTS_OFF: Final = lazy(r"(?<=[^\W\d_])-(?=[\"'”’»](?:\W|$)|\Z)", re.MULTILINE)
DOTS: Final = lazy(r"\.(?:[ \N{NO-BREAK SPACE}]?\.){2,}")

RULES: Final = (
    Rule(
        "ellipsis", ".", DOTS, _ellipsis, "three dots, also with spaces between them",
        lead=r"\.(?=[ \N{NO-BREAK SPACE}]?\.)",
    ),
    Rule("speech-dash", "-–", OPENS_SPEECH, _speech_dash, "a dash opens speech", SPEECH_DASH),
    Rule("dash", "-", lazy(r"(?<!-)-{2,3}(?!-)"), _dashes, "two or three hyphens"),
    Rule("spaced-hyphen", "-", HYPHEN_BETWEEN_SPACES, _spaced_hyphen, "a hyphen between spaces"),
    Rule("cut-off", "-", CUTS_OFF, _cut_off, "speech cut off at its end"),
    Rule("double", '"', None, _double, "a straight double quote"),
    Rule("doubled", "'", lazy("''"), _double, "two straight single quotes that may stand for a double one"),
    Rule("single", "'", None, _single, "a straight single quote"),
    Rule("grave", "`", lazy(r"(?<!\w)``?(?=\w)"), _grave, "a grave accent that opens a quotation"),
    Rule("accent", "`´", lazy(r"(?<=[^\W\d_])[`´](?=[^\W\d_])"), _apostrophe, "an accent typed for an apostrophe"),
    Rule("recurl-double", "“”", DOUBLE_CURLED_WRONG, _recurl_double, "a quotation mark that was curled the wrong way"),
    Rule("typed", "“”„«»", None, _typed, "a quotation mark typed in full: only remembered"),
    Rule("recurl", "‘", lazy(r"‘(?=\w)"), _recurl, "an apostrophe that was curled the wrong way"),
    Rule(
        "french-space", " ", SPACE_OF_FRENCH, _narrow_space, "a space before high punctuation and inside guillemets", FRENCH,
        lead=r"\ (?=[»;:!?])|\ (?<=«\ )",
    ),
)  # fmt: skip
"""First come, first served: of the rows that match at a character, the upper one decides."""

QUOTE_RULES: Final = frozenset({"double", "doubled", "single", "grave", "accent", "typed"})
ORNAMENT: Final = lazy(r"[\"'“”„«»‘’][\W_]*[\"'“”„«»‘’]|", re.DOTALL)
WORD: Final = lazy(r"[^\W_]")
STROKE: Final = r"[\\/|_=<>(){}~^-]"
ART: Final = lazy(rf"{STROKE}(?={STROKE}{{3}})")
"""Four strokes in a row; the first stands alone in the expression, which lets the engine skip to it."""
DECORATED: Final = lazy(r"\s*-{2,}\s.*\s-{2,}\s*", re.DOTALL)


class Table(NamedTuple):
    """The rows that apply: what finds the characters to look at, and the rows of each such character."""

    leads: re.Pattern[str]
    rows: dict[str, tuple[Rule, ...]]


@lru_cache(maxsize=64)
def _table(language: str, quotes: bool) -> Table:
    rows = [
        rule
        for rule in RULES
        if (rule.languages is None or language in rule.languages)
        and not (rule.name in QUOTE_RULES and (not quotes or language in UNTOUCHED))
    ]
    # Each branch begins with a character: so the expression engine skips to the next of them without trying anything between.
    leads = dict.fromkeys(lead for rule in rows for lead in ([rule.lead] if rule.lead else map(re.escape, rule.starts)))
    starts = sorted({character for rule in rows for character in rule.starts})
    return Table(
        re.compile("|".join(leads)),
        {character: tuple(rule for rule in rows if character in rule.starts) for character in starts},
    )


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
    for block, text, following in zip(blocks, texts, [*texts[1:], ""], strict=True):
        if block.kind in ("preformatted", "rule", "image"):
            result.append(block)
            continue
        edits = find_edits(block, text, base, marks, following)
        result.append(apply_edits(block, edits) if edits else block)
    return tuple(result)


def find_edits(block: Block, text: str, language: str, marks: Marks, following: str) -> list[Edit]:
    """What the rules change in one paragraph, in order; `following` is the paragraph after it."""
    quotes = '"' in text or "'" in text or "`" in text or "´" in text
    edits: list[Edit] = []
    passage: Passage | None = None
    protected: list[tuple[int, int]] = []
    done = 0
    for start, stop, change in _candidates(text, _table(language, quotes)):
        if passage is None:
            if _is_ornament(text):
                return []
            passage = Passage(text, language, Quoter(text, marks, language, following.startswith("'")))
            protected = find_protected(block, text)[::-1]
        while protected and protected[-1][1] <= start:
            protected.pop()
        if protected and protected[-1][0] < stop:
            continue
        edit = change(passage, start, stop)
        if edit is not None and edit.start >= done:
            edits.append(edit)
            done = edit.stop
    return edits


def _candidates(text: str, table: Table) -> Iterator[tuple[int, int, Change]]:
    """Where a rule matches, from left to right, and the change it asks for; matches do not overlap."""
    leads, rows = table
    stop = 0
    for lead in leads.finditer(text):
        start = lead.start()
        if start < stop:
            continue
        for rule in rows[text[start]]:
            match = rule.pattern.match(text, start) if rule.pattern else lead
            if match is not None:
                stop = match.end()
                yield start, stop, rule.change
                break


def _is_ornament(text: str) -> bool:
    """A line without words (unless it is a speech of dots or marks), a decorated heading, or a picture made of characters."""
    if not WORD.search(text):
        return not (len(text) > 2 and ORNAMENT.fullmatch(text.strip()))
    if "--" in text and DECORATED.fullmatch(text):
        return True
    return bool(ART.search(text)) and len(WORD.findall(text)) * 3 < len(text) - text.count(" ")
