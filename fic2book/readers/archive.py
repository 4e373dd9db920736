"""Zip archives of unknown origin, read within bounds: members, sizes and ratios are limited, nothing is written, no path leads out.

EPUB, DOCX, ODT and zipped chapters are all zip archives; only this module opens them.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from fic2book.errors import SourceError

if TYPE_CHECKING:
    from lxml import etree

MEMBERS: Final = 20_000
"""Files in one archive; the largest omnibus EPUBs hold some thousands."""
MEMBER: Final = 128 * 1024 * 1024
"""Bytes of one unpacked file."""
TOTAL: Final = 512 * 1024 * 1024
"""Bytes of all unpacked files together."""
RATIO: Final = 1200
"""Unpacked to packed bytes of a file above one megabyte; deflate cannot do better than 1,032, so prose (about 3) never comes near."""
AIR: Final = 100
"""Unpacked to packed bytes of a whole archive above the bound for all its files: prose packs to a third, pictures not at all."""
SUSPECT: Final = 1024 * 1024


@dataclass(slots=True)
class Archive:
    """The files of one archive, by name; reading counts against the bounds."""

    name: str
    zip: zipfile.ZipFile
    used: int = 0
    folded: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """Names of all files, in the order of the archive, folders left out."""
        return [item.filename for item in self.zip.infolist() if not item.is_dir()]

    def find(self, path: str) -> str:
        """The archive's own spelling of `path`, "" for none: real books mix up letter case and percent signs."""
        if not self.folded:
            self.folded = {name.casefold(): name for name in reversed(self.names)}
        for spelling in (path, unquote(path)):
            clean = normal_path(spelling)
            if clean and clean.casefold() in self.folded:
                return self.folded[clean.casefold()]
        return ""

    def read(self, name: str) -> bytes:
        """The bytes of one file. Raises SourceError for what is encrypted, damaged or too large."""
        try:
            item = self.zip.getinfo(name)
        except KeyError:
            raise SourceError(
                f"{self.name}: the archive names a file it does not hold: {name!r}. It may be cut short; get it again."
            ) from None
        if item.flag_bits & 1:
            raise SourceError(
                f"{self.name}: {name!r} is encrypted. Unpack the archive with its password and give the files within."
            )
        room = min(MEMBER, TOTAL - self.used)
        if item.file_size > room or (item.file_size > SUSPECT and item.file_size > RATIO * max(1, item.compress_size)):
            raise self.too_large(name)
        try:
            with self.zip.open(item) as member:
                data = member.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise SourceError(
                f"{self.name}: {name!r} in the archive is damaged ({error}). Get the file again."
            ) from None
        except (NotImplementedError, RuntimeError) as error:
            raise SourceError(
                f"{self.name}: {name!r} is packed in a way this cannot unpack ({error}). Pack the archive again as a plain zip."
            ) from None
        if len(data) > room:
            raise self.too_large(name)
        self.used += len(data)
        return data

    def too_large(self, name: str) -> SourceError:
        """What is said of an archive that unpacks beyond the bounds with the file `name`."""
        return SourceError(
            f"{self.name}: {name!r} unpacks to more than is allowed ({MEMBER // 2**20} MB a file, {TOTAL // 2**20} MB an archive). "
            "It looks like a zip bomb; if it is not, unpack it and give the files within."
        )


def open_archive(name: str, data: bytes) -> Archive:
    """The archive in `data`. Raises SourceError for one that is damaged, cut short or absurd."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise SourceError(
            f"{name} is an archive that cannot be opened ({error}): it is damaged or was not fully downloaded. Get it again."
        ) from None
    count = len(opened.infolist())
    if not 0 < count <= MEMBERS:
        what = "is an archive without files" if not count else f"holds {count:,} files; {MEMBERS:,} are allowed"
        raise SourceError(f"{name} {what}. Unpack it and give the story's own files.")
    archive = Archive(name, opened)
    declared = sum(item.file_size for item in opened.infolist())
    if declared > TOTAL and declared > AIR * len(data):
        raise archive.too_large(max(opened.infolist(), key=lambda item: item.file_size).filename)
    return archive


def normal_path(path: str) -> str:
    """A path within an archive without dots, "" for one that leads out of it."""
    parts: list[str] = []
    for part in path.replace("\\", "/").split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def beside(base: str, address: str) -> str:
    """The path that `address` means in the file `base`; "" where it leads out of the archive or is an address of the web."""
    address = address.split("#", 1)[0].split("?", 1)[0]
    if not address or "://" in address or address.startswith(("data:", "//")):
        return ""
    return normal_path(address if address.startswith("/") else str(PurePosixPath(base).parent / address))


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML file: no entity is expanded, no file is loaded. Raises SourceError for what is no XML."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        root = None
        reason = str(error)
    else:
        reason = "it has no root element"
    if root is None:
        raise SourceError(
            f"{name}: a part of the file is not valid XML ({reason}). It may be damaged; get it again or save it anew."
        )
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace, "" for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
