"""A sidecar's TOML read to `Overrides`; what is unknown is named, with the nearest word that is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from fic2book.errors import SidecarError
from fic2book.hints import did_you_mean, nearest
from fic2book.model import BOUNDARY_ROLES, ROLES, Metadata
from fic2book.overrides import Overrides
from fic2book.overrides.rulings import PLACES, STRENGTHS, Mark, MarkedBreak, Quotation

_TABLES = ("encoding", "metadata", "mark", "break", "split", "join", "breaks")
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
        encoding=_text(data, "encoding", name) if "encoding" in data else "",
        accept=_score(accept.get("accept", 0.0), name),
    )


def parse_metadata(table: dict[str, Any], where: str, error: type[Exception]) -> Metadata:
    """Metadata from a TOML table; `author = "…"` and `authors = ["…"]` are both accepted. Raises `error`."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = _PLURAL.get(key, key)
        if name not in _METADATA_KEYS:
            hint = did_you_mean(key, (*_METADATA_KEYS, *_PLURAL)) or f" Known keys: {', '.join(_METADATA_KEYS)}."
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


def _known(table: Iterable[str], keys: Sequence[str], name: str, what: str) -> None:
    for key in table:
        if key not in keys:
            raise SidecarError(f"{name}: unknown {what} “{key}”. {nearest(key, keys)}")


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
    raise SidecarError(f"{where} is {value!r}, which is unknown. {nearest(value, choices)}")


def _score(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise SidecarError(f"{name}: [breaks] accept = {value!r} must be a number from 0 to 1, for instance 0.4.")
    return float(value)
