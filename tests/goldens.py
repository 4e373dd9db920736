"""Golden files: what a stage once gave, reviewed as prose, kept beside its test."""

from __future__ import annotations

from pathlib import Path


def match_golden(path: Path, text: str, *, refresh: bool) -> None:
    """Fails unless the file at `path` holds `text`; with `refresh` it is made to, and the change is reviewed in the diff."""
    if refresh:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    assert path.is_file(), f"there is no golden {path.name}; look at the text, then: pytest --refresh-goldens"
    # Bytes decoded by hand: reading as text would turn a stray carriage return into a line feed and hide it.
    assert text == path.read_bytes().decode("utf-8")
