"""Collections to test with: folders of small stories, and builders that make a book in no time, or misbehave."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fic2book.collection.config import load_config
from fic2book.collection.driver import Step, build_collection
from fic2book.executors import Executor
from fic2book.model import Failure, Job, Outcome, OutputFile, Summary

STORY = "The lamp was out.\n\nShe lit it again, and sat down beside it to wait.\n"
EACH = "[[books]]\neach = '*.txt'\nformats = ['epub']\n"


def write(folder: Path, files: dict[str, str], *, config: str = EACH) -> Path:
    """A folder with a collection file and stories that are old enough for their times to be trusted; the collection file."""
    for name, text in {**files, "fic2book.toml": config}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        age(path)
    return folder / "fic2book.toml"


def age(path: Path, seconds: float = 100) -> None:
    """Make a file look as if it had been written a while ago."""
    moment = path.stat().st_mtime_ns - int(seconds * 1e9)
    os.utime(path, ns=(moment, moment))


def run(path: Path, executor: Executor | None = None, folder: str = "", **options: Any) -> dict[str, Step]:
    """Build a collection with the stub; the steps by name."""
    output = folder or str(path.parent / "dist")
    return {
        step.outcome.name: step for step in build_collection(load_config(path), output, executor or stubs, **options)
    }


def stubs(jobs: Iterable[Job]) -> Iterator[Outcome]:
    """An executor that builds with `stub`."""
    return map(stub, jobs)


def stub(job: Job) -> Outcome:
    """A book whose files tell what it was made of. A story that begins with a word in capitals does what that says."""
    text = b"".join(item.data for item in job.sources).decode()
    word = text.split()[0] if text else ""
    if word == "FAIL":
        return Outcome(job.name, error=Failure(f"{job.name}: it fails.", 3, "SourceError"))
    if word in _MISDEEDS:
        _MISDEEDS[word]()
    digest = hashlib.sha256(repr((job.sources, job.settings, job.metadata, job.revision)).encode()).hexdigest()
    files = tuple(OutputFile(f"{job.name}.{kind}", f"{kind} {digest} {text}".encode()) for kind in job.settings.formats)
    return Outcome(job.name, files, Summary(job.name, (), len(text.split()), 1, 1), seconds={"stub": 0.0})


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang() -> None:
    time.sleep(600)


def _devour() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(16 * 1024 * 1024))


def _chatter() -> None:
    os.write(1, b"a library that prints among the outcomes\n")


def _dawdle() -> None:
    time.sleep(0.3)


_MISDEEDS = {"SLOW": _dawdle, "DIE": _die, "HANG": _hang, "DEVOUR": _devour, "CHATTER": _chatter}
