"""How fast a story becomes a book, beside other tools on the same story in the same run.

`python -m benchmarks.speed [STORY…]` prints a table of wall time (median), CPU time and peak memory of fic2book, pandoc and calibre; then
what starting fic2book costs, how fast text is read, cleaned, assembled and proved in one process, and how many books a second that makes.
Stories default to the samples and, where they are at hand, the real ones in ../shared/stories. Trust the ratios: the seconds are this
machine's.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import by_hand
from benchmarks.stories import story
from fic2book.assembler import assemble
from fic2book.build import build
from fic2book.cleaner import clean
from fic2book.ledger import prove_book
from fic2book.model import Job, Settings, SourceFile
from fic2book.readers import read

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and CPU time (medians) and peak memory in MiB of one command."""

    wall: float
    cpu: float
    peak: float


def measure(command: Sequence[str | Path], rounds: int = ROUNDS) -> Cost | None:
    """The cost of a command, None when it fails or is not installed."""
    walls, cpus, peaks = [], [], []
    for _ in range(rounds):
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except FileNotFoundError:
            return None
        _, status, usage = os.wait4(process.pid, 0)
        walls.append(time.perf_counter() - start)
        if status != 0:
            return None
        cpus.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1024)
    return Cost(statistics.median(walls), statistics.median(cpus), max(peaks))


def rivals(story: Path, folder: Path) -> dict[str, list[str | Path]]:
    """Commands that make a book of `story`."""
    ours: list[str | Path] = [sys.executable, "-m", "fic2book", "convert", story, "-o", folder, "--to"]
    return {
        "fic2book EPUB": [*ours, "epub"],
        "fic2book EPUB, no cover": [*ours, "epub", "--cover", "none"],
        "fic2book PDF": [*ours, "pdf"],
        "script EPUB, cover": by_script(story, folder, cover=True),
        "script EPUB": by_script(story, folder, cover=False),
        "pandoc EPUB": ["pandoc", story, "-o", folder / "pandoc.epub", "--metadata", "title=Story"],
        "calibre EPUB": ["ebook-convert", story, folder / "calibre.epub"],
    }


def by_script(story: Path, folder: Path, *, cover: bool) -> list[str | Path]:
    """The command that makes a book of `story` by hand."""
    command: list[str | Path] = [sys.executable, ROOT / "benchmarks" / "by_hand.py", story, folder / "by-hand.epub"]
    return [*command, "--cover"] if cover else command


def table(stories: Sequence[Path]) -> None:
    """Print wall seconds, CPU seconds and peak memory for every story and tool, and wall time as a multiple of pandoc's."""
    print(f"| story | tool | wall s | CPU s | peak MiB | × pandoc |\n|---|---|{'---:|' * 4}")
    for path in stories:
        with tempfile.TemporaryDirectory() as name:
            costs = {tool: measure(command) for tool, command in rivals(path, Path(name)).items()}
        base = costs["pandoc EPUB"]
        for tool, cost in costs.items():
            if cost is None:
                print(f"| {path.stem[:24]} | {tool} | – | – | – | – |")
                continue
            ratio = f"{cost.wall / base.wall:.2f}" if base else "–"
            print(f"| {path.stem[:24]} | {tool} | {cost.wall:.3f} | {cost.cpu:.3f} | {cost.peak:.0f} | {ratio} |")


def start_up() -> None:
    """Print what starting Python, importing the package and asking for help cost."""
    for label, command in {
        "python": [sys.executable, "-c", "pass"],
        "import fic2book": [sys.executable, "-c", "import fic2book"],
        "import fic2book.build": [sys.executable, "-c", "import fic2book.build"],
        "fic2book --help": [sys.executable, "-m", "fic2book", "--help"],
    }.items():
        cost = measure(command, 9)
        if cost:
            print(f"| {label} | {cost.wall * 1000:.0f} ms | {cost.cpu * 1000:.0f} ms CPU | {cost.peak:.0f} MiB |")


def texts() -> dict[str, str]:
    """About a megabyte of the same story in the shapes that cost most: typed straight, set already, wrapped, one line a paragraph."""
    straight = story(1, 170_000)
    paragraphs = straight.split("\n\n")
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, 70) if len(paragraph) > 70 else paragraph for paragraph in paragraphs
    )
    return {
        "straight quotes": straight,
        "curly quotes": re.sub('"(?=\\w)', "“", straight).replace('"', "”").replace("'", "’").replace("...", "…"),
        "hard-wrapped": wrapped,
        "a paragraph a line": straight.replace("\n\n", "\n"),
    }


def through(data: bytes) -> float:
    """CPU seconds to read, clean, assemble and prove a text."""
    start = time.process_time()
    prove_book(assemble([clean(read("novel.txt", data))], Job("novel", ())))
    return time.process_time() - start


def throughput(given: dict[str, str], rounds: int = 3) -> None:
    """Print megabytes of plain text a second through read, clean, assemble and prove, and through pandoc to plain text."""
    print(f"| text | MB | fic2book MB/s | pandoc -t plain MB/s | × pandoc |\n|---|{'---:|' * 4}")
    for label, text in given.items():
        data = text.encode()
        ours, theirs = [], []
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "novel.txt"
            path.write_bytes(data)
            for _ in range(rounds):
                ours.append(through(data))
                cost = measure(["pandoc", "-f", "markdown", "-t", "plain", path, "-o", Path(name) / "out.txt"], 1)
                theirs.append(cost.cpu if cost else math.inf)
        size, own, other = len(data) / 1e6, min(ours), min(theirs)
        print(f"| {label} | {size:.2f} | {size / own:.2f} | {size / other:.2f} | {other / own:.1f} |")
    print(f"\npeak of this program: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def books(count: int = 20, words: int = 11_000) -> None:
    """Print books a second in one process, by CPU time, beside a script without any knowledge of stories, and where the time goes."""
    print(
        f"| books of {words:,} words, one process | books/s | × a script run for each | × a script in one process | × packing alone "
        "| CPU ms a stage |\n|---|---:|---:|---:|---:|---|"
    )
    texts = [story(seed, words) for seed in range(count)]
    for label, cover in (("EPUB", True), ("EPUB, no cover", False)):
        jobs = [_job(f"story-{seed}", text.encode(), cover=cover) for seed, text in enumerate(texts)]
        build(jobs[0])
        by_hand.book(texts[0], cover=cover)
        start = time.process_time()
        outcomes = [build(job) for job in jobs]
        ours = time.process_time() - start
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "story.txt"
            path.write_text(texts[0], encoding="utf-8")
            run = measure(by_script(path, Path(folder), cover=cover))
        start = time.process_time()
        for text in texts:
            by_hand.book(text, cover=cover)
        script = time.process_time() - start
        start = time.process_time()
        for outcome in outcomes:
            _pack_again(outcome.files[0].data)
        packing = time.process_time() - start
        stages: Counter[str] = Counter()
        for outcome in outcomes:
            stages.update(outcome.seconds)
        spent = ", ".join(f"{stage} {seconds / count * 1000:.0f}" for stage, seconds in stages.most_common())
        alone = f"{ours / count / run.cpu:.1f}" if run else "–"
        print(f"| {label} | {count / ours:.1f} | {alone} | {ours / script:.1f} | {ours / packing:.1f} | {spent} |")


def _job(name: str, data: bytes, *, cover: bool) -> Job:
    settings = Settings(formats=("epub",), cover="auto" if cover else "none")
    return Job(name, (SourceFile(f"{name}.txt", data),), settings)


def _pack_again(data: bytes) -> bytes:
    """The files of an EPUB unpacked and packed again."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for item in given.infolist():
            made.writestr(item.filename, given.read(item), item.compress_type)
    return packed.getvalue()


def main(arguments: Sequence[str]) -> None:
    """Run every measurement."""
    parser = argparse.ArgumentParser(
        description="How fast a story becomes a book, beside other tools on the same story."
    )
    parser.add_argument(
        "stories", nargs="*", type=Path, metavar="STORY", help="plain text in UTF-8 (default: the samples)"
    )
    given: list[Path] = parser.parse_args(arguments).stories
    shared = sorted((ROOT.parent / "shared" / "stories").glob("*.txt"))
    stories = given or [ROOT / "sources" / "captions-and-stars.txt", *shared]
    for tool in ("pandoc", "ebook-convert"):
        if shutil.which(tool) is None:
            print(f"{tool} is not installed; make bench-tools installs it", file=sys.stderr)
    table(stories)
    print()
    start_up()
    print()
    throughput({path.stem: path.read_text("utf-8") for path in given} or texts())
    print()
    books()


if __name__ == "__main__":
    main(sys.argv[1:])
