"""Everything that touches the disk: stories in, finished files out.

A file is written under a temporary name in its folder, flushed to the disk and moved into place, so that nobody ever sees half of it.
"""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fic2book.errors import OutputError, SourceError
from fic2book.model import OutputFile, SourceFile

SIDECAR = ".fic.toml"
TEMPORARY = ".fic2book-"  # how the name of an unfinished file begins
MAX_NAME = 100  # bytes of UTF-8: room for suffixes below the 143 that encrypted file systems allow
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})


def load_source(path: Path) -> SourceFile:
    """The story at `path` with the sidecar beside it. Raises SourceError."""
    data = read_bytes(path)
    sidecar = path.with_name(path.stem + SIDECAR)
    return SourceFile(path.name, data, load_sidecar(sidecar), sidecar.name)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises SourceError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file. Check the spelling, or give the folder too.") from None
    except IsADirectoryError:
        raise SourceError(f"{path} is a folder. Name the stories in it, for instance {path}/*.txt.") from None
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}.") from None


def load_sidecar(path: Path) -> str:
    """The text of a sidecar, "" when there is none. Raises SourceError."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read: {error}. A sidecar is a TOML file in UTF-8.") from None


def write_files(folder: Path, files: Iterable[OutputFile]) -> list[Path]:
    """Write all files below `folder`, each whole or not at all. Raises OutputError."""
    return [write_file(folder / item.name, item.data) for item in files]


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` to `path` by way of a temporary file in the same folder. Raises OutputError."""
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise OutputError(
            f"{path} cannot be written: {error.strerror}. Choose another folder with -o, or free the space or the permission."
        ) from None
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*#%&{}$!'@+`=\s]+")


def safe_name(words: str) -> str:
    """A file stem that every system and e-reader takes: no spaces or signs, not reserved, at most 100 bytes; "book" if nothing is left."""
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", words)).strip("-. ")
    while len(name.encode()) > MAX_NAME:
        name = name[:-1]
    name = name.strip("-. ") or "book"
    return f"{name}-book" if name.split(".")[0].lower() in _RESERVED else name
