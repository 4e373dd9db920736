"""Furniture of the site a story was copied from: menus, stamps, buttons, message heads.

Whole lines that sites print are known by heart (chrome_words.py). A line made of nothing but words of buttons and counts is furniture
too, where other such lines stand near; so is a short line between them. Words that people say as well ("Up", "Share", "Top") count
only in company.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from fic2book.cleaner.detectors import posters
from fic2book.cleaner.detectors.bylines import read_byline
from fic2book.cleaner.detectors.chrome_lines import read_furniture, read_site_shape, says_of_site
from fic2book.cleaner.detectors.fields import mail_head
from fic2book.cleaner.detectors.posters import ATTRIBUTION, USER, poster
from fic2book.cleaner.document import Document
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.lazy import lazy
from fic2book.model import Field, Finding

LONGEST = 400
"""Characters of a line of furniture; eFiction's notice of rights has about 300."""

REACH = 70
"""Blocks from either end of the text in which furniture is looked for without another cue; a page of comments is longer."""

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
    found |= dict(_between(document, found))
    found |= dict.fromkeys(_posters(document, found), ("poster", "chrome.poster"))
    found |= dict.fromkeys(_lone_counts(document, found), ("counts", "chrome.counts"))
    panel = _panel(document, found)
    found |= dict.fromkeys(panel, ("poster", "chrome.poster"))
    for index in sorted(found):
        site, reason = found[index]
        near = any(other in found for other in (index - 2, index - 1, index + 1, index + 2))
        reasons = [reason, *(["chrome.among"] if near else ["chrome.alone"] if reason != "chrome.phrase" else [])]
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

MOST_UNKNOWN = 6
"""Lines in a row, between lines of furniture, that may be furniture of a kind nobody knows."""


def _between(document: Document, found: dict[int, tuple[str, str]]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Short lines between furniture at the foot of a page. At its head stand title and author, so nothing is presumed there."""
    count = len(document.blocks)
    taken = document.covered("field", "heading", "part", "break", "date", least=0.0)
    sure = {index for index, (_, reason) in found.items() if reason in _SURE}
    at, gap, highest = count - 1, 0, count
    while at >= max(0, count - REACH) and gap <= MOST_UNKNOWN:
        if at in found or not document.texts[at]:
            gap, highest = 0, at
        elif _unsaid(document.texts[at]) or at in taken or says_of_site(document.texts[at]):
            gap += 1
        else:
            break
        at -= 1
    foot = [index for index in range(highest, count) if index in sure]
    if len(foot) >= 2 or (foot and count - highest <= 4):
        yield from (
            (index, ("unknown", "chrome.between"))
            for index in range(highest, count)
            if index not in found and index not in taken and document.texts[index]
        )


_SURE = frozenset(("chrome.phrase", "chrome.menu", "chrome.buttons", "chrome.head", "chrome.label"))


def _unsaid(text: str) -> bool:
    """Whether a line is short and no sentence."""
    return (
        0 < len(text) <= 70
        and text[0] not in OPENING_QUOTES
        and text[-1] not in '.!?…"”,'
        and text.count(" ") < 9
        and not text.casefold().startswith(("by ", "the end", "fin", "tbc", "end"))
    )


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


def _posters(document: Document, found: dict[int, tuple[str, str]]) -> list[int]:
    """Lines that hold nothing but the name of who posted the page, beside its furniture; but not below the first line, where authors stand."""
    names = {poster(document.texts[index]).casefold() for index in found if index < REACH}
    names |= {read_byline(document.bare(index)).casefold() for index in range(min(BYLINES, len(document.blocks)))}
    names |= {
        field.value.casefold() for item in document.claimed("field") for field in item.fields if field.name == "author"
    }
    names.discard("")
    return [
        index
        for index in document.short
        if index > 1
        and index not in found
        and document.bare(index).casefold() in names
        and {index - 1, index + 1} & set(found)
    ]


def _panel(document: Document, found: dict[int, tuple[str, str]]) -> list[int]:
    """The name of who wrote the first post of a board, with rank or motto below, between lines of the site: the last says when he joined."""
    joined = next((at for at in document.short if at < REACH and _JOINED.match(document.texts[at])), -1)
    first = joined
    while (
        first - 1 >= 0
        and first - 1 not in found
        and joined - first < PANEL
        and document.words[first - 1] <= PANEL_WORDS
    ):
        first -= 1
    names = [at for at in range(first, joined) if document.texts[at]]
    bounded = first - 1 in found and joined in found
    return names if names and bounded and document.words[names[0]] <= 2 else []


_JOINED = lazy(r"(?:joined|registered|registriert|inscrit|fecha de ingreso|зарегистрирован)\b", re.IGNORECASE)
PANEL, PANEL_WORDS = 3, 6
"""Lines between a poster's name and when he joined, and words of each."""


def _lone_counts(document: Document, found: dict[int, tuple[str, str]]) -> list[int]:
    """Counts alone on their line at the head of a page, above a line of the site, or several below one: "1.2K"."""
    counts: list[int] = []
    for index in document.short:
        if index >= HEAD:
            break
        if index not in found and _LONE_COUNT.fullmatch(document.texts[index]):
            counts.append(index)
    known = found.keys() | document.covered("date", "field", least=0.0)
    rows = [[at for _, at in row] for _, row in groupby(enumerate(counts), lambda item: item[1] - item[0])]
    return [at for row in rows if row[-1] + 1 in found or (len(row) > 1 and row[0] - 1 in known) for at in row]


BYLINES = 6
"""Blocks from the top among which a byline names who posts below."""
HEAD = 40
"""Blocks from the top within which counts stand alone."""
_LONE_COUNT = lazy(r"\d[\d.,]*[km]?", re.IGNORECASE)


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
