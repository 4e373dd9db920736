"""Cleaned stories of anthologies, in the user's own cache folder: editing one story of forty cleans one story, not forty.

Nothing depends on it. An entry is found by a digest of everything that goes into cleaning; it is trusted only in a folder that belongs
to the user and nobody else may write to, and read by an unpickler that makes stories and nothing else (`fic2book.stories.packing`).
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, replace
from pathlib import Path

from fic2book.collection.components import program_components
from fic2book.files import write_file
from fic2book.model import Job, Outcome, Settings, SourceFile

CAP = 256 * 1024 * 1024
"""Bytes the cache may hold when a run ends; the oldest entries go first."""

LATER = frozenset(
    "style formats device engine trim notes disclaimers chrome cover cover_art palette fonts date standard crop_marks inks profile impose vanished".split()
)
"""Settings that matter only after cleaning. One that is not named here is taken to matter."""


class NoCache:
    """Remembers nothing."""

    def filled(self, job: Job) -> Job:
        """The job as it is."""
        return job

    def store(self, job: Job, outcome: Outcome) -> None:
        """Nothing."""

    def trim(self) -> None:
        """Nothing."""


class Cache:
    """The cache in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = json.dumps(program_components(), sort_keys=True)
        self._usable = _private(folder)

    def filled(self, job: Job) -> Job:
        """The job with every cleaned story that is known, and the wish for the others; a book of one story gains nothing by it."""
        if not self._usable or len(job.sources) < 2:
            return job
        sources = tuple(replace(item, cleaned=self._known(item, job.settings)) for item in job.sources)
        return replace(job, sources=sources, pack=True)

    def store(self, job: Job, outcome: Outcome) -> None:
        """Keep the stories that were cleaned for a job."""
        for item, packed in zip(job.sources, outcome.cleaned, strict=False):
            if packed:
                write_file(self._path(item, job.settings), packed)

    def trim(self) -> None:
        """Remove the oldest entries above the cap."""
        files = sorted(
            ((path.stat().st_mtime_ns, path.stat().st_size, path) for path in self._folder.rglob("*.story")),
            reverse=True,
        )
        room = CAP
        for _, size, path in files:
            room -= size
            if room < 0:
                path.unlink(missing_ok=True)

    def _known(self, item: SourceFile, settings: Settings) -> bytes:
        try:
            return self._path(item, settings).read_bytes()
        except OSError:
            return b""

    def _path(self, item: SourceFile, settings: Settings) -> Path:
        chosen = {name: value for name, value in asdict(settings).items() if name not in LATER}
        digest = hashlib.sha256(
            json.dumps([self._program, chosen, item.name, item.sidecar, item.sidecar_name]).encode()
        )
        for data in (item.data, *(part for address, picture in item.pictures for part in (address.encode(), picture))):
            digest.update(data)
        key = digest.hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.story"


def user_cache() -> Path:
    """The folder for the user's cached stories, by the XDG standard; ``FIC2BOOK_CACHE`` names another."""
    chosen = os.environ.get("FIC2BOOK_CACHE")
    if chosen:
        return Path(chosen)
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "fic2book" / "stories"


def _private(folder: Path) -> bool:
    """Whether the folder is there, the user's own, and closed to others."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
