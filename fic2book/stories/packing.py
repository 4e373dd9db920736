"""Cleaned stories as bytes, so that a book of many stories need not clean again those that have not changed.

The bytes are a pickle, read by an unpickler that knows the types of `fic2book.model` and nothing else: a forged file can at worst make
a wrong story, which the conservation proof meets next. They are meant for one program version; a driver keys them by its digest.
"""

from __future__ import annotations

import io
import pickle
from typing import Any, Final

from fic2book import model
from fic2book.errors import SourceError
from fic2book.model import Story

TYPES: Final = frozenset(
    {
        "Block",
        "Decision",
        "Evidence",
        "Field",
        "Finding",
        "Image",
        "Manuscript",
        "Metadata",
        "Notice",
        "Removed",
        "Resource",
        "Run",
    }
    | {"Source", "Span", "Story"}
)


def pack(story: Story) -> bytes:
    """The story as bytes."""
    return pickle.dumps(story, protocol=5)


def unpack(data: bytes) -> Story:
    """The story that `pack` wrote. Raises SourceError for anything else."""
    try:
        story = _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # noqa: BLE001 - damaged pickles fail in any way they like
        raise SourceError(
            f"A cached story is damaged ({error}). Delete fic2book's cache folder, and it is made anew."
        ) from None
    if not isinstance(story, Story):
        raise SourceError(
            "A cached story is damaged (it is no story). Delete fic2book's cache folder, and it is made anew."
        )
    return story


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Our own types, and nothing else."""
        if module == model.__name__ and name in TYPES:
            return getattr(model, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in it")
