"""Furniture of the site a story was copied from: menus, stamps, buttons, message heads.

Whole lines that sites print are known by heart (chrome_words.py). A line made of nothing but words of buttons and counts is furniture
too, where other such lines stand near; so is a short line between them. Words that people say as well ("Up", "Share", "Top") count
only in company.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from fic2book.cleaner.detectors.chrome_words import BUTTONS, EVERYDAY, LINES, SMALL
from fic2book.cleaner.detectors.fields import mail_head
from fic2book.cleaner.document import Document
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import OPENING_QUOTES, pattern
from fic2book.model import Field, Finding

LONGEST = 400
"""Characters of a line of furniture; eFiction's notice of rights has about 300."""

REACH = 70
"""Blocks from either end of the text in which furniture is looked for without another cue; a page of comments is longer."""

MAIL = pattern(
    "chrome.mail",
    r"(?:sent|to|newsgroups|message-id|organization)\s?:\s?\S.{0,150}",
    match="To: fic-list@example.org",
    miss="To here from there",
)

ADDRESS = pattern(
    "chrome.address",
    r"(?:https?://|www\.)\S{4,250}",
    match="http://example.org/12345.html",
    miss="see http://example.org for more",
)

USER = pattern(
    "chrome.user",
    r"(?:\[info\]\s?)?[\w-]{2,25}\s(?:\((?:\[info\]\s?)?[\w-]{2,25}\)\s)?(?:(?:wrote|posted|posting)\s?in\s(?:\[info\]\s?)?[\w-]{2,30}\s?[,:]?|wrote\s?[,:])(?:\s@?\s?\d{4}-\d\d-\d\d.*)?",
    match="janedoe wrote in smallvillefic,",
    miss="Jane wrote to her mother",
)
"""The line above a journal's entry, which names its writer."""

ATTRIBUTION = pattern(
    "chrome.attribution",
    r"(?:on\s.{6,60},\s.{2,60}\swrote:|[\w-]+:\s<[\w.$+-]+@[\w.-]+>)",
    match="On Fri, 12 Mar 1999, Jane <jane@example.org> wrote:",
    miss="On Friday he wrote",
)

STAMP = pattern(
    "chrome.stamp",
    r"(?:[«@]\s?.{0,4}:?\s?)?[^:]{5,60}\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s(?:utc|gmt|est|pst|cet|local))?\s?(?:\(link\)|»|\#\d+|unread)|[\w. ]{2,30},\s\w{3}\s\d{1,2},\s\d{4}\s?\#\d+|\#\d{1,4}",
    match="2009-05-12 10:14 pm UTC (link)",
    miss="at ten to four",
)


# ---------------------------------------------------------------- one line alone

_NUMBERS = lazy(r"\d[\d.,:]*\d[km]?\b|\d[km]?\b")
_LEFT = " \t\N{NO-BREAK SPACE}|·•»«‹›<>←→↑↓▲▼▶◀►◄[](){}*_~=-\N{EN DASH}\N{EM DASH}:;/\\^✓☰"
_RIGHT = _LEFT + "."


def plain_line(line: str) -> str:
    """A line as chrome_words.py writes it: casefolded, straight apostrophes, numbers as ``#``, no signs before it."""
    plain = _NUMBERS.sub("#", " ".join(line.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()))
    return plain.lstrip(_LEFT) or plain


def _first(line: str) -> str:
    """The first word of a line, by which its beginnings are looked up."""
    return _FIRST.split(line, 1)[0]


_FIRST = lazy(r"[\s,:;.!?@]")


class _Lines:
    """The lines of all sites, sorted by how they are compared. Made when the first line is looked up."""

    def __init__(self) -> None:
        self.whole: dict[str, str] = {}
        self.beginnings: dict[str, list[tuple[str, str]]] = {}
        self.ends: list[tuple[str, str]] = []
        self.inside: list[tuple[str, str]] = []
        for site, lines in LINES.items():
            for written in re.split(r"[|\n]", lines):
                self._add(" ".join(written.split()), site)

    def _add(self, line: str, site: str) -> None:
        if line.startswith("…"):
            (self.inside if line.endswith("…") else self.ends).append((line.strip("…"), site))
        elif line.endswith("…"):
            start = line[:-1].rstrip().lstrip(_LEFT)
            if start and "…" not in start:
                self.beginnings.setdefault(_first(start), []).append((start, site))
        elif line:
            self.whole.setdefault(line.strip(_RIGHT) or line, site)

    def site(self, plain: str) -> tuple[str, bool]:
        """The site that prints a line, "" for none, and whether the line is compared as a whole."""
        bare = plain.rstrip(_RIGHT) or plain
        found = self.whole.get(bare) or self.whole.get(bare.rstrip("!:, "))
        if found:
            return found, True
        for start, site in self.beginnings.get(_first(plain), ()):
            if plain.startswith(start):
                return site, False
        for end, site in self.ends:
            if plain.endswith(end):
                return site, False
        return next((site for part, site in self.inside if part in plain), ""), False


@cache
def _lines() -> _Lines:
    return _Lines()


def read_furniture(line: str) -> tuple[str, str]:
    """The site that prints `line` and the reason's name, ("", "") for a line that is no furniture by its words."""
    plain = plain_line(line)
    bare = plain.rstrip(_RIGHT + "!")
    site, whole = _lines().site(plain)
    if site and not (plain[-1] in ".!?" and " " not in bare and plain[-2:-1].isalpha()):
        if whole and (bare in EVERYDAY or " " not in bare):
            return site, "chrome.word"
        return site, "chrome.label" if site == "usenet" and ":" in plain[:24] else "chrome.phrase"
    if len(plain) <= 60 and plain[-1] not in ".!?," and _first(plain) in _WAYS and _RETURNS.fullmatch(bare):
        return "archive", "chrome.phrase"
    if bare in BUTTONS and plain[-1] not in ".!?":
        return "menu", "chrome.word"
    menu = _menu(plain)
    return (_lines().site(_BETWEEN.split(plain)[0])[0] or "menu", menu) if menu else ("", "")


_WAYS = frozenset(
    "back return go forward on continue zurück weiter retour retourner volver вернуться назад torna ritorna voltar powrót".split()
)
_RETURNS = lazy(
    r"(?:back|return|go back|go|forward|on|continue|zurück|weiter|retour|retourner|volver|вернуться|назад|torna|ritorna|voltar|powrót)(?: to| zum?r?| à| aux?| al?| к| на| alla?| ao)(?: the| my| our| la| el| las| los)?"
    r"(?: (?:main|home|front|story|fic|fan|author's|author|first|next|previous|last|\w+'s|[\w-]+)){0,2} "
    r"(?:index|page|list|archive|archives|stories|story|fiction|fanfiction|fanfic|fic|fics|site|menu|home|homepage|top|chapter|chapters|part|library|contents|main|beginning|start|forum|board|übersicht|kapitel|seite|startseite|sommaire|accueil|chapitre|page|índice|inicio|главную|содержанию|началу|indice)"
)

_BETWEEN = lazy(r"\s*[|·•!←→↑()\[\]/<>«»‹›:,]+\s*|\s+[.\-\N{EN DASH}\N{EM DASH}*]\s+|\s{2,}")


_WORDS = lazy(r"#|[^\W_]+(?:['-][^\W_]+)*")


def _menu(plain: str) -> str:
    """Whether a line is nothing but buttons and counts: "chrome.menu" for known ones, "chrome.buttons" for words of buttons."""
    if plain[-1] in ".?;" or len(plain) > 200:
        return ""
    known = _lines().whole
    pieces = [piece for piece in _BETWEEN.split(plain) if piece]
    named = sum(piece in known or piece in EVERYDAY for piece in pieces)
    counts = sum(not piece.strip("#% +") for piece in pieces)
    words = _WORDS.findall(plain)
    if (named and named + counts == len(pieces) >= 2) or (len(words) >= 3 and not any(map(str.isalpha, plain))):
        return "chrome.menu"
    buttons = sum(word in BUTTONS for word in words)
    if len(words) <= 24 and buttons >= 2 and all(word in BUTTONS or word in SMALL for word in words):
        return "chrome.menu" if buttons >= 4 and buttons == len(words) else "chrome.buttons"
    if buttons == 1 and len(words) == 2 and "#" in words and (words[0] == "#" or ":" in plain):
        return "chrome.buttons"
    return ""


def is_furniture(line: str) -> bool:
    """Whether a line alone is furniture beyond doubt."""
    return read_furniture(line)[1] in ("chrome.phrase", "chrome.menu") if line.strip() else False


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
    for index in sorted(found):
        site, reason = found[index]
        near = any(other in found for other in (index - 2, index - 1, index + 1, index + 2))
        reasons = [reason, *(["chrome.among"] if near else ["chrome.alone"] if reason != "chrome.phrase" else [])]
        name = _poster(document.texts[index]) if index < REACH else ""
        fields = [Field("author", name, document.blocks[index].span, "posted by")] if name else []
        yield document.propose("chrome", index, index, reasons, value=site, fields=fields)


POSTER = pattern(
    "chrome.poster",
    r"(?:\[info\]\s?)?(?P<user>[\w-]{2,25})\s(?:\(.{2,30}\)\s)?(?:wrote|posted|posting)(?:\sin\s.*|\s?[:,].*)|(?:posted|uploaded|submitted|published|story)?\s?by:?\s(?P<name>[\w.'’-]{2,25}(?:\s[\w.'’-]{2,25}){0,2})\s(?:on|at|»)\s.*\d.*",
    match="Posted by Jane Doe on 12 May 2009",
    miss="Posted by the door",
)
"""Who posted the page; the author, where nothing else names one."""


def _poster(text: str) -> str:
    match = (
        POSTER.expression.fullmatch(text)
        if len(text) < 120 and ("wrote" in text or "ost" in text or "by" in text[:10].casefold())
        else None
    )
    return (match["user"] or match["name"]) if match else ""


def _read(document: Document, index: int, text: str) -> tuple[str, str]:
    if text[0] in OPENING_QUOTES and text[-1] in "\"'”’":
        return "", ""
    line = text if "\n" not in text else text.replace("\n", " ")
    head = index < 14 or len(document.blocks) - index < REACH
    if (
        index < 12
        and line.split(":", 1)[0].casefold() in ("sent", "to", "newsgroups", "message-id", "organization")
        and MAIL.expression.fullmatch(line)
        and mail_head(document)
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
    site, reason = read_furniture(line)
    if site == "usenet" and reason == "chrome.label" and line.split(":", 1)[0].casefold().startswith("x-"):
        return site, reason
    if not site and head and line[:2].casefold() == "x-" and ": " in line[:30]:
        return "usenet", "chrome.label"
    if (
        not site
        and head
        and line[-1] not in ".,!?"
        and len(line) <= 90
        and any(map(str.isdigit, line))
        and STAMP.expression.fullmatch(line.casefold())
    ):
        return "stamp", "chrome.stamp"
    return site, reason


PATTERNS = (MAIL, ADDRESS, USER, ATTRIBUTION, STAMP, POSTER)

MOST_UNKNOWN = 4
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
        elif _unsaid(document.texts[at]) or at in taken:
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


def _signature(document: Document) -> Iterator[int]:
    """A line of two dashes and a space near the end, and the few lines below it."""
    count = len(document.blocks)
    for index in range(max(0, count - 6), count):
        block = document.blocks[index]
        written = document.source[block.span.start : block.span.stop]
        if (
            document.texts[index] == "--"
            and written.strip("\n").rstrip() == "--"
            and document.words_between(index + 1, count) <= 40
        ):
            yield from range(index, count)
            return
