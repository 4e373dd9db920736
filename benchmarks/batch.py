"""Thousands of books: how many a CPU-second, beside pandoc and calibre in the same run, and what the driver costs.

`python -m benchmarks.batch [--books N] [--sample N] [--unchanged N] [--simulated N]`. Stories of 5,000 words, EPUB, with
our 1600×2560 cover and without. pandoc and calibre make no cover here; pandoc gets its metadata, so that its EPUB is valid. Only a sample
of the stories is given to them (a tenth of it to calibre), since they take no notice of how many there are. The driver is measured with a builder that does next to
nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stories import write_stories

ROOT = Path(__file__).resolve().parent.parent
CONFIG = "[[books]]\neach = 'stories/*.txt'\nformats = ['epub']\n"

DRIVER = """
import resource, sys, time
from pathlib import Path
from fic2book.collection.driver import build_collection
from fic2book.collection.config import load_config
from fic2book.model import Outcome, OutputFile, Summary
done = Summary("", (), 1, 1, 1)
def stub(jobs):
    for job in jobs:
        yield Outcome(job.name, (OutputFile(job.name + ".epub", b"book"),), done)
path = Path(sys.argv[1])
start = time.perf_counter(), time.process_time()
built = sum(1 for _ in build_collection(load_config(path), str(path.parent / "dist"), stub))
print(built, time.perf_counter() - start[0], time.process_time() - start[1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


@dataclass(frozen=True)
class Cost:
    """Wall and CPU seconds of a command and its children, and the peak memory of the largest of them in MiB."""

    wall: float
    cpu: float
    peak: float


def measure(command: Sequence[str | Path]) -> Cost:
    """The cost of one command. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=errors, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode:
            errors.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command[0], stderr=errors.read())
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def ours(folder: Path, *options: str, cover: str = "auto", processes: int = 1) -> Cost:
    """Build all stories anew."""
    (folder / "fic2book.toml").write_text(f"{CONFIG}cover = '{cover}'\n")
    shutil.rmtree(folder / "dist", ignore_errors=True)
    where = ["--executor", "serial"] if processes == 1 else ["-j", str(processes)]
    return measure([sys.executable, "-m", "fic2book", "build", folder, *where, "--no-cache", *options])


def peers(stories: Sequence[Path], folder: Path) -> dict[str, list[float]]:
    """CPU seconds of each book by the other tools that are installed: all `stories` by pandoc, a tenth of them by calibre."""
    book = folder / "x.epub"
    title = ["--metadata", "title=A", "--metadata", "author=A", "--metadata", "lang=en"]
    found: dict[str, list[float]] = {}
    if shutil.which("pandoc"):
        found["pandoc"] = [measure(["pandoc", path, "-o", book, *title]).cpu for path in stories]
    if shutil.which("ebook-convert"):
        found["calibre"] = [measure(["ebook-convert", path, book]).cpu for path in stories[: len(stories) // 10]]
    return found


def driver(folder: Path, count: int) -> tuple[str, str]:
    """What `count` books cost the driver: built by a stub, then unchanged."""
    story = folder / "stories" / "story.txt"
    story.parent.mkdir(parents=True)
    story.write_text("The lamp was out.\n")
    os.utime(story, (1e9, 1e9))
    with (folder / "all.jsonl").open("w") as stream:
        stream.writelines(
            f'{{"sources": "stories/story.txt", "name": "shelf-{n // 1000:04d}-{n:07d}"}}\n' for n in range(count)
        )
    (folder / "fic2book.toml").write_text("[[books]]\nmanifest = 'all.jsonl'\nformats = ['epub']\n")
    return _driven(folder), _driven(folder)


def _driven(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, folder / "fic2book.toml"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout


def report_driver(count: int, built: str, again: str) -> None:
    """Print what a run and a run without changes cost."""
    for label, line in (("built by a stub", built), ("unchanged", again)):
        _, wall, cpu, peak = map(float, line.split())
        print(f"| {count:,} {label} | {wall:.2f} | {cpu:.2f} | {cpu / count * 1e6:.0f} | {peak:.0f} |")


def _print_scaling(folder: Path, stories: Sequence[Path], one: Cost) -> None:
    """One process and two, and two runs that know nothing of each other, which is all that the machine can give.

    CPU seconds a book tell what the machine takes back: the work is the same, so what it costs more is cores that share.
    """
    two = ours(folder, processes=2)
    halves = [folder / "half-1", folder / "half-2"]
    for number, half in enumerate(halves):
        (half / "stories").mkdir(parents=True)
        for path in stories[number::2]:
            shutil.copy(path, half / "stories")
    start = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    commands = [
        [sys.executable, "-m", "fic2book", "build", half, "--executor", "serial", "--no-cache"] for half in halves
    ]
    for half in halves:
        (half / "fic2book.toml").write_text(f"{CONFIG}cover = 'auto'\n")
    with ThreadPoolExecutor() as pool:
        list(
            pool.map(lambda command: subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True), commands)
        )
    apart, after = time.perf_counter() - start[0], resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - start[1].ru_utime - start[1].ru_stime
    print("\n| | wall s | times as fast | CPU s a book |\n| --- | --- | --- | --- |")
    for label, wall, seconds in (
        ("one process", one.wall, one.cpu),
        ("two", two.wall, two.cpu),
        ("two runs apart", apart, cpu),
    ):
        print(f"| {label} | {wall:.1f} | {one.wall / wall:.2f} | {seconds / len(stories):.4f} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, count in (
        ("books", 2_000),
        ("sample", 100),
        ("unchanged", 10_000),
        ("simulated", 100_000),
    ):
        parser.add_argument(f"--{name}", type=int, default=count, metavar="N")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stories = write_stories(folder / "stories", wanted.books)
        print(f"load average before: {os.getloadavg()[0]:.1f}; while we run it counts us too")
        # The peers' sample is taken in parts, before, between and after, so that a neighbour on the machine weighs on all alike.
        third = wanted.sample // 3 + 1
        parts = [peers(stories[:third], folder)]
        bare = ours(folder, cover="none")
        parts.append(peers(stories[third : 2 * third], folder))
        covered = ours(folder, "--report", str(folder / "report.json"))
        parts.append(peers(stories[2 * third : wanted.sample], folder))
        costs = {name: [cost for part in parts for cost in part[name]] for name in parts[0]}
        others = {name: sum(each) / len(each) for name, each in costs.items() if each}
        print(
            f"{wanted.books:,} stories of 5,000 words, EPUB; CPU seconds a book, books a CPU-second, ratio to pandoc, peak MiB\n"
        )
        table = {
            "fic2book, with cover": covered.cpu / wanted.books,
            "fic2book, no cover": bare.cpu / wanted.books,
            **others,
        }
        for label, cpu in table.items():
            ratio = f"{others['pandoc'] / cpu:.2f}" if "pandoc" in others else "–"
            print(f"| {label} | {cpu:.4f} | {1 / cpu:.1f} | {ratio} |")
        print(f"\npeak memory of one process: {covered.peak:.0f} MiB; load average now {os.getloadavg()[0]:.1f}")
        _print_stages(folder / "report.json")
        _print_scaling(folder, stories, covered)
    print("\n| driver | wall s | CPU s | CPU µs a book | peak MiB |\n| --- | --- | --- | --- | --- |")
    memory = Path("/dev/shm")
    for count in (wanted.unchanged, wanted.simulated):
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
            report_driver(count, *driver(Path(name), count))


def _print_stages(report: Path) -> None:
    seconds: Counter[str] = Counter()
    books = json.loads(report.read_text())["books"]
    for book in books:
        seconds.update(book["seconds"])
    print(
        "\nwhere the time of a book with a cover goes: "
        + ", ".join(f"{stage} {value / len(books) * 1000:.1f} ms" for stage, value in seconds.items())
    )


if __name__ == "__main__":
    main()
