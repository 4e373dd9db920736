"""What a title line says: the title itself, and the author, part and fandom that people write around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from fic2book.cleaner.detectors.bylines import clean_name, is_credit, is_name
from fic2book.cleaner.detectors.field_labels import SIZE
from fic2book.cleaner.detectors.ratings import normal_rating
from fic2book.cleaner.patterns import DASHES, NUMBER, OPENING_QUOTES, pattern
from fic2book.cleaner.words import parse_number
from fic2book.lazy import lazy

_PARTS = ("part", "pt", "chapter", "ch", "chap", "teil", "partie", "parte", "часть", "глава", "kapitel")
_PART = rf"(?:(?<![^\W\d_])(?:{'|'.join(_PARTS)})\.?\s(?:\d{{1,3}}|{NUMBER})(?:\s?(?:/|of|von|de|из)\s?(?:\d{{1,3}}|\?+|{NUMBER}))?|\d{{1,3}}\s?/\s?(?:\d{{1,3}}|\?+|x)|\d{{1,3}}\sof\s\d{{1,3}})"

COUNTED = pattern(
    "title.counted",
    rf"(?P<title>\S.{{0,90}}?)[\s,:{DASHES}|]*[(\[]?(?P<part>{_PART})[)\]]?",
    match="One Step Behind Part 2/2",
    miss="One Step Behind",
    cues=f"# {' '.join(_PARTS)}",
)

PART = pattern(
    "title.part",
    rf"[(\[]?(?:(?:{'|'.join(_PARTS)})\.?\s)?(?P<number>\d{{1,3}}|{NUMBER})(?:\s?(?:/|of|von|de|из)\s?(?P<total>\d{{1,3}}|\?+|x|{NUMBER}))?[)\]]?",
    match="Part 2/2",
    miss="A part of it",
)

BY = pattern(
    "title.by",
    r"""(?P<title>\S.{0,90}?)[,\s]*(?:\s[-–—|~]\s)?\s(?:by|von|par|por|от|автор:?|written\sby|an?\s(?:[\w'’./&:-]+\s){0,4}(?:(?:fan)?fic(?:tion)?|story|tale|one-?shot|crossover)\sby)\s(?P<author>\S.{0,60})""",
    match="The Long Road by Jane Doe",
    miss="By the road",
    cues="by von par por от автор",
)

QUOTED_BY = pattern(
    "title.quoted-by",
    r"""["'“‘«„](?P<title>[^"”»“]{1,90}?)["'”’»“],?\s*(?:[-–—]\s?)?(?:\([^()]{1,40}\)\s)?(?:by|von|par|de|por|di|от|written\sby)\s(?P<author>\S.{0,60})""",
    match="'The Long Road' by Jane Doe, PG-13",
    miss="'Come in,' said Jane",
)

ANNOUNCED = pattern(
    "title.announced",
    r"""(?:[\[(]?(?P<what>(?:[\w'’.&-]+\s){1,4}(?:fan)?fic(?:let)?(?=\s?:)|fan\s?fic(?:tion)?|fic|fics|story|new\sfic|new|repost|drabble|one[\s-]?shot|ficlet|fiction|wip|update|fanfiction|фанфик|фик|мини|миди|макси)[\])]?\s?[:\-–—|]\s?|\[(?:fic|fanfic|fiction|story|drabble|ficlet)\]\s?)
    (?P<rest>\S.{0,110})""",
    match='Fic: "The Long Road" (Smallville)',
    miss="Fiction is strange",
    cues="fic story new repost drabble shot wip update фик мини миди макси",
)

SUBJECT = pattern(
    "title.subject",
    r"(?:subject|betreff|objet|asunto|тема)\s?:\s?(?:(?:re|fwd?)\s?:\s?)*(?:\[[^\[\]]{1,30}\]\s?)*(?P<rest>\S.{0,110})",
    match="Subject: Re: [sv-fic] The Long Road (1/2)",
    miss="The subject: nothing",
    cues="subject betreff objet asunto тема",
)

LISTED = pattern(
    "title.listed",
    r"""["“«„](?P<title>[^"”»“]{2,90}?)["”»“],?\s*(?:[-–—|,:]|\()\s?(?P<rest>\S.{0,90})""",
    match='"The Long Road" - Smallville, Clark/Lex, PG-13',
    miss="“The Long Road,” he said",
)
"""A title in quotation marks with a list behind it; only where the list has a rating or a couple."""

PATTERNS = (COUNTED, PART, BY, QUOTED_BY, ANNOUNCED, SUBJECT, LISTED)


class TitleLine(NamedTuple):
    """What a title line says."""

    title: str
    author: str = ""
    part: str = ""  # "2/2", "3"
    fandom: str = ""
    reasons: tuple[str, ...] = ()


TAKEN_APART = 500
"""Characters of a title line that is searched for parts; what is longer is no title, and is not worth the search."""


def read_title(text: str) -> TitleLine:
    """The parts of a title line: ``Fic: "T" (Fandom) (1/2) by X``."""
    if len(text) > TAKEN_APART:
        return TitleLine(text)
    reasons: list[str] = []
    author = part = fandom = ""
    match = SUBJECT.fullmatch(text)
    if match:
        text = match["rest"].strip()
        reasons.append("title.subject")
    text = _REPLY.sub("", text)
    match = ANNOUNCED.fullmatch(text)
    if match:
        text = match["rest"].strip()
        reasons.append("title.announced")
    match = LISTED.expression.fullmatch(text) if text[:1] in OPENING_QUOTES else None
    if match and " by " not in match["rest"] and any(map(_is_listed, _PIECE.split(match["rest"]))):
        return TitleLine(match["title"].strip(" ,"), reasons=(*reasons, "title.announced"))
    match = _TAG.match(text)
    if match and len(text) > match.end() and not read_part(match["tag"]):
        text, fandom = text[match.end() :], match["tag"]
    match = (text[:1] in OPENING_QUOTES and QUOTED_BY.fullmatch(text)) or BY.fullmatch(text)
    if match:
        written, counted = _split_part(match["author"].strip())
        name = clean_name(written)
        if is_name(name) and not is_credit(match["title"]):
            text, author, part = match["title"].strip(" ,-~|\N{EN DASH}\N{EM DASH}"), name, counted
            reasons.append("title.by")
    title, counted = _split_part(text)
    if counted and title:
        text, part = title, counted
        reasons.append("title.counted")
    if "title.announced" in reasons or "title.subject" in reasons or text[:1] in OPENING_QUOTES:
        text, named = _split_fandom(text)
        fandom = fandom or named
        text, counted = _without_extras(text)
        part = part or counted
        text, named = _split_fandom(text)
        fandom = fandom or named
        title, counted = _split_part(text)
        if counted and title and not part:
            text, part = title, counted
    return TitleLine(_unquoted(_unrated(text)), author, part, fandom, tuple(dict.fromkeys(reasons)))


_TAG = lazy(r"[\[{](?P<tag>[^\[\]{}]{1,30})[\]}]\s+(?=\S{2})")
_LAST = lazy(
    r"\s*(?:[(\[](?P<inside>[^()\[\]]{1,60})[)\]]|(?:[,;]|\s[-\N{EN DASH}\N{EM DASH}|])\s(?P<behind>[^,;()]{1,20}))$"
)
_KINDS = frozenset(
    "terminé terminée complet complète completo completa terminado terminada abgeschlossen fertig beendet завершён завершен закончен закончено "
    "original quest isekai litrpg comedy drama romance mystery horror adventure parody gen slash het femslash complete wip oneshot one-shot drabble au xover crossover fluff angst humor humour adult smut pwp джен слэш гет фемслэш".split()
)


def _unrated(text: str) -> str:
    """A title without the rating, couple or kind that stands behind it: "T (PG-13)", "T, Gen, PG"."""
    while True:
        match = _LAST.search(text)
        if match is None or match.start() == 0:
            return text
        pieces = [piece.strip() for piece in re.split(r"[,;]", match["inside"] or match["behind"])]
        if not any(_is_extra(piece) for piece in pieces):
            return text
        text = text[: match.start()].rstrip(" ,;-\N{EN DASH}")


def _is_extra(piece: str) -> bool:
    return (
        (piece.upper() == piece and len(piece) <= 6 and bool(normal_rating(piece)))
        or piece.casefold() in _KINDS
        or piece.casefold().startswith(("updated ", "new chapter", "now complete", "original "))
        or _NEWS.match(piece) is not None
        or (piece[:1].isdigit() and SIZE.expression.fullmatch(piece) is not None)
        or (_COUPLE.fullmatch(piece) is not None and not piece.isdigit() and not read_part(piece))
    )


_REPLY = lazy(r"^(?:re|aw|fwd?)\s?:\s+(?!(?:re|aw|fwd?)\s?:)(?=\S{2})", re.IGNORECASE)
"""What a board puts before a topic that is answered; a title may be a whole exchange, "Re: Re: Re: The Allotment"."""

_PIECE = lazy(r"\s*[,;|()]\s*|\s[-\N{EN DASH}\N{EM DASH}]\s")


def _is_listed(piece: str) -> bool:
    """Whether a piece of a list is a rating that is no word, or a couple."""
    rated = len(piece) <= 6 and not piece.isalpha() and bool(normal_rating(piece))
    return rated or (_COUPLE.fullmatch(piece) is not None and not read_part(piece))


_NEWS = lazy(r"(?:ch(?:apter|\.)?|part|pt\.?)\s?\d+\s(?:up|posted|added|is up|online)\b", re.IGNORECASE)
"""What boards' topics say behind a title: "ch. 12 up 3/6"."""


def says_kind(text: str) -> bool:
    """Whether a line is nothing but a rating or a kind of story, as archives print them above the header: "PG-13", "Gen"."""
    return " " not in text and (
        text.casefold() in _BARE_KINDS or (len(text) <= 6 and bool(normal_rating(text)) and "-" in text)
    )


_BARE_KINDS = frozenset("gen slash het femslash wip джен слэш гет фемслэш завершён завершен замороженный".split())


def _split_part(text: str) -> tuple[str, str]:
    match = COUNTED.fullmatch(text)
    if match is None:
        return text, ""
    part = read_part(match["part"])
    title = _BEFORE_PART.sub("", match["title"])
    if title.count("(") > title.count(")") and title.rindex("(") > 0:
        title = title[: title.rindex("(")]  # what else the brackets held that the part stood in
    title = title.rstrip(" ,:-\N{EN DASH}\N{EM DASH}([|")
    return (title, part) if part and title else (text, "")


_LETTERS_OR_DIGITS = lazy(r"[^\W\d_]+|\d+")


_BEFORE_PART = lazy(
    r"(?:[\s,:(-]*\b(?:prologue?|prolog|пролог|prólogo|intro(?:duction)?))?\s*(?:&|\band|\bund|\bet|\by|\bи)\s*$",
    re.IGNORECASE,
)
"""What else a title line counts before its part: "Salt, Prologue & Chapter One"."""


def read_part(text: str) -> str:
    """The part: "2/2" for "Part 2/2", "Part Two of Two" or "(2/2)"; "3" for "Chapter 3"; "" for anything else."""
    if all(parse_number(piece) is None for piece in _LETTERS_OR_DIGITS.findall(text)):
        return ""
    match = PART.expression.fullmatch(text.strip())
    number = parse_number(match["number"]) if match else None
    if match is None or number is None:
        return ""
    total = match["total"]
    if not total:
        return str(number)
    of = parse_number(total)
    if of is None and total.strip("?xX"):
        return ""  # "C/f"
    return f"{number}/{of or '?'}"


_INNER_PART = lazy(r"[\s,]*[(\[](?P<part>\d{1,3}/(?:\d{1,3}|\?))[)\]]")
_COUPLE = lazy(r"[(\[]?\w[\w.'’]*/\w[\w./'’]*[)\]]?,?")


def _without_extras(text: str) -> tuple[str, str]:
    """A subject line's title without the part, pairing and rating that follow it, and the part: "T (1/2), A/B, PG-13" → "T", "1/2"."""
    match = _INNER_PART.search(text)
    part = ""
    if match and match.start() > 0:
        part = read_part(match["part"])
        return text[: match.start()].strip(), part
    words = text.split()
    while len(words) > 1 and (
        _COUPLE.fullmatch(words[-1])
        or (words[-1].strip("()[],").upper() == words[-1].strip("()[],") and normal_rating(words[-1].strip("()[],")))
    ):
        words.pop()
    return " ".join(words).rstrip(" ,-\N{EN DASH}"), part


_FANDOM = lazy(
    r"(?P<title>.{1,90}?)\s*[(\[](?P<fandom>[^()\[\]]{2,50})[)\]]\s*(?P<rest>[(\[]?\d{0,3}(?:/\d{1,3})?[)\]]?)"
)


def _split_fandom(text: str) -> tuple[str, str]:
    match = _FANDOM.fullmatch(text)
    if match is None or read_part(match["fandom"]):
        return text, ""
    return f"{match['title']} {match['rest']}".strip(), match["fandom"]


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 2 and text[0] in OPENING_QUOTES and text[-1] in "\"'”’“»«":
        return text[1:-1].strip()
    return text


def same(first: str, second: str) -> bool:
    """Whether two lines have the same letters and digits."""
    return bool(first) and letters(first) == letters(second)


def letters(text: str) -> str:
    """The letters and digits of `text`, casefolded."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
