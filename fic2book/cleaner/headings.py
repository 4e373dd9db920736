"""Chapter headings: numbered, worded, roman, bare, decorated, with their titles on the next line; and parts above chapters.

A candidate is judged by its words first; then by its place in the numbering of the whole text, which is what tells the "3" that heads
a chapter from the "3" of a countdown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from fic2book.cleaner.captions import caption_kind
from fic2book.cleaner.document import Document
from fic2book.cleaner.ends import ends_story
from fic2book.cleaner.labels import field_name
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import DASHES, HEADING_WORD, NUMBER, OPENING_QUOTES, alternatives, pattern
from fic2book.cleaner.words import (
    ABOVE_CHAPTERS,
    CERTAIN_SECTIONS,
    DAY_WORDS,
    HEADING_WORDS,
    MONTHS,
    NAMED_SECTIONS,
    NUMBER_WORDS,
    parse_number,
)
from fic2book.model import Finding

LONGEST = 110
"""Characters of a heading with its title."""

TEXT_BETWEEN = 25
"""Words that must stand between two headings of one sequence; lists and countdowns have fewer."""

MOST_ABOVE = 80
"""Words above a lone "One": sections numbered in words begin with the text, while somebody who counts begins amid it."""

SHORT_SECTION = 60
"""Words between two numbers below which somebody counts; sections headed by bare words are longer."""

FEWEST_WORDS = 12
"""Words below a heading; where fewer stand it is a link to the next part, or a row of a table of contents."""

_TOTAL = rf"(?:\s?(?:/|of|out[ ]of|von|sur|de|из)\s?(?P<total>\d{{1,3}}|\?+|x+|{NUMBER})\b\??)?"

NUMBERED = pattern(
    "heading.numbered",
    rf"""(?:the\s)?(?P<word>{HEADING_WORD})(?=\b|\d)\.?\s?(?:no\.?|nr\.?|number|\#|№|the\b)?\s?(?P<lead>[:{DASHES}]\s?)?
    (?P<number>\d{{1,3}}|{NUMBER})(?P<letter>[a-d])?(?!['’\w]){_TOTAL}(?P<gap>\s?[:.{DASHES}~|)\]]+\s?|\s?\n\s?|\s?,\s|\s|$)(?P<title>.*)""",
    match="Chapter Twelve: The Long Road",
    miss="Chapters and verses",
)
"""Chapter 3 · Ch. IV - Title · Part 1/2 · Kapitel 7 · Глава первая."""

ORDINAL = pattern(
    "heading.ordinal",
    rf"(?:the\s|le\s|la\s|das\s)?(?P<number>{NUMBER}|\d{{1,3}}(?:st|nd|rd|th|\.|er|e|ème|º|ª|-?я))\s(?P<word>{HEADING_WORD})(?P<gap>\s?[:.{DASHES}~|]+\s?|$)(?P<title>.*)",
    match="Erstes Kapitel",
    miss="First chapters are hard",
)

NAMED = pattern(
    "heading.named",
    rf"""(?:the\s)?(?P<name>{alternatives(list(NAMED_SECTIONS))})(?:\s(?P<number>\d{{1,3}}|{NUMBER}))?
    (?P<gap>\s?[:.{DASHES}~|]+\s?|\s?\n\s?|$)(?P<title>.*)""",
    match="Interlude II: Snow",
    miss="Interlude music played.",
)

COUNTED = pattern(
    "heading.counter",
    r"[\[(]?(?P<number>\d{1,3})\s?(?:/|of)\s?(?P<total>\d{1,3}|\?+|x)[\])]?",
    match="[1/7]",
    miss="1/2 cup of sugar",
)

BARE = pattern(
    "heading.bare",
    rf"(?P<number>\d{{1,3}}|{NUMBER})(?P<mark>[.):]?)",
    match="XIV.",
    miss="12:30",
)

NUMBERED_TITLE = pattern(
    "heading.numbered-title",
    rf"(?P<number>\d{{1,3}}|[IVXLC]{{1,6}})(?P<mark>[.):]|\s[{DASHES}])\s(?P<title>\S.*)",
    match="3. The Lighthouse",
    miss="3 men came in",
)

COUNTED_WORD = pattern(
    "heading.counted-word",
    rf"(?P<word>[^\W\d_]{{2,14}}(?:\s[^\W\d_]{{2,12}})?)\s(?:no\.?\s|\#\s?)?(?P<number>\d{{1,3}}|{NUMBER})(?P<gap>\s?[:.{DASHES}]\s?|$)(?P<title>.*)",
    match="Lesson Two: Water",
    miss="Lessons, water",
)
"""Any word with a number; only a sequence of the same word makes it a heading."""

ORDINAL_WORD = pattern(
    "heading.ordinal-word",
    r"(?:the\s)?(?P<number>[^\W\d_]{4,12}|\d{1,2}(?:st|nd|rd|th))\s(?P<word>[^\W\d_]{3,14})(?P<gap>\s?:\s?|$)(?P<title>.*)",
    match="The First Time",
    miss="The first time was hard.",
)

DAY = pattern(
    "heading.day",
    rf"(?P<word>{alternatives(list(DAY_WORDS))})\s(?P<number>\d{{1,4}}|{NUMBER})(?P<gap>\s?[:.{DASHES}~|]+\s?|\s?,\s|$)(?P<title>.*)",
    match="Day Three",
    miss="Day three was worse than day two.",
)

PREFIXED = pattern(
    "heading.prefixed",
    rf"(?P<story>[^:|]{{2,60}}?)\s?(?:[:|,]|\s[{DASHES}])\s?(?P<rest>(?:{HEADING_WORD})\b\.?\s(?:\d{{1,3}}|{NUMBER})\b.*)",
    match="The Long Road: Chapter 4",
    miss="He said: chapters and verses.",
)

PATTERNS = (COUNTED_WORD, ORDINAL_WORD, NUMBERED, ORDINAL, NAMED, COUNTED, BARE, NUMBERED_TITLE, DAY, PREFIXED)


MINOR_WORDS = frozenset(
    "from with into upon over under about through between after before without until when that than then auf über unter nach oder aber dans pour avec sous chez para como entre desde".split()
)
"""Words of four letters and more that titles leave in lower case."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may head a section. `family` groups the lines whose numbers form one sequence."""

    index: int
    kind: str
    family: str
    reasons: tuple[str, ...]
    number: int | None = None
    total: str = ""
    title: str = ""
    last: int = field(default=-1)

    def given(self, *reasons: str) -> Candidate:
        """The same candidate with more reasons."""
        return replace(self, reasons=self.reasons + reasons)


def find_headings(document: Document) -> Iterable[Finding]:
    """Findings of role "heading", "part" and "counter" for lines that head a section."""
    title = _title_element(document)
    candidates = [
        found for index in document.short if index != title and (found := read_heading(document, index)) is not None
    ]
    candidates += _isolated(document, {candidate.index for candidate in candidates})
    if not candidates:
        return ()
    candidates.sort(key=lambda candidate: candidate.index)
    candidates = list(_in_sequence(candidates, document))
    followers = (*candidates[1:], None)
    candidates = [
        _in_context(candidate, following, document) for candidate, following in zip(candidates, followers, strict=True)
    ]
    candidates = list(_with_titles_below(candidates, document))
    return list(_findings(candidates, document))


def _title_element(document: Document) -> int:
    """The heading element that holds the story's title: the first one, when no other has its level or the page is called so."""
    elements = [index for index in document.short if document.blocks[index].kind == "heading" and document.bare(index)]
    if not elements or elements[0] > 12 or _read(document.bare(elements[0]), elements[0]) is not None:
        return -1
    first = elements[0]
    level = document.blocks[first].level
    alone = all(document.blocks[index].level > level for index in elements[1:])
    named = document.manuscript.metadata.title if document.manuscript.metadata else ""
    called_so = bool(named) and document.bare(first).casefold() in named.casefold()
    return first if alone or called_so else -1


# ---------------------------------------------------------------- one line alone


def read_heading(document: Document, index: int) -> Candidate | None:
    """What the words of one short block say, None when they are no heading's."""
    block = document.blocks[index]
    raw = document.texts[index]
    if (
        not raw
        or len(raw) > (300 if block.kind == "heading" else LONGEST)
        or block.kind in ("item", "rule", "table", "preformatted", "image")
    ):
        return None
    if raw[0] in OPENING_QUOTES and block.kind != "heading":
        return None
    text = document.bare(index)
    found = _read(text, index) if text else None
    if found is None and block.kind == "heading":
        found = Candidate(index, "chapter", f"element{block.level}", (), title=text)
    if found is None:
        return None
    return found.given(*_look(document, index))


def _look(document: Document, index: int) -> Iterator[str]:
    block = document.blocks[index]
    if block.kind == "heading":
        yield "heading.element"
    elif document.stands_out(index) or document.bare(index) != document.texts[index]:
        yield "heading.stands-out"
    elif document.bare(index).isupper() and len(document.bare(index)) > 4:
        yield "heading.caps"


def _read(text: str, index: int) -> Candidate | None:
    first = text[0]
    if not (first.isalnum() or first in "[(#"):
        return None
    word = _first_word(text)
    if word in _STARTS or first.isdigit() or first in "[(" or (len(word) <= 6 and not word.strip("ivxlc")):
        for reader in (_numbered, _ordinal, _named, _counted, _bare, _day, _numbered_title):
            found = reader(text, index)
            if found is not None:
                return found
    if ":" in text or "|" in text or "," in text or " - " in text or " \N{EN DASH} " in text or " \N{EM DASH} " in text:
        found = _prefixed(text, index)
        if found is not None:
            return found
    return _counted_word(text, index)


def _counted_word(text: str, index: int) -> Candidate | None:
    """A word with a number, of which only a sequence makes headings: "Rule #2: Never Look Back", "The Third Time"."""
    words = text[:60].split()[:4]
    if (
        not 2 <= len(text.split()) <= 12
        or not text[0].isupper()
        or text[-1] in ".,;!?"
        or not any(_counts(word) for word in words)
    ):
        return None
    match = COUNTED_WORD.expression.fullmatch(text) or ORDINAL_WORD.expression.fullmatch(text)
    number = parse_number(match["number"]) or parse_number(match["number"].rstrip("stndrh")) if match else None
    if match is None or number is None or number > 300:
        return None
    word, title = match["word"].casefold(), match["title"].strip()
    if word in MONTHS or (title and not (title[0].isupper() or title[0] in OPENING_QUOTES)):
        return None
    return Candidate(
        index,
        "section",
        f"counted {word}",
        ("heading.counted-word", *_title_reasons(title, separated=True, certain=False)),
        number,
        "",
        title,
    )


def _counts(word: str) -> bool:
    plain = word.casefold().strip("#.:,-\N{EN DASH}\N{EM DASH}")
    return plain.isdigit() or plain in NUMBER_WORDS or plain[:-2].isdigit()


def _first_word(text: str) -> str:
    head = text[:24].replace("\n", " ").split(" ", 1)[0]
    return head.casefold().strip(".:,-)\N{EN DASH}\N{EM DASH}#").split("-")[0] if head else ""


_STARTS = (
    frozenset(HEADING_WORDS)
    | frozenset(DAY_WORDS)
    | {name.split()[0] for name in NAMED_SECTIONS}
    | {word.split()[0].split("-")[0] for word in NUMBER_WORDS}
    | {"the", "le", "la", "das", "entr'acte"}
)


def _numbered(text: str, index: int) -> Candidate | None:
    match = NUMBERED.expression.fullmatch(text)
    if match is None:
        # "Chapter3", "ch1": letters and digits run together
        return None
    number, total = parse_number(match["number"]), match["total"] or ""
    if number is None or (total.strip("?xX") and parse_number(total) is None):
        return None
    kind = HEADING_WORDS[match["word"].casefold()]
    title, separated = match["title"].strip(), bool(match["gap"].strip(" ,")) or "\n" in match["gap"]
    reason = (
        "heading.chapter"
        if kind in ("chapter", "episode")
        else "heading.part"
        if kind in ABOVE_CHAPTERS
        else "heading.section"
    )
    reasons = (reason, *_title_reasons(title, separated=separated, certain=kind == "chapter"))
    return Candidate(index, kind, kind, reasons, number, match["total"] or "", title)


def _ordinal(text: str, index: int) -> Candidate | None:
    match = ORDINAL.expression.fullmatch(text)
    if match is None:
        return None
    written = match["number"]
    number = parse_number(written) or parse_number("".join(filter(str.isdigit, written)))
    if number is None:
        return None
    kind = HEADING_WORDS[match["word"].casefold()]
    reason = "heading.chapter" if kind == "chapter" else "heading.part" if kind in ABOVE_CHAPTERS else "heading.section"
    title = match["title"].strip()
    return Candidate(
        index, kind, kind, (reason, *_title_reasons(title, separated=True, certain=False)), number, "", title
    )


def _named(text: str, index: int) -> Candidate | None:
    match = NAMED.expression.fullmatch(text)
    if match is None or (match["number"] and parse_number(match["number"]) is None):
        return None
    kind = NAMED_SECTIONS[match["name"].casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")]
    title = match["title"].strip()
    if title and (match["gap"].strip() in (".", "...") or match["name"][0].islower()):
        return None
    if match["gap"].strip() in (".", "...") and kind not in CERTAIN_SECTIONS:
        return None
    certain = kind in CERTAIN_SECTIONS or kind == "chapter" or (":" in match["gap"] and title[:1].isupper())
    reasons = (
        "heading.named" if certain else "heading.named-doubtful",
        *_title_reasons(title, separated=True, certain=certain),
    )
    number = parse_number(match["number"]) if match["number"] else None
    return Candidate(index, kind, kind, reasons, number, "", title)


def _counted(text: str, index: int) -> Candidate | None:
    match = COUNTED.expression.fullmatch(text)
    if match is None:
        return None
    total = match["total"]
    if total.isdigit() and int(total) < int(match["number"]):
        return None
    return Candidate(index, "chapter", "counter", ("heading.counter",), int(match["number"]), total)


def _bare(text: str, index: int) -> Candidate | None:
    match = BARE.expression.fullmatch(text)
    number = parse_number(match["number"]) if match else None
    if match is None or number is None or number > 300:
        return None
    written = match["number"]
    family = (
        "digits"
        if written.isdigit()
        else "roman"
        if written.isupper() and len(written) <= 6 and not written.isdigit()
        else "words"
    )
    return Candidate(index, "chapter", f"bare {family}{match['mark']}", ("heading.bare",), number)


def _day(text: str, index: int) -> Candidate | None:
    match = DAY.expression.fullmatch(text)
    number = parse_number(match["number"]) if match else None
    if match is None or number is None:
        return None
    title = match["title"].strip()
    reasons = ("heading.day", *_title_reasons(title, separated=bool(match["gap"].strip(" ,")), certain=False))
    return Candidate(index, "day", f"day {match['word'].casefold()}", reasons, number, "", title)


def _numbered_title(text: str, index: int) -> Candidate | None:
    match = NUMBERED_TITLE.expression.fullmatch(text)
    number = parse_number(match["number"]) if match else None
    if match is None or number is None or number > 300:
        return None
    title = match["title"].strip()
    family = f"titled {'digits' if match['number'].isdigit() else 'roman'}{match['mark'].strip()}"
    return Candidate(
        index,
        "chapter",
        family,
        ("heading.numbered-title", *_title_reasons(title, separated=True, certain=False)),
        number,
        "",
        title,
    )


def _prefixed(text: str, index: int) -> Candidate | None:
    match = PREFIXED.expression.fullmatch(text)
    if match is None or field_name(match["story"]) not in ("", "title"):
        return None
    found = _numbered(match["rest"], index)
    if found is None or "heading.sentence" in found.reasons:
        return None
    return found.given("heading.prefixed")


def _title_reasons(title: str, *, separated: bool, certain: bool) -> Iterator[str]:
    """What the words behind the number say: a title, or the rest of a sentence."""
    if not title:
        return
    words = title.split()
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    if (
        len(words) > 14
        or title[0] in ",;"
        or (not separated and (capitals < len(words) * 0.6 or title[-1] in ".,;"))
        or (title[0].islower() and title[-1] in ".,;!" and not certain)
    ):
        yield "heading.sentence"
    elif title[-1] in ".,;" and not title.endswith("...") and len(words) > 3:
        yield "heading.full-stop"


def _isolated(document: Document, taken: set[int]) -> list[Candidate]:
    """Titles without a number, alone between blank lines in a text whose paragraphs have none, again and again."""
    if document.rhythm > 0 or document.manuscript.layout == "markup":
        return []
    blocks = document.blocks
    places = [
        index
        for index in document.short
        if 0 < index < len(blocks) - 2
        and index not in taken
        and blocks[index].blanks > 0
        and blocks[index + 1].blanks > 0
        and document.words_between(index + 1, min(index + 4, len(blocks))) >= FEWEST_WORDS
        and _is_title(document, index)
    ]
    apart = [document.words_between(before + 1, after) for before, after in pairwise(places)]
    if len(places) < 2 or min(apart) < SECTION_WORDS:
        return []
    reasons = ("heading.looks", "heading.isolated", "heading.repeated-look")
    return [Candidate(index, "chapter", "isolated", reasons, title=document.bare(index)) for index in places]


SECTION_WORDS = 80
"""Words between two titles without numbers; captions of short scenes stand nearer."""


def _is_title(document: Document, index: int) -> bool:
    text = document.texts[index]
    words = text.split()
    return (
        len(text) <= 60
        and 1 <= len(words) <= 8
        and text[0].isupper()
        and text[-1].isalnum()
        and all(word[0].isupper() or len(word) <= 3 or word.casefold() in MINOR_WORDS for word in words)
        and not caption_kind(text)
        and not ends_story(text)
        and not BYLINE.match(text)
        and not is_lone_number(text)
    )


BYLINE = lazy(r"by\s", re.IGNORECASE)


def is_lone_number(text: str) -> bool:
    """Whether a line is a number and nothing else."""
    return parse_number(text) is not None


# ---------------------------------------------------------------- the numbering of the whole text


def _in_sequence(candidates: Sequence[Candidate], document: Document) -> Iterator[Candidate]:
    families: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.number is not None and "heading.sentence" not in candidate.reasons:
            families[candidate.family].append(candidate)
    lengths: dict[int, int] = {}
    counted: set[int] = set()
    for members in families.values():
        for chain in chains(members, document):
            for member in chain:
                lengths[member.index] = max(lengths.get(member.index, 0), len(chain))
            amid = chain[0].number == 1 and document.words_between(0, chain[0].index) > MOST_ABOVE
            if (
                amid
                or min((document.words_between(a.index + 1, b.index) for a, b in pairwise(chain)), default=MOST_ABOVE)
                < SHORT_SECTION
            ):
                counted.update(member.index for member in chain)
    for candidate in candidates:
        length = lengths.get(candidate.index, 0)
        if length < 2:
            yield candidate
            continue
        bare = candidate.family.startswith(("bare", "titled", "counted"))
        reasons = ["heading.sequence-bare" if bare else "heading.sequence"]
        if candidate.family.startswith("bare words") and candidate.index in counted:
            reasons.append("heading.counting")
        if length >= 4:
            reasons.append("heading.long-sequence")
        yield candidate.given(*reasons)


def chains(members: Sequence[Candidate], document: Document) -> list[list[Candidate]]:
    """Runs of numbers in order, each with text before the next. They begin with 1 or 2, or hold at least three numbers."""
    open_chains: dict[int, list[Candidate]] = {}
    done: list[list[Candidate]] = []
    for member in members:
        number = member.number or 0
        chain = open_chains.pop(number - 1, None)
        if chain is not None and document.words_between(chain[-1].index + 1, member.index) >= TEXT_BETWEEN:
            chain.append(member)
        else:
            chain = [member]
            done.append(chain)
        open_chains[number] = chain
    return [chain for chain in done if len(chain) >= 3 or (len(chain) == 2 and (chain[0].number or 0) <= 2)]


def _in_context(candidate: Candidate, following: Candidate | None, document: Document) -> Candidate:
    stop = following.index if following else len(document.blocks)
    stacked = following is not None and following.index - candidate.index <= 2 and following.kind != candidate.kind
    repeated = following is not None and following.number == candidate.number
    if not (stacked or repeated) and document.words_between(candidate.index + 1, stop) < FEWEST_WORDS:
        return candidate.given("heading.no-text")
    return candidate


# ---------------------------------------------------------------- titles on the next line


def _with_titles_below(candidates: Sequence[Candidate], document: Document) -> Iterator[Candidate]:
    heads = {candidate.index for candidate in candidates}
    below = {
        c.index: _title_below(c, document, heads) for c in candidates if not c.title and c.kind not in _WITHOUT_TITLES
    }
    likely = Counter(below.values())
    for candidate in candidates:
        kind = below.get(candidate.index, "")
        titled = likely["plain"] + likely["clear"]
        consistent = titled >= 2 and titled >= 0.6 * len(below)
        if kind == "clear" or (kind == "plain" and consistent):
            yield replace(
                candidate.given("heading.title-below"),
                last=candidate.index + 1,
                title=document.bare(candidate.index + 1),
            )
        else:
            yield candidate


_WITHOUT_TITLES = frozenset({"day", "foreword", "afterword", "bonus", "coda", "remix"})


def _title_below(candidate: Candidate, document: Document, heads: set[int]) -> str:
    """Whether, as "clear", "plain" or "", the next block is the heading's title."""
    index = candidate.index + 1
    if index + 1 >= len(document.blocks) or index in heads or not 0 < len(document.texts[index]) <= 70:
        return ""
    text, block = document.bare(index), document.blocks[index]
    words = text.split()
    if (
        not words
        or len(words) > 9
        or text[-1] in ".,;:"
        or document.texts[index][0] in OPENING_QUOTES
        or not text[0].isalnum()
    ):
        return ""
    if ":" in text and field_name(text.split(":")[0]):
        return ""
    if (
        caption_kind(text)
        or text.casefold().startswith("by ")
        or not any(map(str.isalpha, text))
        or block.kind in ("rule", "item", "image")
    ):
        return ""
    minor = sum(word[0].isupper() or len(word) <= 3 or word.casefold() in MINOR_WORDS for word in words)
    titled = text[0].isupper() and minor == len(words)
    if not titled:
        return ""
    close = block.blanks < document.rhythm or block.kind == "heading" or document.stands_out(index)
    apart = document.blocks[index + 1].blanks > block.blanks
    return "clear" if (close or apart) and text[-1] not in "!?" else "plain"


# ---------------------------------------------------------------- findings


def _findings(candidates: Sequence[Candidate], document: Document) -> Iterator[Finding]:
    kinds = {candidate.kind for candidate in candidates if "heading.sentence" not in candidate.reasons}
    previous: Candidate | None = None
    for candidate in candidates:
        role = "heading"
        if candidate.kind in ABOVE_CHAPTERS and "chapter" in kinds and not candidate.total:
            role = "part"
        if previous is not None and _repeats(previous, candidate, document):
            role = "counter"
        last = max(candidate.last, candidate.index)
        value = candidate.kind
        if role == "counter":
            value = str(candidate.number) + (f"/{candidate.total}" if candidate.total else "")
        yield document.propose(role, candidate.index, last, dict.fromkeys(candidate.reasons), value=value)
        previous = candidate


def _repeats(previous: Candidate, candidate: Candidate, document: Document) -> bool:
    """The same heading twice with nothing between, as sites and authors both print it."""
    return (
        candidate.number is not None
        and candidate.number == previous.number
        and candidate.kind == previous.kind
        and candidate.index - max(previous.last, previous.index) <= 2
        and document.words_between(max(previous.last, previous.index) + 1, candidate.index) <= 12
    )
