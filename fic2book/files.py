"""Everything that touches the disk: stories in, finished files out.

A file is written under a temporary name in its folder, flushed to the disk and moved into place, so that nobody ever sees half of it.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from fic2book import places
from fic2book.companions import folder_as_archive, pictures_beside
from fic2book.errors import OutputError, SourceError
from fic2book.lazy import lazy
from fic2book.model import OutputFile, SourceFile

SIDECAR = ".fic.toml"
TEMPORARY = ".fic2book-"  # how the name of an unfinished file begins
MAX_NAME = 100  # bytes of UTF-8: room for suffixes below the 143 that encrypted file systems allow
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in "0123456789¹²³")})


def load_source(path: Path | str) -> SourceFile:
    """The story at `path`, a file or a folder of chapters, with the sidecar and the pictures beside it. Raises SourceError."""
    place = str(path)
    if not places.is_remote(place) and os.path.isdir(places.local(place)):  # noqa: PTH112 - as quick as can be
        return _load_folder(places.local(place))
    data = read_bytes(place)
    sidecar = sidecar_of(place)
    name, sidecar_name = (places.readable(places.name_of(item)) for item in (place, sidecar))
    pictures = () if places.is_remote(place) else pictures_beside(Path(places.local(place)), data)
    return SourceFile(name, data, load_sidecar(sidecar), sidecar_name, pictures=pictures)


def _load_folder(place: str) -> SourceFile:
    folder = Path(place).absolute()
    sidecar = f"{folder}{SIDECAR}"
    names = [places.readable(name) for name in (f"{folder.name}.zip", places.name_of(sidecar))]
    return SourceFile(names[0], folder_as_archive(folder), load_sidecar(sidecar), names[1])


def sidecar_of(place: str) -> str:
    """Where the sidecar of a story is, if there is one."""
    return places.beside(place, places.stem_of(place) + SIDECAR)


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a file. Raises SourceError."""
    try:
        return places.read(str(path))
    except FileNotFoundError:
        told = places.readable(str(path))
        raise SourceError(f"{told}: there is no such file. Check the spelling, or give the folder too.") from None
    except IsADirectoryError:
        told = places.readable(str(path))
        raise SourceError(f"{told} is a folder. Name the stories in it, for instance {told}/*.txt.") from None
    except OSError as error:
        raise SourceError(f"{places.readable(str(path))} cannot be read: {error.strerror or error}.") from None


def load_sidecar(path: Path | str) -> str:
    """The text of a sidecar, "" when there is none. Raises SourceError."""
    try:
        return places.read(str(path)).decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read: {error}. A sidecar is a TOML file in UTF-8.") from None


# ---------------------------------------------------------------- writing


def chosen_path(output: Path | None, default: Path) -> Path:
    """The file a command shall write: `output`, `default` where none was chosen, and the default's name in a folder that was."""
    if output is None:
        return default
    return output / default.name if output.is_dir() else output


def write_files(folder: Path, files: Iterable[OutputFile], staging: Path | None = None) -> list[Path]:
    """Write all files below `folder`: all of them are on the disk before the first is moved into place. Raises OutputError.

    `staging` is a folder of the same file system for what is unfinished; without it, each file's own folder serves.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for item in files:
            path = folder / item.name
            with _telling(path):
                staged.append((_staged(path, item.data, staging), path))
        for temporary, path in staged:
            with _telling(path):
                temporary.replace(path)
    except BaseException:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        raise
    return [path for _, path in staged]


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` to `path` by way of a temporary file in the same folder. Raises OutputError."""
    return write_files(path.parent, [OutputFile(path.name, data)])[0]


def _staged(path: Path, data: bytes, staging: Path | None) -> Path:
    """A temporary file that holds `data`, flushed to the disk. Removed again when that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=staging or path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary = Path(name)
        temporary.chmod(0o666 & ~_umask())
        if staging is not None:
            _antedate(temporary)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return temporary


def _antedate(path: Path) -> None:
    """Set a file's time back, so that whoever edits it, even at once, gives it another: a lock may trust the time."""
    moment = time.time_ns() - 2_000_000_000
    os.utime(path, ns=(moment, moment))


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """An OSError becomes our OutputError about `path`, with the first as its cause."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}. Choose another folder with -o, or free the space or the permission."
        ) from error


@cache
def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f<>:\"/\\|?*#%&{}$!'@+`=\s]+")
_UNSEEN = lazy(
    "[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{LEFT-TO-RIGHT MARK}-\N{RIGHT-TO-LEFT OVERRIDE}\N{WORD JOINER}-\u206f\ufeff]"
)
"""What is not seen in a name, and may show it as another. Joiners (U+200C, U+200D) spell words of Persian and Hindi; they stay."""


def safe_name(words: str) -> str:
    """A file stem that every system and e-reader takes: no spaces or signs, not reserved, at most 100 bytes; "book" if nothing is left."""
    seen = words if words.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFC", _unicode(words)))
    name = _UNSAFE.sub("-", seen).strip("-. ")
    if len(name.encode()) > MAX_NAME:
        name = name.encode()[:MAX_NAME].decode("utf-8", "ignore").strip("-. ")
    name = name or "book"
    return f"{name}-book" if name.split(".")[0].lower() in _RESERVED else name


def _unicode(words: str) -> str:
    """Bytes of a name that are not UTF-8, read as Windows of old wrote them."""
    return re.sub("[\udc80-\udcff]+", lambda found: os.fsencode(found[0]).decode("cp1252", "ignore"), words)
