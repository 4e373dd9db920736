"""Who posted a page or wrote a message: the lines of journals, forums, blogs and mail that name them."""

from __future__ import annotations

import re

from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.patterns import pattern
from fic2book.lazy import lazy

USER = pattern(
    "chrome.user",
    r"(?:\[info\]\s?)?[\w-]{2,25}\s(?:\((?:\[info\]\s?)?[\w-]{2,25}\)\s)?(?:(?:wrote|posted|posting)\s?in\s(?:\[info\]\s?)?[\w-]{2,30}\s?[,:]?|wrote\s?[,:])(?:\s@?\s?\d{4}-\d\d-\d\d.*)?",
    match="janedoe wrote in smallvillefic,",
    miss="Jane wrote to her mother",
)
"""The line above a journal's entry, which names its writer."""

ATTRIBUTION = pattern(
    "chrome.attribution",
    r"(?=.*[@\d]).{6,140}\s(?:wrote|writes|schrieb|a\sécrit|escribió|написала?)\s?:|[\w-]+:\s<[\w.$+-]+@[\w.-]+>",
    match="On Fri, 12 Mar 1999, Jane <jane@example.org> wrote:",
    miss="On Friday he wrote",
)

POSTER = pattern(
    "chrome.poster",
    r"""(?:\[info\]\s?)?(?P<user>[\w-]{2,25})\s(?:\(.{2,30}\)\s)?(?:wrote|posted|posting)(?:\sin\s.*|\s?[:,].*)|
    (?:posted|post|uploaded|submitted|published|story|added)?\s?by:?\s(?:/?u/)?(?P<name>[\w.'’-]{2,25}(?:\s[\w.'’-]{2,25}){0,2}?)\s(?:(?:on|at|»|·)\s.*\d.*|\d+\s\w+\sago.*)|
    (?:posted|published|uploaded|submitted|added)\s(?:on|at|in)?\s?(?=.*\d).{6,40}?\sby:?\s(?P<last>[\w.'’-]{2,25}(?:\s[\w.'’-]{2,25}){0,2})|
    (?:posted|submitted|uploaded|published)\sby:?\s(?P<sole>(?!the\b|a\b|an\b|mistake\b)[\w.'’-]{3,25})|
    thread\sstarter:?\s(?P<starter>[\w.'’ -]{2,30})""",
    match="Posted by Jane Doe on 12 May 2009",
    miss="Posted by the door",
)
"""Who posted the page; the author, where nothing else names one."""

PATTERNS = (USER, ATTRIBUTION, POSTER)

_CUES = lazy(r"wrote|[Pp]ost|starter|^\w+ [Bb]y\b|(?:^[Bb]y\b| by ).*\d", re.DOTALL)
"""Without one of these a line names no poster; "by" alone does so only with a date."""


def poster(text: str) -> str:
    """The name of who posted the page, "" for a line that does not say so."""
    if not 8 <= len(text) < 120:
        return ""
    if (text[-1] in "mM0123456789" or " / " in text or " | " in text) and (named := _stamped(text)):
        return named
    if not _CUES.search(text):
        return ""
    match = POSTER.expression.fullmatch(text)
    return next(filter(None, match.groups()), "").strip() if match else ""


_STAMPED = lazy(r"(?P<name>[\w.'’-]{2,25}(?:\s[\w.'’-]{2,25})?)\s[\N{EM DASH}\N{EN DASH}·|-]\s(?P<when>.*\d[:.]\d\d.*)")

_DATED = lazy(r"(?P<when>[^/|]{6,20}\d{4})\s[/|·]\s(?:by\s)?(?P<name>[\w.'’-]{2,25}(?:\s[\w.'’-]{2,25})?)")
"""What blogs print below a title: "March 14, 2012 / jane"."""


def _stamped(text: str) -> str:
    """The name before the time of posting, as chats print it, or behind the date, as blogs do: "jane — 03/04/2019 10:11 PM"."""
    match = _STAMPED.fullmatch(text) or _DATED.fullmatch(text)
    return match["name"] if match and iso_date(match["when"]) else ""


def says_poster(text: str) -> bool:
    """Whether a line says who posted the page, or who wrote a message."""
    return bool(poster(text)) or ("wrote" in text and USER.expression.fullmatch(text) is not None)
