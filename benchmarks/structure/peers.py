"""The tools under comparison: each turns a document into an EPUB with the options a knowing user would give it."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks.structure.model import Document

COMMANDS = {
    "pandoc": ["pandoc", "{source}", "-o", "{target}"],
    "calibre": ["ebook-convert", "{source}", "{target}", "--no-default-epub-cover", "--input-encoding", "utf-8"],
    "calibre-heuristics": [
        "ebook-convert",
        "{source}",
        "{target}",
        "--no-default-epub-cover",
        "--input-encoding",
        "utf-8",
        "--enable-heuristics",
    ],
}
"""Peers are handed UTF-8 whatever the document's encoding was, so that no one is judged by a guess."""
TOOLS = ["fic2book", *COMMANDS]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fic2book-structure"
BOMS = ("\N{ZERO WIDTH NO-BREAK SPACE}",)


def available(tool: str) -> bool:
    """Whether a tool can be run here."""
    return tool == "fic2book" or shutil.which(COMMANDS[tool][0]) is not None


def convert(tool: str, document: Document) -> bytes:
    """The EPUB a tool makes of a document; empty when it fails."""
    return ours(document) if tool == "fic2book" else theirs(tool, document)


def ours(document: Document) -> bytes:
    """The EPUB that fic2book makes, without a cover to save time."""
    from fic2book.build import build
    from fic2book.model import Job, Settings, SourceFile

    settings = Settings(formats=("epub",), cover="none")
    outcome = build(Job("book", (SourceFile(document.name, document.data),), settings))
    return next((file.data for file in outcome.files if file.name.endswith(".epub")), b"")


def theirs(tool: str, document: Document) -> bytes:
    """The EPUB that another tool makes, remembered by the digest of command, version and input."""
    digest = hashlib.sha256(repr((COMMANDS[tool], version(tool))).encode() + document.data).hexdigest()
    kept = CACHE / f"{digest}.epub"
    if kept.exists():
        return kept.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, document.name), Path(folder, "book.epub")
        source.write_bytes(as_utf8(document.data))
        command = [part.format(source=source, target=target) for part in COMMANDS[tool]]
        subprocess.run(command, capture_output=True, timeout=300, check=False)
        data = target.read_bytes() if target.exists() else b""
    CACHE.mkdir(parents=True, exist_ok=True)
    partial = kept.with_suffix(f".{os.getpid()}")
    partial.write_bytes(data)
    partial.replace(kept)
    return data


@functools.cache
def version(tool: str) -> str:
    """A tool's own word on its version."""
    made = subprocess.run([COMMANDS[tool][0], "--version"], capture_output=True, text=True, timeout=60, check=False)
    return made.stdout.splitlines()[0] if made.stdout else ""


def as_utf8(data: bytes) -> bytes:
    """The document in UTF-8 with line feeds, its declared character set changed with it."""
    for encoding in ("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig", "cp1252", "cp1251"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" and sum(character in "àáâãäåæçèéêëìíîïðñòóôõö" for character in text) > len(text) / 4:
            text = data.decode("cp1251")
        return text.replace("\r\n", "\n").replace("charset=windows-1252", "charset=utf-8").encode()
    return data
