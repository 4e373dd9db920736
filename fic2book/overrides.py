"""The sidecar beside a story, ``<name>.fic.toml``: the user's last word on what each passage is.

A sidecar names passages by quoting them, never by line number, so it survives edits elsewhere in the story. A quotation matches
whatever the typography: straight and curly quotes, dashes, ellipses and runs of white space are all the same to it. One that is found
nowhere, or more than once without an ``occurrence``, is an error. The format is described in docs/sidecar.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from typing import Any

from fic2book.errors import SidecarError
from fic2book.model import BOUNDARY_ROLES, ROLES, Block, Decision, Image, Inline, Manuscript, Metadata, Run, Span

PLACES = ("keep", "front", "before", "after", "back", "popup", "appendix", "omit")
"""Where a user may send a passage; "keep" prints it where it stands."""

STRENGTHS = ("soft", "hard")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that name a place in the story. `occurrence` counts from 1; 0 means the words must be unique."""

    words: str
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One ruling: the blocks from the one that holds `quote` to the one that holds `through` are `role`."""

    quote: Quotation
    role: str
    through: Quotation | None = None
    value: str = ""
    place: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class MarkedBreak:
    """A scene break that the text does not show, before the block that holds `before`."""

    before: Quotation
    strength: str = "hard"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Everything a sidecar says; `name` is the file it was read from, for messages."""

    name: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    marks: tuple[Mark, ...] = ()
    breaks: tuple[MarkedBreak, ...] = ()
    splits: tuple[Quotation, ...] = ()
    joins: tuple[Quotation, ...] = ()
    accept: float = 0.0  # accept suggested lost breaks from this score on; 0 accepts none

    def resolve(self, manuscript: Manuscript) -> tuple[Decision, ...]:
        """The rulings as decisions on `manuscript`'s blocks, in the order in which they were written.

        Boundary rulings (role "pause") come as decisions of their own. Raises SidecarError for a stale quotation.
        """
        if not (self.marks or self.breaks):
            return ()
        finder = finder_of(manuscript, self.name)
        marked = tuple(decision for mark in self.marks for decision in _decide(mark, finder))
        return marked + tuple(
            Decision("pause", at, at, by="user", value=item.strength)
            for item in self.breaks
            for at in (finder.blocks_of(item.before)[0],)
        )

    def reshape(self, manuscript: Manuscript) -> Manuscript:
        """`manuscript` with the paragraphs split and joined that the sidecar names. Raises SidecarError."""
        for quotation in self.splits:
            manuscript = _split(manuscript, quotation, self.name)
        for quotation in self.joins:
            manuscript = _join(manuscript, quotation, self.name)
        return manuscript


NO_OVERRIDES = Overrides()


def _decide(mark: Mark, finder: Finder) -> tuple[Decision, ...]:
    first, last = finder.blocks_of(mark.quote)
    if mark.through is not None:
        end = finder.blocks_of(mark.through)[1]
        if end < first:
            raise SidecarError(
                f"{finder.name}: “through = {mark.through.words!r}” stands before “quote = {mark.quote.words!r}”. Swap the two."
            )
        last = end
    if mark.role in BOUNDARY_ROLES:
        return (Decision(mark.role, first, first, by="user", value=mark.value or "hard"),)
    return (Decision(mark.role, first, last, by="user", value=mark.value, place=mark.place),)


# ---------------------------------------------------------------- finding quoted words

_GAP = r"[^\S\n]*(?:\n[^\S\n]*)?"
"""White space within a paragraph: two line feeds would be a paragraph's end."""

_SAME = (
    '["“”„‟«»″]',
    "['‘’‚‛′`´]",
    r"(?:-{2,3}|[‐‑‒–—―-])",
    rf"(?:\.{_GAP}\.{_GAP}\.|…)",
)
"""Signs that stand for each other: a quotation may hold any of them where the story holds another."""

_PIECE = r"\s+|\.\s?\.\s?\.|…|-{2,3}|[‐‑‒–—―-]|[\"“”„‟«»″]|['‘’‚‛′`´]|[^\s.…‐‑‒–—―\"“”„‟«»″'‘’‚‛′`´-]+|."


def quotation_pattern(words: str) -> re.Pattern[str]:
    """A pattern that finds `words` whatever the typography and the line breaks around and between them."""
    return re.compile("".join(_token_pattern(token) for token in re.findall(_PIECE, words.strip(), re.DOTALL)))


def _token_pattern(token: str) -> str:
    if token.isspace():
        return r"\s+"
    if token[0].isalnum():
        return re.escape(token)
    return next((same for same in _SAME if re.fullmatch(same, token)), re.escape(token))


class Finder:
    """Finds quotations among the texts of blocks; of several versions of the texts, the first that holds the words counts."""

    def __init__(self, versions: Sequence[Sequence[str]], name: str) -> None:
        self.name = name
        self._versions = versions

    def blocks_of(self, quotation: Quotation) -> tuple[int, int]:
        """Indices of the first and last block the words stand in. Raises SidecarError when that is not one place."""
        first, last, _ = self.place_of(quotation)
        return first, last

    def place_of(self, quotation: Quotation) -> tuple[int, int, int]:
        """First block, last block, and the offset of the words in the first block's text."""
        places = self.places_of(quotation.words)
        if places:
            return self._choose(places, quotation)
        raise SidecarError(
            f"{self.name}: the words “{quotation.words}” are nowhere in the story. "
            "Copy them from the story as it is now, or remove the entry."
        )

    def places_of(self, words: str) -> list[tuple[int, int, int]]:
        """Every place of `words`, in order, as `place_of` gives them."""
        pattern = quotation_pattern(words)
        return next(filter(None, (_matches(pattern, texts) for texts in self._versions)), [])

    def _choose(self, places: list[tuple[int, int, int]], quotation: Quotation) -> tuple[int, int, int]:
        if quotation.occurrence > len(places):
            raise SidecarError(
                f"{self.name}: occurrence = {quotation.occurrence}, but the words “{quotation.words}” "
                f"stand in the story {len(places)} time(s). Lower the number."
            )
        if quotation.occurrence == 0 and len(places) > 1:
            raise SidecarError(
                f"{self.name}: the words “{quotation.words}” stand in the story {len(places)} times. "
                f"Quote more of the passage, or add occurrence = 1 … {len(places)}."
            )
        return places[max(quotation.occurrence, 1) - 1]


def finder_of(manuscript: Manuscript, name: str) -> Finder:
    """A finder over the source as written, then over the text as repaired so far."""
    text = manuscript.source.text
    written = [text[block.span.start : block.span.stop] for block in manuscript.blocks]
    return Finder((written, [block.text for block in manuscript.blocks]), name)


def _matches(pattern: re.Pattern[str], texts: Sequence[str]) -> list[tuple[int, int, int]]:
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 2
    places = []
    for match in pattern.finditer("\n\n".join(texts)):
        first = bisect_right(starts, match.start()) - 1
        last = bisect_right(starts, max(match.end() - 1, match.start())) - 1
        places.append((first, last, match.start() - starts[first]))
    return places


# ---------------------------------------------------------------- splitting and joining paragraphs


def _split(manuscript: Manuscript, quotation: Quotation, name: str) -> Manuscript:
    texts = [block.text for block in manuscript.blocks]
    # Offsets must count in the block's own text, so the source as written is not consulted here.
    index, _, offset = Finder([texts], name).place_of(quotation)
    block = manuscript.blocks[index]
    before, after = _cut(block.inlines, offset)
    if not before:
        raise SidecarError(f"{name}: the paragraph already begins with “{quotation.words}”. Remove this [[split]].")
    at = after[0].span.start
    halves = (
        replace(block, inlines=before, span=Span(block.span.start, at)),
        replace(block, inlines=after, span=Span(at, block.span.stop), blanks=0),
    )
    return _reindexed(manuscript, index, 1, halves)


def _cut(inlines: tuple[Inline, ...], offset: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    before: list[Inline] = []
    for position, inline in enumerate(inlines):
        length = 0 if isinstance(inline, Image) else len(inline.text)
        if offset <= 0:
            return tuple(before), inlines[position:]
        if offset < length and isinstance(inline, Run) and not inline.rule:
            middle = inline.span.start + offset
            head = inline._replace(text=inline.text[:offset], span=Span(inline.span.start, middle))
            tail = inline._replace(text=inline.text[offset:], span=Span(middle, inline.span.stop))
            return (*before, head), (tail, *inlines[position + 1 :])
        before.append(inline)
        offset -= length
    return tuple(before), ()


def _join(manuscript: Manuscript, quotation: Quotation, name: str) -> Manuscript:
    finder = finder_of(manuscript, name)
    first, last = finder.blocks_of(quotation)
    last = max(last, first + 1)
    if last >= len(manuscript.blocks):
        raise SidecarError(f"{name}: nothing follows the paragraph “{quotation.words}” that it could be joined to.")
    blocks = manuscript.blocks[first : last + 1]
    inlines: list[Inline] = list(blocks[0].inlines)
    for left, right in pairwise(blocks):
        inlines.append(Run(" ", Span(left.span.stop, right.span.start), rule="join"))
        inlines.extend(right.inlines)
    joined = replace(blocks[0], inlines=tuple(inlines), span=Span(blocks[0].span.start, blocks[-1].span.stop))
    inside = range(blocks[0].span.start, blocks[-1].span.stop)
    removed = tuple(item for item in manuscript.removed if item.span.start not in inside)
    return _reindexed(replace(manuscript, removed=removed), first, last - first + 1, (joined,))


def _reindexed(manuscript: Manuscript, index: int, count: int, new: tuple[Block, ...]) -> Manuscript:
    shift = len(new) - count

    def moved(position: int, *, is_last: bool) -> int:
        if position < index:
            return position
        if position >= index + count:
            return position + shift
        return index + len(new) - 1 if is_last else index

    findings = tuple(
        replace(item, first=moved(item.first, is_last=False), last=moved(item.last, is_last=True))
        for item in manuscript.findings
    )
    blocks = manuscript.blocks[:index] + new + manuscript.blocks[index + count :]
    return replace(manuscript, blocks=blocks, findings=findings)


# ---------------------------------------------------------------- parsing

_TABLES = ("metadata", "mark", "break", "split", "join", "breaks")
_PLURAL = {
    "author": "authors",
    "fandom": "fandoms",
    "relationship": "relationships",
    "character": "characters",
    "tag": "tags",
}
_METADATA_KEYS = tuple(item.name for item in fields(Metadata) if item.name != "fields")
_LISTS = frozenset({"authors", "fandoms", "relationships", "characters", "tags", "warnings"})


def parse_sidecar(text: str, name: str) -> Overrides:
    """What the sidecar `name` says. Raises SidecarError with the file, the entry and what to do."""
    import tomllib  # most stories have no sidecar

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SidecarError(
            f"{name} is not valid TOML: {error}. Quotations that hold \" can stand between ''' … '''."
        ) from None
    _known(data, _TABLES, name, "table")
    accept = _table(data, "breaks", name)
    _known(accept, ("accept",), name, "key in [breaks]")
    return Overrides(
        name=name,
        metadata=parse_metadata(_table(data, "metadata", name), f"{name}, [metadata]", SidecarError),
        marks=tuple(_mark(entry, name) for entry in _entries(data, "mark", name)),
        breaks=tuple(_marked_break(entry, name) for entry in _entries(data, "break", name)),
        splits=tuple(_place(entry, "before", "split", name) for entry in _entries(data, "split", name)),
        joins=tuple(_place(entry, "at", "join", name) for entry in _entries(data, "join", name)),
        accept=_score(accept.get("accept", 0.0), name),
    )


def parse_metadata(table: dict[str, Any], where: str, error: type[Exception]) -> Metadata:
    """Metadata from a TOML table; `author = "…"` and `authors = ["…"]` are both accepted. Raises `error`."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = _PLURAL.get(key, key)
        if name not in _METADATA_KEYS:
            near = _nearest(key, (*_METADATA_KEYS, *_PLURAL))
            hint = f" Did you mean “{near[0]}”?" if near else f" Known keys: {', '.join(_METADATA_KEYS)}."
            raise error(f"{where}: unknown key “{key}”.{hint}")
        values[name] = _listed(value, key, where, error) if name in _LISTS else _plain(value, key, where, error)
    return Metadata(**values)


def _listed(value: object, key: str, where: str, error: type[Exception]) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(_plain(item, key, where, error) for item in items)


def _plain(value: object, key: str, where: str, error: type[Exception]) -> str:
    if isinstance(value, bool | dict | list):
        raise error(f"{where}: “{key}” must be text, found {value!r}. Write it between quotation marks.")
    return str(value).strip()


def _nearest(name: str, choices: Sequence[str]) -> list[str]:
    from difflib import get_close_matches  # loaded only when something is wrong

    return get_close_matches(name, choices, 1)


def _known(table: Iterable[str], keys: Sequence[str], name: str, what: str) -> None:
    for key in table:
        if key not in keys:
            near = _nearest(key, keys)
            hint = f" Did you mean “{near[0]}”?" if near else f" Known: {', '.join(keys)}."
            raise SidecarError(f"{name}: unknown {what} “{key}”.{hint}")


def _table(data: dict[str, Any], key: str, name: str) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise SidecarError(f"{name}: [{key}] must be a table; write it as “[{key}]” on a line of its own.")
    return value


def _entries(data: dict[str, Any], key: str, name: str) -> list[dict[str, Any]]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise SidecarError(f"{name}: “{key}” must be a list of tables; write each as “[[{key}]]” with double brackets.")
    return value


def _mark(entry: dict[str, Any], name: str) -> Mark:
    _known(entry, ("quote", "occurrence", "through", "role", "value", "place", "why"), name, "key in [[mark]]")
    quote = _place(entry, "quote", "mark", name)
    roles = (*ROLES, *BOUNDARY_ROLES)
    role = _choice(entry.get("role", ""), roles, f"{name}: role of “{quote.words}”")
    place = _choice(entry["place"], PLACES, f"{name}: place of “{quote.words}”") if "place" in entry else ""
    through = Quotation(_text(entry, "through", name)) if "through" in entry else None
    return Mark(quote, role, through, str(entry.get("value", "")), place, str(entry.get("why", "")))


def _marked_break(entry: dict[str, Any], name: str) -> MarkedBreak:
    _known(entry, ("before", "occurrence", "strength", "why"), name, "key in [[break]]")
    before = _place(entry, "before", "break", name)
    strength = _choice(
        entry.get("strength", "hard"), STRENGTHS, f"{name}: strength of the break before “{before.words}”"
    )
    return MarkedBreak(before, strength, str(entry.get("why", "")))


def _place(entry: dict[str, Any], key: str, table: str, name: str) -> Quotation:
    if key not in entry:
        raise SidecarError(f'{name}: a [[{table}]] entry has no “{key}”. Add {key} = "words of the story".')
    occurrence = entry.get("occurrence", 0)
    if not isinstance(occurrence, int) or isinstance(occurrence, bool) or ("occurrence" in entry and occurrence < 1):
        raise SidecarError(f"{name}: occurrence = {occurrence!r} in [[{table}]] must be a whole number from 1.")
    return Quotation(_text(entry, key, name), occurrence)


def _text(entry: dict[str, Any], key: str, name: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise SidecarError(f"{name}: {key} = {value!r} must be words of the story between quotation marks.")
    return value


def _choice(value: object, choices: Sequence[str], where: str) -> str:
    if value in choices:
        return str(value)
    near = _nearest(str(value), choices)
    hint = f"Did you mean “{near[0]}”?" if near else f"Choose one of: {', '.join(choices)}."
    raise SidecarError(f"{where} is {value!r}, which is unknown. {hint}")


def _score(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise SidecarError(f"{name}: [breaks] accept = {value!r} must be a number from 0 to 1, for instance 0.4.")
    return float(value)
