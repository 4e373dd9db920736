"""What is known about a story, gathered from the decisions: fields first, then title lines, bylines and stamps.

Nothing is invented. A file name is taken for a title only where it plainly is one, and the user is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace

from fic2book.cleaner.detectors.bylines import clean_name
from fic2book.cleaner.detectors.dates import iso_date
from fic2book.cleaner.detectors.field_repeats import field_key
from fic2book.cleaner.detectors.ratings import normal_rating
from fic2book.cleaner.detectors.title_lines import read_part, read_title
from fic2book.lazy import lazy
from fic2book.model import Decision, Field, Metadata, Notice, Span

COMPLETE = frozenset(
    "complete completed finished done yes ja igen oui sí si да завершен завершён завершено завершена fertig fertiggestellt abgeschlossen terminé terminée terminado terminada completo completa one-shot oneshot".split()
)
UNFINISHED = frozenset(
    "wip no nein non incomplete ongoing unfinished in-progress progress hiatus nem нет процессе заморожен".split()
)


LISTS = frozenset({"relationship", "characters", "fandom", "genre", "keywords", "warnings", "collections", "category"})
"""Fields whose values, when they stand one a line, are a list."""


def gather(decisions: Sequence[Decision], name: str) -> tuple[Metadata, tuple[Notice, ...]]:
    """Metadata from the decisions of the file `name`, with a notice where the title is missing or taken from the file's name."""
    fields = [field for decision in decisions if decision.role == "field" for field in decision.fields]
    values = _values(fields)
    title, extras = _title(decisions, values)
    for key, value in extras.items():
        values.setdefault(key, [value])
    notices: tuple[Notice, ...] = ()
    if not title:
        title, notices = _from_file(name)
    part, _, parts = extras.get("part", "").partition("/")
    metadata = Metadata(
        title=title,
        authors=_authors(values, decisions),
        date=_date(values, decisions),
        updated=iso_date(_first(values, "updated")),
        summary=" ".join(values.get("summary", ())),
        fandoms=_listed(values.get("fandom", ())),
        relationships=_listed(values.get("relationship", ()), slash=False),
        characters=_listed(values.get("characters", ())),
        tags=_listed([*values.get("genre", ()), *values.get("keywords", ())]),
        warnings=_listed(values.get("warnings", ()), longest=60),
        rating=normal_rating(_first(values, "rating")),
        status=_status(values),
        source=_address(values),
        part=part,
        parts=parts,
        **_series(values),
        fields=tuple(_joined(fields)),
    )
    return metadata, notices


def merged(found: Metadata, given: Metadata) -> Metadata:
    """`found` with every non-empty value of `given` in its place."""
    chosen = {item.name: getattr(given, item.name) for item in fields_of(Metadata) if getattr(given, item.name)}
    return replace(found, **chosen)


# ---------------------------------------------------------------- fields


def _values(fields: Iterable[Field]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = defaultdict(list)
    for field in fields:
        if field.value:
            values[field.name].append(field.value)
    return values


def _joined(fields: Sequence[Field]) -> list[Field]:
    """Fields with their wrapped values joined to one, each once: parts pasted one below the other repeat their header."""
    joined: list[Field] = []
    seen: set[tuple[str, str, str]] = set()
    for field in fields:
        key = (*field_key(field), field.label.casefold())
        if field.label and field.value and key in seen:
            continue
        seen.add(key)
        if not field.label and joined and joined[-1].name == field.name and field.name != "thanks":
            before = joined[-1]
            between = ", " if before.value and field.name in LISTS else " "
            joined[-1] = replace(
                before,
                value=f"{before.value}{between}{field.value}".strip(),
                span=Span(before.span.start, field.span.stop),
            )
        else:
            joined.append(field)
    return joined


def _first(values: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(values.get(name, ())), "")


_LIST = lazy(r"\s*(?:[;|•·\n]|,(?![^()]*\)))\s*")


def _listed(values: Sequence[str], *, slash: bool = True, longest: int = 80) -> tuple[str, ...]:
    """The items of comma lists, each once; a value too long for a list stays one item."""
    items: list[str] = []
    for value in values:
        pieces = _LIST.split(value.strip(" .")) if len(value) < 1500 else [value]
        if any(len(piece) > longest for piece in pieces):
            pieces = [value]
        items.extend(piece.strip() for piece in pieces)
    return tuple(dict.fromkeys(item for item in items if item))


def _status(values: Mapping[str, Sequence[str]]) -> str:
    for value in values.get("status", ()):
        if iso_date(value):
            return "complete"
        words = value.casefold().replace("in progress", "in-progress").replace("work in-progress", "wip").strip(" .!")
        first = re.split(r"[\s,;(]+", words, maxsplit=1)[0]
        if words in UNFINISHED or first in UNFINISHED:
            return "in progress"
        if words in COMPLETE or first in COMPLETE:
            return "complete"
        if "заверш" in words:
            return "complete"
        if "процесс" in words:
            return "in progress"
    count = re.fullmatch(r"(\d+)\s?/\s?(\d+|\?)", _first(values, "chapters").strip())
    if count:
        return "complete" if count[1] == count[2] else "in progress"
    return ""


def _series(values: Mapping[str, Sequence[str]]) -> dict[str, str]:
    written = _first(values, "series").strip()
    if not written or written.casefold() in ("none", "no", "n/a", "-", "nein", "нет"):
        return {"series": "", "series_index": ""}
    match = re.fullmatch(
        r"part\s(?P<a>[\d.]+)\s(?:of|in)\s(?:the\s)?(?P<b>.+?)(?:\sseries)?|(?P<c>.+?)[\s,:(#\-–—]+(?:(?:part|book|number|no\.?|#|story)\s?)?(?P<d>\d+(?:\.\d)?)\)?(?:\s?(?:of|/)\s?\d+\)?)?",
        written,
        re.IGNORECASE,
    )
    if match is None:
        return {"series": written, "series_index": ""}
    return {"series": (match["b"] or match["c"]).strip(" ,:"), "series_index": match["a"] or match["d"]}


def _address(values: Mapping[str, Sequence[str]]) -> str:
    found = re.search(r"https?://\S+", " ".join([*values.get("url", ()), *values.get("source", ())]))
    return found.group().rstrip(".,)>]") if found else ""


def _date(values: Mapping[str, Sequence[str]], decisions: Sequence[Decision]) -> str:
    for value in values.get("date", ()):
        found = iso_date(value)
        if found:
            return found
    return next((decision.value for decision in decisions if decision.role == "date"), "")


# ---------------------------------------------------------------- title and authors


def _title(decisions: Sequence[Decision], values: Mapping[str, Sequence[str]]) -> tuple[str, dict[str, str]]:
    """The title, and what title lines say besides; the title field wins."""
    line = next((decision for decision in decisions if decision.role == "title"), None)
    extras = {field.name: field.value for field in line.fields} if line else {}
    extras.setdefault("part", next((d.value for d in decisions if d.role == "counter" and "/" in d.value), ""))
    labelled = _first(values, "title")
    if labelled:
        read = read_title(labelled)
        extras |= _filled({"author": read.author, "part": read.part})
        return read.title or labelled, _filled(extras)
    return (line.value if line else ""), _filled(extras)


def _filled(extras: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in extras.items() if value}


_NAMES = lazy(r"\s*(?:,|&|;|\s+and\s+|\s+und\s+|\s+et\s+|\s+и\s+)\s*")


_ADDRESS = lazy(r"\S+@\S+")


def _authors(values: Mapping[str, Sequence[str]], decisions: Sequence[Decision]) -> tuple[str, ...]:
    written = list(values.get("author", ()))
    if not written or all(_ADDRESS.fullmatch(item) for item in written):
        # A byline's name is better than the address in a message's head.
        written = [decision.value for decision in decisions if decision.role == "author"][:1] or written
    if not written:  # who posted the page, as its site says
        written = [field.value for decision in decisions if decision.role == "chrome" for field in decision.fields][:1]
    names: list[str] = []
    for item in written:
        value = clean_name(item.removeprefix("by "))
        pieces = _NAMES.split(value) if len(value) <= 90 else [value]
        names.extend(pieces if all(0 < len(piece.split()) <= 4 for piece in pieces) else [value])
    return tuple(dict.fromkeys(name for name in names if name))


_PLAIN = frozenset(
    "story stories chapter chapters untitled document file text new draft download index stdin fic fanfic book part final copy input output test page doc unnamed - view viewstory printable print sample".split()
)


def _from_file(name: str) -> tuple[str, tuple[Notice, ...]]:
    """A title from the file's name where it plainly is one, with the notice that says so."""
    missing = Notice("no-title", "No title was found; give one with --title or in the sidecar.")
    stem = re.sub(
        r"(?:\.(?:txt|html?|xhtml|md|markdown|docx?|odt|rtf|epub|mhtml?|zip|fic|text))+$", "", name, flags=re.IGNORECASE
    )
    spaced = re.sub(r"[_+]+|%20|(?<=\w)-(?=\w)", " ", stem).strip(" .-")
    words = spaced.split()
    letters = [word for word in words if any(map(str.isalpha, word))]
    hashed = any(re.fullmatch(r"(?=.*\d)[0-9a-fA-F]{6,}|(?=.*\d)(?=.*[a-zA-Z])\w{9,}", word) for word in words)
    plain = all(word.casefold().rstrip("0123456789") in _PLAIN or not word[0].isalpha() for word in letters)
    numbered = len(letters) == 1 and len(words) > 1
    if (
        not letters
        or numbered
        or (len(letters) == 1 and len(letters[0]) < 4)
        or hashed
        or plain
        or len(words) > 14
        or read_part(spaced)
        or max(map(len, letters)) < 3
    ):
        return "", (missing,)
    read = read_title(re.sub(r"^\d{1,4}\s+(?=\S)", "", spaced))
    title = (
        read.title if not read.title.islower() else " ".join(word[0].upper() + word[1:] for word in read.title.split())
    )
    notice = Notice(
        "title-from-file-name", f"The text has no title; “{title}” is taken from the file's name.", where=name
    )
    return title, (notice,)
