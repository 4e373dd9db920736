"""The JSON Schema of a collection file, for editors and for programs that write one; docs/fic2book.schema.json is this."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

from fic2book.collection.keys import ALL_BOOK_KEYS, CONTENTS, DEFAULT_KEYS, STORY_KEYS, Key

SCHEMA_ID: Final = "fic2book.schema.json"

TEXTS: Final = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
    ]
}
SHAPES: Final[dict[str, dict[str, Any]]] = {
    "string": {"type": "string"},
    "word": {"type": ["string", "number"]},
    "date": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$|^$"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "strings": TEXTS,
    "table": {"type": "object"},
}
"""The schema of each type of `keys.TYPES`."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a collection file."""
    special = _special()
    book = _object(ALL_BOOK_KEYS, special)
    story = {**_object(STORY_KEYS, special), "required": ["source"]}
    book["properties"]["stories"] = {
        "description": "What is particular to single stories.",
        "type": "array",
        "items": story,
    }
    book["anyOf"] = [{"required": [key]} for key in CONTENTS]
    pairs = (("sources", "each"), ("sources", "manifest"), ("each", "manifest"), ("stories", "manifest"))
    book["not"] = {"anyOf": [{"required": list(pair)} for pair in pairs]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A fic2book collection",
        "type": "object",
        "additionalProperties": False,
        "required": ["books"],
        "properties": {
            "$schema": {"type": "string"},
            "defaults": _object(DEFAULT_KEYS, special),
            "books": {"type": "array", "minItems": 1, "items": book},
        },
    }


def _special() -> dict[str, dict[str, Any]]:
    """Keys whose values are the names of a table elsewhere, or have a form of their own."""
    from fic2book.covers import DESIGNS
    from fic2book.exporters import EXPORTERS
    from fic2book.styles import style_names

    formats = {"enum": list(EXPORTERS)}
    return {
        "style": {"anyOf": [{"enum": list(style_names())}, {"type": "string", "pattern": r"[./\\]"}]},
        "formats": {"anyOf": [formats, {"type": "array", "items": formats, "minItems": 1}]},
        "cover": {"enum": ["auto", "none", *DESIGNS]},
        "language": {"type": "string", "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$|^$"},
        "impose": _imposition(),
        "breaks": {"type": "number", "minimum": 0, "maximum": 1},
    }


def _imposition() -> dict[str, Any]:
    from fic2book.binding.plan import CHOICES, RANGES, ImpositionPlan

    shapes: dict[type, dict[str, Any]] = {
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        float: {"type": "number"},
    }
    properties: dict[str, dict[str, Any]] = {}
    for item in fields(ImpositionPlan):
        properties[item.name] = dict(shapes.get(type(item.default), {"type": "string"}))
        if item.name in CHOICES:
            properties[item.name]["enum"] = list(CHOICES[item.name])
        if item.name in RANGES:
            properties[item.name]["minimum"], properties[item.name]["maximum"] = RANGES[item.name]
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _object(keys: dict[str, Key], special: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _property(key, special.get(name)) for name, key in keys.items()},
    }


def _property(key: Key, special: dict[str, Any] | None) -> dict[str, Any]:
    shape: dict[str, Any] = {"description": key.meaning, **(special or SHAPES[key.type])}
    if key.choices:
        shape["enum"] = list(key.choices)
    return shape
