"""A run as JSON, for programs: one object a book, then the sums. Written as the run goes, so it needs no memory, and put in place whole."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any, Self, TextIO

from fic2book import __version__
from fic2book.collection.driver import Step, Tally
from fic2book.errors import OutputError
from fic2book.files import TEMPORARY


class Report:
    """The report at `path`; the file appears when the run is over."""

    def __init__(self, path: Path, tally: Tally) -> None:
        self._path = path
        self._draft = path.with_name(f"{TEMPORARY}{path.name}.{os.getpid()}")
        self._stream: TextIO | None = None
        self._tally = tally
        self._separator = "\n"

    def __enter__(self) -> Self:
        """Begin to write. Raises OutputError."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._draft.open("w", encoding="utf-8")
        except OSError as error:
            raise OutputError(
                f"{self._path} cannot be written: {error.strerror}. Name another file with --report."
            ) from None
        self._stream.write(f'{{"program": "fic2book {__version__}",\n"books": [')
        return self

    def add(self, step: Step) -> None:
        """Write one book."""
        assert self._stream is not None
        self._stream.write(self._separator + json.dumps(as_data(step), ensure_ascii=False))
        self._separator = ",\n"

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Add the sums and put the file in place."""
        assert self._stream is not None
        tally = self._tally
        sums = {
            "total": tally.total,
            "built": tally.built,
            "unchanged": tally.unchanged,
            "failed": tally.failed,
            "complete": kind is None and tally.done == tally.total,
        }
        with self._stream as stream:
            stream.write("\n],\n" + json.dumps(sums)[1:] + "\n")
        self._draft.replace(self._path)


def as_data(step: Step) -> dict[str, Any]:
    """One book as JSON has it."""
    outcome = step.outcome
    data: dict[str, Any] = {
        "name": outcome.name,
        "status": "failed" if outcome.error else "built",
        "reasons": list(step.reasons),
    }
    if outcome.error is not None:
        data["error"] = {
            "kind": outcome.error.kind,
            "message": outcome.error.message,
            "exit_code": outcome.error.exit_code,
        }
    if outcome.summary is not None:
        data["title"], data["authors"] = outcome.summary.title, list(outcome.summary.authors)
        data["words"], data["chapters"] = outcome.summary.words, outcome.summary.chapters
    data["files"] = [
        {"name": item.name, "bytes": len(item.data), "sha256": hashlib.sha256(item.data).hexdigest()}
        for item in outcome.files
    ]
    data["notices"] = [{"code": item.code, "message": item.message, "where": item.where} for item in outcome.notices]
    data["seconds"] = {name: round(value, 4) for name, value in outcome.seconds.items()}
    return data
