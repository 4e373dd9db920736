"""Dates of posting: stamps on a line of their own, and the reading of any date to ISO 8601.

A date that cannot be told apart (3/4/2008: March or April?) is read in the order of the language it is written in; English numeric
dates with slashes are taken as month/day, as the archives that print them do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import MONTH, WEEKDAY, pattern
from fic2book.cleaner.words import MONTHS
from fic2book.model import Finding

_CLOCK = r"(?:[T,\s@|\-]{1,3}(?:at\s|um\s|à\s|a\slas\s|в\s)?\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?(?:\s?(?:uhr|utc|gmt|est|edt|pst|pdt|cst|cet|bst|z|[+-]\d{2}:?\d{2}))?(?:\s\([a-z]{2,5}\))?)?"

ISO = pattern(
    "date.iso",
    rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK}",
    match="2008-10-24 23:18",
    miss="2008-2009",
)

NUMERIC = pattern(
    "date.numeric",
    rf"(?P<first>\d{{1,2}})(?P<sign>[/.\-])\s?(?P<second>\d{{1,2}})(?P=sign)\s?(?P<year>\d{{4}}|\d{{2}}){_CLOCK}",
    match="24.10.2008",
    miss="1/2",
)

MONTH_FIRST = pattern(
    "date.month-first",
    rf"(?:{WEEKDAY},?\s)?(?P<month>{MONTH})[\s.]\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s(?P<year>\d{{4}}|['’]?\d{{2}}(?!:)){_CLOCK}",
    match="Oct 24, 2008 23:18",
    miss="May I come in",
)

DAY_FIRST = pattern(
    "date.day-first",
    rf"(?:{WEEKDAY},?\s)?(?:the\s|den\s|le\s|el\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s\-]\s?(?:of\s|de\s)?(?P<month>{MONTH}),?[\s\-]\s?(?:de\s)?(?P<year>\d{{4}}|['’]?\d{{2}}(?!:))(?:\s?г\.?)?{_CLOCK}",
    match="24 октября 2008 г.",
    miss="3 march away",
)

MONTH_YEAR = pattern(
    "date.month-year", rf"(?P<month>{MONTH}),?\s(?:de\s)?(?P<year>\d{{4}})", match="October 2008", miss="May 12"
)

POSTED = pattern(
    "date.posted",
    r"(?:first\s|originally\s|date\s)?(?:posted|published|written|uploaded|completed|finished|created|опубликовано|veröffentlicht|publié|publicado)(?:\s(?:on|at|in|am|le|el))?\s?:?\s(?P<rest>.{6,60})",
    match="Posted on October 24, 2008",
    miss="The posted date",
    cues="posted published written uploaded completed finished created опубликовано veröffentlicht publi",
)

FIRST_YEAR = "1985"
"""Stories dated before were not put on a network; such a date belongs to the telling."""

PATTERNS = (ISO, NUMERIC, MONTH_FIRST, DAY_FIRST, MONTH_YEAR, POSTED)


def find_dates(document: Document) -> Iterable[Finding]:
    """Findings of role "date" for stamps alone on a line, valued as ISO 8601."""
    for index in document.short:
        text = document.bare(index).lstrip("@ ")
        if not 6 <= len(text) <= 80 or not any(map(str.isdigit, text)):
            continue
        posted = POSTED.fullmatch(text)
        date = iso_date(posted["rest"] if posted else text)
        if not date:
            continue
        reasons = ["date.posted" if posted else "date.alone"]
        if len(date) == 10:
            reasons.append("date.year")
        if re.search(r"\d[:.h]\d\d", text):
            reasons.append("date.clock")
        if date < FIRST_YEAR:
            reasons.append("date.too-early")
        yield document.propose("date", index, index, reasons, value=date)


FEWEST_DIGITS = 3
"""Digits of a date: a day and two of its year. "Chapter 1" has fewer."""


def iso_date(text: str, language: str = "") -> str:
    """The date that `text` begins with, as ``YYYY-MM-DD`` or ``YYYY-MM``; "" when it begins with none."""
    if sum(map(str.isdigit, text[:60])) < FEWEST_DIGITS:
        return ""
    text = " ".join(text.split()).strip(" .,;")
    for shape in (ISO, NUMERIC, MONTH_FIRST, DAY_FIRST, MONTH_YEAR):
        match = shape.expression.match(text)
        if match and _ends_well(text, match.end()):
            found = _read(match, language)
            if found:
                return found
    return ""


def _ends_well(text: str, at: int) -> bool:
    """Nothing follows the date but the time or a remark in brackets."""
    return at == len(text) or not text[at].isalnum()


def _read(match: re.Match[str], language: str) -> str:
    groups = match.groupdict()
    year = _year(groups["year"])
    if "first" in groups:
        month, day = _ordered(int(groups["first"]), int(groups["second"]), groups["sign"], language)
    else:
        written = groups["month"].casefold().rstrip(".")
        month = int(written) if written.isdigit() else MONTHS.get(written, 0)
        day = int(groups["day"]) if groups.get("day") else 0
    if not (1 <= month <= 12 and 0 <= day <= 31 and 1900 <= year <= 2100):
        return ""
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def _year(written: str) -> int:
    digits = written.strip("'\N{RIGHT SINGLE QUOTATION MARK}")
    number = int(digits)
    if len(digits) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number


def _ordered(first: int, second: int, sign: str, language: str) -> tuple[int, int]:
    """Month and day of a numeric date."""
    if first > 12:
        return second, first
    if second > 12:
        return first, second
    day_first = sign == "." or language[:2] in ("de", "fr", "es", "ru", "it", "pt")
    return (second, first) if day_first else (first, second)
