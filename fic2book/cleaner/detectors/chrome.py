"""Furniture of the site a story was copied from: menus, stamps, buttons, message heads.

Whole lines that sites print are known by heart (chrome_words.py). A line made of nothing but words of buttons and counts is furniture
too, where other such lines stand near; so is a short line between them. Words that people say as well ("Up", "Share", "Top") count
only in company.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fic2book.cleaner.detectors import posters
from fic2book.cleaner.detectors.bylines import read_byline
from fic2book.cleaner.detectors.chrome_lines import read_furniture, read_site_shape
from fic2book.cleaner.detectors.chrome_page import named_lines, shown_lines
from fic2book.cleaner.detectors.chrome_places import (
    REACH,
    between_lines,
    lone_counts,
    menu_lines,
    panel_lines,
    poster_lines,
)
from fic2book.cleaner.detectors.fields import mail_head
from fic2book.cleaner.detectors.posters import ATTRIBUTION, USER, poster
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.lazy import lazy
from fic2book.model import Field, Finding

LONGEST = 400
"""Characters of a line of furniture; eFiction's notice of rights has about 300."""

MAIL = pattern(
    "chrome.mail",
    r"(?:sent|to|newsgroups|message-id|organization|reply-to|cc|x-[a-z-]{2,30})\s?:\s?\S.{0,150}|from \S+@\S+ .{0,12}\d\d?:\d\d.{0,20}",
    match="To: fic-list@example.org",
    miss="To here from there",
)

_HEADS = frozenset(
    "sent to newsgroups message-id organization reply-to cc from x-mailer x-sender x-priority x-newsreader x-url x-no-archive".split()
)
"""First words of the lines of a message's head."""

ADDRESS = pattern(
    "chrome.address",
    r"(?:https?://|www\.)\S{4,250}",
    match="http://example.org/12345.html",
    miss="see http://example.org for more",
)

STAMP = pattern(
    "chrome.stamp",
    r"(?:[«@]\s?.{0,4}:?\s?)?[^:]{5,60}\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s(?:utc|gmt|est|pst|cet|local))?\s?(?:\(link\)|»|\#\d+|unread)|[\w. ]{2,30},\s\w{3}\s\d{1,2},\s\d{4}\s?\#\d+|\#\d{1,4}",
    match="2009-05-12 10:14 pm UTC (link)",
    miss="at ten to four",
)


# ---------------------------------------------------------------- the page


def find_chrome(document: Document) -> Iterable[Finding]:
    """Findings of role "chrome", valued with the site's name."""
    count = len(document.blocks)
    found: dict[int, tuple[str, str]] = {}
    for index, text in enumerate(document.texts):
        if text and len(text) <= LONGEST and (index < REACH or count - index <= REACH or document.words[index] <= 14):
            site, reason = _read(document, index, text)
            if site:
                found[index] = (site, reason)
    found |= dict.fromkeys(_signature(document), ("usenet", "chrome.signature"))
    for index in _comments(document, found):
        found.setdefault(index, ("comments", "chrome.comments"))
    for index, reason in named_lines(document, found):
        found.setdefault(index, ("page", reason))
    for index in menu_lines(document, found):
        found.setdefault(index, ("menu", "chrome.listed"))
    found |= dict(between_lines(document, found))
    found |= dict.fromkeys(poster_lines(document, found), ("poster", "chrome.poster"))
    found |= dict.fromkeys(lone_counts(document, found), ("counts", "chrome.counts"))
    panel = panel_lines(document, found)
    found |= dict.fromkeys(panel, ("poster", "chrome.poster"))
    shown = shown_lines(document, found)
    for index in sorted(found):
        site, reason = found[index]
        near = any(other in found for other in (index - 2, index - 1, index + 1, index + 2))
        reasons = [reason, *(["chrome.among"] if near else ["chrome.alone"] if reason != "chrome.phrase" else [])]
        reasons += ["chrome.shown"] if index in shown else []
        name = poster(document.texts[index]) if index < REACH else ""
        name = document.bare(index) if panel[:1] == [index] else name
        fields = [Field("author", name, document.blocks[index].span, "posted by")] if name else []
        yield document.propose("chrome", index, index, reasons, value=site, fields=fields)


def _read(document: Document, index: int, text: str) -> tuple[str, str]:
    if text[0] in OPENING_QUOTES and text[-1] in "\"'”’":
        return "", ""
    line = text if "\n" not in text else text.replace("\n", " ")
    head = index < 14 or len(document.blocks) - index < REACH
    if (
        index < 12
        and line.split(":", 1)[0].split(" ")[0].casefold() in _HEADS
        and MAIL.expression.fullmatch(line)
        and (mail_head(document) or line.startswith("From "))
    ):
        return "usenet", "chrome.head"
    if line.startswith(("http", "www.")) and ADDRESS.expression.fullmatch(line):
        return "address", "chrome.label"
    if "wrote" in line or " post" in line:
        if USER.expression.fullmatch(line):
            return "livejournal", "chrome.phrase"
        if ATTRIBUTION.expression.fullmatch(line.casefold()):
            return "usenet", "chrome.phrase"
    if (
        line[0] == "#"
        and all(word[0] == "#" and word[1:2].isalpha() for word in line.split(" #")[:1])
        and len(line) < 300
        and head
    ):
        return "tumblr", "chrome.buttons"
    if (
        head
        and ("ost" in line or "by" in line or "tarter" in line or line[-1] in "mM")
        and poster(line)
        and line[:3].casefold() != "by "
    ):
        return "poster", "chrome.phrase"
    if 0 < index < 4 and line[0] in "©(Cc" and read_byline(line) and len(document.texts[index - 1]) <= 60:
        return "", ""  # whose it is stands below a title
    site, reason = read_furniture(line)
    if reason in ("chrome.menu", "chrome.buttons") and document.claimed_heading(index):
        return "", ""  # "Chapter 2: Thread"
    return _by_place(line, site, reason) if head else (site, reason)


def _by_place(line: str, site: str, reason: str) -> tuple[str, str]:
    """What a line near either end of the text is, when `site` is not yet known: heads of messages, stamps, and site's lines by their shape."""
    if line[:2].casefold() == "x-" and ": " in line[:30]:
        return "usenet", "chrome.label"
    if not site and len(line) <= 140:
        site, reason = read_site_shape(line)
    stamped = not site and line[-1] not in ".,!?" and len(line) <= 90 and any(map(str.isdigit, line))
    if stamped and STAMP.expression.fullmatch(line.casefold()):
        return "stamp", "chrome.stamp"
    return site, reason


PATTERNS = (MAIL, ADDRESS, STAMP, *posters.PATTERNS)

OPENS_COMMENTS = lazy(
    r"\(?(?:post|leave|add) a (?:new )?comment\)?|comments?:?(?: \(\d+\))?|\(?\d+ comments?\)?(?: - .*)?|post comment|comments for this post.*",
    re.IGNORECASE,
)
CLOSES_COMMENT = lazy(r"\(?reply(?: to this)?\)?(?: ?\(?(?:parent|thread|link)\)?)*|\(?link\)?", re.IGNORECASE)
MOST_COMMENTS = 0.3
"""Share of a file's words that its readers' comments may have; an entry with more is a page of comments."""


def _comments(document: Document, found: dict[int, tuple[str, str]]) -> Iterator[int]:
    """What readers wrote below an entry: from the comment button to the end, when replies can be made there."""
    opening = next((index for index in sorted(found) if OPENS_COMMENTS.fullmatch(document.texts[index])), -1)
    count = len(document.blocks)
    if opening < count // 2 or document.words_between(opening, count) > MOST_COMMENTS * sum(document.words):
        return
    if any(CLOSES_COMMENT.fullmatch(text) for text in document.texts[opening + 1 :] if len(text) < 60):
        yield from range(opening + 1, count)


def _signature(document: Document) -> Iterator[int]:
    """A line of two dashes and a space near the end, and the few lines below it that are no sentences."""
    count = len(document.blocks)
    if document.texts.count("--") != 1:
        return  # where there are several, they part scenes
    for index in range(max(0, count - 6), count):
        block = document.blocks[index]
        written = document.source[block.span.start : block.span.stop]
        below = document.texts[index + 1 :]
        if (
            document.texts[index] == "--"
            and written.strip("\n").rstrip() == "--"
            and document.words_between(index + 1, count) <= 40
            and (mail_head(document) or not any(_is_prose(text) for text in below))
        ):
            yield from range(index, count)
            return


def _is_prose(text: str) -> bool:
    return text[:1] in OPENING_QUOTES or (len(text) > 80 and text[-1] in ".!?")
