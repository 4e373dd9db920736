"""Where files are: local paths, and addresses of any storage that fsspec knows ("s3://shelf/story.txt", "memory://…").

A place is text. Local places are left to the operating system; fsspec is imported for the first address with "://" and for nothing else.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from fic2book.errors import DependencyError, Fic2BookError, UsageError


class State(NamedTuple):
    """What can be told of a file without reading it; `moment` changes whenever the file may have changed."""

    size: int
    moment: str
    modified: int = 0  # ns; 0 where the storage does not tell


def local(place: str) -> str:
    """The place, a path where it was written as an address of this machine: "file:///books" is "/books"."""
    return place.removeprefix("file://") if place.startswith("file:///") else place


def is_remote(place: str) -> bool:
    """Whether fsspec must be asked."""
    return "://" in place


def beside(place: str, name: str) -> str:
    """The place of `name` in the folder of `place`."""
    return place[: _name_at(place)] + name


def below(folder: str, name: str) -> str:
    """The place of `name` in `folder`; "" is the current folder."""
    return f"{folder.rstrip('/')}/{name}" if folder else name


def name_of(place: str) -> str:
    """The last part of a place."""
    return place[_name_at(place) :]


def stem_of(place: str) -> str:
    """The name without its last suffix."""
    name = name_of(place)
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name


def readable(place: str) -> str:
    r"""The place as text that can be printed and stored: bytes of a name that are not UTF-8 are spelled ``\xe9``."""
    return place if place.isascii() else place.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _name_at(place: str) -> int:
    return max(place.rfind("/"), place.rfind(os.sep)) + 1


def read(place: str) -> bytes:
    """All bytes of a file. Raises OSError."""
    if is_remote(place):
        with reaching(place):
            data: bytes = file_system(place).cat_file(place)
        return data
    with open(place, "rb") as stream:  # noqa: PTH123 - places are text, and pathlib costs as much as the reading
        return stream.read()


def state(place: str) -> State | None:
    """Size and moment of a file, None when there is none."""
    if is_remote(place):
        return _remote_state(place)
    try:
        status = os.stat(place)  # noqa: PTH116 - as above
    except (FileNotFoundError, NotADirectoryError):
        return None
    # A file put in place of another may have its size and time, but not its inode and the time of that change.
    return State(status.st_size, f"{status.st_mtime_ns}.{status.st_ctime_ns}.{status.st_ino}", status.st_mtime_ns)


def _remote_state(place: str) -> State | None:
    try:
        with reaching(place):
            details = file_system(place).info(place)
    except FileNotFoundError:
        return None
    told = [str(details[name]) for name in ("ETag", "etag", "LastModified", "mtime", "created") if details.get(name)]
    return State(int(details.get("size") or 0), ".".join(told))


def lines(place: str) -> Iterator[str]:
    """The lines of a file in UTF-8, read as they are asked for. Raises OSError, UnicodeDecodeError."""
    with reaching(place), _opened(place) as stream:
        for line in stream:
            yield line.decode("utf-8")


def _opened(place: str) -> Any:
    return file_system(place).open(place, "rb") if is_remote(place) else open(place, "rb")  # noqa: PTH123 - as above


REPLACING = frozenset("s3 s3a gs gcs abfs abfss az adl oci oss r2 memory".split())
"""Storages that show an object when all of it is there. Elsewhere what is being written is seen."""


def write(place: str, data: bytes, unfinished: str) -> None:
    """Put bytes in a remote place, whole or not at all: by way of the place `unfinished` where the storage shows halves. Raises OSError."""
    system = file_system(place)
    with reaching(place):
        system.makedirs(place.rpartition("/")[0], exist_ok=True)
        if place.split("://", maxsplit=1)[0] in REPLACING:
            system.pipe_file(place, data)
            return
        system.makedirs(unfinished.rpartition("/")[0], exist_ok=True)
        system.pipe_file(unfinished, data)
        system.mv(unfinished, place)


def remove(place: str) -> None:
    """Remove a file of a storage, if it is there. Raises OSError."""
    with reaching(place), suppress(FileNotFoundError):
        file_system(place).rm_file(place)


def entries(folder: str) -> Iterator[tuple[str, bool]]:
    """Name and "is a folder" of everything in `folder`, in no order; nothing when there is no such folder."""
    if is_remote(folder):
        yield from _remote_entries(folder)
        return
    try:
        with os.scandir(folder or ".") as found:
            for entry in found:
                # A link to a folder is not followed: it may lead back to where it stands.
                yield entry.name, entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and entry.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        return


def is_folder(place: str) -> bool:
    """Whether there is a folder at `place`. Raises OSError."""
    if not is_remote(place):
        return os.path.isdir(place)  # noqa: PTH112 - as above
    with reaching(place):
        return bool(file_system(place).isdir(place))


def is_link(place: str) -> bool:
    """Whether a local place is a symbolic link."""
    return not is_remote(place) and os.path.islink(place)  # noqa: PTH114 - as above


def _remote_entries(folder: str) -> Iterator[tuple[str, bool]]:
    try:
        with reaching(folder):
            found = file_system(folder).ls(folder, detail=True, refresh=True)
    except FileNotFoundError:
        return
    for item in found:
        yield item["name"].rstrip("/").rsplit("/", 1)[-1], item["type"] == "directory"


@contextmanager
def reaching(place: str) -> Iterator[None]:
    """Whatever a storage's library raises becomes an OSError about `place`; libraries have trees of errors of their own."""
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, UnicodeDecodeError, Fic2BookError):
        raise
    except Exception as error:
        if not is_remote(place):
            raise
        reason = f"cannot be reached: {str(error).strip() or type(error).__name__}"
        raise OSError(getattr(error, "errno", None) or errno.EIO, reason, place) from error


def file_system(place: str) -> Any:
    """Fsspec's file system for an address. Raises DependencyError, UsageError for a storage that is not known."""
    try:
        import fsspec
    except ImportError:
        raise DependencyError(
            f"{place} is not a local file, and reading it needs fsspec: pip install 'fic2book[cluster]'"
        ) from None
    try:
        return fsspec.core.url_to_fs(place)[0]
    except ImportError as error:
        raise DependencyError(f"{place} cannot be reached: {error}.") from None
    except ValueError as error:
        raise UsageError(f"{place} cannot be reached: {error}. Check what stands before “://”.") from None
