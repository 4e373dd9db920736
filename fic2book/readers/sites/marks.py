"""What all site readers share: hints, links as lists of names, findings with evidence from markup, languages by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from fic2book.model import Block, Evidence, Field, Finding, Metadata, Run, Span

WEIGHT: Final = 6.0
"""Log-odds of what a site's own markup says: one page in four hundred misuses its classes."""

_HEADING_KINDS: Final = re.compile(
    r"(?:\d+\.\s*)?(prologue|epilogue|interlude|intermission|omake|coda|bonus|side story)\b", re.IGNORECASE
)

LANGUAGES: Final[dict[str, str]] = {
    "english": "en", "русский": "ru", "russian": "ru", "français": "fr", "french": "fr", "deutsch": "de", "german": "de",
    "español": "es", "spanish": "es", "italiano": "it", "italian": "it", "nederlands": "nl", "dutch": "nl", "svenska": "sv",
    "swedish": "sv", "norsk": "no", "norwegian": "no", "dansk": "da", "danish": "da", "suomi": "fi", "finnish": "fi",
    "polski": "pl", "polish": "pl", "čeština": "cs", "czech": "cs", "magyar": "hu", "hungarian": "hu", "português brasileiro": "pt-BR",
    "português europeu": "pt-PT", "português": "pt", "portuguese": "pt", "українська": "uk", "ukrainian": "uk", "türkçe": "tr",
    "turkish": "tr", "中文-普通话 國語": "zh", "中文-广东话 粵語": "yue", "中文": "zh", "chinese": "zh", "日本語": "ja", "japanese": "ja",
    "한국어": "ko", "korean": "ko", "tiếng việt": "vi", "vietnamese": "vi", "bahasa indonesia": "id", "indonesian": "id",
    "ελληνικά": "el", "greek": "el", "עברית": "he", "hebrew": "he", "العربية": "ar", "arabic": "ar", "română": "ro", "romanian": "ro",
    "български": "bg", "bulgarian": "bg", "català": "ca", "catalan": "ca", "latina": "la", "latin": "la", "filipino": "fil",
    "ไทย": "th", "thai": "th", "gaeilge": "ga", "cymraeg": "cy", "esperanto": "eo", "hrvatski": "hr", "srpski": "sr", "српски": "sr",
    "slovenčina": "sk", "slovenščina": "sl", "lietuvių": "lt", "latviešu": "lv", "eesti": "et", "íslenska": "is", "euskara": "eu",
    "galego": "gl", "हिन्दी": "hi", "فارسی": "fa", "persian": "fa",
}  # fmt: skip
"""Names of languages as sites print them, small letters, to BCP 47."""


_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED_DATE: Final = re.compile(r"([A-Za-z]{3})[a-z]{0,6}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_ISO_DATE: Final = re.compile(r"(\d{4}-\d\d-\d\d)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a site reader found; `metadata` is None when it knows no site. `cover` names the picture that is the story's cover."""

    findings: tuple[Finding, ...] = ()
    metadata: Metadata | None = None
    cover: str = ""


@dataclass(slots=True)
class Findings:
    """Collects the findings of one page."""

    site: str
    blocks: Sequence[Block]
    found: list[Finding] = field(default_factory=list)

    def add(
        self,
        role: str,
        first: int,
        last: int,
        pattern: str,
        value: str = "",
        fields: Iterable[Field] = (),
        note: str = "",
    ) -> None:
        """A finding whose evidence is an element of the page."""
        span = Span(self.blocks[first].span.start, self.blocks[last].span.stop)
        evidence = Evidence(
            f"markup:{self.site}:{pattern}", span, WEIGHT, note or f"the page marks this as {pattern.replace('-', ' ')}"
        )
        self.found.append(Finding(role, first, last, (evidence,), value, "reader", tuple(fields)))

    def field(self, name: str, first: int, last: int, value: str, label: str = "") -> None:
        """A header field that takes whole blocks."""
        span = Span(self.blocks[first].span.start, self.blocks[last].span.stop)
        self.add("field", first, last, name, fields=[Field(name, value, span, label)])


def tokens(block: Block) -> list[str]:
    """Classes and ids of a block and of the elements around it, its own first."""
    return block.hint.split()


def has(block: Block, *names: str) -> bool:
    """True when one of `names` is among the block's hints."""
    hints = block.hint.split()
    return any(name in hints for name in names)


def words(block: Block) -> str:
    """The block's text on one line."""
    return " ".join(block.text.split())


def links(block: Block, pattern: str = "") -> list[str]:
    """Texts of the links in a block whose address holds `pattern`, in order; neighbours with one address are one link."""
    runs = [inline for inline in block.inlines if isinstance(inline, Run)]
    found = [
        " ".join("".join(run.text for run in group).split())
        for href, group in groupby(runs, key=lambda run: run.href)
        if href and pattern in href
    ]
    return [text for text in found if text]


def addresses(block: Block, pattern: str) -> list[str]:
    """Addresses of links in a block that hold `pattern`."""
    hrefs = [inline.href for inline in block.inlines if isinstance(inline, Run) and pattern in inline.href]
    return list(dict.fromkeys(hrefs))


def place(block: Block, offset: int) -> int:
    """The source position of the character `offset` of the block's text."""
    for inline in block.inlines:
        if not isinstance(inline, Run):
            continue
        if offset <= len(inline.text):
            return min(inline.span.start + offset, inline.span.stop)
        offset -= len(inline.text)
    return block.span.stop


def heading_kind(text: str) -> str:
    """The value of a heading's finding."""
    match = _HEADING_KINDS.match(text)
    return match[1].lower().replace(" ", "") if match else "chapter"


def language_code(name: str) -> str:
    """BCP 47 for a language's name, "" for one not listed."""
    return LANGUAGES.get(" ".join(name.split()).lower(), "")


def stamp(text: str) -> str:
    """ISO date of a time stamp as sites print it in English or ISO form, "" for any other."""
    match = _ISO_DATE.match(text)
    if match:
        return match[1]
    match = _NAMED_DATE.match(text)
    if match is None or match[1].lower() not in _MONTHS:
        return ""
    return f"{match[3]}-{_MONTHS.index(match[1].lower()) + 1:02}-{int(match[2]):02}"
